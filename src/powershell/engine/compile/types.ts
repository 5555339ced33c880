/** Classes and enums of a script. */
import type { PSValue } from '../../../protocol/objects/index.js';
import {
  type Ast,
  type ExpressionAst,
  findAll,
  type FunctionMemberAst,
  type ParseError,
  type TypeDefinitionAst,
} from '../../lang/index.js';
import { convertTo, integerOf, tryConvert } from '../conversion.js';
import { drive, type Pending, settle, type Steps, andThen as then } from '../pending.js';
import type { ClassField, Runtime } from '../runtime/runtime.js';
import type { Frame } from '../runtime/frame.js';
import { trustHere } from '../runtime/language-mode.js';
import { parseFailure } from '../runtime/parse-failure.js';
import { active, callOverloads, construct, defaultOf, hidden } from '../runtime/members.js';
import { attributeObject, writtenAt } from '../runtime/attribute-objects.js';
import { attributeRules, isAttribute } from './attributes.js';
import { declaredAttributes } from './script-attributes.js';
import { runtimeExceptionOf } from '../values/escaping.js';
import { ExceptionObject, fail, PSError } from '../values/exceptions.js';
import { AutomationNull, ClassInstance, plain } from '../values/live.js';
import {
  type MethodOverload,
  type NetMethod,
  type NetProperty,
  NetType,
  requireType,
  resolver,
  membersChanged,
} from '../values/net-type.js';
import { ScriptBlock, ScriptCode } from '../values/script-block.js';
import { INT32, OBJECT, STRING, typeDisplayName } from '../values/types.js';
import { compileExpression, requireTypeName } from './expressions.js';
import { baseErrors, creationErrors } from './type-bases.js';

/** Constructors that say themselves which constructor of the base runs. */
const callingBase = new WeakSet<MethodOverload>();

/** What the types of a block became when it first ran: it makes them once. */
const madeBefore = new WeakMap<
  readonly TypeDefinitionAst[],
  { readonly rt: Frame['rt']; readonly module: Frame['scope']['module']; readonly types: readonly NetType[] }
>();

/**
 * The types of one script or block: known to each other before any of them gets its members.
 * @throws {PSError} ParseException: something is wrong with what they derive from.
 */
export function defineScriptTypes(f: Frame, definitions: readonly TypeDefinitionAst[]): void {
  const before = madeBefore.get(definitions);
  if (before !== undefined && before.rt === f.rt && before.module === f.scope.module) {
    for (const [index, type] of before.types.entries()) {
      const ast = definitions[index];
      if (ast !== undefined) defineType(f, ast, type);
    }
    return;
  }
  makeScriptTypes(f, definitions);
  madeBefore.set(definitions, {
    rt: f.rt,
    module: f.scope.module,
    types: definitions.flatMap((ast) => f.rt.definedTypes.get(ast) ?? []),
  });
}
/** From now on code that runs in this scope knows it, and so does what is written beside it. */
function defineType(f: Frame, ast: TypeDefinitionAst, type: NetType): void {
  f.scope.types ??= new Map();
  f.scope.types.set(ast.name.toLowerCase(), type);
  f.rt.definedTypes.set(ast, type);
}
function failWith(errors: readonly ParseError[]): void {
  const [first] = errors;
  if (first !== undefined) throw parseFailure(first, errors, true);
}
function makeScriptTypes(f: Frame, definitions: readonly TypeDefinitionAst[]): void {
  failWith(baseErrors(f, definitions));
  for (const ast of definitions) if (ast.typeKind === 'enum') defineEnum(f, ast);
  const classes = definitions.filter(({ typeKind }) => typeKind !== 'enum');
  const made = new Map(classes.map((ast) => [ast, new NetType(ast.name)] as const));
  for (const [ast, type] of made) {
    type.scriptClass = true;
    defineType(f, ast, type);
  }
  const together = new Map(
    definitions.flatMap((ast) => {
      const type = f.rt.definedTypes.get(ast);
      return type === undefined ? [] : [[ast.name.toLowerCase(), type] as const];
    }),
  );
  for (const type of made.values()) type.together = together;
  // A base class is complete before what derives from it.
  const done = new Set<TypeDefinitionAst>();
  const errors: ParseError[] = [];
  const define = (ast: TypeDefinitionAst): void => {
    if (done.has(ast)) return;
    done.add(ast);
    for (const { typeName } of ast.baseTypes) {
      const base = classes.find(({ name }) => name.toLowerCase() === typeName.fullName.toLowerCase());
      if (base !== undefined) define(base);
    }
    const type = made.get(ast);
    if (type === undefined) return;
    defineClass(f, ast, type);
    errors.push(...creationErrors(ast, type, f.rt.constructorBodies.get(type)?.length ?? 0));
  };
  for (const ast of classes) define(ast);
  failWith(errors);
}

