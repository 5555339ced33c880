/** Members of .NET types that scripts call; each file declares those of one family. */
import { convertTo, hooks } from '../conversion.js';
import { hooks2 } from '../runtime/members.js';
import { constructorFor } from '../values/conversion-rank.js';
import { typeObject, unwrap } from '../values/live.js';
import { resolveTypeText, typeOf } from '../values/types.js';
import { declarePSObject, psObjectOf, typeNameList } from './automation.js';
import './exceptions.js';
import './object.js';
import './char.js';
import './big-integer.js';
import './convert.js';
import './culture.js';
import './date-kin.js';
import './date-time.js';
import './time-span.js';
import { uriText } from './identity.js';
import './math.js';
import './numbers.js';
import './string.js';
import { declareReflection } from './reflection.js';

hooks.convertByConstructor = (value, type) => {
  const from = typeOf(unwrap(value));
  const found = from === undefined ? undefined : constructorFor(from, type);
  const [parameter] = found?.parameters ?? [];
  if (found === undefined || parameter === undefined) return undefined;
  const wanted = resolveTypeText(parameter.type);
  const made = found.body(typeObject(type), wanted === undefined ? value : convertTo(value, wanted));
  return made instanceof Promise ? undefined : made;
};
hooks.uriText = uriText;
hooks2.psObject = psObjectOf;
hooks2.typeNames = typeNameList;
declarePSObject();
declareReflection();
