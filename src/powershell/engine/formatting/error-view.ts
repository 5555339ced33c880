/** The text of an error as a host shows it, by the four views of `$ErrorView`. */
import { PSDictionary, type PSErrorRecord, type PSValue } from '../../../protocol/objects/index.js';
import { integerOf, toText } from '../conversion.js';
import { plainText } from './cells.js';
import { errorParts, partsOfRecord, type ErrorParts } from './error-parts.js';
import { detailLines, errorItems, errorText } from './get-error-text.js';
import { DEFAULT_STYLES, NO_STYLES, type FormatStyles } from './styles.js';

export interface ErrorViewOptions {
  /** Columns of the screen; default 120. Long messages that stand below a script line break there. */
  readonly width?: number;
  readonly view?: 'ConciseView' | 'NormalView' | 'CategoryView' | 'DetailedView';
  readonly color?: boolean;
  readonly styles?: FormatStyles;
  /** Whether a command of that name is there now; one that is not is not named. Default: all are. */
  readonly knowsCommand?: (name: string) => boolean;
}

/** Text of an error as the host shows it; no line end at its end, but for what ConciseView adds below a script line. */
export function formatErrorRecord(record: PSErrorRecord, options: ErrorViewOptions = {}): string {
  const parts = partsOfRecord(record);
  return view(parts, options, (styles) => detailLines(errorItems(parts), styles));
}
/** The same for a live or deserialized ErrorRecord; undefined for another value. */
export function formatErrorValue(value: PSValue, options: ErrorViewOptions = {}): string | undefined {
  const parts = errorParts(value);
  return parts === undefined ? undefined : view(parts, options, (styles) => errorText(value, styles) ?? '');
}

function view(parts: ErrorParts, options: ErrorViewOptions, details: (styles: FormatStyles) => string): string {
  const styles = options.color === true ? (options.styles ?? DEFAULT_STYLES) : NO_STYLES;
  const name = options.view ?? 'ConciseView';
  const prefix = name === 'NormalView' && !isNative(parts) ? styles.error + commandPrefix(parts) : '';
  if (isNative(parts)) return `${styles.error}${parts.exceptionMessage}${styles.reset}`;
  switch (name) {
    case 'CategoryView':
      return `${styles.error}${parts.categoryMessage}${styles.reset}`;
    case 'ConciseView': {
      const recommendation =
        parts.recommendation.trim() === ''
          ? ''
          : `\n${styles.error}  Recommendation: ${parts.recommendation}${styles.reset}`;
      return concise(parts, options, styles) + recommendation;
    }
    case 'DetailedView':
      return `${styles.error}\n${details(styles)}\n\n${styles.reset}`;
    case 'NormalView':
      return prefix + normal(parts, styles);
  }
}
/** What a program wrote to its error output. */
const isNative = ({ errorId }: ErrorParts): boolean =>
  errorId === 'NativeCommandErrorMessage' || errorId === 'NativeCommandError';

// ------------------------------------------------------------- NormalView

function commandPrefix({ command, invocationName }: ErrorParts): string {
  if (command === '') return invocationName === '' ? '' : `${invocationName} : `;
  const name = /^[&.]?$/.test(invocationName) ? command : invocationName;
  return `${name} : `;
}
function normal(parts: ErrorParts, styles: FormatStyles): string {
  const shown = parts.position !== '' && (parts.command !== '' || parts.category !== 'ParserError');
  const lines = [
    shown ? `${parts.message}\n${parts.position}` : parts.message,
    `+ CategoryInfo          : ${parts.categoryMessage}`,
    `+ FullyQualifiedErrorId : ${parts.errorId}`,
    ...(parts.computer === '' ? [] : [`+ PSComputerName        : ${parts.computer}`]),
  ];
  return `${styles.error}${lines.join('\n')}${styles.reset}`;
}

// ------------------------------------------------------------ ConciseView

