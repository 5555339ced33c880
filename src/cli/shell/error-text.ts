/** A terminating error as the shell prints it, in PowerShell's ConciseView. */
import type { PSErrorRecord } from '../../protocol/objects/index.js';

const RED = '\u001b[31;1m';
const CYAN = '\u001b[36;1m';
const RESET = '\u001b[0m';

export function errorText(record: PSErrorRecord, _width: number, color: boolean): string {
  const paint = (text: string, sgr: string): string => (color ? `${sgr}${text}${RESET}` : text);
  const message = record.detailsMessage ?? record.exception.message;
  const { invocationInfo } = record;
  const line = invocationInfo?.line ?? '';
  const isParse =
    record.categoryReason === 'ParseException' || record.categoryReason === 'ParentContainsErrorRecordException';
  const multiLine = (invocationInfo?.scriptName ?? '') !== '' || isParse;
  if (!multiLine || line === '') {
    const who = record.categoryActivity === '' ? 'Exception' : record.categoryActivity;
    return paint(`${who}: ${message}`, RED);
  }
  const number = invocationInfo?.scriptLineNumber ?? 1;
  const offset = invocationInfo?.offsetInLine ?? 1;
  const gutter = String(number).padStart(4);
  const at = `${' '.repeat(Math.max(0, offset - 1))}~`;
  const head = `${who(record)}:${invocationInfo?.scriptName === '' ? '' : ` ${invocationInfo?.scriptName ?? ''}:${number}`}`;
  return [
    paint(head.trimEnd(), RED),
    `${paint('Line |', CYAN)}`,
    `${paint(`${gutter} |`, CYAN)}  ${line.trimEnd()}`,
    `${paint('     |', CYAN)} ${paint(` ${at}`, RED)}`,
    `${paint('     |', CYAN)} ${paint(message, RED)}`,
  ].join('\n');
}

const who = (record: PSErrorRecord): string =>
  record.categoryReason === 'ParseException' ? 'ParserError' : record.categoryActivity;
