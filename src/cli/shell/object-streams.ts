/**
 * Objects on the standard streams, as `-OutputFormat XML` and `-InputFormat XML` have them: one CLIXML document each, in
 * which every value says what stream it is of.
 */
import { decodeClixmlDocument, encodeClixmlDocument, type DocumentValue } from '../../protocol/clixml/index.js';
import { SerializationError } from '../../protocol/errors/index.js';
import { isDisplayed, PSObject, type PSErrorRecord, type PSValue } from '../../protocol/objects/index.js';
import { encodeErrorRecord, encodeInformation, encodeProgress } from '../../protocol/psrp/index.js';
import type { PipelineSink } from '../../powershell/engine/index.js';
import { UsageError } from '../command-line.js';
import { valueText } from '../value-text.js';

/** Values of standard output and of standard error, written when all of them are known: their references go through. */
export class ObjectStreams {
  readonly #output: DocumentValue[] = [];
  readonly #messages: DocumentValue[] = [];
  readonly #write: (output: string, messages: string) => void;
  constructor(write: (output: string, messages: string) => void) {
    this.#write = write;
  }
  readonly sink: PipelineSink = {
    output: (value) => void this.#output.push({ value, stream: 'Output' }),
    error: (record) => this.error(record),
    informational: ({ kind, message }) => void this.#messages.push({ value: message, stream: kind.toLowerCase() }),
    progress: (record) => void this.#messages.push({ value: encodeProgress(record), stream: 'progress' }),
    information: (record) => {
      // What the screen shows of it is output, a text and the end of its line.
      if (isDisplayed(record)) this.#shown(record.messageData);
      this.#messages.push({ value: encodeInformation(record), stream: 'information' });
    },
  };
  #shown(data: PSValue): void {
    this.text(valueText(data));
    if (!(data instanceof PSObject && data.get('NoNewLine') === true)) this.text('\n');
  }
  error(record: PSErrorRecord): void {
    this.#messages.push({ value: encodeErrorRecord(record), stream: 'Error' });
  }
  /** What is printed on the screen is a text among the output. */
  text(text: string): void {
    if (text !== '') this.#output.push({ value: text, stream: 'Output' });
  }
  end(): void {
    const document = (values: readonly DocumentValue[]): string =>
      values.length === 0 ? '' : new TextDecoder().decode(encodeClixmlDocument(values, { header: true }));
    this.#write(document(this.#output), document(this.#messages));
  }
}

/** Objects of a CLIXML document that came on standard input. @throws {UsageError} it is none. */
export function readObjects(text: string): readonly PSValue[] {
  if (text.trim() === '') return [];
  try {
    return decodeClixmlDocument(text)
      .filter(({ stream }) => stream === undefined || stream.toLowerCase() === 'output')
      .map(({ value }) => value);
  } catch (error) {
    if (!(error instanceof SerializationError)) throw error;
    throw new UsageError(`Standard input is no CLIXML, as -InputFormat XML wants it: ${error.message}`);
  }
}