function defineClass(f: Frame, ast: TypeDefinitionAst, type: NetType): void {
  const [first, ...others] = ast.baseTypes.map(({ typeName }) => requireTypeName(typeName, f));
  const base = first !== undefined && first.kind !== 'interface' ? first : undefined;
  const interfaces = (base === undefined ? [first, ...others] : others).filter((type) => type !== undefined);
  type.interfaces = interfaces.map(({ fullName }) => fullName);
  type.interfaceTypes = interfaces;
  type.baseType = base ?? requireType('System.Object');
  type.scriptClass = true;
  writtenAt.set(type, () => declaredAttributes(f, ast.attributes));
  const { module } = f.scope;
  const fields: ClassField[] = [];
  const statics: MethodOverload[] = [];
  const staticValues: (() => Steps<void>)[] = [];
  const start = typeStart(ast.name, () => startType(f, staticValues, statics));
  const mayStart = ast.members.some(
    (member) => member.isStatic && (member.kind === 'PropertyMemberAst' ? member.initialValue : member.isConstructor),
  );
  for (const member of ast.members) {
    const attributes = (): PSValue[] => [
      ...declaredAttributes(f, member.attributes),
      ...(member.isHidden ? [attributeObject('Hidden', {})] : []),
    ];
    if (member.kind === 'PropertyMemberAst') {
      const { name } = member;
      const lower = name.toLowerCase();
      const propertyType =
        member.propertyType === undefined ? undefined : requireTypeName(member.propertyType.typeName, f);
      const initial = member.initialValue === undefined ? undefined : compileExpression(member.initialValue);
      const rules = attributeRules(f, member.attributes);
      const empty = (): PSValue =>
        propertyType === undefined || propertyType === STRING ? null : defaultOf(propertyType);
      const typed = (value: PSValue): PSValue =>
        propertyType === undefined ? plain(value) : convertTo(plain(value), propertyType);
      const placed = (error: unknown): never => {
        throw f.rt.asError(error, member.initialValue?.extent) ?? error;
      };
      const make =
        initial === undefined
          ? undefined
          : (frame: Frame): Pending<PSValue> => {
              try {
                const value = then(initial(frame), typed);
                return value instanceof Promise ? value.catch(placed) : value;
              } catch (error) {
                return placed(error);
              }
            };
      const fix = (value: PSValue): PSValue => {
        let made = propertyType === undefined ? value : convertTo(value, propertyType);
        for (const rule of rules) made = rule(made);
        return made;
      };
      const typeName = propertyType?.fullName ?? 'System.Object';
      if (member.isStatic) {
        let value = empty();
        if (make !== undefined)
          staticValues.push(function* () {
            value = yield* settle(make(f));
          });
        const property: NetProperty = {
          name,
          type: typeName,
          get: () => then(mayStart ? start() : undefined, () => value),
          set: (_self, next) =>
            then(mayStart ? start() : undefined, () => {
              value = fix(next ?? null);
              return undefined;
            }),
        };
        type.staticProperties.set(lower, property);
        writtenAt.set(property, attributes);
        if (member.isHidden) hidden.add(property);
      } else {
        fields.push({ name: lower, make, empty });
        const property = {
          name,
          type: typeName,
          get: (self: PSValue): PSValue => (self instanceof ClassInstance ? (self.fields.get(lower) ?? null) : null),
          set: (self: PSValue, next: PSValue): undefined => {
            if (self instanceof ClassInstance) self.fields.set(lower, fix(next));
          },
        };
        type.properties.set(lower, property);
        writtenAt.set(property, attributes);
        if (member.isHidden) hidden.add(property);
      }
    } else {
      const own = methodOverload(f, type, member, module);
      const overload: MethodOverload =
        member.isStatic && !member.isConstructor && mayStart
          ? { ...own, body: (self, ...args) => then(start(), () => own.body(self, ...args)) }
          : own;
      writtenAt.set(overload, attributes);
      if (member.isHidden) hidden.add(overload);
      if (member.isConstructor && member.isStatic) statics.push(overload);
      else if (member.isConstructor) {
        type.constructors.push(overload);
        if (findAll(member.body, ({ kind }) => kind === 'BaseCtorInvokeMemberExpressionAst').length > 0)
          callingBase.add(overload);
      } else {
        const table = member.isStatic ? type.staticMethods : type.methods;
        const existing = table.get(member.name.toLowerCase());
        if (existing === undefined) table.set(member.name.toLowerCase(), { name: member.name, overloads: [overload] });
        else existing.overloads.push(overload);
      }
    }
  }
  membersChanged();
  f.rt.classFields.set(type, fields);
  const bodies = [...type.constructors];
  f.rt.constructorBodies.set(type, bodies);
  type.constructors.length = 0;
  const isException = type.chainTypes().some(({ fullName }) => fullName === 'System.Exception');
  const netBase = type.chainTypes().find((one) => !one.scriptClass && one.fullName !== 'System.Object');
  /** What of .NET an instance has inside. */
  const addBase = (runtime: Runtime, instance: ClassInstance): Pending<void> => {
    if (isException) instance.inner = new ExceptionObject(type, `Exception of type '${type.fullName}' was thrown.`);
    else if (netBase !== undefined) {
      active.runtime = runtime;
      return then(construct(runtime, netBase, []), (inner) => {
        instance.inner = inner;
      });
    }
    return undefined;
  };
  const callBase = (runtime: Runtime, instance: ClassInstance): Pending<void> =>
    type.baseType?.scriptClass === true ? runtime.runConstructor(type.baseType, instance, []) : undefined;
  const callConstructor = (
    runtime: Runtime,
    instance: ClassInstance,
    constructor: MethodOverload | undefined,
    args: readonly PSValue[],
  ): Pending<unknown> => {
    if (constructor === undefined) return undefined;
    active.runtime = runtime;
    return constructor.body(instance, ...args);
  };
  const make =
    (constructor: MethodOverload | undefined) =>
    (_self: PSValue, ...args: PSValue[]): Pending<PSValue> => {
      const { runtime } = active;
      if (runtime === undefined) return null;
      const callsBase = constructor !== undefined && callingBase.has(constructor);
      const instance = new ClassInstance(type);
      return then(mayStart ? start() : undefined, () =>
        then(addBase(runtime, instance), () =>
          then(runtime.initialize(f, type, instance), () =>
            then(callsBase ? undefined : callBase(runtime, instance), () =>
              then(callConstructor(runtime, instance, constructor, args), () =>
                isException ? f.rt.exceptionOf(instance) : instance,
              ),
            ),
          ),
        ),
      );
    };
  if (bodies.length === 0)
    type.constructors.push({
      signature: `${ast.name} new()`,
      returnType: type.fullName,
      parameters: [],
      body: make(undefined),
    });
  for (const body of bodies) type.constructors.push({ ...body, body: make(body) });
}
/** Values of static properties, then the static constructor. */
function* startType(
  f: Frame,
  values: readonly (() => Steps<void>)[],
  constructors: readonly MethodOverload[],
): Steps<void> {
  for (const value of values) yield* value();
  for (const { body } of constructors) {
    active.runtime = f.rt;
    yield* settle(body(null) ?? null);
  }
}
/** What is done once, before anything of a class is used; where it failed, nothing of the class can be used. */
function typeStart(name: string, work: () => Steps<void>): () => Pending<void> {
  let begun = false;
  let inner: ExceptionObject | undefined;
  const told = (error: unknown): never => {
    if (error instanceof PSError) inner ??= runtimeExceptionOf(error);
    if (inner === undefined) throw error;
    throw fail(INITIALIZER, `The type initializer for '${name}' threw an exception.`, {
      type: INITIALIZER,
      category: 'OperationStopped',
      inner,
    });
  };
  return () => {
    if (inner !== undefined) return told(undefined);
    if (begun) return undefined;
    begun = true;
    try {
      const done = drive(work());
      return done instanceof Promise ? done.catch(told) : done;
    } catch (error) {
      return told(error);
    }
  };
}
const INITIALIZER = 'System.TypeInitializationException';

