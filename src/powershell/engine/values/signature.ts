/**
 * Members' definition texts, as PowerShell prints them: `string Join(string separator, Params string[] value)`,
 * `bool TryParse(string s, [ref] int result)`, `int IComparable[int].CompareTo(int other)`, `int Length {get;}`.
 */

import type { NetType } from './net-type.js';

export interface ParameterSignature {
  /** The type itself, where its name alone could mean another: classes of scripts. */
  readonly exact?: NetType;
  /** As the definition writes it: `int`, `System.Collections.Generic.IEnumerable[string]`. */
  readonly type: string;
  readonly name: string;
  readonly params: boolean;
  readonly optional: boolean;
  readonly byRef: boolean;
}
export interface MethodSignature {
  readonly name: string;
  readonly returnType: string;
  readonly parameters: readonly ParameterSignature[];
  /** Names of a generic method's type parameters. */
  readonly generic: readonly string[];
  /** The interface that it is an explicit implementation of. */
  readonly through: string | undefined;
}

/** Cuts at commas outside brackets. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const c = text[index];
    if (c === '[' || c === '<' || c === '(') depth += 1;
    else if (c === ']' || c === '>' || c === ')') depth -= 1;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (text.slice(start).trim() !== '') parts.push(text.slice(start));
  return parts.map((part) => part.trim());
}

function parseParameter(text: string): ParameterSignature {
  // `[int count]` of the engine's own declarations and `int count = 0` of .NET's both are optional.
  let rest = text;
  let optional = false;
  const byReference = rest.startsWith('[ref] ');
  if (!byReference && rest.startsWith('[') && rest.endsWith(']')) {
    optional = true;
    rest = rest.slice(1, -1);
  }
  const equals = rest.indexOf(' = ');
  if (equals >= 0) {
    optional = true;
    rest = rest.slice(0, equals);
  }
  const params = /^params /i.test(rest);
  if (params) rest = rest.slice(7);
  const byRef = byReference || /^(?:ref|out) /.test(rest);
  if (byRef) rest = rest.slice(rest.indexOf(' ') + 1);
  const at = rest.lastIndexOf(' ');
  return { type: rest.slice(0, at), name: rest.slice(at + 1), params, optional, byRef };
}

/** The parts of a method's head (the text before its `(`): type parameters, name, interface. */
export function methodHead(text: string): {
  readonly name: string;
  readonly returnType: string;
  readonly generic: readonly string[];
  readonly through: string | undefined;
} {
  let head = text.slice(0, text.indexOf('('));
  let generic: readonly string[] = [];
  if (head.endsWith(']')) {
    const open = head.lastIndexOf('[');
    generic = splitList(head.slice(open + 1, -1));
    head = head.slice(0, open);
  }
  let depth = 0;
  let space = -1;
  let dot = -1;
  for (let at = head.length - 1; at >= 0 && space < 0; at -= 1) {
    const c = head[at];
    if (c === ']') depth += 1;
    else if (c === '[') depth -= 1;
    else if (c === ' ' && depth === 0) space = at;
    else if (c === '.' && depth === 0 && dot < 0) dot = at;
  }
  return {
    name: head.slice(Math.max(dot, space) + 1),
    returnType: space < 0 ? '' : head.slice(0, space),
    generic,
    through: dot < 0 ? undefined : head.slice(space + 1, dot),
  };
}

export function parseMethod(text: string): MethodSignature {
  const parameters = splitList(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))).map(parseParameter);
  return { ...methodHead(text), parameters };
}
