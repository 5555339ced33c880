/** What a session says about formatting: its views, $FormatEnumerationLimit, $PSStyle, $ErrorView, the host's screen. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { EngineCommandContext, EngineServices } from '../commands/engine-services.js';
import { toText } from '../conversion.js';
import type { ErrorViewOptions } from './error-view.js';
import { defaultFormatDatabase, type FormatDatabase } from './format-database.js';
import type { FormatOptions } from './formatter.js';
import { liveAccess } from './live-access.js';
import { DEFAULT_STYLES, type FormatStyles } from './styles.js';

const DATABASE = Symbol('format database');
const ENUMERATION_LIMIT = 4;
/** Host defaults by their number in the host information of PSRP. protocol.md 3.4 */
const HOST_BUFFER_SIZE = 5;
const HOST_WINDOW_SIZE = 6;

/** The views of the runspace; its own copy once a file was loaded. */
export class SessionDatabase {
  database: FormatDatabase = defaultFormatDatabase();
  #own = false;
  /** For changing: a copy of the runspace's own. */
  writable(): FormatDatabase {
    if (!this.#own) this.database = this.database.copy();
    this.#own = true;
    return this.database;
  }
}
export const sessionDatabase = (services: EngineServices): SessionDatabase =>
  services.state(DATABASE, () => new SessionDatabase());

function size(context: EngineCommandContext, key: number, part: 'width' | 'height'): number | undefined {
  const value = context.host.defaults.get(key);
  const found = value instanceof PSObject ? value.get(part) : undefined;
  return typeof found === 'number' && found > 0 ? found : undefined;
}
/** The host's columns; 120 where it has no screen. */
export const screenWidth = (context: EngineCommandContext): number =>
  size(context, HOST_BUFFER_SIZE, 'width') ?? size(context, HOST_WINDOW_SIZE, 'width') ?? 120;
export const screenHeight = (context: EngineCommandContext): number | undefined =>
  size(context, HOST_WINDOW_SIZE, 'height');

export function enumerationLimit(services: EngineServices): number {
  const value = services.variables.find('FormatEnumerationLimit', 'global')?.value;
  return typeof value === 'number' ? value : ENUMERATION_LIMIT;
}
const VIEWS = ['ConciseView', 'NormalView', 'CategoryView', 'DetailedView'] as const;
export function errorView(services: EngineServices): ErrorViewOptions['view'] {
  const value = services.variables.find('ErrorView')?.value;
  const name = value === undefined || value === null ? '' : toText(value).toLowerCase();
  return VIEWS.find((view) => view.toLowerCase() === name) ?? 'NormalView';
}

function styleText(value: PSValue | undefined, name: string, fallback: string): string {
  const found = value instanceof PSObject ? value.get(name) : undefined;
  return typeof found === 'string' ? found : fallback;
}
/** The styles of $PSStyle as the session has set them. */
export function sessionStyles(services: EngineServices): FormatStyles {
  const style = services.variables.find('PSStyle')?.value;
  const formatting = style instanceof PSObject ? style.get('Formatting') : undefined;
  return {
    tableHeader: styleText(formatting, 'TableHeader', DEFAULT_STYLES.tableHeader),
    customTableHeader: styleText(formatting, 'CustomTableHeaderLabel', DEFAULT_STYLES.customTableHeader),
    accent: styleText(formatting, 'FormatAccent', DEFAULT_STYLES.accent),
    error: styleText(formatting, 'Error', DEFAULT_STYLES.error),
    errorAccent: styleText(formatting, 'ErrorAccent', DEFAULT_STYLES.errorAccent),
    warning: styleText(formatting, 'Warning', DEFAULT_STYLES.warning),
    verbose: styleText(formatting, 'Verbose', DEFAULT_STYLES.verbose),
    debug: styleText(formatting, 'Debug', DEFAULT_STYLES.debug),
    reset: styleText(style ?? undefined, 'Reset', DEFAULT_STYLES.reset),
  };
}
/** Whether text for the host carries escape sequences: `$PSStyle.OutputRendering`, and what the host can show. */
export function hostColor(context: EngineCommandContext): boolean {
  const style = context.services.variables.find('PSStyle')?.value;
  const rendering = style instanceof PSObject ? style.get('OutputRendering') : undefined;
  const name = rendering === undefined || rendering === null ? 'host' : toText(rendering).toLowerCase();
  if (name === 'plaintext') return false;
  return name === 'ansi' || context.host.supportsVirtualTerminal === true;
}
/** Whether text that goes elsewhere (Out-String, Out-File) carries them. */
export function textColor(context: EngineCommandContext): boolean {
  const style = context.services.variables.find('PSStyle')?.value;
  const rendering = style instanceof PSObject ? style.get('OutputRendering') : undefined;
  return rendering !== undefined && rendering !== null && toText(rendering).toLowerCase() === 'ansi';
}

/** Options of a formatter that works for this command. */
export function formatOptions(context: EngineCommandContext): FormatOptions {
  const { services } = context;
  const culture = services.variables.find('PSCulture')?.value;
  return {
    access: liveAccess(context),
    database: sessionDatabase(services).database,
    enumerationLimit: enumerationLimit(services),
    styles: sessionStyles(services),
    culture: typeof culture === 'string' ? culture : '',
    now: () => performance.now(),
    windowWidth: screenWidth(context),
    knowsCommand: (name) => {
      const found = services.commands(name, undefined);
      return found instanceof Promise || found.length > 0;
    },
    // A script sets it between two of its errors.
    errorView: () => errorView(services),
  };
}
