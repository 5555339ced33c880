/** The colours of PowerShell text at the prompt: PSReadLine's, which a person's terminal theme shows in its own way. */
import { colorizeInPieces, type Due, type InPieces, isIncomplete, type TokenColor } from '../powershell/lang/index.js';
import type { StyledSpan } from './editor/screen.js';

const STYLES: Readonly<Record<TokenColor, string>> = {
  command: '93',
  comment: '32',
  keyword: '92',
  member: '37',
  number: '97',
  operator: '90',
  parameter: '90',
  string: '36',
  type: '37',
  variable: '92',
  error: '91',
  none: '',
};

export function* colorSpans<W>(text: string, due: Due<W>): InPieces<W, readonly StyledSpan[]> {
  const { spans } = yield* colorizeInPieces(text, due);
  return spans
    .filter(({ color }) => STYLES[color] !== '')
    .map(({ start, end, color }) => ({ start, end, style: STYLES[color] }));
}

/** Whether Enter runs the text: wrong text runs too, and the engine says what is wrong with it. */
export const isCompleteText = (text: string): boolean => !isIncomplete(text);
