/**
 * Language modes, and whose code it is that runs.
 *
 * A session has a mode. A script block keeps the mode that it was made in, and code of the session's own configuration
 * (its functions, its modules) is trusted: it runs with the whole language and sees every command, also when somebody
 * calls it who may do neither. What the caller hands in stays the caller's: a block that he made runs under his rules
 * wherever it is called.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { fail, type PSError } from '../values/exceptions.js';
import type { NetType } from '../values/net-type.js';
import { TypeObject, unwrap } from '../values/live.js';
import { type BlockTrust, ScriptBlock } from '../values/script-block.js';
import { isType, typeOf } from '../values/types.js';
import type { CommandVisibility } from './command-visibility.js';
import type { Frame, FrameTrust } from './frame.js';
import { enumerate, isScriptMethod, magicMethod } from './members.js';

export const LANGUAGE_MODES = ['FullLanguage', 'RestrictedLanguage', 'NoLanguage', 'ConstrainedLanguage'] as const;
export type LanguageMode = (typeof LANGUAGE_MODES)[number];

/** What a session keeps from its caller. A session without one has all of the language and all commands. */
export interface Restriction {
  languageMode: LanguageMode;
  /** While its configuration is applied, everything that comes up is the configuration's own. */
  configuring: boolean;
  visibility: CommandVisibility | undefined;
}

/** The mode in which code of this frame runs. */
export function languageModeOf(f: Frame): LanguageMode {
  const { restriction } = f.rt;
  return restriction === undefined || f.trust !== undefined ? 'FullLanguage' : restriction.languageMode;
}
export const isConstrained = (f: Frame): boolean =>
  f.rt.restriction !== undefined && languageModeOf(f) !== 'FullLanguage';
/** Whether commands that the configuration hides are to be found from here. */
export const seesEverything = (f: Frame): boolean => visibilityFor(f) === undefined;
/** What holds for commands that are looked for from here; undefined when all of them may be found. */
export function visibilityFor(f: Frame): CommandVisibility | undefined {
  const { restriction } = f.rt;
  return restriction === undefined || restriction.configuring || f.trust === 'internal'
    ? undefined
    : restriction.visibility;
}

/**
 * `$ExecutionContext.SessionState.LanguageMode = …`
 * @throws {PSError} trusted code of a restricted session asks: its own mode cannot change, and the session's must not.
 */
export function setLanguageMode(f: Frame, mode: LanguageMode): void {
  const { restriction } = f.rt;
  if (restriction !== undefined && !restriction.configuring && f.trust !== undefined)
    throw fail('NotSupported', 'The language mode of a trusted command cannot be changed while it runs.', {
      type: 'System.Management.Automation.PSNotSupportedException',
      category: 'NotImplemented',
    });
  f.rt.languageMode = mode;
}

/** What a script block that is made here is. */
export function trustHere(f: Frame): BlockTrust {
  const { restriction } = f.rt;
  if (restriction === undefined) return undefined;
  if (restriction.configuring || f.trust === 'internal') return 'internal';
  return languageModeOf(f) === 'FullLanguage' ? undefined : 'constrained';
}
/** How the code of a block runs in a session with restrictions. */
export function trustInside(restriction: Restriction | undefined, block: ScriptBlock): FrameTrust {
  if (restriction === undefined || block.trust === 'constrained') return undefined;
  return block.trust === 'internal' || restriction.configuring ? 'internal' : 'full';
}

/** A frame as it is inside a block that is called from it. */
export function frameInside(f: Frame, block: ScriptBlock): Frame {
  const { restriction } = f.rt;
  return restriction === undefined ? f : { ...f, trust: trustInside(restriction, block) };
}

/** Types whose members and constructors everybody may use. [System.Management.Automation.CoreTypes of 7.6] */
const CORE_TYPES: ReadonlySet<string> = new Set(
  [
    'Microsoft.PowerShell.Commands.ModuleSpecification',
    ...(
      'Array Boolean Byte Char Collections.Hashtable Collections.Specialized.OrderedDictionary DateTime Decimal Double ' +
      'Globalization.CultureInfo Guid Int16 Int32 Int64 Net.IPAddress Net.IPEndPoint Net.Mail.MailAddress ' +
      'Net.NetworkInformation.PhysicalAddress Numerics.BigInteger Object[] SByte Security.AccessControl.ObjectSecurity ' +
      'Security.Cryptography.X509Certificates.X500DistinguishedName ' +
      'Security.Cryptography.X509Certificates.X509Certificate Security.SecureString Single String ' +
      'Text.RegularExpressions.Regex TimeSpan UInt16 UInt32 UInt64 Uri Version Void Xml.XmlDocument'
    )
      .split(' ')
      .map((name) => `System.${name}`),
    ...(
      'AliasAttribute AllowEmptyCollectionAttribute AllowEmptyStringAttribute AllowNullAttribute ' +
      'ArgumentCompleterAttribute ArgumentCompletionsAttribute CmdletBindingAttribute ExperimentAction ' +
      'ExperimentalAttribute ExperimentalFeature Language.NullString OutputTypeAttribute PSCredential ' +
      'PSDefaultValueAttribute PSListModifier PSObject PSPrimitiveDictionary PSReference PSTypeNameAttribute ' +
      'ParameterAttribute SemanticVersion SupportsWildcardsAttribute SwitchParameter ValidateCountAttribute ' +
      'ValidateDriveAttribute ValidateLengthAttribute ValidateNotNullAttribute ValidateNotNullOrEmptyAttribute ' +
      'ValidateNotNullOrWhiteSpaceAttribute ValidatePatternAttribute ValidateRangeAttribute ValidateScriptAttribute ' +
      'ValidateSetAttribute ValidateTrustedDataAttribute ValidateUserDriveAttribute WildcardPattern'
    )
      .split(' ')
      .map((name) => `System.Management.Automation.${name}`),
  ].map((name) => name.toLowerCase()),
);

