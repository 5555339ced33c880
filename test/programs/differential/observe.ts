/** What the real engine said of a snippet, in the words of the golden records. */
import type { PeerAnswer } from '../../support/peer.js';
import type { GoldenError, GoldenRecord } from '../golden/records.js';

type Raw = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Raw[] => (Array.isArray(value) ? (value as readonly Raw[]) : []);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function errorOf(raw: Raw, terminating: boolean): GoldenError {
  return {
    fqid: text(raw['fqid']),
    category: text(raw['category']),
    reason: text(raw['reason']),
    target: text(raw['target']),
    message: text(raw['message']),
    line: typeof raw['line'] === 'number' ? raw['line'] : null,
    column: typeof raw['column'] === 'number' ? raw['column'] : null,
    terminating,
  };
}

/**
 * A number that was written as an argument keeps, in an object around it, how it was written (`1e3`, `5L`). It is seen in
 * CLIXML alone.
 */
const plainNumber = (xml: string): string =>
  xml.replace(/<Obj RefId="\d+">\s*<ToString>[^<]*<\/ToString>\s*(<(I32|I64|Db|D)>[^<]*<\/\2>)\s*<\/Obj>/g, '$1');

/** @throws {Error} the peer could not run the snippet at all. */
export function observed(id: string, script: string, answer: PeerAnswer): GoldenRecord {
  if (typeof answer['failure'] === 'string') throw new Error(answer['failure']);
  const streams = (answer['streams'] ?? {}) as Raw;
  const terminating = answer['terminating'];
  return {
    id,
    category: id.split('/')[0] ?? '',
    level: 'common',
    script,
    output: texts(answer['output']).map(plainNumber),
    outputLate: undefined,
    types: Array.isArray(answer['types']) ? answer['types'].map(text) : [],
    errors: [
      ...list(answer['errors']).map((raw) => errorOf(raw, false)),
      ...(terminating !== null && typeof terminating === 'object' ? [errorOf(terminating as Raw, true)] : []),
    ],
    warnings: texts(streams['warning']),
    verbose: texts(streams['verbose']),
    debug: texts(streams['debug']),
    information: list(streams['information']).map((raw) => text(raw['text'])),
    text: undefined,
    parseErrors: list(answer['parseErrors']).map((raw) => ({
      errorId: text(raw['errorId']),
      message: text(raw['message']),
      line: Number(raw['line']),
      column: Number(raw['column']),
    })),
  };
}
