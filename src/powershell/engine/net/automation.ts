/** PowerShell's own types: PSMethod, ScriptBlock, SwitchParameter, PSReference, SemanticVersion. */
import { PSDictionary, PSGuid, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { restrictedLanguageErrors } from '../../lang/index.js';
import { convertTo, makeSwitch, toBoolean, tryConvert } from '../conversion.js';
import { compare, equals } from '../operators/comparison.js';
import { andThen, type Pending } from '../pending.js';
import type { Frame } from '../runtime/frame.js';
import { type BoundMethod, enumerate, findProperty, invokeMethod } from '../runtime/members.js';
import { callOverloads } from '../runtime/overloads.js';
import { escapeWildcard, hasWildcard, unescapeWildcard, wildcardRegex } from '../text/wildcard.js';
import { implement } from '../values/bodies.js';
import { fromOutside } from '../values/escaping.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { AutomationNull, ClassInstance, EnumValue, PSReference, typeObject, unwrap } from '../values/live.js';
import { collectionOf, heldReference, REFERENCE, STRING } from '../values/types.js';
import { newGuid } from './identity.js';
import { declaredAttributes } from '../compile/script-attributes.js';
import { tokenObject } from './ps-parser.js';
import { steppableOf } from './host/steppable-pipeline.js';
import { Module } from '../runtime/modules.js';
import { parseFailure } from '../runtime/parse-failure.js';
import { hasOneClause, MORE_CLAUSES, ScriptBlock } from '../values/script-block.js';
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
import { resolveTypeText, typeDisplayName } from '../values/types.js';

implement('System.Management.Automation.PSMethodInfo', () => {
  const own = (self: PSValue): BoundMethod => dataOf<BoundMethod>(self);
  return {
    Name: (self) => own(self).method.name,
    OverloadDefinitions: (self) =>
      collectionOf(
        own(self).method.overloads.map(({ signature }) => signature),
        STRING,
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

// ------------------------------------------------------------ script blocks

const block = (self: PSValue): ScriptBlock => {
  const inner = unwrap(self);
  if (inner instanceof ScriptBlock) return inner;
  throw argumentNull('scriptBlock');
};
const hiddenFromDebugger = new WeakSet<ScriptBlock>();
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
  Attributes: (self) => {
    const { ast } = block(self).code;
    return new PSList(declaredAttributes(runtime().current, ast.paramBlock?.attributes ?? []), 'LST', {
      typeNames: requireGeneric('System.Collections.Generic.List', [requireType('System.Attribute')]).typeNames,
    });
  },
  Module: (self) => {
    const { home } = block(self);
    return home instanceof Module ? home.object : null;
  },
  StartPosition: (self) => {
    const { ast, definition } = block(self).code;
    const { extent } = definition ?? ast;
    return tokenObject(extent, extent.text, 'Position');
  },
  DebuggerHidden: (self) => hiddenFromDebugger.has(block(self)),
  'set DebuggerHidden': (self, value) => {
    if (value === true) hiddenFromDebugger.add(block(self));
    else hiddenFromDebugger.delete(block(self));
    return undefined;
  },
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
  if (!hasOneClause(body)) throw new NetThrow('System.Management.Automation.PSInvalidOperationException', MORE_CLAUSES);
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
implement('System.Management.Automation.PSEngineEvent', () => ({
  'static Exiting': () => 'PowerShell.Exiting',
  'static OnIdle': () => 'PowerShell.OnIdle',
}));
implement('System.Management.Automation.PSReference', () => ({
  Value: (self) => (self instanceof PSReference ? self.read() : null),
  'set Value': (self, value) => {
    if (self instanceof PSReference) self.put(value);
    return undefined;
  },
  new: (_self, value) => heldReference(value, REFERENCE),
}));
/** The pattern as WQL's LIKE has it. */
const wql = (pattern: string): string =>
  pattern.replace(/`([\s\S])|(\[[^\]]+\])|([\s\S])/g, (_all, escaped: string, set: string, one: string) => {
    if ((set as string | undefined) !== undefined) return set;
    if (one === '*') return '%';
    if (one === '?') return '_';
    const literal = (escaped as string | undefined) ?? one;
    return literal === '%' || literal === '_' || literal === '[' ? `[${literal}]` : literal;
  });
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
  ToWql: (self) => wql(dataOf<{ pattern: string }>(self).pattern),
  'static Escape': (_self, pattern) => escapeWildcard(text(pattern)),
  'static Unescape': (_self, pattern) => unescapeWildcard(text(pattern)),
  'static ContainsWildcardCharacters': (_self, pattern) => hasWildcard(text(pattern)),
  'static Get': (_self, pattern, options) =>
    net('System.Management.Automation.WildcardPattern', {
      pattern: text(pattern),
      ignoreCase: options instanceof EnumValue && (options.value & 2n) !== 0n,
    }),
}));
function ordered(left: PSValue, right: PSValue, ignoreCase: PSValue | undefined): number {
  try {
    return Math.sign(compare(left, right, ignoreCase !== true));
  } catch (error) {
    throw error instanceof PSError ? new NetThrow('System.ArgumentException', error.message) : error;
  }
}
/** Puts a result where a method's last argument wants it, and says how it went. */
function given(target: PSValue | undefined, value: PSValue, wentWell: boolean): boolean {
  if (target instanceof PSReference) target.put(value);
  return wentWell;
}
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
  'static Equals': (_self, left, right, ignoreCase) => equals(left, right, ignoreCase !== true),
  'static Compare': (_self, left, right, ignoreCase) => ordered(left, right, ignoreCase),
  'static TryCompare': (_self, left, right, ...rest) => {
    const [target] = rest.slice(-1);
    let order = 0;
    try {
      order = ordered(left, right, rest.length > 1 ? rest[0] : false);
    } catch (error) {
      if (!(error instanceof NetThrow)) throw error;
      return given(target, 0, false);
    }
    return given(target, order, true);
  },
  'static IsObjectEnumerable': (_self, value) => enumerate(value) !== undefined,
  'static GetEnumerable': (_self, value) => [...(enumerate(value) ?? [])],
  'static ConvertTypeNameToPSTypeName': (_self, name) => {
    const type = resolveTypeText(text(name));
    return type === undefined ? '' : `[${typeDisplayName(type)}]`;
  },
  'static TryConvertTo': (_self, value, type, ...rest) => {
    const [target] = rest.slice(-1);
    const made = tryConvert(value, typeArgument(type));
    return made === undefined ? given(target, null, false) : given(target, made, true);
  },
}));
implement('System.Management.Automation.Internal.AutomationNull', () => ({ 'static Value': () => AutomationNull }));
implement('System.Management.Automation.PSTypeName', () => ({
  new: (_self, name) => net('System.Management.Automation.PSTypeName', text(name)),
  Name: (self) => dataOf<string>(self),
  ToString: (self) => dataOf<string>(self),
}));

export { ClassInstance, invokeMethod, PSDictionary, strings, typeObject };