export function isCoreType(type: NetType): boolean {
  if (type.isEnum || CORE_TYPES.has(type.fullName.toLowerCase())) return true;
  if (type.elementType !== undefined) return isCoreType(type.elementType);
  const [argument] = type.genericArguments;
  return argument !== undefined && type.fullName.startsWith('System.Nullable`1') && isCoreType(argument);
}

/** Objects of PowerShell itself, with what was noted on them: no .NET object is behind them. */
const isBag = (type: NetType | undefined): boolean =>
  type === undefined ||
  type.fullName === 'System.Management.Automation.PSCustomObject' ||
  type.fullName.startsWith('Deserialized.');

const notSupported = (errorId: string, message: string): PSError =>
  fail(errorId, message, { category: 'InvalidOperation' });
export const METHOD_REFUSED =
  'Cannot invoke method. Method invocation is supported only on core types in this language mode.';
export const TYPE_REFUSED = 'Cannot create type. Only core types are supported in this language mode.';

/** @throws {PSError} the value's type is none whose methods may be called in this mode. */
export function guardMethod(f: Frame, target: PSValue): void {
  if (target === null || !isConstrained(f)) return;
  const type = typeOf(target);
  if (isBag(type) || (type !== undefined && isCoreType(type))) return;
  throw notSupported('MethodInvocationNotSupportedInConstrainedLanguage', METHOD_REFUSED);
}
/**
 * A method by its name, as `$x.Name(args)` calls it: of the value, else of each item. Script methods run in the mode that
 * they were made in, and may be called of anything.
 * @throws {PSError} as `guardMethod`.
 */
export function guardCall(f: Frame, target: PSValue, name: string, args: readonly PSValue[]): void {
  if (!isConstrained(f) || target === null || isScriptMethod(f.rt, target, name)) return;
  const items = enumerate(target);
  const magic = magicMethod(name);
  if (items !== undefined && magic !== undefined) guardForEach(f, items, magic, args[0] ?? null);
  else if (items !== undefined && typeOf(unwrap(target))?.findMethod(name) === undefined)
    for (const item of items) guardCall(f, item, name, args);
  else if (magic !== undefined && typeOf(unwrap(target))?.findMethod(name) === undefined)
    guardForEach(f, [target], magic, args[0] ?? null);
  else guardMethod(f, target);
}
/** `.ForEach('Method')` and `.ForEach([type])`; blocks look after themselves. */
function guardForEach(f: Frame, items: readonly PSValue[], method: string, first: PSValue): void {
  const inner = unwrap(first);
  if (method !== 'foreach' || inner instanceof ScriptBlock) return;
  if (inner instanceof TypeObject) {
    if (!isCoreType(inner.type))
      throw notSupported('MethodInvocationNotSupportedInConstrainedLanguage', METHOD_REFUSED);
    return;
  }
  for (const item of items) guardCall(f, item, toText(inner), []);
}
/** @throws {PSError} static methods of this type may not be called in this mode. */
export function guardStatic(f: Frame, type: NetType, name: string): void {
  if (!isConstrained(f) || isCoreType(type)) return;
  if (name.toLowerCase() === 'new') throw notSupported('CannotCreateTypeConstrainedLanguage', TYPE_REFUSED);
  throw notSupported('MethodInvocationNotSupportedInConstrainedLanguage', METHOD_REFUSED);
}
/** @throws {PSError} properties of this value (or static ones of this type) may not be set in this mode. */
export function guardSetter(f: Frame, target: PSValue | NetType, isStatic: boolean): void {
  if (target === null || !isConstrained(f)) return;
  const type = isStatic ? (target as NetType) : typeOf(target as PSValue);
  if (!isStatic && isBag(type)) return;
  const items = isStatic ? undefined : enumerate(target as PSValue);
  if (items !== undefined) for (const item of items) guardSetter(f, item, false);
  if (type !== undefined && isCoreType(type)) return;
  throw notSupported(
    'PropertySetterNotSupportedInConstrainedLanguage',
    'Cannot set property. Property setting is supported only on core types in this language mode.',
  );
}
/** The types that a conversion gives back as they are, or that have no way to harm. */
const FREE = new Set(['System.Object', 'System.Management.Automation.PSObject']);
/** @throws {PSError} values may not be converted to this type in this mode. */
export function guardConversion(f: Frame, value: PSValue, type: NetType): void {
  if (isConstrained(f) && !mayConvert(value, type)) throw conversionRefused(type);
}
/** Whether a value is of this type already, or the type one that everybody may convert to. */
export function mayConvert(value: PSValue, type: NetType): boolean {
  return isCoreType(type) || FREE.has(type.fullName) || (value !== null && isType(unwrap(value), type));
}
export function conversionRefused(type: NetType): PSError {
  const name =
    type.fullName === 'System.Management.Automation.PSCustomObject'
      ? 'System.Management.Automation.LanguagePrimitives+InternalPSCustomObject'
      : type.fullName;
  return fail(
    'ConversionSupportedOnlyToCoreTypes',
    `Cannot convert value to type "${name}". Only core types are supported in this language mode.`,
    { type: 'System.Management.Automation.PSInvalidCastException', category: 'InvalidArgument' },
  );
}
