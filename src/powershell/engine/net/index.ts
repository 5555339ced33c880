/** Members of .NET types that scripts call; each file declares those of one family. */
import { hooks2 } from '../runtime/members.js';
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
import './identity.js';
import './math.js';
import './numbers.js';
import './string.js';
import { declareReflection } from './reflection.js';

hooks2.psObject = psObjectOf;
hooks2.typeNames = typeNameList;
declarePSObject();
declareReflection();
