/**
 * How the formatter looks into values. The engine gives one over its live objects; `plainAccess` (plain-access.ts)
 * looks into the value model alone, so that what came over the wire formats in the same way.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Pending } from '../pending.js';

export interface FormatAccess {
  /** Type names, most derived first, `Deserialized.` kept. Empty for null. */
  typeNames(value: PSValue): readonly string[];
  /** Names of the properties that a formatter shows when nobody chose any, in PowerShell's order. */
  properties(value: PSValue): readonly string[];
  /** The same names as a pattern finds them: added members before the type's own. Default: `properties`. */
  members?(value: PSValue): readonly string[];
  /** A property's value, name without regard to case. Undefined: there is no such property. Throws where a getter fails. */
  get(value: PSValue, name: string): Pending<PSValue | undefined>;
  /** The text that string interpolation gives. */
  toText(value: PSValue): string;
  /** The elements, where PowerShell would enumerate the value (arrays, lists; not strings or dictionaries). */
  items(value: PSValue): Iterable<PSValue> | undefined;
  /** Names of a DefaultDisplayPropertySet; undefined where the type has none. */
  defaultProperties?(value: PSValue): readonly string[] | undefined;
  /** The property that stands for the object in a wide view or nested in another (DefaultDisplayProperty). */
  defaultProperty?(value: PSValue): string | undefined;
  /** `value.ToString(format)` for types of the engine's own. Undefined: the type takes no format. */
  format?(value: PSValue, format: string): string | undefined;
  /** Runs a script block, or the text of one from format data, with `$_` set. Without it such columns stay empty. */
  evaluate?(script: PSValue, value: PSValue): Pending<readonly PSValue[]>;
}
