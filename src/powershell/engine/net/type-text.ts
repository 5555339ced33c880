/** Types by their text, for the bodies' own use. */
import { type NetType, requireType } from '../values/net-type.js';
import { resolveTypeText } from '../values/types.js';

/** A type that must exist: `System.Collections.Generic.List[string]`. */
export function requireTypeText(text: string): NetType {
  return resolveTypeText(text) ?? requireType(text);
}
