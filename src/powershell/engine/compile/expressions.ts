/** Expressions to closures. Each gives its value at once or a promise of it (pending.ts). */
import { noteShortcut, pushOne } from '../room.js';
import nodePath from 'node:path';
import {
  PSByte,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSInt16,
  PropertyBag,
  PSObject,
  PSSByte,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  TYPE_NAMES,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { AUTOMATIC_VARIABLES } from '../../lang/index.js';
import type {
  ExpressionAst,
  Extent,
  NumberConstant,
  TypeName,
  VariableExpressionAst,
  VariablePath,
  StatementAst,
} from '../../lang/index.js';
import {
  inCurrentCulture,
  isNoConversion,
  bigInteger,
  convertPatiently,
  convertTo,
  parseDecimalText,
  toBoolean,
  toCustomObject,
  separatorIn,
  toText,
  tryConvert,
} from '../conversion.js';
import {
  addLong,
  bitNot,
  bitwise,
  divide,
  multiply,
  negate,
  plus,
  remainder,
  shift,
  step,
  subtract,
} from '../operators/arithmetic.js';
import { typeBeside, writtenIn } from '../runtime/lexical-types.js';
import { usingKey } from '../runtime/using.js';
import { compare, equals, equalsLong, isUnordered } from '../operators/comparison.js';
import {
  find,
  formatOperator,
  joinLong,
  like,
  matchesTable,
  matchRegex,
  rangeEnds,
  rangeLong,
  type RangeEnds,
  replace,
  split,
  splitUnary,
} from '../operators/text.js';
import { andThen as then, done, drive, type Pending, settle, type Steps } from '../pending.js';
import { Collector, Flow, FlowEscape, type Frame } from '../runtime/frame.js';
import { type NetRegex, prepareRegex, type RegexOptions } from '../text/regex/index.js';
import {
  conversionRefused,
  guardCall,
  guardConversion,
  guardSetter,
  guardStatic,
  isConstrained,
  mayConvert,
  trustHere,
} from '../runtime/language-mode.js';
import {
  enumerate,
  getByKey,
  getIndex,
  getProperty,
  getStatic,
  invokeGeneric,
  invokeMethod,
  invokeStatic,
  nothingAs,
  setByKey,
  setIndex,
  setWithArguments,
  setProperty,
  setStatic,
} from '../runtime/members.js';
import { findVariable, readVariable, writeVariable, localVariable } from '../runtime/variables.js';
import type { Scope, Variable } from '../runtime/scope.js';
import { fail, PSError } from '../values/exceptions.js';
import {
  AutomationNull,
  ClassInstance,
  NetObject,
  plain,
  type PSReference,
  TypeObject,
  typeObject,
  unwrap,
} from '../values/live.js';
import { type NetType, requireType, resolver } from '../values/net-type.js';
import { ScriptBlock, ScriptCode } from '../values/script-block.js';
import {
  arrayTypeOf,
  CUSTOM,
  genericType,
  isType,
  OBJECT,
  ORDERED,
  referenceTo,
  resolveSimpleType,
  resolveTypeText,
  TYPE,
  typeOf,
} from '../values/types.js';
import { filterLong, mapLong, someLong } from '../slices.js';
import { link, mayChangeScope, ownBlock, statementAt } from './link.js';
import { convertLong, isLong, textLong } from './long-values.js';

const INPUT_TYPE = 'System.Collections.ArrayList+ArrayListEnumeratorSimple';
export type Expr = (f: Frame) => Pending<PSValue>;

export function constantValue(value: NumberConstant | boolean | null): PSValue {
  if (value === null || typeof value === 'boolean') return value;
  switch (value.type) {
    case 'int':
      return value.value;
    case 'long':
      return value.value;
    case 'double':
      return new PSDouble(value.value);
    case 'byte':
      return new PSByte(value.value);
    case 'sbyte':
      return new PSSByte(value.value);
    case 'short':
      return new PSInt16(value.value);
    case 'ushort':
      return new PSUInt16(value.value);
    case 'uint':
      return new PSUInt32(value.value);
    case 'ulong':
      return new PSUInt64(value.value);
    case 'bigint':
      return bigInteger(value.value);
    case 'decimal':
      return parseDecimalText(value.value) ?? new PSDecimal(0n, 0);
  }
}

/** The type that a type name means, or undefined. */
export function findTypeName(name: TypeName, f: Frame): NetType | undefined {
  if (name.kind === 'ArrayTypeName') {
    const element = findTypeName(name.elementType, f);
    return element === undefined ? undefined : arrayTypeOf(element, name.rank);
  }
  if (name.kind === 'GenericTypeName') {
    const args: NetType[] = [];
    for (const argument of name.genericArguments) {
      const type = findTypeName(argument, f);
      if (type === undefined) return undefined;
      args.push(type);
    }
    for (const prefix of ['', ...namespacesAt(name, f).map((namespace) => `${namespace}.`)]) {
      const found = genericType(prefix + name.typeName.name.replace(/`\d+$/, ''), args);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return (
    namedBeside(name.name, f) ??
    typeBeside(f.rt, name) ??
    f.rt.namedType(name.name, f.scope) ??
    resolveSimpleType(name.name, namespacesAt(name, f)) ??
    resolveTypeText(name.name, namespacesAt(name, f))
  );
}
/** Those that the text itself uses, and where it uses none those of who runs it. */
function namespacesAt({ extent }: TypeName, f: Frame): readonly string[] {
  const { namespaces } = writtenIn(extent.source);
  return namespaces.length > 1 ? namespaces : f.scope.usedNamespaces;
}
/** In a method: the type that its script defines, whatever another script has defined since then. */
function namedBeside(name: string, f: Frame): NetType | undefined {
  const owner = f.scope.find('__class')?.value;
  return owner instanceof TypeObject ? owner.type.together?.get(name.toLowerCase()) : undefined;
}
export function requireTypeName(name: TypeName, f: Frame, extent: Extent = name.extent): NetType {
  const type = findTypeName(name, f);
  if (type === undefined) {
    // A part that is not there is told of first; a generic type is looked for by its bare name then.
    if (name.kind === 'GenericTypeName')
      for (const part of [name.typeName, ...name.genericArguments]) requireTypeName(part, f, extent);
    if (name.kind === 'ArrayTypeName') requireTypeName(name.elementType, f, extent);
    throw fail('TypeNotFound', `Unable to find type [${name.fullName}].`, {
      category: 'InvalidOperation',
      target: new PSObject({
        typeNames: ['System.Management.Automation.Language.TypeName', 'System.Object'],
        adapted: PropertyBag.of({ FullName: name.fullName, Name: name.fullName }),
        toStringText: name.fullName,
      }),
      extent,
    });
  }
  return type;
}
/** Resolved once per runspace. */
export function typeResolver(name: TypeName, extent?: Extent): (f: Frame) => NetType {
  let known: NetType | undefined;
  let owner: object | undefined;
  return (f) => {
    if (known !== undefined && owner === f.rt) return known;
    owner = f.rt;
    known = requireTypeName(name, f, extent);
    return known;
  };
}

export function compileExpression(ast: ExpressionAst): Expr {
  switch (ast.kind) {
    case 'ConstantExpressionAst': {
      const value = constantValue(ast.value);
      return () => value;
    }
    case 'StringConstantExpressionAst': {
      const { value } = ast;
      return () => value;
    }
    case 'VariableExpressionAst':
      return compileVariable(ast);
    case 'ExpandableStringExpressionAst':
      return compileExpandable(ast.parts);
    case 'BinaryExpressionAst':
      return compileBinary(ast);
    case 'UnaryExpressionAst':
      return compileUnary(ast);
    case 'ParenExpressionAst':
      return link.pipelineValue(ast.pipeline);
    case 'SubExpressionAst': {
      if (ast.subExpression.statements.length === 0) return () => null;
      const block = link.block(ast.subExpression);
      const last = ast.subExpression.statements.at(-1)?.extent;
      return (f) => {
        const made = collect(f, block, false);
        if (made instanceof Promise)
          return made.then((value) => {
            f.at = last;
            return value;
          });
        f.at = last;
        return made;
      };
    }
    case 'ArrayExpressionAst': {
      const { statements } = ast.subExpression;
      const [only] = statements;
      // `@(1, 2)`: the literal itself, no copy through a pipeline.
      if (statements.length === 1 && only?.kind === 'PipelineAst' && only.pipelineElements.length === 1) {
        const element = only.pipelineElements[0];
        if (
          element?.kind === 'CommandExpressionAst' &&
          element.expression.kind === 'ArrayLiteralAst' &&
          element.redirections.length === 0
        )
          return compileExpression(element.expression);
      }
      const pure = pureExpression(statements);
      if (pure !== undefined && ast.subExpression.traps.length === 0) {
        // One expression: what it fails with fails the statement around it.
        const inner = compileExpression(pure);
        const listed = (value: PSValue): PSValue =>
          value === AutomationNull ? [] : [...(enumerate(value) ?? [value])];
        return (f) => then(inner(f), listed);
      }
      const block = link.block(ast.subExpression);
      return (f) => collect(f, block, true);
    }
    case 'ArrayLiteralAst': {
      const elements = ast.elements.map(compileExpression);
      return (f) => {
        const out: PSValue[] = [];
        for (let index = 0; index < elements.length; index += 1) {
          const value = elements[index]?.(f) ?? null;
          if (value instanceof Promise) return literalLater(f, elements, out, index, value);
          // What gave nothing stays so in an array: a pipeline passes it over.
          pushOne(out, value);
        }
        return out;
      };
    }
    case 'HashtableAst':
      return compileHashtable(ast, false);
    case 'ScriptBlockExpressionAst': {
      const code = new ScriptCode(ast.scriptBlock);
      return (f) => new ScriptBlock(code, f.scope.module, f.rt.restriction === undefined ? undefined : trustHere(f));
    }
    case 'TypeExpressionAst': {
      const resolve = typeResolver(ast.typeName, ast.extent);
      return (f) => typeObject(resolve(f));
    }
    case 'ConvertExpressionAst':
      return compileConvert(ast);
    case 'AttributedExpressionAst':
      return compileExpression(ast.child);
    case 'MemberExpressionAst': {
      const name = compileMemberName(ast.member);
      const { nullConditional } = ast;
      if (ast.static) {
        const target = compileExpression(ast.expression);
        return (f) =>
          then(target(f), (value) =>
            then(name(f), (text) => {
              const type = staticTarget(value);
              const strict = (f.scope.strictVersion ?? 0) >= 2;
              if (type === undefined) return strict ? getProperty(f.rt, null, text, true) : null;
              return getStatic(f.rt, type, text, strict);
            }),
          );
      }
      const target = compileExpression(ast.expression);
      return (f) => {
        const value = target(f);
        const text = name(f);
        if (value instanceof Promise || text instanceof Promise)
          return then(value, (object) =>
            nullConditional && plain(object) === null
              ? null
              : then(text, (member) => getProperty(f.rt, object, member, (f.scope.strictVersion ?? 0) >= 2)),
          );
        if (nullConditional && plain(value) === null) return null;
        return getProperty(f.rt, value, text, (f.scope.strictVersion ?? 0) >= 2);
      };
    }
    case 'InvokeMemberExpressionAst':
      return compileInvoke(ast);
    case 'BaseCtorInvokeMemberExpressionAst': {
      const args = (ast.arguments ?? []).map(compileExpression);
      const steps = function* (f: Frame): Steps<PSValue> {
        const values: PSValue[] = [];
        for (const arg of args) values.push(plain(yield* settle(arg(f))));
        yield* settle(f.rt.callBaseConstructor(f, values));
        return AutomationNull;
      };
      return (f) => drive(steps(f));
    }
    case 'IndexExpressionAst': {
      const target = compileExpression(ast.target);
      const index = compileExpression(ast.index);
      const { nullConditional } = ast;
      const get = isKey(ast.index) ? getByKey : getIndex;
      return (f) => {
        const object = target(f);
        if (object instanceof Promise)
          return object.then((value) =>
            nullConditional && plain(value) === null
              ? null
              : then(index(f), (at) => get(f.rt, value, at, (f.scope.strictVersion ?? 0) >= 3)),
          );
        if (nullConditional && plain(object) === null) return null;
        const at = index(f);
        if (at instanceof Promise)
          return at.then((value) => get(f.rt, object, value, (f.scope.strictVersion ?? 0) >= 3));
        return get(f.rt, object, at, (f.scope.strictVersion ?? 0) >= 3);
      };
    }
    case 'TernaryExpressionAst': {
      const condition = compileExpression(ast.condition);
      const ifTrue = compileExpression(ast.ifTrue);
      const ifFalse = compileExpression(ast.ifFalse);
      return (f) => then(condition(f), (value) => (toBoolean(value) ? ifTrue(f) : ifFalse(f)));
    }
    case 'UsingExpressionAst': {
      const inner = compileExpression(ast.subExpression);
      const name = ast.subExpression.kind === 'VariableExpressionAst' ? ast.subExpression.variablePath.userPath : '';
      const key = usingKey(ast);
      return (f) => {
        const sent = f.using?.getEntry(key);
        if (sent !== undefined) return sent;
        const passed = f.scope.find(`__using_${name.toLowerCase()}`);
        if (passed !== undefined) return passed.read();
        if (f.rt.usingAllowed) return inner(f);
        throw fail(
          'UsingWithoutInvokeCommand',
          'A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.',
          { category: 'InvalidOperation' },
        );
      };
    }
    case 'ErrorExpressionAst':
      throw new Error('a tree with parse errors cannot be compiled');
  }
}

/** The expression of a list that is nothing else. */
function pureExpression(statements: readonly StatementAst[]): ExpressionAst | undefined {
  const [only, more] = statements;
  if (more !== undefined || only?.kind !== 'PipelineAst' || only.background) return undefined;
  const [element, next] = only.pipelineElements;
  if (next !== undefined || element?.kind !== 'CommandExpressionAst' || element.redirections.length > 0)
    return undefined;
  const { expression } = element;
  return expression.kind === 'ParenExpressionAst' ? undefined : expression;
}
async function literalLater(
  f: Frame,
  elements: readonly Expr[],
  out: PSValue[],
  index: number,
  first: Promise<PSValue>,
): Promise<PSValue> {
  out.push(await first);
  for (let at = index + 1; at < elements.length; at += 1) out.push((await elements[at]?.(f)) ?? null);
  return out;
}

/**
 * Runs a block into a collector: `$(…)` gives the one item or an array, `@(…)` always an array.
 * @throws {FlowEscape} a return, break or continue left the block. What `$(…)` had by then goes out; `@(…)` keeps it.
 */
export function collect(f: Frame, run: (f: Frame) => Pending<unknown>, asArray: boolean): Pending<PSValue> {
  const collector = new Collector();
  const done = run({ ...f, out: collector });
  const finish = (flow: unknown): Pending<PSValue> => {
    const { items } = collector;
    if (flow instanceof Flow) return drive(leave(f, flow, asArray ? [] : items));
    if (asArray) return items;
    return items.length === 0 ? AutomationNull : items.length === 1 ? (items[0] ?? null) : items;
  };
  return done instanceof Promise ? done.then(finish) : finish(done);
}
function* leave(f: Frame, flow: Flow, items: readonly PSValue[]): Steps<never> {
  for (const item of items) yield* settle(f.out.write(item));
  throw new FlowEscape(flow);
}

/** An index that is cast to `[object]` is a key, whatever it is. */
const isKey = (index: ExpressionAst): boolean =>
  index.kind === 'ConvertExpressionAst' && /^(?:system\.)?object$/i.test(index.attribute.typeName.fullName);

// --------------------------------------------------------------- variables

/** `$PSItem` is another name of `$_`. */
const nameOf = ({ unqualifiedPath: name }: VariablePath): string => (name.toLowerCase() === 'psitem' ? '_' : name);

export function compileVariable(ast: VariableExpressionAst): Expr {
  const path = ast.variablePath;
  const lower = nameOf(path).toLowerCase();
  if (path.isUnqualified || path.isUnscopedVariable) {
    switch (lower) {
      case 'null':
        return () => null;
      case 'true':
        return () => true;
      case 'false':
        return () => false;
      case '?':
        return (f) => f.rt.lastOk;
      case 'psscriptroot': {
        const { file } = ast.extent;
        const folder = file === undefined ? '' : nodePath.dirname(file);
        return (f) => assignedHere(f, lower) ?? folder;
      }
      case 'pscommandpath': {
        const { file = '' } = ast.extent;
        return (f) => assignedHere(f, lower) ?? file;
      }
      case 'executioncontext':
        return (f) => {
          // It is about the code that reads it.
          f.rt.current = f;
          return f.scope.find(lower)?.read() ?? null;
        };
      default:
    }
    let scope: Scope | undefined;
    let cached: Variable | undefined;
    const lenient = inText > 0;
    return (f) => {
      if (cached !== undefined && scope === f.scope && !cached.removed)
        return cached.compute === undefined ? cached.value : cached.compute();
      const own = f.scope.variables.get(lower);
      if (own !== undefined) {
        if (cached === undefined)
          noteShortcut(() => {
            scope = cached = undefined;
          });
        scope = f.scope;
        cached = own;
        return own.read();
      }
      const found = f.scope.find(lower);
      if (found !== undefined) return found.read();
      return missing(f, path, ast.extent, lenient);
    };
  }
  return (f) => {
    const value = readVariable(f, path);
    // A variable may be there and be nothing; what a drive has not is told as nothing too.
    return value === undefined || (value === null && path.isDriveQualified) ? missing(f, path, ast.extent) : value;
  };
}
/** Variables that PowerShell keeps apart from the others of a block. */
const isKeptApart = (lower: string): boolean =>
  AUTOMATIC_VARIABLES.has(lower) ||
  /^(?:error|false|foreach|matches|null|psitem|switch|true|.*preference)$/.test(lower);
/**
 * What `$x += 1` adds to: in a block with a scope of its own that is a variable of that block, and nothing where there is
 * none yet, whatever the scopes around it have. Code that is dotted, and blocks that make variables by name, look further.
 */
export function compileOldValue(ast: VariableExpressionAst): Expr {
  const read = compileVariable(ast);
  const path = ast.variablePath;
  const block = ownBlock();
  const lower = nameOf(path).toLowerCase();
  if (block === undefined || !path.isUnqualified || isKeptApart(lower) || mayChangeScope(block)) return read;
  const home = block;
  // Where it was found once, it is found again: nothing here removes it.
  let found: Scope | undefined;
  return (f) => {
    const { scope } = f;
    if (scope === found) return read(f);
    if (scope.home !== home || scope.variables.has(lower) || scope.find(lower)?.options.allScope === true) {
      if (found === undefined)
        noteShortcut(() => {
          found = undefined;
        });
      found = scope;
      return read(f);
    }
    return null;
  };
}
function missing(f: Frame, path: VariablePath, extent: Extent, lenient = false): PSValue {
  // What a drive of another provider does not have is nothing in any mode.
  const isElsewhere = path.driveName !== undefined && path.driveName.toLowerCase() !== 'variable';
  // Version 1 lets texts name what is not there.
  if (!isElsewhere && f.scope.strictVersion !== undefined && !(lenient && f.scope.strictVersion < 2))
    throw fail(
      'VariableIsUndefined',
      `The variable '$${path.userPath}' cannot be retrieved because it has not been set.`,
      { category: 'InvalidOperation', target: path.userPath, extent },
    );
  return null;
}

// ----------------------------------------------------------------- strings

/** How many texts that are put together the compiler stands in. */
let inText = 0;
function compileExpandable(parts: readonly (string | ExpressionAst)[]): Expr {
  inText += 1;
  const compiled = parts.map((part) => (typeof part === 'string' ? part : compileExpression(part)));
  inText -= 1;
  return (f) => {
    let out = '';
    for (let index = 0; index < compiled.length; index += 1) {
      const part = compiled[index] ?? '';
      if (typeof part === 'string') out += part;
      else {
        const value = part(f);
        if (value instanceof Promise || isLong(value)) return expandLater(f, compiled, index, out, value);
        out += typeof value === 'string' ? value : toText(value, ofsOf(f, value));
      }
    }
    return out;
  };
}
const ofsOf = (f: Frame, value: PSValue): string => (typeof value === 'object' ? separatorIn(f.scope) : ' ');
async function expandLater(
  f: Frame,
  parts: readonly (string | Expr)[],
  at: number,
  before: string,
  first: Pending<PSValue>,
): Promise<string> {
  const value = await first;
  let out = before + (await textLong(f.rt, value, ofsOf(f, value)));
  for (let index = at + 1; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (typeof part === 'string') out += part;
    else {
      const next = await part(f);
      out += await textLong(f.rt, next, ofsOf(f, next));
    }
  }
  return out;
}

// --------------------------------------------------------------- operators

type Operator = (left: PSValue, right: PSValue, f: Frame) => Pending<PSValue>;

function* matchingItems(f: Frame, items: readonly PSValue[], regex: NetRegex, negated: boolean): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const item of items) {
    if (((yield* settle(find(f.rt, regex, toText(item)))) !== null) !== negated) pushOne(out, item);
    const tick = f.rt.tick();
    if (tick !== undefined) yield tick;
  }
  return out;
}
/** Over an array on the left: the elements that match; else the answer. */
const filtering =
  (test: (left: PSValue, right: PSValue) => boolean): Operator =>
  (left, right, f) => {
    const items = typeof left === 'object' ? enumerate(left) : undefined;
    return items === undefined ? test(left, right) : filterLong(f.rt, items, (item) => test(item, right));
  };
const equality = (sensitive: boolean, negated: boolean): Operator => {
  const among = filtering((left, right) => equals(left, right, sensitive) !== negated);
  return (left, right, f) => {
    if (typeof left !== 'string') return among(left, right, f);
    const answer = equalsLong(left, right, sensitive, f.rt.stepper);
    return answer instanceof Promise ? answer.then((same) => same !== negated) : answer !== negated;
  };
};
/** `-like` of a collection gives the texts that it looked at, not what they were made from. */
const filteringTexts =
  (test: (left: PSValue, right: PSValue) => boolean): Operator =>
  (left, right, f) => {
    const items = typeof left === 'object' ? enumerate(left) : undefined;
    if (items === undefined) return test(left, right);
    return then(
      mapLong(f.rt, items, (item) => toText(item)),
      (texts) => filterLong(f.rt, texts, (text) => test(text, right)),
    );
  };
const contains = (f: Frame, list: PSValue, item: PSValue, sensitive: boolean): Pending<boolean> =>
  someLong(f.rt, enumerate(list) ?? [list], (candidate) => equals(candidate, item, sensitive));
const not = (answer: Pending<boolean>): Pending<boolean> => then(answer, (value) => !value);
const match =
  (sensitive: boolean, negated: boolean): Operator =>
  (left, right, f) => {
    const options: RegexOptions = { ignoreCase: !sensitive };
    const wait = prepareRegex(right, options, f.rt.stepper);
    if (wait !== undefined) return wait.then(() => matchNow(left, matchRegex(right, options), f, negated));
    return matchNow(left, matchRegex(right, options), f, negated);
  };
function matchNow(left: PSValue, regex: NetRegex, f: Frame, negated: boolean): Pending<PSValue> {
  const items = enumerate(left);
  if (items !== undefined) return drive(matchingItems(f, items, regex, negated));
  return then(find(f.rt, regex, toText(left)), (found) => {
    if (found !== null) localVariable(f, 'Matches', matchesTable(found));
    return (found !== null) !== negated;
  });
}
function compareWith(test: (order: number) => boolean, sensitive: boolean): Operator {
  return (left, right, f) => {
    if (typeof left === 'number' && typeof right === 'number') return test(left - right);
    const items = typeof left === 'object' ? enumerate(left) : undefined;
    const ordered = (item: PSValue): boolean => !isUnordered(item, right) && test(compare(item, right, sensitive));
    return items === undefined ? ordered(left) : filterLong(f.rt, items, ordered);
  };
}

/** `at`: the operator itself. */
function operatorOf(kind: string, at: Extent): Operator | undefined {
  const sensitive = kind.startsWith('C');
  switch (kind) {
    case 'Plus':
      return addLong;
    case 'Minus':
      return subtract;
    case 'Multiply':
      return multiply;
    case 'Divide':
      return divide;
    case 'Rem':
      return remainder;
    case 'Ieq':
    case 'Ceq':
      return equality(sensitive, false);
    case 'Ine':
    case 'Cne':
      return equality(sensitive, true);
    case 'Igt':
    case 'Cgt':
      return compareWith((order) => order > 0, sensitive);
    case 'Ige':
    case 'Cge':
      return compareWith((order) => order >= 0, sensitive);
    case 'Ilt':
    case 'Clt':
      return compareWith((order) => order < 0, sensitive);
    case 'Ile':
    case 'Cle':
      return compareWith((order) => order <= 0, sensitive);
    case 'Ilike':
    case 'Clike':
      return filteringTexts((l, r) => like(l, r, sensitive));
    case 'Inotlike':
    case 'Cnotlike':
      return filteringTexts((l, r) => !like(l, r, sensitive));
    case 'Imatch':
    case 'Cmatch':
      return match(sensitive, false);
    case 'Inotmatch':
    case 'Cnotmatch':
      return match(sensitive, true);
    case 'Ireplace':
    case 'Creplace':
      return (l, r, f) => replace(f.rt, l, r, sensitive, { name: sensitive ? '-creplace' : '-replace', at });
    case 'Isplit':
    case 'Csplit':
      return (l, r, f) => split(f.rt, l, r, sensitive);
    case 'Icontains':
    case 'Ccontains':
      return (l, r, f) => contains(f, l, r, sensitive);
    case 'Inotcontains':
    case 'Cnotcontains':
      return (l, r, f) => not(contains(f, l, r, sensitive));
    case 'Iin':
    case 'Cin':
      return (l, r, f) => contains(f, r, l, sensitive);
    case 'Inotin':
    case 'Cnotin':
      return (l, r, f) => not(contains(f, r, l, sensitive));
    case 'Join':
      // An enumerator is one value here, as `$input` is.
      return (l, r, f) =>
        joinLong(f.rt, l instanceof NetObject && l.type.fullName === INPUT_TYPE ? toText(l, ' ') : l, toText(r));
    case 'Format':
      return formatOperator;
    case 'DotDot':
      return (l, r, f) => rangeLong(f.rt, l, r);
    case 'Band':
      return (l, r) => bitwise('-band', l, r);
    case 'Bor':
      return (l, r) => bitwise('-bor', l, r);
    case 'Bxor':
      return (l, r) => bitwise('-bxor', l, r);
    case 'Shl':
      return (l, r) => shift(l, r, true);
    case 'Shr':
      return (l, r) => shift(l, r, false);
    case 'Xor':
      return (l, r) => toBoolean(l) !== toBoolean(r);
    case 'Is':
      return (l, r, f) => isOf(l, typeArgument(r, f, '-is'));
    case 'IsNot':
      return (l, r, f) => !isOf(l, typeArgument(r, f, '-is'));
    case 'As':
      return (l, r, f) => {
        const type = typeArgument(r, f, '-as');
        if (isConstrained(f) && !mayConvert(l, type)) return null;
        const named = castToType(l, type, f);
        if (named !== undefined) return typeObject(named);
        if (isLong(l)) return drive(convertedOrNull(f, l, type));
        return plain(inCurrentCulture(() => tryConvert(l, type)) ?? null);
      };
    default:
      return undefined;
  }
}
/** `-as` of a value whose conversion takes long. */
function* convertedOrNull(f: Frame, value: PSValue, type: NetType): Steps<PSValue> {
  try {
    return plain(
      yield* settle(convertLong(f.rt, value, type, (one, to) => inCurrentCulture(() => convertTo(one, to)))),
    );
  } catch (error) {
    if (isNoConversion(error)) return null;
    throw error;
  }
}
/** The type that a text names here, where namespaces are in use. */
function namedType(value: PSValue, f: Frame): NetType | undefined {
  const inner = unwrap(value);
  return typeof inner === 'string'
    ? (f.rt.namedType(inner, f.scope) ?? resolveTypeText(inner, f.scope.usedNamespaces))
    : undefined;
}
/** The same for a cast to System.Type, which takes no name in brackets. */
const castToType = (value: PSValue, type: NetType, f: Frame): NetType | undefined =>
  type === TYPE && !toText(value).startsWith('[') ? namedType(value, f) : undefined;
/** An array is of its own type only: `[string[]]` is no `[object[]]` to `-is`. */
const isOf = (value: PSValue, type: NetType): boolean =>
  type.elementType === undefined ? isType(value, type) : typeOf(value) === type;
/**
 * The right side of `-is` and `-as`. What `-is` says of one that is no type has no id of its own.
 * @throws {PSError} `IsOperatorRequiresType`, `AsOperatorRequiresType`, or as the cast to System.Type.
 */
function typeArgument(value: PSValue, f: Frame, operator: '-is' | '-as'): NetType {
  const inner = unwrap(value);
  if (inner instanceof TypeObject) return inner.type;
  if (inner === null)
    throw fail(
      operator === '-is' ? 'IsOperatorRequiresType' : 'AsOperatorRequiresType',
      `The right operand of '${operator}' must be a type.`,
      { category: 'InvalidOperation' },
    );
  const found = namedType(inner, f);
  if (found !== undefined) return found;
  try {
    const made = convertTo(inner, requireType('System.Type'));
    if (made instanceof TypeObject) return made.type;
  } catch (error) {
    if (!(error instanceof PSError) || operator === '-as') throw error;
    throw fail('RuntimeException', error.record.exception.message, { category: 'NotSpecified' });
  }
  throw fail('RuntimeException', `The right operand of '${operator}' must be a type.`, { category: 'NotSpecified' });
}

/** The ends of `a..b` that stands by itself: who goes through it needs no list. Undefined: it is something else. */
export function compileRangeEnds(ast: ExpressionAst, extent?: Extent): ((f: Frame) => Steps<RangeEnds>) | undefined {
  if (ast.kind !== 'BinaryExpressionAst' || ast.operator !== 'DotDot') return undefined;
  const left = compileExpression(ast.left);
  const right = compileExpression(ast.right);
  return function* (f) {
    try {
      const from = plain(yield* settle(left(f)));
      return rangeEnds(from, plain(yield* settle(right(f))));
    } catch (error) {
      throw extent === undefined ? error : (f.rt.asError(error, extent, f) ?? error);
    }
  };
}

function compileBinary(ast: ExpressionAst & { kind: 'BinaryExpressionAst' }): Expr {
  const left = compileExpression(ast.left);
  const right = compileExpression(ast.right);
  switch (ast.operator) {
    case 'And':
      return (f) => then(left(f), (value) => (toBoolean(value) ? then(right(f), (other) => toBoolean(other)) : false));
    case 'Or':
      return (f) => then(left(f), (value) => (toBoolean(value) ? true : then(right(f), (other) => toBoolean(other))));
    case 'QuestionQuestion':
      return (f) => then(left(f), (value) => (plain(value) === null ? right(f) : value));
    default:
  }
  const operate = operatorOf(ast.operator, ast.errorPosition);
  if (operate === undefined)
    throw fail('NotSupported', `The operator '${ast.operator}' is not supported by this engine.`, {
      category: 'NotImplemented',
    });
  // What a command without output adds to a list is for `add` to say.
  const operand = ast.operator === 'Plus' ? (value: PSValue): PSValue => value : plain;
  return (f) => {
    const l = left(f);
    if (l instanceof Promise)
      return l.then((value) => then(right(f), (other) => operate(plain(value), operand(other), f)));
    const r = right(f);
    if (r instanceof Promise) return r.then((value) => operate(plain(l), operand(value), f));
    return operate(l === AutomationNull ? null : l, operand(r), f);
  };
}

function compileUnary(ast: ExpressionAst & { kind: 'UnaryExpressionAst' }): Expr {
  const { child } = ast;
  switch (ast.tokenKind) {
    case 'PlusPlus':
    case 'MinusMinus':
    case 'PostfixPlusPlus':
    case 'PostfixMinusMinus': {
      const by = ast.tokenKind.endsWith('PlusPlus') ? 1 : -1;
      const postfix = ast.tokenKind.startsWith('Postfix');
      if (child.kind === 'VariableExpressionAst') {
        const read = compileVariable(child);
        const write = compileVariableWrite(child.variablePath);
        return (f) => {
          const old = read(f);
          if (old instanceof Promise) return old.then((settled) => bump(f, settled));
          return bump(f, old);
        };
        function bump(f: Frame, value: PSValue): PSValue {
          const old = plain(value);
          const next = step(old, by);
          write(f, next);
          return postfix ? (old === null ? 0 : old) : next;
        }
      }
      const place = compilePlace(child);
      return (f) =>
        then(place.open(f), (target) =>
          then(target.get(), (value) => {
            const old = plain(value);
            const next = step(old, by);
            return then(target.set(next), () => (postfix ? (old === null ? 0 : old) : next));
          }),
        );
    }
    default:
  }
  const inner = compileExpression(child);
  const operate =
    (apply: (value: PSValue) => PSValue): Expr =>
    (f) => {
      const value = inner(f);
      return value instanceof Promise ? value.then((settled) => apply(plain(settled))) : apply(plain(value));
    };
  switch (ast.tokenKind) {
    case 'Not':
    case 'Exclaim':
      return operate((value) => !toBoolean(value));
    case 'Minus':
      return operate(negate);
    case 'Plus':
      return operate(plus);
    case 'Bnot':
      return operate(bitNot);
    case 'Comma':
      return (f) => then(inner(f), (value) => [value]);
    case 'Join':
      return (f) => then(inner(f), (value) => joinLong(f.rt, plain(value), ''));
    case 'Isplit':
    case 'Csplit':
      return (f) => then(inner(f), (value) => splitUnary(f.rt, plain(value)));
    default:
      throw fail('NotSupported', `The operator '${ast.tokenKind}' is not supported by this engine.`, {
        category: 'NotImplemented',
      });
  }
}

// -------------------------------------------------------------- hashtables

function compileHashtable(ast: ExpressionAst & { kind: 'HashtableAst' }, ordered: boolean): Expr {
  const pairs = ast.keyValuePairs.map(({ key, value }) => ({
    key: compileExpression(key),
    value: link.statementValue(value),
    extent: key.extent,
  }));
  const steps = function* (f: Frame): Steps<PSValue> {
    const table = new PSDictionary([], {
      typeNames: ordered ? TYPE_NAMES.orderedDictionary : TYPE_NAMES.hashtable,
    });
    table.reserve(pairs.length);
    for (const pair of pairs) {
      const key = unwrap(plain(yield* settle(pair.key(f))));
      if (key === null)
        throw fail('InvalidNullKey', 'A null key is not allowed in a hash literal.', {
          category: 'InvalidOperation',
          target: table,
          extent: pair.extent,
        });
      const value = yield* settle(pair.value(f));
      if (table.hasEntry(key))
        throw fail('DuplicateKeyInHashLiteral', `Duplicate keys '${toText(key)}' are not allowed in hash literals.`, {
          category: 'InvalidArgument',
        });
      table.append(key, value);
    }
    return table;
  };
  return (f) => drive(steps(f));
}

// ------------------------------------------------------------------- casts

/** `[ref]$x` is the variable that is found under that name, in whatever scope it is; where there is none, it is an error. */
function variableReference(f: Frame, path: VariablePath): PSReference {
  if (path.isDriveQualified)
    return referenceTo(
      () => readVariable(f, path) ?? null,
      (value) => writeVariable(f, path, value),
    );
  const variable = findVariable(f, path);
  if (variable === undefined)
    throw fail('NonExistingVariableReference', '[ref] cannot be applied to a variable that does not exist.', {
      target: path.userPath,
    });
  return referenceTo(
    () => variable.read(),
    (value) => {
      variable.assign(value);
    },
  );
}
function compileConvert(ast: ExpressionAst & { kind: 'ConvertExpressionAst' }): Expr {
  const { typeName } = ast.attribute;
  const lower = typeName.name.toLowerCase();
  if (ast.child.kind === 'HashtableAst' && lower === 'ordered') return compileHashtable(ast.child, true);
  if (lower === 'pscustomobject' || lower === 'system.management.automation.pscustomobject') {
    const inner = ast.child.kind === 'HashtableAst' ? compileHashtable(ast.child, true) : compileExpression(ast.child);
    return (f) => {
      if (isConstrained(f)) throw conversionRefused(CUSTOM);
      return then(inner(f), (value) => toCustomObject(plain(value)));
    };
  }
  if (lower === 'ref' && ast.child.kind !== 'ConstantExpressionAst') {
    if (ast.child.kind === 'VariableExpressionAst') {
      const path = ast.child.variablePath;
      return (f) => variableReference(f, path);
    }
  }
  if (lower === 'void') {
    const inner = compileExpression(ast.child);
    return (f) => then(inner(f), () => AutomationNull);
  }
  const inner = compileExpression(ast.child);
  const resolve = typeResolver(typeName);
  return (f) => {
    const type = resolve(f);
    const value = inner(f);
    return value instanceof Promise ? value.then((settled) => castGiven(f, settled, type)) : castGiven(f, value, type);
  };
}
const castGiven = (f: Frame, value: PSValue, type: NetType): Pending<PSValue> =>
  value === AutomationNull ? nothingAs(type) : cast(f, value, type);
function cast(f: Frame, value: PSValue, type: NetType): Pending<PSValue> {
  guardConversion(f, value, type);
  if (type === ORDERED)
    throw fail(
      'OrderedAttributeOnlyOnHashLiteralNode',
      'The ordered attribute can be specified only on a hash literal node.',
      { category: 'InvalidOperation' },
    );
  const named = castToType(value, type, f);
  if (named !== undefined) return typeObject(named);
  if (!type.scriptClass) return convertLong(f.rt, value, type);
  // What its constructor writes is written from here.
  f.rt.current = f;
  return convertPatiently(value, type);
}

// ----------------------------------------------------------------- members

function compileMemberName(ast: { readonly kind: string }): (f: Frame) => Pending<string> {
  const node = ast as ExpressionAst;
  if (node.kind === 'StringConstantExpressionAst') {
    const { value } = node;
    return () => value;
  }
  const inner = compileExpression(node);
  return (f) => then(inner(f), (value) => toText(value));
}
/** Whose static members `::` means: those of a type, or of what the value is. Nothing has none. */
function staticTarget(value: PSValue): NetType | undefined {
  const inner = unwrap(value);
  return inner instanceof TypeObject ? inner.type : (typeOf(inner) ?? undefined);
}
/** A variable of the engine's that a script has given another value, in the scope that reads it. */
const assignedHere = (f: Frame, lower: string): PSValue | undefined => f.scope.variables.get(lower)?.read();
/** `([Base]$this)`: what stands in the parentheses. */
function withoutParentheses(ast: ExpressionAst): ExpressionAst {
  let at = ast;
  while (at.kind === 'ParenExpressionAst' && at.pipeline.kind === 'PipelineAst') {
    const [only, more] = at.pipeline.pipelineElements;
    if (more !== undefined || only?.kind !== 'CommandExpressionAst') return at;
    at = only.expression;
  }
  return at;
}
const VALUE_TYPE = requireType('System.ValueType');
/** What a method of the root classes says that a class has made its own: `([object]$x).ToString()` names the type. */
function asPlainObject(
  f: Frame,
  type: NetType,
  object: PSValue,
  method: string,
  values: readonly PSValue[],
): Pending<PSValue> | undefined {
  const inner = unwrap(object);
  const own = inner === null ? undefined : typeOf(inner);
  if (own === undefined || own === null || own === CUSTOM) return undefined;
  const lower = method.toLowerCase();
  if (lower === 'tostring' && values.length === 0) return invokeMethod(f.rt, typeObject(own), 'ToString', []);
  if (lower === 'equals' && values.length === 1 && type === OBJECT && typeof inner !== 'string')
    return !own.isValueType && inner === unwrap(values[0] ?? null);
  return undefined;
}
function compileInvoke(ast: ExpressionAst & { kind: 'InvokeMemberExpressionAst' }): Expr {
  const target = compileExpression(ast.expression);
  const name = compileMemberName(ast.member);
  const args = (ast.arguments ?? []).map((argument) => compileArgument(argument));
  const { nullConditional } = ast;
  const statement = statementAt();
  const isStatic = ast.static;
  const generic = ast.genericTypeArguments?.map((argument) => typeResolver(argument));
  const cast = withoutParentheses(ast.expression);
  const baseType =
    cast.kind === 'ConvertExpressionAst' && !isStatic ? typeResolver(cast.attribute.typeName) : undefined;
  return (f) => {
    const object = target(f);
    const text = name(f);
    if (!(object instanceof Promise) && !(text instanceof Promise)) {
      if (nullConditional && plain(object) === null) return null;
      const values: PSValue[] = [];
      for (let index = 0; index < args.length; index += 1) {
        const value = args[index]?.(f) ?? null;
        if (value instanceof Promise) return later(f, object, text, values, index, value);
        values.push(value === AutomationNull ? null : value);
      }
      return call(f, object, text, values);
    }
    return then(object, (settled) =>
      nullConditional && plain(settled) === null
        ? null
        : then(text, (member) => later(f, settled, member, [], -1, undefined)),
    );
  };
  function call(f: Frame, object: PSValue, text: string, values: readonly PSValue[]): Pending<PSValue> {
    // Blocks that the method calls see the variables of this frame.
    f.rt.current = f;
    f.rt.statement = statement;
    const guarded = f.rt.restriction !== undefined;
    if (isStatic) {
      const type = staticTarget(object);
      if (type === undefined) return invokeMethod(f.rt, null, text, values);
      if (guarded) guardStatic(f, type, text);
      return invokeStatic(
        f.rt,
        type,
        text,
        values,
        generic?.map((resolve) => resolve(f)),
      );
    }
    if (guarded) guardCall(f, object, text, values);
    if (baseType !== undefined) {
      const type = baseType(f);
      if (type === OBJECT || type === VALUE_TYPE) {
        const answer = asPlainObject(f, type, object, text, values);
        if (answer !== undefined) return answer;
      }
      const method = type.scriptClass || f.rt.isBaseOf(type, object) ? type.findMethod(text) : undefined;
      if (method !== undefined && f.rt.isBaseOf(type, object)) return f.rt.callMethodOf(method, object, values);
    }
    if (generic !== undefined)
      return invokeGeneric(
        f.rt,
        object,
        text,
        values,
        generic.map((resolve) => resolve(f)),
      );
    return invokeMethod(f.rt, object, text, values);
  }
  async function later(
    f: Frame,
    object: PSValue,
    text: string,
    values: PSValue[],
    at: number,
    first: Promise<PSValue> | undefined,
  ): Promise<PSValue> {
    if (first !== undefined) values.push(plain(await first));
    for (let index = at + 1; index < args.length; index += 1) values.push(plain((await args[index]?.(f)) ?? null));
    return call(f, object, text, values);
  }
}
/** An argument of a method: `[ref]$x` stays a reference. */
function compileArgument(ast: ExpressionAst): Expr {
  return compileExpression(ast);
}

// -------------------------------------------------------------- assignment

/** Something that can be assigned to, opened once so that `$a[f()] += 1` calls `f` once. */
export interface OpenPlace {
  get(): Pending<PSValue>;
  /** Gives what the assignment has as its value. */
  set(value: PSValue): Pending<PSValue>;
}
export interface Place {
  open(f: Frame): Pending<OpenPlace>;
}

export function compilePlace(ast: ExpressionAst): Place {
  switch (ast.kind) {
    case 'VariableExpressionAst': {
      const read = compileOldValue(ast);
      const write = compileVariableWrite(ast.variablePath);
      return { open: (f) => ({ get: () => read(f), set: (value) => write(f, value) }) };
    }
    case 'MemberExpressionAst': {
      const target = compileExpression(ast.expression);
      const name = compileMemberName(ast.member);
      const isStatic = ast.static;
      return {
        open: (f) =>
          then(target(f), (object) =>
            then(
              name(f),
              (text): OpenPlace =>
                isStatic
                  ? {
                      get: () => {
                        const type = staticTarget(object);
                        return type === undefined ? null : getStatic(f.rt, type, text);
                      },
                      set: (value) => {
                        const type = staticTarget(object);
                        if (type === undefined) return then(setProperty(f.rt, null, text, value), () => value);
                        guardSetter(f, type, true);
                        return then(setStatic(f.rt, type, text, plain(value)), () =>
                          typedAs(type.findStaticProperty(text)?.type, value),
                        );
                      },
                    }
                  : {
                      get: () => getProperty(f.rt, object, text, (f.scope.strictVersion ?? 0) >= 2),
                      set: (value) => {
                        guardSetter(f, object, false);
                        return then(setProperty(f.rt, object, text, plain(value)), () =>
                          declaresMembers(object) ? typedAs(typeOf(object)?.findProperty(text)?.type, value) : value,
                        );
                      },
                    },
            ),
          ),
      };
    }
    case 'IndexExpressionAst': {
      const target = compileExpression(ast.target);
      const index = compileExpression(ast.index);
      const [get, set] = isKey(ast.index) ? ([getByKey, setByKey] as const) : ([getIndex, setIndex] as const);
      return {
        open: (f) =>
          then(target(f), (object) =>
            then(
              index(f),
              (at): OpenPlace => ({
                get: () => get(f.rt, object, at),
                set: (value) => then(set(f.rt, object, at, value), () => value),
              }),
            ),
          ),
      };
    }
    case 'InvokeMemberExpressionAst': {
      // A property with arguments: `$table.Item('a') = 1`.
      const target = compileExpression(ast.expression);
      const name = compileMemberName(ast.member);
      const given = (ast.arguments ?? []).map((argument) => compileArgument(argument));
      const steps = function* (f: Frame): Steps<OpenPlace> {
        const object = yield* settle(target(f));
        const member = yield* settle(name(f));
        const args: PSValue[] = [];
        for (const argument of given) args.push(plain(yield* settle(argument(f))));
        return {
          get: () => invokeMethod(f.rt, object, member, args),
          set: (value) => then(setWithArguments(f.rt, object, member, args, value), () => value),
        };
      };
      return { open: (f) => drive(steps(f)) };
    }
    case 'ConvertExpressionAst':
    case 'AttributedExpressionAst': {
      const constraints: (ExpressionAst & { kind: 'ConvertExpressionAst' | 'AttributedExpressionAst' })[] = [];
      let inner: ExpressionAst = ast;
      while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') {
        constraints.push(inner);
        inner = inner.child;
      }
      if (inner.kind === 'VariableExpressionAst') {
        const { variablePath } = inner;
        const read = compileOldValue(inner);
        const rules = link.constraints(constraints.map(({ attribute }) => attribute));
        const block = ownBlock();
        return {
          open: (f) => ({
            get: () => read(f),
            set: (value) => {
              link.constrain(f, variablePath, value, rules(f), block);
              // `([int]$x = '5')` gives what the variable has then.
              return read(f);
            },
          }),
        };
      }
      const place = compilePlace(inner);
      const resolve = ast.kind === 'ConvertExpressionAst' ? typeResolver(ast.attribute.typeName) : undefined;
      return {
        open: (f) =>
          then(
            place.open(f),
            (target): OpenPlace => ({
              get: () => target.get(),
              set: (value) =>
                resolve === undefined
                  ? target.set(value)
                  : then(cast(f, value, resolve(f)), (made) => target.set(made)),
            }),
          ),
      };
    }
    case 'ArrayLiteralAst': {
      const places = ast.elements.map(compilePlace);
      const setAll = function* (f: Frame, value: PSValue): Steps<PSValue> {
        const items = enumerate(value) ?? [plain(value)];
        done.steps += items.length >> 3;
        for (let index = 0; index < places.length; index += 1) {
          const place = places[index];
          if (place === undefined) continue;
          const opened = yield* settle(place.open(f));
          const rest = items.slice(index);
          const last = index === places.length - 1;
          yield* settle(opened.set(last && rest.length > 1 ? rest : (items[index] ?? null)));
        }
        return value;
      };
      return {
        open: (f) => ({
          get: () => null,
          set: (value) => drive(setAll(f, value)),
        }),
      };
    }
    case 'ParenExpressionAst': {
      const { pipeline } = ast;
      if (pipeline.kind === 'PipelineAst' && pipeline.pipelineElements.length === 1) {
        const element = pipeline.pipelineElements[0];
        if (element?.kind === 'CommandExpressionAst') return compilePlace(element.expression);
      }
      break;
    }
    default:
  }
  throw fail(
    'InvalidLeftHandSide',
    'The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.',
    { category: 'ParserError' },
  );
}

/** A value as a declared property of that type takes it. */
function typedAs(declared: string | undefined, value: PSValue): PSValue {
  const type = declared === undefined ? undefined : resolver.resolve(declared);
  return type === undefined ? value : (tryConvert(value, type) ?? value);
}
const declaresMembers = (object: PSValue): boolean => object instanceof ClassInstance || object instanceof NetObject;

/** `($x = '5')` of an `[int]$x` gives 5 where PowerShell compiles the conversion in: in a local scope, for a type alone. */
const assigned = (f: Frame, variable: Variable, value: PSValue): PSValue =>
  variable.rules !== undefined && f.scope.parent !== undefined && variable.attributes.every((one) => one === 'type')
    ? variable.value
    : value;
/** Writes the variable, and gives what the assignment has as its value. */
export function compileVariableWrite(path: VariablePath): (f: Frame, value: PSValue) => PSValue {
  const name = nameOf(path);
  const lower = name.toLowerCase();
  // What gave nothing stays nothing: `$x = & { }; $x` writes no $null.
  const keep = (variable: Variable, value: PSValue): void => {
    if (value === AutomationNull && variable.rules === undefined) variable.value = value;
  };
  if (path.isUnqualified || path.isUnscopedVariable) {
    if (lower === 'null') return (_f, value) => value;
    let scope: Scope | undefined;
    let cached: Variable | undefined;
    return (f, value) => {
      if (cached !== undefined && scope === f.scope && !cached.removed) {
        if (
          cached.rules === undefined &&
          cached.compute === undefined &&
          cached.options.readOnly !== true &&
          cached.options.constant !== true
        ) {
          cached.value = value;
          return value;
        }
        cached.assign(plain(value));
        return assigned(f, cached, value);
      }
      const found = f.scope.set(name, plain(value));
      keep(found, value);
      if (f.scope.variables.get(lower) !== found) return value;
      if (cached === undefined)
        noteShortcut(() => {
          scope = cached = undefined;
        });
      scope = f.scope;
      cached = found;
      return found.rules === undefined ? value : assigned(f, found, value);
    };
  }
  return (f, value) => {
    const made = writeVariable(f, path, plain(value));
    if (made !== undefined) keep(made, value);
    return value;
  };
}