function methodOverload(
  f: Frame,
  type: NetType,
  member: FunctionMemberAst,
  module: ScriptBlock['home'],
): MethodOverload {
  const parameters = member.parameters.map((parameter) => {
    const constraint = [...parameter.attributes].reverse().find((attribute) => attribute.kind === 'TypeConstraintAst');
    const own = constraint === undefined ? OBJECT : requireTypeName(constraint.typeName, f);
    return {
      type: own.fullName,
      exact: own,
      name: parameter.name.variablePath.userPath,
      params: false,
      optional: false,
      byRef: false,
    };
  });
  const returnType = member.returnType === undefined ? undefined : requireTypeName(member.returnType.typeName, f);
  const code = new ScriptCode(member.body, member.parameters.length === 0 ? undefined : member.parameters);
  const block = new ScriptBlock(code, module, trustHere(f));
  // A method that says nothing of its result has none.
  const isVoid = member.isConstructor || returnType === undefined || returnType.fullName === 'System.Void';
  return {
    signature: `${member.isConstructor ? `${type.name} new` : `${isVoid ? 'void' : resolver.display(returnType)} ${member.name}`}(${parameters.map((parameter) => `${resolver.display(parameter.exact)} ${parameter.name}`).join(', ')})`,
    returnType: isVoid ? 'System.Void' : returnType.fullName,
    parameters,
    body: (self, ...args) => {
      const { runtime } = active;
      if (runtime === undefined) return null;
      const result = runtime.callMethod(f, block, self, args, type, member.isStatic, member.name);
      const finish = (value: PSValue): PSValue => {
        if (isVoid) return AutomationNull;
        const last = runtime.lastOf(value);
        try {
          return convertTo(plain(last), returnType);
        } catch (error) {
          if (error instanceof PSError) error.record.extent ??= runtime.lastReturn;
          throw error;
        }
      };
      return result instanceof Promise ? result.then(finish) : finish(result);
    },
  };
}

