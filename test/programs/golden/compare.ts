/** Where two observations differ, field by field, as lines for a person. */
import type { Field, GoldenRecord, Observed } from './records.js';

/**
 * An object around a small number that has nothing but the number: .NET shares the boxed small numbers of a process, and
 * once any script attached a member to one, PowerShell writes each of them so until the process ends.
 */
const SHARED_BOX = /<Obj((?: N="[^"]*")?) RefId="\d+">\s*<(I32|B)>([^<]*)<\/\2>\s*<\/Obj>/g;

/** Ids in the order in which they appear; a document that lost some objects counts as one that never had them. */
function renumbered(xml: string): string {
  const ids = new Map<string, number>();
  return xml.replace(/(<(Obj|TN|TNRef|Ref)\b[^>]* RefId=")(\d+)"/g, (_all, before: string, tag: string, id: string) => {
    const key = `${tag.startsWith('TN') ? 't' : 'o'}${id}`;
    const known = ids.get(key) ?? [...ids.keys()].filter((name) => name[0] === key[0]).length;
    ids.set(key, known);
    return `${before}${known}"`;
  });
}

/** What a person reads of a `[type]`; the rest is metadata of an assembly (tokens, handles, GUIDs, lists of members). */
const READ_OF_TYPE =
  /^<\w+ N="(?:Is(?!Collectible|Serializable|Sealed)\w+|Name|FullName|Namespace|AssemblyQualifiedName|Assembly|BaseType|MemberType|ContainsGenericParameters|HasElementType|DeclaringType)"/;
/** Properties of a `[type]`, by name: .NET's reflection gives them in an order that changes with what ran before. */
function sortedReflection(xml: string): string {
  if (!xml.includes('<T>System.RuntimeType</T>')) return xml;
  return xml.replace(
    /<Props>((?:<(\w+) N="[^"]*"(?: RefId="\d+")?(?: \/>|>(?:[^<]|<(?!\/?Props>))*?<\/\2>))+)<\/Props>/g,
    (_all, inner: string) => {
      const parts = inner.match(/<(\w+) N="[^"]*"(?: RefId="\d+")?(?: \/>|>.*?<\/\1>)(?=<\w+ N="|$)/gs) ?? [inner];
      return `<Props>${parts
        .filter((part) => !inner.includes('"AssemblyQualifiedName"') || READ_OF_TYPE.test(part))
        .sort()
        .join('')}</Props>`;
    },
  );
}
/** Indentation, the engine's own version and boxes that are shared by chance are no part of a value. */
export function canonicalDocument(xml: string): string {
  return renumbered(
    sortedReflection(
      xml
        .replace(/>\r?\n\s*</g, '><')
        .replace(/ xmlns="[^"]*"/, '')
        .replace(/Version=7\.\d+\.\d+\.\d+/g, 'Version=7')
        .replace(SHARED_BOX, '<$2$1>$3</$2>'),
    ),
  );
}
const canonicalText = (text: string): string => text.replace(/\r\n/g, '\n');

/** How much of a long text is shown: some of what is the same, and the first difference. */
const BEFORE = 300;
const SHOWN = 1500;
const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined)) ?? 'nothing';
function pair(want: unknown, got: unknown): readonly [string, string] {
  const left = textOf(want);
  const right = textOf(got);
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const from = same <= SHOWN / 2 ? 0 : same - BEFORE;
  const part = (text: string): string =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? '…' : ''}`;
  return [`    want ${part(left)}`, `    got  ${part(right)}`];
}

function listDifferences(
  field: string,
  want: readonly unknown[],
  got: readonly unknown[],
  same: (left: unknown, right: unknown, index: number) => boolean,
): readonly string[] {
  const out: string[] = [];
  for (let index = 0; index < Math.max(want.length, got.length); index += 1) {
    if (index < want.length && index < got.length && same(want[index], got[index], index)) continue;
    out.push(`${field}[${index}]`, ...pair(want[index], got[index]));
  }
  return out;
}

export function differences(want: GoldenRecord, got: Observed, fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field): readonly string[] => {
    switch (field) {
      case 'output': {
        const mine = got.output.map(canonicalDocument);
        const late = want.outputLate?.map(canonicalDocument);
        return listDifferences(
          field,
          want.output.map(canonicalDocument),
          mine,
          (left, right, index) => left === right || late?.[index] === right,
        );
      }
      case 'errors': {
        const count = Math.max(want.errors.length, got.errors.length);
        const out: string[] = [];
        for (let index = 0; index < count; index += 1) {
          const left = want.errors[index];
          const right = got.errors[index];
          if (left === undefined || right === undefined) {
            out.push(`errors[${index}]`, ...pair(left, right));
            continue;
          }
          const keys = Object.keys(left) as (keyof typeof left)[];
          for (const key of keys)
            if (canonicalText(String(left[key])) !== canonicalText(String(right[key])))
              out.push(`errors[${index}].${key}`, ...pair(left[key], right[key]));
        }
        return out;
      }
      case 'text':
        if (want.text === undefined || got.text === undefined) return [];
        return canonicalText(want.text) === canonicalText(got.text)
          ? []
          : ['text', ...pair(JSON.stringify(want.text), JSON.stringify(got.text))];
      default:
        return listDifferences(
          field,
          want[field],
          got[field],
          (left, right) => JSON.stringify(left) === JSON.stringify(right),
        );
    }
  });
}
