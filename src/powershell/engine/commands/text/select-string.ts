/** Select-String: lines that match patterns, with what stands around them. */
import { pushOne } from '../../room.js';
import { existsSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import { PSObject, PSUInt64, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import { toNumber, toText } from '../../conversion.js';
import { patternProblem } from '../../operators/text.js';
import { LOOK, settle, type Pending, type Steps } from '../../pending.js';
import { type NetMatch, type NetRegex, netRegex, RegexSyntaxError } from '../../text/regex/index.js';
import { lineSteps } from '../../slices.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { NetObject, typedArray } from '../../values/live.js';
import { matchLines, pathBelow } from '../../formatting/match-text.js';
import { defineType, requireType } from '../../values/net-type.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, NOT_NULL, count, range } from '../support/command-spec.js';
import { encodingParameter, type TextEncoding, UTF8 } from '../support/encoding.js';
import { currentCulture } from '../../culture/culture.js';
import { existingFiles, readTextSteps, targetFile, textEncoding } from '../support/files.js';
import { inputOf, listOf, netObject } from '../support/objects.js';

interface Finder {
  readonly pattern: string;
  /** The matches of a line that has any; -SimpleMatch tells of none. */
  find(line: string): Steps<readonly PSValue[] | undefined>;
}
/** What makes texts that are equal to the culture the same: letters of one case, and composed. */
function comparable(context: EngineCommandContext, sensitive: boolean): (text: string) => string {
  const given = text(context, 'Culture')?.toLowerCase();
  const isOrdinal = given === 'ordinal';
  const culture = given === undefined || given === 'current' ? currentCulture().name.toLowerCase() : given;
  const isTurkic = /^(?:tr|az)(?:-|$)/.test(culture);
  return (line) => {
    const cased = sensitive ? line : isTurkic ? line.toLocaleLowerCase('tr') : line.toLowerCase();
    return isOrdinal || !/[^\u0000-\u007f]/.test(cased) ? cased : cased.normalize();
  };
}
function finders(context: EngineCommandContext): Finder[] {
  const sensitive = context.flag('CaseSensitive');
  if (context.isBound('Culture') && !context.flag('SimpleMatch'))
    context.fail('You must specify -Culture parameter only with -SimpleMatch parameter.', {
      errorId: 'CannotSpecifyCultureWithoutSimpleMatch',
      category: 'InvalidData',
      exceptionType: 'System.InvalidOperationException',
    });
  return (texts(context, 'Pattern') ?? []).map((pattern) => {
    if (context.flag('SimpleMatch')) {
      const shape = comparable(context, sensitive);
      const wanted = shape(pattern);
      return {
        pattern,
        // oxlint-disable-next-line require-yield
        *find(line) {
          return shape(line).includes(wanted) ? [] : undefined;
        },
      };
    }
    let regex: NetRegex;
    try {
      regex = netRegex(pattern, { ignoreCase: !sensitive });
    } catch (error) {
      if (!(error instanceof RegexSyntaxError)) throw error;
      return context.fail(
        `The string ${pattern} is not a valid regular expression: ${patternProblem(pattern, error)}`,
        {
          errorId: 'InvalidRegex',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentException',
        },
      );
    }
    const type = requireType('System.Text.RegularExpressions.Match');
    return {
      pattern,
      *find(line) {
        const found: PSValue[] = [];
        const tick = (): Promise<void> | undefined => context.tick(LOOK);
        let match = yield* settle(regex.find(tick, line));
        while (match !== null) {
          found.push(new NetObject<NetMatch>(type, match));
          if (!context.flag('AllMatches')) break;
          match = yield* settle(regex.find(tick, line, regex.after(match)));
          const wait = context.tick();
          if (wait !== undefined) yield wait;
        }
        return found.length === 0 ? undefined : found;
      },
    };
  });
}
const strings = (lines: readonly string[]): PSValue => typedArray([...lines], requireType('System.String'));

const MATCH_INFO = 'Microsoft.PowerShell.Commands.MatchInfo';
const linesOf = (value: PSValue | undefined): string[] => listOf(value).map((line) => toText(line));
function matchText(self: PSValue, folder: string): string {
  if (!(self instanceof PSObject)) return '';
  const around = self.get('Context');
  return matchLines(
    {
      line: toText(self.get('Line') ?? ''),
      number: Number(toNumber(self.get('LineNumber') ?? 0)),
      path: toText(self.get('Path') ?? ''),
      context:
        around instanceof PSObject
          ? { before: linesOf(around.get('DisplayPreContext')), after: linesOf(around.get('DisplayPostContext')) }
          : undefined,
    },
    folder,
  );
}
defineType(
  MATCH_INFO,
  {},
  {
    'string ToString()': (self) => matchText(self, ''),
    'string ToString(string directory)': (self, folder) => matchText(self, toText(folder ?? '')),
    // Nothing is marked where the host shows no colours.
    'string ToEmphasizedString(string directory)': (self, folder) => matchText(self, toText(folder ?? '')),
    'string RelativePath(string directory)': (self, folder) =>
      self instanceof PSObject ? pathBelow(toText(self.get('Path') ?? ''), toText(folder ?? '')) : null,
  },
);

interface Waiting {
  readonly object: PSObject;
  readonly after: string[];
  /** Lines around it that are not shown with the match before or after it. */
  readonly shownBefore: readonly string[];
  readonly shownAfter: string[];
  left: number;
}

class Search {
  readonly #context: EngineCommandContext;
  readonly #finders: readonly Finder[];
  readonly #before: number;
  readonly #after: number;
  found = false;
  constructor(context: EngineCommandContext) {
    this.#context = context;
    this.#finders = finders(context);
    const [before = 0, after] = listOf(context.arg('Context')).map((value) => toNumber(value));
    this.#before = before;
    this.#after = after ?? before;
  }
  /** Looks through lines of one source; true when nothing more is wanted of it. */
  *lines(lines: Iterable<string>, path: string): Steps<boolean> {
    const previous: string[] = [];
    let waiting: Waiting[] = [];
    let number = 0;
    const done = (one: Waiting): Pending<void> => {
      const around = one.object.get('Context');
      if (around instanceof PSObject) {
        around.set('PostContext', strings(one.after));
        around.set('DisplayPreContext', strings(one.shownBefore));
        around.set('DisplayPostContext', strings(one.shownAfter));
        one.object.toStringText = matchText(one.object, '');
      }
      return this.#context.write(one.object);
    };
    let enough = false;
    // What is shown around matches: a line stands there once, with the earlier of two.
    let shown: string[] = [];
    let open: Waiting | undefined;
    for (const line of lines) {
      number += 1;
      const tick = this.#context.tick(1 + (line.length >> 6));
      if (tick !== undefined) yield tick;
      for (const one of waiting) {
        one.after.push(line);
        one.left -= 1;
      }
      const hit = enough ? undefined : yield* this.#match(line);
      if (hit === undefined) {
        if (open !== undefined) {
          open.shownAfter.push(line);
          if (open.shownAfter.length >= this.#after) open = undefined;
        } else if (this.#before > 0) {
          shown.push(line);
          if (shown.length > this.#before) shown.shift();
        }
      }
      while (waiting[0]?.left === 0) yield* settle(done(waiting.shift() as Waiting));
      if (enough) {
        if (waiting.length === 0) break;
        continue;
      }
      if (hit !== undefined) {
        this.found = true;
        if (this.#context.flag('Quiet')) return true;
        if (this.#context.flag('Raw')) yield* settle(this.#context.write(line));
        else {
          const object = this.#info(line, number, path, hit, previous);
          const one: Waiting = { object, after: [], shownBefore: shown, shownAfter: [], left: this.#after };
          shown = [];
          if (this.#after === 0) yield* settle(done(one));
          else {
            waiting.push(one);
            open = one;
          }
        }
        // Of objects all are told.
        if (this.#context.flag('List') && path !== 'InputStream') enough = true;
        if (enough && waiting.length === 0) break;
      }
      if (this.#before > 0) {
        previous.push(line);
        if (previous.length > this.#before) previous.shift();
      }
    }
    for (const one of waiting) yield* settle(done(one));
    waiting = [];
    return enough;
  }
  *#match(line: string): Steps<{ readonly pattern: string; readonly matches: readonly PSValue[] } | undefined> {
    const not = this.#context.flag('NotMatch');
    for (const finder of this.#finders) {
      const matches = yield* finder.find(line);
      if (matches !== undefined) return not ? undefined : { pattern: finder.pattern, matches };
      const tick = this.#context.tick(LOOK);
      if (tick !== undefined) yield tick;
    }
    return not ? { pattern: this.#finders.at(-1)?.pattern ?? '', matches: [] } : undefined;
  }
  #info(
    line: string,
    number: number,
    path: string,
    hit: { readonly pattern: string; readonly matches: readonly PSValue[] },
    previous: readonly string[],
  ): PSObject {
    const around = this.#context.isBound('Context')
      ? netObject(['Microsoft.PowerShell.Commands.MatchInfoContext', 'System.Object'], {
          PreContext: strings(previous),
          PostContext: strings([]),
          DisplayPreContext: strings([]),
          DisplayPostContext: strings([]),
        })
      : null;
    return new PSObject({
      typeNames: [MATCH_INFO, 'System.Object'],
      toStringText: matchLines({ line, number, path, context: undefined }, ''),
      adapted: PropertyBag.of({
        IgnoreCase: !this.#context.flag('CaseSensitive'),
        LineNumber: new PSUInt64(BigInt(number)),
        Line: line,
        Filename: path === 'InputStream' ? path : nodePath.basename(path),
        Path: path,
        Pattern: hit.pattern,
        Context: around,
        Matches: typedArray([...hit.matches], requireType('System.Text.RegularExpressions.Match')),
      }),
    });
  }
}

const OBJECTS = 'Object,ObjectRaw';
export const selectString = defineCommand(
  'Select-String',
  {
    alias: 'sls',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'File',
    output: 'System.Boolean,Microsoft.PowerShell.Commands.MatchInfo,System.String',
    synopsis: 'Finds text in strings and files.',
  },
  [
    parameter('Culture', 'String', '', { check: NOT_NULL }),
    parameter('InputObject', 'PSObject', `${OBJECTS}: M V`, { allow: 'Null EmptyString' }),
    parameter('Pattern', 'String[]', 'M 0'),
    parameter('Path', 'String[]', 'File,FileRaw: M 1 P', {
      attributes: 'Microsoft.PowerShell.Commands.SelectStringCommand+FileinfoToStringAttribute',
    }),
    parameter('LiteralPath', 'String[]', 'LiteralFile,LiteralFileRaw: M P', {
      alias: 'PSPath LP',
      attributes: 'Microsoft.PowerShell.Commands.SelectStringCommand+FileinfoToStringAttribute',
    }),
    flag('Raw', 'ObjectRaw,FileRaw,LiteralFileRaw: M'),
    flag('SimpleMatch'),
    flag('CaseSensitive'),
    flag('Quiet', 'Object,File,LiteralFile: '),
    flag('List'),
    flag('NoEmphasis'),
    parameter('Include', 'String[]', '', { check: NOT_EMPTY }),
    parameter('Exclude', 'String[]', '', { check: NOT_EMPTY }),
    flag('NotMatch'),
    flag('AllMatches'),
    encodingParameter(),
    parameter('Context', 'Int32[]', '', { check: [...NOT_EMPTY, ...count(1, 2), ...range(0, 2147483647)] }),
  ],
  (context) => {
    const search = new Search(context);
    const inputs: string[] = [];
    let done = false;
    return {
      *process(): Steps<void> {
        if (done) return;
        if (context.parameterSetName.startsWith('Object')) {
          const input = inputOf(context) ?? null;
          // FileInfo objects are searched as files.
          if (input instanceof PSObject && input.typeNames[0] === 'System.IO.FileInfo') {
            const path = toText(input.get('FullName') ?? '');
            done = yield* search.lines(yield* linesIn(context, path, UTF8), path);
            done = done && context.flag('Quiet');
          } else pushOne(inputs, input === null ? '' : toText(input));
          return;
        }
        const literal = texts(context, 'LiteralPath');
        const include = texts(context, 'Include')?.map((pattern) => wildcardRegex(pattern));
        const exclude = texts(context, 'Exclude')?.map((pattern) => wildcardRegex(pattern));
        const paths =
          literal === undefined
            ? existingFiles(context, texts(context, 'Path') ?? [], false)
            : literal.map((one) => targetFile(context, one));
        for (const path of paths) {
          if (literal !== undefined && !existsSync(path)) {
            yield* settle(
              context.writeError(`The file ${path} cannot be read: Could not find file '${path}'.`, {
                errorId: 'ProcessingFile',
                category: 'InvalidArgument',
                exceptionType: 'System.ArgumentException',
              }),
            );
            continue;
          }
          if (statSync(path).isDirectory()) continue;
          const name = nodePath.basename(path);
          if (
            (include !== undefined && !include.some((regex) => regex.test(name))) ||
            exclude?.some((regex) => regex.test(name)) === true
          )
            continue;
          const stop = yield* search.lines(yield* linesIn(context, path, textEncoding(context)), path);
          if (stop && context.flag('Quiet')) {
            done = true;
            break;
          }
        }
      },
      *end(): Steps<void> {
        if (inputs.length > 0) yield* search.lines(inputs, 'InputStream');
        // Objects without a match are told by silence.
        if (context.flag('Quiet') && (search.found || !context.parameterSetName.startsWith('Object')))
          yield* settle(context.write(search.found));
      },
    };
  },
);
function* linesIn(context: EngineCommandContext, path: string, encoding: TextEncoding): Steps<string[]> {
  return yield* lineSteps(yield* readTextSteps(context, path, encoding), () => context.tick());
}