function defineEnum(f: Frame, ast: TypeDefinitionAst): NetType {
  const base = ast.baseTypes[0] === undefined ? undefined : requireTypeName(ast.baseTypes[0].typeName, f);
  const type = new NetType(ast.name, {
    kind: 'enum',
    flags: ast.attributes.some((attribute) => isAttribute(attribute, 'flags')),
    ...(base === undefined ? {} : { enumBase: base.fullName }),
  });
  const values = new Map<string, bigint>();
  let next = 0n;
  type.enumValues = values;
  type.scriptClass = true;
  defineType(f, ast, type);
  for (const member of ast.members) {
    if (member.kind !== 'PropertyMemberAst') continue;
    if (member.initialValue !== undefined) {
      next = enumeratorValue(f, member.initialValue, base ?? INT32);
    }
    values.set(member.name, next);
    next += 1n;
  }
  return type;
}
/** The value that is written behind an enumerator: known before anything runs. */
function enumeratorValue(f: Frame, initial: ExpressionAst, type: NetType): bigint {
  const refuse = (errorId: string, message: string): PSError => {
    const error = { errorId, message, extent: initial.extent, incompleteInput: false };
    return parseFailure(error, [error], true);
  };
  const depends = ({ kind }: Ast): boolean => kind === 'VariableExpressionAst' || kind === 'InvokeMemberExpressionAst';
  if (findAll(initial, depends).length > 0)
    throw refuse('EnumeratorValueMustBeConstant', 'Enumerator value must be a constant value.');
  const value = compileExpression(initial)(f);
  const given = value instanceof Promise ? null : value;
  const made = tryConvert(given, type);
  const number = made === undefined ? undefined : integerOf(made);
  if (number !== undefined) return number;
  throw integerOf(given) === undefined
    ? refuse('CannotConvertValue', `Cannot convert the value to type "${typeDisplayName(type)}".`)
    : refuse(
        'EnumeratorValueOutOfBounds',
        `Enumerator value is either too large or too small for ${typeDisplayName(type)}.`,
      );
}
export { callOverloads, type NetMethod };
