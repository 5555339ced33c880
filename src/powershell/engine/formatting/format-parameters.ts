/**
 * What a Format-* command was asked for: `-Property` with its names, patterns, script blocks and hash tables, and the
 * switches. The commands (format-commands.ts) read their arguments into these.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { hasWildcard, unescapeWildcard, wildcardRegex } from '../text/wildcard.js';
import type { ViewShape } from './format-data.js';
import type { Alignment } from './messages.js';

/** A property's name, a pattern of names, or a script block. */
export type Expression =
  /** `resolved`: the object that was looked at first has it. */
  | { readonly kind: 'name'; readonly name: string; readonly resolved?: boolean }
  | { readonly kind: 'pattern'; readonly name: string; readonly regex: RegExp }
  | { readonly kind: 'script'; readonly script: PSValue; readonly text: string };

export function nameOrPattern(text: string): Expression {
  return hasWildcard(text)
    ? { kind: 'pattern', name: text, regex: wildcardRegex(text) }
    : { kind: 'name', name: unescapeWildcard(text) };
}

/** One item of `-Property`. */
export interface PropertyParameter {
  readonly expression: Expression;
  readonly label?: string;
  readonly format?: string;
  /** In cells. */
  readonly width?: number;
  readonly align?: Alignment;
  /** How deep Format-Custom goes below this property. */
  readonly depth?: number;
}

/** How a collection in the pipeline is shown: itself, its elements, or both. */
export type Expansion = 'CoreOnly' | 'EnumOnly' | 'Both';

export interface FormatParameters {
  /** Undefined: what the object's view, or its own shape, asks for. */
  readonly shape?: ViewShape;
  readonly properties?: readonly PropertyParameter[];
  /** Patterns of `-ExcludeProperty`. */
  readonly exclude?: readonly RegExp[];
  readonly groupBy?: PropertyParameter;
  readonly view?: string;
  /** Shapes also what would be shown by itself, such as text and errors. */
  readonly force?: boolean;
  readonly autoSize?: boolean;
  readonly repeatHeader?: boolean;
  readonly hideHeaders?: boolean;
  readonly wrap?: boolean;
  /** Columns of a wide view. */
  readonly columns?: number;
  /** Depth of a custom view without format data; 5 when not given. */
  readonly depth?: number;
  readonly expand?: Expansion;
  /** `#ERR` and `#FMTERR` in the cells where an expression or a format string failed. */
  readonly displayErrors?: boolean;
  /** Errors of expressions as records in the output. */
  readonly showErrors?: boolean;
}

export const DEFAULT_CUSTOM_DEPTH = 5;
