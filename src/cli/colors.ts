/** The colours of PowerShell text at the prompt: PSReadLine's, which a person's terminal theme shows in its own way. */
import { colorizeInPieces, type Due, type InPieces, isIncomplete } from '../powershell/lang/index.js';
import type { EditorSettings } from './editor/editor-settings.js';
import type { StyledSpan } from './editor/screen.js';
import type { Colorize } from './editor/span-cache.js';

/** Colours of a text as the person set them. */
export const colorsOf = (settings: EditorSettings): Colorize =>
  function* colorSpans<W>(text: string, due: Due<W>): InPieces<W, readonly StyledSpan[]> {
    const { spans } = yield* colorizeInPieces(text, due);
    return spans.flatMap(({ start, end, color }) => {
      const style = settings.style(color);
      return style === '' ? [] : [{ start, end, style }];
    });
  };

/** Whether Enter runs the text: wrong text runs too, and the engine says what is wrong with it. */
export const isCompleteText = (text: string): boolean => !isIncomplete(text);
