/** What the parser says about text it cannot take: PowerShell's error ids and PowerShell's own words. */
import type { Extent } from './source-text.js';

export interface ParseError {
  /** `MissingEndCurlyBrace`, `UnexpectedToken` … as `ParseError.ErrorId` has it. */
  readonly errorId: string;
  readonly message: string;
  readonly extent: Extent;
  /** True when more text could still make it right: a prompt goes on reading instead of complaining. */
  readonly incompleteInput: boolean;
}
