/** PowerShell's own types: PSMethod, PSObject and its members, ScriptBlock, SwitchParameter, PSReference, SemanticVersion. */
import { PSDictionary, PSGuid, PSList, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import { restrictedLanguageErrors } from '../../lang/index.js';
import { convertTo, makeSwitch, toBoolean, toText } from '../conversion.js';
import { andThen, type Pending } from '../pending.js';
import type { Frame } from '../runtime/frame.js';
import {
  addExtraMember,
  type BoundMethod,
  enumerate,
  addedMembers,
  extraMembers,
  findProperty,
  invokeMethod,
  setProperty,
  visibleProperties,
} from '../runtime/members.js';
import { callOverloads } from '../runtime/overloads.js';
import { escapeWildcard, hasWildcard, unescapeWildcard, wildcardRegex } from '../text/wildcard.js';
import { implement } from '../values/bodies.js';
import { fromOutside } from '../values/escaping.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { collectionOf } from '../runtime/cmdlet-members.js';
import {
  AutomationNull,
  ClassInstance,
  EnumValue,
  NetObject,
  PSReference,
  typeObject,
  unwrap,
} from '../values/live.js';
import { newGuid } from './identity.js';
import { tokenObject } from './ps-parser.js';
import { steppableOf } from './host/steppable-pipeline.js';
import { Module } from '../runtime/modules.js';
import { parseFailure } from '../runtime/parse-failure.js';
import { ScriptBlock } from '../values/script-block.js';
import { isCustom, typeNamesOf, typeOf } from '../values/types.js';
import {
  argumentNull,
  dataOf,
  enumOf,
  items,
  net,
  requireGeneric,
  requireType,
  runtime,
  strings,
  text,
  typeArgument,
} from './support.js';
import { netEquals } from './equality.js';

implement('System.Management.Automation.PSMethodInfo', () => {
  const own = (self: PSValue): BoundMethod => dataOf<BoundMethod>(self);
  return {
    Name: (self) => own(self).method.name,
    OverloadDefinitions: (self) =>
      new PSList(
        own(self).method.overloads.map(({ signature }) => signature),
        'LST',
        {
          typeNames: requireGeneric('System.Collections.ObjectModel.Collection', [requireType('System.String')])
            .typeNames,
        },
      ),
    Value: (self) => self,
    MemberType: () => enumOf('System.Management.Automation.PSMemberTypes', 'Method'),
    TypeNameOfValue: () => 'System.Management.Automation.PSMethod',
    IsInstance: () => true,
    ToString: (self) =>
      own(self)
        .method.overloads.map(({ signature }) => signature)
        .join(', '),
    Invoke: (self, args) => {
      const { target, method } = own(self);
      const given = args === undefined ? [] : items(args);
      // What a method throws is reported as the error of a member: an argument that does not suit is not.
      const report = (error: unknown): never => {
        if (!(error instanceof PSError) || error.record.exception.type.name === 'MethodException') throw error;
        const { exception } = error.record;
        const wrapped = exception.type.fullName === INVOCATION_EXCEPTION;
        const inner = wrapped ? exception.inner : exception;
        throw fail(
          'DotNetMethodException',
          wrapped
            ? exception.message
            : `Exception calling "${method.name}" with "${given.length}" argument(s): "${exception.message}"`,
          { type: INVOCATION_EXCEPTION, category: 'NotSpecified', ...(inner === undefined ? {} : { inner }) },
        );
      };
      try {
        const done = callOverloads(runtime(), method.name, method.overloads, target, given);
        return done instanceof Promise ? done.catch(report) : done;
      } catch (error) {
        return report(error);
      }
    },
  };
});

const INVOCATION_EXCEPTION = 'System.Management.Automation.MethodInvocationException';

// ---------------------------------------------------------------- psobject

interface View {
  readonly target: PSValue;
}
interface MemberView extends View {
  readonly name: string;
  readonly kind: string;
}
function memberNames(target: PSValue): MemberView[] {
  const out: MemberView[] = [];
  const seen = new Set<string>();
  const push = (name: string, kind: string): void => {
    if (seen.has(name.toLowerCase())) return;
    seen.add(name.toLowerCase());
    out.push({ target, name, kind });
  };
  const inner = target;
  if (inner instanceof PSObject) for (const { name, kind } of addedMembers(inner)) push(name, kind);
  for (const [name] of visibleProperties(runtime(), target)) push(name, 'Property');
  return out;
}
const PROPERTIES =
  'System.Management.Automation.PSMemberInfoIntegratingCollection`1[[System.Management.Automation.PSPropertyInfo, System.Management.Automation]]';
function collection(views: readonly MemberView[], target: PSValue): PSValue {
  return new PropertyCollection(
    views.map((view) => memberObject(view)),
    target,
  );
}
/** `$x.PSObject.Properties`: enumerable, indexed by name, with Add and Remove. */
export class PropertyCollection extends PSList {
  readonly target: PSValue;
  constructor(list: PSValue[], target: PSValue) {
    super(list, 'IE', { typeNames: [PROPERTIES, 'System.Object'] });
    this.target = target;
  }
}
const memberObject = (view: MemberView): PSValue => net(`System.Management.Automation.PS${view.kind}`, view);

export function psObjectOf(target: PSValue): PSValue {
  return new NetObject<View>(requireType('System.Management.Automation.PSObject'), { target });
}
function methods(target: PSValue): PSValue[] {
  const inner = unwrap(target);
  const type = typeOf(inner);
  const seen = new Map<string, PSValue>();
  for (const one of type?.chainTypes() ?? [])
    for (const { name } of one.methods.values()) {
      const method = type?.findMethod(name);
      if (method !== undefined && !seen.has(name.toLowerCase()))
        seen.set(
          name.toLowerCase(),
          net<BoundMethod>('System.Management.Automation.PSMethod', { target: inner, method }),
        );
    }
  return [...seen.values()];
}
implement('System.Management.Automation.PSObject', () => {
  const target = (self: PSValue): PSValue => {
    const inner = unwrap(self);
    return inner instanceof NetObject && inner.type.fullName.endsWith('.PSObject') ? (inner.data as View).target : self;
  };
  return {
    Properties: (self) =>
      collection(
        memberNames(target(self)).filter(({ kind }) => kind !== 'ScriptMethod'),
        target(self),
      ),
    Members: (self) =>
      new PropertyCollection([...memberNames(target(self)).map(memberObject), ...methods(target(self))], target(self)),
    Methods: (self) => new PropertyCollection(methods(target(self)), target(self)),
    BaseObject: (self) => unwrap(target(self)),
    ImmediateBaseObject: (self) => unwrap(target(self)),
    TypeNames: (self) => new TypeNameList(target(self)),
    ToString: (self) => toText(target(self)),
    Copy: (self) => copyOf(target(self)),
    'static AsPSObject': (_self, value) => value,
    new: (_self, value) =>
      value === undefined || typeof value === 'number'
        ? PSObject.custom({})
        : value instanceof PSObject
          ? value
          : new PSObject({ base: value, typeNames: typeNamesOf(value) }),
  };
});
function copyOf(value: PSValue): PSValue {
  if (!isCustom(value) || !(value instanceof PSObject)) return value;
  const extended = new PropertyBag();
  for (const [name, item] of value.extended ?? []) extended.append(name, item);
  return new PSObject({ typeNames: value.typeNames, extended });
}
/** `$x.PSTypeNames`, through which type names are added. */
class TypeNameList extends PSList {
  constructor(target: PSValue) {
    const type = requireGeneric('System.Collections.ObjectModel.Collection', [requireType('System.String')]);
    super([...typeNamesOf(target)], 'LST', { typeNames: type.typeNames });
    if (!(target instanceof PSObject)) return;
    const items_ = this.items;
    // Changes of the list are changes of the object.
    this.items = new Proxy(items_, {
      set: (list, key, value) => {
        const done = Reflect.set(list, key, value);
        target.typeNames = list.map((item) => toText(item));
        return done;
      },
    });
  }
}
export const typeNameList = (target: PSValue): PSValue => new TypeNameList(target);

const view = (self: PSValue): MemberView => dataOf<MemberView>(self);
implement('System.Management.Automation.PSMemberInfo', () => ({
  Name: (self) => view(self).name,
  Value: (self) => {
    if ('fixed' in view(self)) return (view(self) as unknown as { fixed: PSValue }).fixed;
    const value = findProperty(runtime(), view(self).target, view(self).name);
    return value === undefined ? null : (value as PSValue);
  },
  'set Value': (self, value) => setProperty(runtime(), view(self).target, view(self).name, value) as undefined,
  MemberType: (self) => enumOf('System.Management.Automation.PSMemberTypes', view(self).kind),
  TypeNameOfValue: (self) => {
    const extra = extraMembers(view(self).target)?.get(view(self).name.toLowerCase());
    const named = extra?.kind === 'AliasProperty' ? kindOf(view(self).target, extra.target) : view(self).kind;
    if (named === 'ScriptProperty') return 'System.Object';
    const value = findProperty(runtime(), view(self).target, view(self).name);
    return value === undefined || value instanceof Promise || value === null
      ? 'System.Object'
      : (typeOf(value)?.fullName ?? 'System.Object');
  },
  IsInstance: () => true,
  IsSettable: (self) => isSettable(view(self)),
  IsGettable: () => true,
  ToString: (self) => {
    const own = view(self);
    const value =
      'fixed' in own ? (own as unknown as { fixed: PSValue }).fixed : findProperty(runtime(), own.target, own.name);
    const type = value === undefined || value === null || value instanceof Promise ? undefined : typeOf(value);
    const shown = type === undefined ? 'object' : displayOf(type.fullName);
    return own.kind === 'NoteProperty'
      ? `${shown} ${own.name}=${value === null ? 'null' : toText(value as PSValue)}`
      : `${shown} ${own.name} {get;set;}`;
  },
}));
function isSettable({ target, name, kind }: MemberView): boolean {
  const extra = extraMembers(target)?.get(name.toLowerCase());
  if (extra?.kind === 'ScriptProperty') return extra.setter !== undefined;
  if (extra?.kind === 'AliasProperty')
    return isSettable({ target, name: extra.target, kind: kindOf(target, extra.target) });
  if (kind !== 'Property') return true;
  return typeOf(unwrap(target))?.findProperty(name)?.set !== undefined;
}
const kindOf = (target: PSValue, name: string): string =>
  memberNames(target).find((one) => one.name.toLowerCase() === name.toLowerCase())?.kind ?? 'Property';
const displayOf = (name: string): string =>
  ({
    'System.Int32': 'int',
    'System.String': 'string',
    'System.Boolean': 'bool',
    'System.Int64': 'long',
    'System.Double': 'double',
  })[name] ?? name;
implement('System.Management.Automation.PSNoteProperty', () => ({
  new: (_self, name, value) =>
    net('System.Management.Automation.PSNoteProperty', {
      target: null,
      name: text(name),
      kind: 'NoteProperty',
      fixed: value,
    }),
}));
implement('System.Management.Automation.PSAliasProperty', () => ({
  new: (_self, name, other) =>
    net('System.Management.Automation.PSAliasProperty', {
      target: null,
      name: text(name),
      kind: 'AliasProperty',
      other: text(other),
    }),
}));
implement('System.Management.Automation.PSScriptProperty', () => ({
  new: (_self, name, getter, setter) =>
    net('System.Management.Automation.PSScriptProperty', {
      target: null,
      name: text(name),
      kind: 'ScriptProperty',
      getter,
      setter,
    }),
}));
implement('System.Management.Automation.PSScriptMethod', () => ({
  Name: (self) => view(self).name,
  MemberType: () => enumOf('System.Management.Automation.PSMemberTypes', 'ScriptMethod'),
  Script: (self) => {
    const extra = extraMembers(view(self).target)?.get(view(self).name.toLowerCase());
    return extra?.kind === 'ScriptMethod' ? extra.script : null;
  },
  OverloadDefinitions: (self) =>
    new PSList([`System.Object ${view(self).name}();`], 'LST', {
      typeNames: requireGeneric('System.Collections.ObjectModel.Collection', [requireType('System.String')]).typeNames,
    }),
  TypeNameOfValue: () => 'System.Object',
  ToString: (self) => `System.Object ${view(self).name}();`,
  Invoke: (self, args) =>
    invokeMethod(runtime(), view(self).target, view(self).name, args === undefined ? [] : items(args)),
  new: (_self, name, script) =>
    net('System.Management.Automation.PSScriptMethod', {
      target: null,
      name: text(name),
      kind: 'ScriptMethod',
      script,
    }),
}));

/** Members of `$x.PSObject.Properties` and kin, which no surface has. */
export function declarePSObject(): void {
  const type = requireType(PROPERTIES);
  const parameter = (
    kind: string,
    name: string,
    optional = false,
  ): { type: string; name: string; params: boolean; optional: boolean; byRef: boolean } => ({
    type: kind,
    name,
    params: false,
    optional,
    byRef: false,
  });
  const find = (self: PSValue, name: string): PSValue => {
    const list = self as PropertyCollection;
    return list.items.find((item) => nameOf(item).toLowerCase() === name.toLowerCase()) ?? null;
  };
  type.methods.set('get_item', {
    name: 'get_Item',
    overloads: [
      {
        signature: 'get_Item(string name)',
        returnType: 'System.Object',
        parameters: [parameter('System.String', 'name')],
        body: (self, name) => find(self, text(name)),
      },
    ],
  });
  type.methods.set('match', {
    name: 'Match',
    overloads: [
      {
        signature: 'Match(string name)',
        returnType: 'System.Object',
        parameters: [parameter('System.String', 'name')],
        body: (self, name) => {
          const regex = wildcardRegex(text(name));
          return (self as PropertyCollection).items.filter((item) => regex.test(nameOf(item)));
        },
      },
    ],
  });
  type.methods.set('add', {
    name: 'Add',
    overloads: [
      {
        signature: 'void Add(member)',
        returnType: 'System.Void',
        parameters: [parameter('System.Object', 'member'), parameter('System.Object', 'preValidated', true)],
        body: (self, member) => {
          addMember((self as PropertyCollection).target, member);
          return undefined;
        },
      },
    ],
  });
  type.methods.set('remove', {
    name: 'Remove',
    overloads: [
      {
        signature: 'void Remove(string name)',
        returnType: 'System.Void',
        parameters: [parameter('System.String', 'name')],
        body: (self, name) => {
          const { target } = self as PropertyCollection;
          if (target instanceof PSObject) {
            target.extended?.delete(text(name));
            extraMembers(target)?.delete(text(name).toLowerCase());
          }
          return undefined;
        },
      },
    ],
  });
}
const nameOf = (item: PSValue): string =>
  item instanceof NetObject
    ? 'method' in (item.data as object)
      ? (item.data as BoundMethod).method.name
      : (item.data as MemberView).name
    : '';
function addMember(target: PSValue, member: PSValue): void {
  if (!(target instanceof PSObject) || !(member instanceof NetObject)) return;
  const data = member.data as MemberView & {
    fixed?: PSValue;
    other?: string;
    getter?: PSValue;
    setter?: PSValue;
    script?: PSValue;
  };
  // A property put there before, or the object's own, gives way to the new one.
  if (data.kind !== 'NoteProperty' && target.has(data.name))
    throw fail('ExtendedTypeSystemException', `The member "${data.name}" is already present.`, {
      category: 'NotSpecified',
      type: 'System.Management.Automation.ExtendedTypeSystemException',
    });
  if (data.kind === 'NoteProperty') (target.extended ??= new PropertyBag()).set(data.name, data.fixed ?? null);
  else if (data.kind === 'AliasProperty')
    addExtraMember(target, { kind: 'AliasProperty', name: data.name, target: data.other ?? '' });
  else if (data.kind === 'ScriptProperty' && data.getter instanceof ScriptBlock)
    addExtraMember(target, {
      kind: 'ScriptProperty',
      name: data.name,
      getter: data.getter,
      setter: data.setter instanceof ScriptBlock ? data.setter : undefined,
    });
  else if (data.kind === 'ScriptMethod' && data.script instanceof ScriptBlock)
    addExtraMember(target, { kind: 'ScriptMethod', name: data.name, script: data.script });
}

// ------------------------------------------------------------ script blocks

const block = (self: PSValue): ScriptBlock => {
  const inner = unwrap(self);
  if (inner instanceof ScriptBlock) return inner;
  throw argumentNull('scriptBlock');
};
const ids = new WeakMap<ScriptBlock, PSGuid>();
function idOf(of: ScriptBlock): PSGuid {
  let id = ids.get(of);
  if (id === undefined) ids.set(of, (id = newGuid()));
  return id;
}
implement('System.Management.Automation.ScriptBlock', () => ({
  ToString: (self) => block(self).toString(),
  File: (self) => block(self).code.file ?? null,
  IsFilter: (self) => block(self).code.isFilter,
  Id: (self) => idOf(block(self)),
  IsConfiguration: () => false,
  Attributes: () => new PSList([]),
  Module: (self) => {
    const { home } = block(self);
    return home instanceof Module ? home.object : null;
  },
  StartPosition: (self) => {
    const { ast, definition } = block(self).code;
    const { extent } = definition ?? ast;
    return tokenObject(extent, extent.text, 'Position');
  },
  DebuggerHidden: () => false,
  Invoke: (self, args) => {
    const given = args === undefined || args === null ? [] : items(args);
    return andThen(invoked(block(self), given), (value) => collected(value));
  },
  InvokeReturnAsIs: (self, args) => invoked(block(self), args === undefined || args === null ? [] : items(args)),
  InvokeWithContext: (self, functions, variables, args) => {
    const rt = runtime();
    const given = args === undefined || args === null ? [] : items(args);
    const scope = rt.childScope(rt.current.scope);
    const defined = unwrap(functions ?? null);
    if (defined instanceof PSDictionary)
      for (const [name, body] of defined.entries()) {
        const inner = unwrap(body);
        if (inner instanceof ScriptBlock) rt.defineFunction(scope, text(name), inner, false);
      }
    for (const variable of variables === null || variables === undefined ? [] : items(variables)) {
      const name = findProperty(rt, variable, 'Name');
      const value = findProperty(rt, variable, 'Value');
      if (typeof name === 'string') scope.force(name, value === undefined || value instanceof Promise ? null : value);
    }
    return andThen(invoked(block(self), given, { ...rt.current, scope }), (value) => collected(value));
  },
  GetSteppablePipeline: (self) => steppableOf(block(self)),
  GetNewClosure: (self) => {
    const rt = runtime();
    return rt.closure(block(self));
  },
  CheckRestrictedLanguage: (self, commands, variables, environment) => {
    const names = (list: PSValue | undefined): readonly string[] | undefined =>
      list === undefined || unwrap(list) === null ? undefined : items(list).map((name) => text(name));
    const allowedVariables = names(variables);
    const errors = restrictedLanguageErrors(block(self).code.ast, {
      allowedCommands: names(commands),
      ...(allowedVariables === undefined ? {} : { allowedVariables }),
      allowEnvironmentVariables: environment === true,
    });
    const [first] = errors;
    if (first !== undefined) thrown(parseFailure(first, errors, true));
    return undefined;
  },
  'static Create': (_self, source) => {
    try {
      const made = runtime().parseLong(text(source), undefined, undefined, true);
      return made instanceof Promise ? made.catch(thrown) : made;
    } catch (error) {
      return thrown(error);
    }
  },
}));
/** @throws what the error of a script is to who called a method. */
function thrown(error: unknown): never {
  if (error instanceof PSError)
    throw new NetThrow('', error.record.exception.message, undefined, error.record.exception);
  throw error;
}
/** Runs a block as its methods do: of one clause only, and its errors are those of a method. */
function invoked(body: ScriptBlock, args: readonly PSValue[], frame?: Frame): Pending<PSValue> {
  const { beginBlock, processBlock, endBlock, cleanBlock } = body.code.ast;
  const clauses = [processBlock, endBlock, cleanBlock].filter((clause) => clause !== undefined).length;
  if (beginBlock !== undefined || clauses > 1)
    throw new NetThrow(
      'System.Management.Automation.PSInvalidOperationException',
      'The script block cannot be invoked because it contains more than one clause. The Invoke() method can only be used on script blocks that contain a single clause.',
    );
  return fromOutside(() => runtime().callBlock(body, args, frame === undefined ? {} : { frame }));
}
function collected(value: PSValue): PSValue {
  return collectionOf(value === AutomationNull ? [] : Array.isArray(value) ? (value as PSValue[]) : [value]);
}

implement('System.Management.Automation.SwitchParameter', () => ({
  IsPresent: (self) => dataOf<boolean>(self),
  ToBool: (self) => dataOf<boolean>(self),
  ToString: (self) => (dataOf<boolean>(self) ? 'True' : 'False'),
  Equals: (self, other) => dataOf<boolean>(self) === toBoolean(other),
  'static Present': () => makeSwitch(true),
  new: (_self, value) => makeSwitch(toBoolean(value)),
}));
implement('System.Management.Automation.PSReference', () => ({
  Value: (self) => (self instanceof PSReference ? self.read() : null),
  'set Value': (self, value) => {
    if (self instanceof PSReference) self.put(value);
    return undefined;
  },
}));
implement('System.Management.Automation.WildcardPattern', () => ({
  new: (_self, pattern, options) =>
    net('System.Management.Automation.WildcardPattern', {
      pattern: text(pattern),
      ignoreCase: options instanceof EnumValue && (options.value & 2n) !== 0n,
    }),
  IsMatch: (self, value) => {
    const { pattern, ignoreCase } = dataOf<{ pattern: string; ignoreCase: boolean }>(self);
    return wildcardRegex(pattern, !ignoreCase).test(text(value));
  },
  'static Escape': (_self, pattern) => escapeWildcard(text(pattern)),
  'static Unescape': (_self, pattern) => unescapeWildcard(text(pattern)),
  'static ContainsWildcardCharacters': (_self, pattern) => hasWildcard(text(pattern)),
  'static Get': (_self, pattern, options) =>
    net('System.Management.Automation.WildcardPattern', {
      pattern: text(pattern),
      ignoreCase: options instanceof EnumValue && (options.value & 2n) !== 0n,
    }),
}));
implement('System.Management.Automation.LanguagePrimitives', () => ({
  'static ConvertTo': (_self, value, type) => {
    try {
      return convertTo(value, typeArgument(type));
    } catch (error) {
      // To a script, it is the method that failed.
      throw error instanceof PSError ? new NetThrow('', error.message, undefined, error.record.exception) : error;
    }
  },
  'static IsTrue': (_self, value) => toBoolean(value),
  'static Equals': (_self, left, right) => netEquals(left, right),
  'static GetEnumerable': (_self, value) => [...(enumerate(value) ?? [])],
}));
implement('System.Management.Automation.Internal.AutomationNull', () => ({ 'static Value': () => AutomationNull }));
implement('System.Management.Automation.PSTypeName', () => ({
  new: (_self, name) => net('System.Management.Automation.PSTypeName', text(name)),
  Name: (self) => dataOf<string>(self),
  ToString: (self) => dataOf<string>(self),
}));

export { ClassInstance, invokeMethod, PSDictionary, strings, typeObject };
