/** .NET's replacement text: `$1 ${name} $& $$ $\` $' $+ $_`. */
import type { NetMatch, NetRegex } from './expression.js';

type Part = string | { readonly place: number } | { readonly piece: '`' | "'" | '_' };

const PART = /\$(?:(\d+)|\{([\p{L}\p{Mn}\p{Nd}\p{Pc}]+)\}|([$&`'+_]))/gu;

function readTemplate(template: string, { groups, options }: NetRegex): readonly Part[] {
  const parts: Part[] = [];
  const text = (value: string): void => {
    if (value !== '') parts.push(value);
  };
  const placeOf = (name: string): number =>
    groups.findIndex((group) => group.name === name || String(group.number) === name);
  let at = 0;
  for (const found of template.matchAll(PART)) {
    const [all, digits, name, sign] = found;
    text(template.slice(at, found.index));
    at = found.index + all.length;
    if (sign === '$') text('$');
    else if (sign === '&') parts.push({ place: 0 });
    else if (sign === '+') parts.push({ place: groups.length - 1 });
    else if (sign === '`' || sign === "'" || sign === '_') parts.push({ piece: sign });
    else {
      let number = name ?? String(Number(digits));
      // ECMAScript takes as many digits as make the number of a group.
      for (let length = digits?.length ?? 0; options.ecmaScript === true && length > 1 && placeOf(number) < 0; ) {
        length -= 1;
        number = String(Number(digits?.slice(0, length)));
        at = found.index + 1 + length;
      }
      const place = placeOf(/^\d+$/.test(number) ? String(Number(number)) : number);
      if (place >= 0) parts.push({ place });
      else {
        text(all);
        at = found.index + all.length;
      }
    }
  }
  text(template.slice(at));
  return parts;
}

/** The template that was read last, of each expression: loops ask for the same one. */
const last = new WeakMap<NetRegex, { readonly template: string; readonly parts: readonly Part[] }>();

export function expandReplacement(template: string, match: NetMatch): string {
  if (!template.includes('$')) return template;
  let known = last.get(match.regex);
  if (known?.template !== template) {
    known = { template, parts: readTemplate(template, match.regex) };
    last.set(match.regex, known);
  }
  let out = '';
  for (const part of known.parts)
    if (typeof part === 'string') out += part;
    else if ('place' in part) out += match.text(part.place) ?? '';
    else if (part.piece === '`') out += match.input.slice(0, match.index);
    else if (part.piece === "'") out += match.input.slice(match.end);
    else out += match.input;
  return out;
}
