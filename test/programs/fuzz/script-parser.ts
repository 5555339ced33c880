/** Scripts: the tree, and everything that is asked of a tree before anything runs. */
import { NOT_DUE, whole } from '../../../src/powershell/lang/parse-progress.js';
import { decodeUtf8 } from '../../../src/protocol/bytes/index.js';
import {
  colorize,
  constrainedLanguageErrors,
  findAll,
  parseDataFile,
  parseInput,
  restrictedLanguageErrors,
} from '../../../src/powershell/lang/index.js';
import { ArgumentError, PSSessionError } from '../../../src/protocol/errors/index.js';
import { Disagreement, type Parser } from './parser.js';

export const scriptParser = (examples: readonly Uint8Array[]): Parser => ({
  name: 'scripts',
  rooms: ['powershell/lang'],
  examples,
  refusals: [PSSessionError],
  // Errors of a text that is wrong at every second character quote the rest of it: the square of its length.
  maxBytes: 4096,
  parse: (input) => {
    const text = decodeUtf8(input);
    const { ast } = parseInput(text);
    for (const { extent, kind } of findAll(ast, () => true)) {
      // A type without its brace ends one past the text, and a body that is missing where the text is cut ends one before
      // its start, in the real parser too.
      const { startOffset, endOffset } = extent;
      if (!(startOffset >= 0 && startOffset <= endOffset + 1 && endOffset <= text.length + 1))
        throw new Disagreement(`a ${kind} from ${startOffset} to ${endOffset} of ${text.length}`);
    }
    colorize(text);
    whole(constrainedLanguageErrors(ast, NOT_DUE));
    restrictedLanguageErrors(ast);
    try {
      parseDataFile(text);
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error; // few scripts are data
    }
  },
});
