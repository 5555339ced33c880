import type { CommandContext, CommandRegistration } from '../command-api.js';
import type { FormatAccess } from './access.js';
import type { FormatDatabase } from './format-database.js';

/** What the commands ask of the engine. Everything has a default, so that they run without one. */
export interface FormattingServices {
  /** Default: `plainAccess` with `context.invoke` for script blocks. */
  access?(context: CommandContext): FormatAccess;
  database?(context: CommandContext): FormatDatabase;
  /** $FormatEnumerationLimit. */
  enumerationLimit?(context: CommandContext): number;
  /** Where Out-Default and Out-Host print; default the host's `Write2`/`WriteLine2` calls. */
  print?(context: CommandContext, text: string): Promise<void> | void;
  /** Screen width; default the host's buffer size, 120 without one. */
  width?(context: CommandContext): number;
}
/** Format-Table, -List, -Wide, -Custom, Out-String, Out-Default, Out-Host, Out-Null, Update-FormatData, with services of the engine's. */
export declare function formattingCommands(services: FormattingServices): readonly CommandRegistration[];
export declare const FORMATTING_COMMANDS: readonly CommandRegistration[];