/** What a test framework may put into the target: the line that failed, in place of the script's. */
interface TargetPlace {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
function targetPlace(target: PSValue): TargetPlace | undefined {
  if (!(target instanceof PSDictionary)) return undefined;
  const line = target.getEntry('Line');
  const lineText = target.getEntry('LineText');
  if (line === undefined || lineText === undefined) return undefined;
  const text = toText(lineText).trim();
  const column = (name: string): number => {
    const found = integerOf(target.getEntry(name) ?? null);
    return found === undefined ? 0 : Number(found);
  };
  const start = column('StartColumn');
  if (start <= 0 || start > text.length)
    return { file: toText(target.getEntry('File') ?? null), line: Number(toText(line)) || 0, text, start: 0, end: 0 };
  const end = column('EndColumn');
  const valid = end > start && end <= text.length + 1;
  return {
    file: toText(target.getEntry('File') ?? null),
    line: Number(toText(line)) || 0,
    text,
    start: start - 1,
    end: (valid ? end : text.length + 1) - 1,
  };
}

function concise(parts: ErrorParts, options: ErrorViewOptions, styles: FormatStyles): string {
  const width = options.width ?? 120;
  const target = targetPlace(parts.target);
  const parseError =
    parts.category === 'ParserError' &&
    parts.exceptionTypes.some((type) =>
      ['ParseException', 'ParentContainsErrorRecordException', 'IncompleteParseException'].some((name) =>
        type.endsWith(`.${name}`),
      ),
    );
  const scripted = parts.scriptName !== '' || parts.line > 1;
  const detailed = (parseError || scripted) && !/\.psm1$/i.test(parts.scriptName) && parts.position !== '';
  let position = '';
  let prefix = '';
  if (target !== undefined || detailed) {
    const place = markedPlace(parts, target);
    const number = String(place.line);
    const wide = ' '.repeat(Math.max(0, number.length - 4));
    const narrow = ' '.repeat(Math.max(0, 4 - number.length));
    position = place.file === '' ? '\n' : `${styles.reset}${place.file}\n`;
    position += `${styles.errorAccent}${wide}Line |\n`;
    let line = `${place.text}\n`;
    if (place.length < line.length - 1) {
      const end = place.offset + place.length;
      line =
        line.slice(0, place.offset) +
        styles.errorAccent +
        line.slice(place.offset, end) +
        styles.reset +
        line.slice(end);
    }
    position += `${styles.errorAccent}${narrow}${number} | ${styles.reset}${line}`;
    prefix = `${styles.errorAccent}${wide}     | ${styles.error}`;
    if (place.mark !== '') position += `${prefix}${place.mark}\n`;
  }
  let message = prefix + (parts.category === 'ParserError' && !parts.hasDetails ? ownMessage(parts) : parts.message);
  if (parts.scriptName !== '' || parts.category === 'ParserError') {
    message = message.replaceAll(/[\n\t]/g, ' ');
    message = `${broken(message, prefix, width)}\n`;
  }
  return `${styles.error}${reasonOf(parts, options)}: ${position}${styles.error}${message}${styles.reset}`;
}

interface MarkedPlace {
  /** `file:line`, or the target's file. */
  readonly file: string;
  readonly line: number;
  /** The line, as it stands behind the bar. */
  readonly text: string;
  readonly mark: string;
  readonly offset: number;
  readonly length: number;
}
function markedPlace(parts: ErrorParts, target: TargetPlace | undefined): MarkedPlace {
  if (target !== undefined) {
    const length = target.end - target.start;
    return {
      file: target.file,
      line: target.line,
      text: target.text,
      mark: length > 0 ? ' '.repeat(target.start) + '~'.repeat(length) : '',
      offset: target.start,
      length,
    };
  }
  const lines = parts.position.split('\n');
  const mark = (lines.at(-1) ?? '').slice(1);
  return {
    file: parts.scriptName === '' ? '' : `${parts.scriptName}:${parts.line}`,
    line: parts.line,
    text: (lines[1] ?? '').slice(1),
    mark,
    offset: Math.max(0, mark.indexOf('~')),
    length: mark.trim().length,
  };
}
/** The parser's exception repeats the place before its message. */
function ownMessage({ message }: ErrorParts): string {
  const at = message.indexOf('~\n');
  return at < 0 ? message : (message.slice(at + 2).split('\n\n')[0] ?? '');
}

/** Breaks a message at blanks so that it stays right of the bar. */
function broken(message: string, prefix: string, width: number): string {
  const visible = plainText(prefix).length;
  const invisible = prefix.length - visible;
  if (width <= 0 || message.length - invisible <= width) return message;
  const head = truncated(message, width + invisible);
  const lines = [head];
  let rest = message.slice(head.length).trim();
  while (rest.length + visible > width) {
    const part = truncated(prefix + rest, width + invisible);
    if (part.length - prefix.length <= 0) break;
    lines.push(part);
    rest = rest.slice(part.length - prefix.length).trim();
  }
  lines.push(prefix + rest.trim());
  return lines.join('\n');
}
/** Up to the last blank within `length` characters. */
function truncated(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const at = head.search(/\s\S*$/);
  return at < 0 ? head : head.slice(0, at);
}

/** The word in front of the message: the command, or the category. */
function reasonOf(parts: ErrorParts, { knowsCommand }: ErrorViewOptions): string {
  if (parts.thrown) return 'Exception';
  // A script file's command is called by its name, not by its path.
  const command = parts.command.replace(/^.*[\\/]/s, '');
  if (command !== '' && (knowsCommand === undefined || knowsCommand(command))) return command;
  if (parts.activity !== '') return parts.activity;
  if (command !== '') return command;
  if (parts.ofBlock !== undefined) return parts.ofBlock;
  if (parts.invocationName !== '') return parts.invocationName;
  if (parts.category !== 'NotSpecified') return parts.category;
  return parts.reason !== '' ? parts.reason : 'Error';
}
