/** Where two observations differ, field by field, as lines for a person. */
import type { Field, GoldenRecord, Observed } from './records.js';

/** Indentation and the engine's own version are no part of a value. */
export function canonicalDocument(xml: string): string {
  return xml
    .replace(/>\r?\n\s*</g, '><')
    .replace(/ xmlns="[^"]*"/, '')
    .replace(/Version=7\.\d+\.\d+\.\d+/g, 'Version=7');
}
const canonicalText = (text: string): string => text.replace(/\r\n/g, '\n');

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === undefined ? 'nothing' : text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
};

function listDifferences(
  field: string,
  want: readonly unknown[],
  got: readonly unknown[],
  same: (left: unknown, right: unknown, index: number) => boolean,
): readonly string[] {
  const out: string[] = [];
  for (let index = 0; index < Math.max(want.length, got.length); index += 1) {
    if (index < want.length && index < got.length && same(want[index], got[index], index)) continue;
    out.push(`${field}[${index}]`, `    want ${shown(want[index])}`, `    got  ${shown(got[index])}`);
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
            out.push(`errors[${index}]`, `    want ${shown(left)}`, `    got  ${shown(right)}`);
            continue;
          }
          const keys = Object.keys(left) as (keyof typeof left)[];
          for (const key of keys)
            if (canonicalText(String(left[key])) !== canonicalText(String(right[key])))
              out.push(`errors[${index}].${key}`, `    want ${shown(left[key])}`, `    got  ${shown(right[key])}`);
        }
        return out;
      }
      case 'text':
        if (want.text === undefined || got.text === undefined) return [];
        return canonicalText(want.text) === canonicalText(got.text)
          ? []
          : ['text', `    want ${shown(JSON.stringify(want.text))}`, `    got  ${shown(JSON.stringify(got.text))}`];
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
