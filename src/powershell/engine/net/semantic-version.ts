/** SemanticVersion: `major.minor.patch-label+build`. */
import { PropertyBag, PSObject, PSVersion, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import { dataOf, formatError, net, nullArgument, requireType, text } from './support.js';

interface Semantic {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly pre: string | null;
  readonly build: string | null;
}
const SEMVER = 'System.Management.Automation.SemanticVersion';
const NUMBERS = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/;
const LABEL = /^(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*$/;
/** Both of them as one text, without the dash. */
const LABELS =
  /^((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;
const BUILD = /^[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*$/;
const MAX = 2_147_483_647;
const PRE = 'PSSemVerPreReleaseLabel';
const BUILD_LABEL = 'PSSemVerBuildLabel';
function parseSemantic(source: string): Semantic | undefined {
  if (/[-+.]$/.test(source)) return undefined;
  const dash = source.indexOf('-');
  const plus = source.indexOf('+');
  // A label begins before the build; a dash after the plus belongs to the build.
  const labelled = dash >= 0 && (plus < 0 || dash < plus);
  const pre = labelled ? source.slice(dash + 1, plus < 0 ? undefined : plus) : null;
  const build = plus < 0 ? null : source.slice(plus + 1);
  const match = NUMBERS.exec(source.slice(0, labelled ? dash : plus < 0 ? undefined : plus));
  if (match === null || (pre !== null && !LABEL.test(pre)) || (build !== null && !BUILD.test(build))) return undefined;
  const [major, minor, patch] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  return Math.max(major, minor, patch) > MAX ? undefined : { major, minor, patch, pre, build };
}
function compareSemantic(a: Semantic, b: Semantic): number {
  for (const part of ['major', 'minor', 'patch'] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  const [one, other] = [a.pre ?? '', b.pre ?? ''];
  if (one === other) return 0;
  if (one === '') return 1;
  if (other === '') return -1;
  const left = one.split('.');
  const right = other.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const x = left[index];
    const y = right[index];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    if (x === y) continue;
    const numeric = /^\d+$/.test(x) && /^\d+$/.test(y);
    if (numeric && Number(x) !== Number(y)) return Number(x) < Number(y) ? -1 : 1;
    if (/^\d+$/.test(x) !== /^\d+$/.test(y)) return /^\d+$/.test(x) ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}
/** The version that `$PSVersionTable` has; it never changes, so that one serves all runspaces. */
let current: PSValue | undefined;
export const engineVersion = (): PSValue =>
  (current ??= net(SEMVER, { major: 7, minor: 6, patch: 9, pre: null, build: null }));
const notValid = (name: string): NetThrow =>
  new NetThrow(
    'System.Management.Automation.PSArgumentException',
    `Cannot process argument because the value of argument "${name}" is not valid. Change the value of the "${name}" argument and run the operation again.`,
  );
implement(SEMVER, () => {
  const own = (self: PSValue): Semantic => dataOf<Semantic>(self);
  const shown = ({ major, minor, patch, pre, build }: Semantic): string =>
    `${major}.${minor}.${patch}${(pre ?? '') === '' ? '' : `-${pre}`}${(build ?? '') === '' ? '' : `+${build}`}`;
  const parse = (source: PSValue): PSValue => {
    if (source === null) throw nullArgument('version');
    const given = text(source);
    if (given === '') throw formatError('version');
    const made = parseSemantic(given);
    if (made === undefined) throw formatError("The input string '' was not in a correct format.");
    return net(SEMVER, made);
  };
  const part = (name: string, value: PSValue | undefined): number => {
    const made = Number(value ?? 0);
    if (made < 0) throw notValid(name);
    return made;
  };
  const label = (name: string, value: PSValue | undefined, rule: RegExp): string | null => {
    const given = value === undefined || value === null ? '' : toText(value);
    if (given === '') return null;
    if (!rule.test(given)) throw formatError(name);
    return given;
  };
  return {
    Major: (self) => own(self).major,
    Minor: (self) => own(self).minor,
    Patch: (self) => own(self).patch,
    PreReleaseLabel: (self) => own(self).pre,
    BuildLabel: (self) => own(self).build,
    ToString: (self) => shown(own(self)),
    Equals: (self, other) => {
      const inner = unwrap(other);
      if (!(inner instanceof NetObject) || inner.type.fullName !== SEMVER) return false;
      // A label that is empty is another than none, though they are of the same rank.
      return compareSemantic(own(self), own(inner)) === 0 && own(self).pre === own(inner).pre;
    },
    CompareTo: (self, other) =>
      other === null ? 1 : compareSemantic(own(self), own(convertTo(other, requireType(SEMVER)))),
    'static Parse': (_self, source) => parse(source),
    'static TryParse': (_self, source, target) => {
      const made = parseSemantic(text(source));
      if (target instanceof PSReference) target.put(made === undefined ? null : net(SEMVER, made));
      return made !== undefined;
    },
    'static Compare': (_self, a, b) => compareSemantic(own(a), own(b)),
    'new(string)': (_self, source) => parse(source),
    'new(version)': (_self, given) => {
      const version = unwrap(given);
      if (!(version instanceof PSVersion)) throw nullArgument('version');
      if (version.revision > 0) throw notValid('version');
      const { major, minor, build } = version;
      // What a version that was made of a semantic one remembers.
      const kept = (name: string): string | null => {
        const value = given instanceof PSObject ? (given.extended?.get(name) ?? null) : null;
        return value === null ? null : toText(value);
      };
      return net(SEMVER, { major, minor, patch: Math.max(0, build), pre: kept(PRE), build: kept(BUILD_LABEL) });
    },
    'static op_Implicit': (_self, from) => {
      const { major, minor, patch, pre, build } = own(from);
      const base = new PSVersion(major, minor, patch);
      if ((pre ?? '') === '' && (build ?? '') === '') return base;
      return new PSObject({
        typeNames: ['System.Version#IncludeLabel', 'System.Version', 'System.Object'],
        base,
        extended: PropertyBag.of({
          ...(pre === null ? {} : { [PRE]: pre }),
          ...(build === null ? {} : { [BUILD_LABEL]: build }),
        }),
      });
    },
    'new(int, int, int, string)': (_self, major, minor, patch, given) => {
      const [whole, pre, build] = LABELS.exec(given === null ? '' : toText(given)) ?? [];
      if (whole === undefined) throw formatError('label');
      return net(SEMVER, {
        major: part('major', major),
        minor: part('minor', minor),
        patch: part('patch', patch),
        // One text for both leaves the other one empty.
        ...(whole === '' ? { pre: null, build: null } : { pre: pre ?? '', build: build ?? '' }),
      });
    },
    new: (_self, major, minor, patch, pre, build) =>
      net(SEMVER, {
        major: part('major', major),
        minor: part('minor', minor),
        patch: part('patch', patch),
        pre: label('preReleaseLabel', pre, LABEL),
        build: label('buildLabel', build, BUILD),
      }),
  };
});
