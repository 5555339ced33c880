/**
 * The syntax tree as scripts see it: System.Management.Automation.Language. Every node of our parser's tree is an
 * instance of its class, its fields under .NET's names; Find and FindAll run a block for each node.
 */
import { PSDictionary, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import {
  type Ast,
  Extent,
  forEachChild,
  parentMap,
  type ParseError,
  parseInput,
  safeValue,
  parseInPieces,
  type VariablePath,
} from '../../lang/index.js';
import { constantValue, requireTypeName } from '../compile/expressions.js';
import { convertTo, toBoolean } from '../conversion.js';
import { positionText } from '../formatting/error-position.js';
import { drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { extentObject, positionObject } from '../runtime/extent-object.js';
import { parseErrorsOf } from '../runtime/parse-failure.js';
import { implement } from '../values/bodies.js';
import { dynamicExpression, ExceptionObject } from '../values/exceptions.js';
import { NetObject, PSReference, pushAll, typedArray, typeObject, unwrap } from '../values/live.js';
import { addMembers, defineType, type MemberBody, type NetType } from '../values/net-type.js';
import { ScriptBlock, ScriptCode, UNBOUND, wholeTrees } from '../values/script-block.js';
import {
  arrayTypeOf,
  BOOLEAN,
  HASHTABLE,
  OBJECT,
  ORDERED,
  PSOBJECT,
  SCRIPTBLOCK,
  STRING,
  TYPE,
  typeOf,
} from '../values/types.js';
import { languageEnum, tokenObject, variablePathObject } from './language-tokens.js';
import { argumentNull, invalidOperation, requireType, runtime, text, throwNet } from './support.js';
import { readScriptFile } from '../runtime/script-file.js';

const NAMESPACE = 'System.Management.Automation.Language.';
interface NodeData {
  readonly node: Ast;
  /** Of the tree that the node was reached in. */
  readonly root: Ast;
}
/** Classes between a node's own and Ast. */
const BASES: Readonly<Record<string, string>> = {
  PipelineBaseAst: 'StatementAst',
  ChainableAst: 'PipelineBaseAst',
  PipelineAst: 'ChainableAst',
  PipelineChainAst: 'ChainableAst',
  AssignmentStatementAst: 'PipelineBaseAst',
  ErrorStatementAst: 'PipelineBaseAst',
  CommandBaseAst: 'StatementAst',
  CommandAst: 'CommandBaseAst',
  CommandExpressionAst: 'CommandBaseAst',
  CommandParameterAst: 'CommandElementAst',
  ExpressionAst: 'CommandElementAst',
  LabeledStatementAst: 'StatementAst',
  LoopStatementAst: 'LabeledStatementAst',
  SwitchStatementAst: 'LabeledStatementAst',
  ForEachStatementAst: 'LoopStatementAst',
  ForStatementAst: 'LoopStatementAst',
  DoWhileStatementAst: 'LoopStatementAst',
  DoUntilStatementAst: 'LoopStatementAst',
  WhileStatementAst: 'LoopStatementAst',
  FunctionDefinitionAst: 'StatementAst',
  TypeDefinitionAst: 'StatementAst',
  ConfigurationDefinitionAst: 'StatementAst',
  StringConstantExpressionAst: 'ConstantExpressionAst',
  ConvertExpressionAst: 'AttributedExpressionAst',
  InvokeMemberExpressionAst: 'MemberExpressionAst',
  BaseCtorInvokeMemberExpressionAst: 'InvokeMemberExpressionAst',
  ArrayLiteralAst: 'ExpressionAst',
  HashtableAst: 'ExpressionAst',
  AttributeAst: 'AttributeBaseAst',
  TypeConstraintAst: 'AttributeBaseAst',
  FileRedirectionAst: 'RedirectionAst',
  MergingRedirectionAst: 'RedirectionAst',
  PropertyMemberAst: 'MemberAst',
  FunctionMemberAst: 'MemberAst',
};
function baseOf(kind: string): string {
  const known = BASES[kind];
  if (known !== undefined) return known;
  if (kind.endsWith('ExpressionAst') && kind !== 'ExpressionAst') return 'ExpressionAst';
  if (kind.endsWith('StatementAst') && kind !== 'StatementAst') return 'StatementAst';
  return 'Ast';
}
const classes = new Map<string, NetType>();
function classOf(kind: string): NetType {
  const known = classes.get(kind);
  if (known !== undefined) return known;
  const base = kind === 'Ast' ? 'System.Object' : classOf(baseOf(kind)).fullName;
  const type = defineType(NAMESPACE + kind, { base });
  classes.set(kind, type);
  return type;
}

const own = (self: PSValue): NodeData => {
  const inner = unwrap(self);
  if (inner instanceof NetObject) return inner.data as NodeData;
  throw argumentNull('ast');
};
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const isNode = (value: object): value is Ast => 'kind' in value && String(value.kind).endsWith('Ast');

defineType(`${NAMESPACE}ForEachFlags`, { kind: 'enum', flags: true, enumValues: { None: 0, Parallel: 1 } });
/** What our tree has as fields and .NET as one value of an enumeration: its type, and the fields that say it. */
const FLAGS: Readonly<Partial<Record<string, readonly [type: string, set: (node: Ast) => Readonly<object>]>>> = {
  ForEachStatementAst: [
    'ForEachFlags',
    (node) => (node.kind === 'ForEachStatementAst' ? { parallel: node.parallel } : {}),
  ],
  SwitchStatementAst: ['SwitchFlags', (node) => (node.kind === 'SwitchStatementAst' ? node.flags : {})],
};
function flagsOf(node: Ast): PSValue {
  const [type, set] = FLAGS[node.kind] ?? [];
  if (type === undefined || set === undefined) return null;
  const names = Object.entries(set(node)).filter(([, isSet]) => isSet === true);
  const said = names.map(([name]) => pascal(name)).join(', ');
  return convertTo(said === '' ? 'None' : said, requireType(NAMESPACE + type));
}
/** Fields whose texts are values of enumerations. */
const ENUMERATIONS: Readonly<Partial<Record<string, string>>> = {
  operator: 'TokenKind',
  tokenKind: 'TokenKind',
  fromStream: 'RedirectionStream',
  toStream: 'RedirectionStream',
  stringConstantType: 'StringConstantType',
};
/** The node as an object of its class; its fields become properties of the class when one is first seen. */
export function astObject(node: Ast, root: Ast): NetObject<NodeData> {
  const type = classOf(node.kind);
  const members: Record<string, MemberBody> = {};
  const hasFlags = FLAGS[node.kind] !== undefined;
  if (hasFlags && type.findProperty('Flags') === undefined) members['object Flags'] = (self) => flagsOf(own(self).node);
  for (const key of Object.keys(node)) {
    if (hasFlags && (key === 'flags' || key === 'parallel')) continue;
    if (key === 'kind' || key === 'extent' || type.findProperty(key) !== undefined) continue;
    members[`object ${pascal(key)}`] = (self) => {
      const data = own(self);
      const value = (data.node as unknown as Readonly<Record<string, unknown>>)[key];
      const enumeration = ENUMERATIONS[key];
      return enumeration !== undefined && typeof value === 'string'
        ? languageEnum(enumeration, value)
        : fieldValue(value, data.root);
    };
  }
  addMembers(type, members);
  return new NetObject<NodeData>(type, { node, root });
}
function fieldValue(value: unknown, root: Ast): PSValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => fieldValue(one, root));
  if (value instanceof Extent) return extentObject(value);
  if (typeof value !== 'object') return null;
  if (isNode(value)) return astObject(value, root);
  if ('userPath' in value) return variablePathObject(value as VariablePath);
  if ('type' in value && 'value' in value) return constantValue(value as Parameters<typeof constantValue>[0]);
  return plainObject(value as Readonly<Record<string, unknown>>, root);
}
/** Pairs of clauses and type names: what is no node. */
function plainObject(value: Readonly<Record<string, unknown>>, root: Ast): PSObject {
  const fields = Object.entries(value).filter(([key]) => key !== 'kind');
  const { kind } = value;
  const named = typeof kind === 'string' ? kind : 'Tuple';
  const list: [string, PSValue][] = fields.map(([key, one], index) => [
    named === 'Tuple' ? `Item${index + 1}` : pascal(key),
    fieldValue(one, root),
  ]);
  return new PSObject({
    typeNames: [named === 'Tuple' ? 'System.Tuple' : NAMESPACE + named, 'System.Object'],
    toStringText: text((value['fullName'] ?? '') as string),
    adapted: PropertyBag.of(Object.fromEntries(list)),
  });
}

// ---------------------------------------------------------------- members

type Method = Ast & { readonly kind: 'FunctionMemberAst' };
const definitions = new WeakMap<Ast, Ast>();
const methods = new WeakMap<Ast, Method>();
/** A method's parameters and body are those of a function that stands in it: our tree has no node for that. */
function definitionIn(method: Method): Ast {
  const known = definitions.get(method);
  if (known !== undefined) return known;
  const { name, nameExtent, parameters, body } = method;
  const made: Ast = {
    kind: 'FunctionDefinitionAst',
    extent: nameExtent.moved(nameExtent.startOffset, body.extent.endOffset),
    name,
    isFilter: false,
    isWorkflow: false,
    parameters: parameters.length === 0 ? undefined : parameters,
    body,
  };
  definitions.set(method, made);
  methods.set(made, method);
  return made;
}
function childrenOf(node: Ast): Ast[] {
  const children: Ast[] = [];
  forEachChild(node, (child) => void children.push(child));
  if (node.kind !== 'FunctionMemberAst') return children;
  const inner = new Set<Ast>([...node.parameters, node.body]);
  return [...children.filter((child) => !inner.has(child)), definitionIn(node)];
}
const parents = new WeakMap<Ast, ReadonlyMap<Ast, Ast>>();
function parentOf({ node, root }: NodeData): Ast | undefined {
  const method = methods.get(node);
  if (method !== undefined) return method;
  const known = parents.get(root) ?? parentMap(root);
  parents.set(root, known);
  const parent = known.get(node);
  return parent?.kind === 'FunctionMemberAst' && (node.kind === 'ParameterAst' || node.kind === 'ScriptBlockAst')
    ? definitionIn(parent)
    : parent;
}
/** Nodes below which a search that stays in its script block does not go. */
const OWN_BLOCK = new Set(['ScriptBlockExpressionAst', 'FunctionDefinitionAst', 'TypeDefinitionAst']);

function* search(self: PSValue, predicate: PSValue, nested: boolean, first: boolean): Steps<PSValue[]> {
  const { node: start, root } = own(self);
  const block = unwrap(predicate);
  const test = block instanceof NetObject ? (block.data as PSValue) : block;
  if (!(test instanceof ScriptBlock)) throw argumentNull('predicate');
  const found: PSValue[] = [];
  const left: Ast[] = [start];
  const tick = ticking();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    // A search passes by the call of a base constructor, and looks at its parts.
    if (node.kind !== 'BaseCtorInvokeMemberExpressionAst') {
      const item = astObject(node, root);
      const answer = yield* settle(runtime().callBlock(test, [item], { input: item }));
      if (toBoolean(answer)) {
        found.push(item);
        if (first) break;
      }
    }
    if (!nested && node !== start && OWN_BLOCK.has(node.kind)) continue;
    pushAll(left, childrenOf(node).reverse());
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return found;
}
const then = (steps: Steps<PSValue[]>, pick: (found: PSValue[]) => PSValue): Pending<PSValue> =>
  drive(
    (function* (): Steps<PSValue> {
      return pick(yield* steps);
    })(),
  );

function safeObject(value: ReturnType<typeof safeValue>): PSValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(safeObject);
  if (value instanceof Map) {
    return new PSDictionary(
      [...(value as ReadonlyMap<string, ReturnType<typeof safeValue>>)].map(([key, one]) => [key, safeObject(one)]),
    );
  }
  return constantValue(value as Parameters<typeof constantValue>[0]);
}

/** Trees of texts with errors: nothing of them is run. */
const faulty = new WeakSet<Ast>();
const parsed = (source: string, file: string | undefined, out: readonly PSValue[]): Pending<PSValue> =>
  drive(parsedSteps(source, file, out));
function* parsedSteps(source: string, file: string | undefined, out: readonly PSValue[]): Steps<PSValue> {
  const { ast, tokens, errors } = yield* parseInPieces(source, file, runtime().parserOptions(file), ticking());
  const [tokenTarget, errorTarget] = out;
  if (tokenTarget instanceof PSReference)
    tokenTarget.put(typedArray(tokens.map(tokenObject), requireType(`${NAMESPACE}Token`)));
  if (errorTarget instanceof PSReference)
    errorTarget.put(typedArray(errors.map(errorObject), requireType(`${NAMESPACE}ParseError`)));
  if (errors.length > 0) faulty.add(ast);
  return astObject(ast, ast);
}
/** A line as its tree, its tokens and the place of the cursor: what completion by trees begins with. */
export function parsedInput(line: string, cursor: number): PSValue {
  const { ast, tokens } = parseInput(line);
  const { source } = ast.extent;
  const before = source.lineStarts.filter((start) => start <= cursor);
  const column = cursor - (before.at(-1) ?? 0) + 1;
  return new PSObject({
    typeNames: ['System.Tuple', 'System.Object'],
    adapted: PropertyBag.of({
      Item1: astObject(ast, ast),
      Item2: typedArray(tokens.map(tokenObject), requireType(`${NAMESPACE}Token`)),
      Item3: positionObject(ast.extent, cursor, before.length, column),
    }),
  });
}
const errorObject = (error: ParseError): PSValue =>
  new PSObject({
    typeNames: [`${NAMESPACE}ParseError`, 'System.Object'],
    toStringText: `${positionText(error.extent)}\n${error.message}`,
    adapted: PropertyBag.of({
      Extent: extentObject(error.extent),
      ErrorId: error.errorId,
      Message: error.message,
      IncompleteInput: error.incompleteInput,
    }),
  });
implement('System.Management.Automation.ParseException', () => ({
  Errors: (self) =>
    typedArray(
      self instanceof ExceptionObject ? parseErrorsOf(self).map(errorObject) : [],
      requireType(`${NAMESPACE}ParseError`),
    ),
}));
function fileText(path: string): string {
  try {
    return readScriptFile(runtime().resolvePath(path));
  } catch {
    throw throwNet('System.IO.FileNotFoundException', `Could not find file '${path}'.`);
  }
}

/** The type that an expression has whatever it works on; System.Object where that depends. */
function staticType(node: Ast): NetType {
  switch (node.kind) {
    case 'ConstantExpressionAst':
      return typeOf(constantValue(node.value)) ?? OBJECT;
    case 'StringConstantExpressionAst':
    case 'ExpandableStringExpressionAst':
      return STRING;
    case 'ArrayExpressionAst':
    case 'ArrayLiteralAst':
      return arrayTypeOf(OBJECT);
    case 'HashtableAst':
      return HASHTABLE;
    case 'ScriptBlockExpressionAst':
      return SCRIPTBLOCK;
    case 'TypeExpressionAst':
      return TYPE;
    case 'UnaryExpressionAst':
      return node.tokenKind === 'Not' || node.tokenKind === 'Exclaim' ? BOOLEAN : OBJECT;
    case 'BinaryExpressionAst':
      return ['And', 'Or', 'Xor', 'Is', 'IsNot'].includes(node.operator) ? BOOLEAN : OBJECT;
    case 'ConvertExpressionAst': {
      const { typeName } = node.attribute;
      if (typeName.name.toLowerCase() === 'ordered') return ORDERED;
      if (typeName.name.toLowerCase() === 'pscustomobject') return PSOBJECT;
      try {
        return requireTypeName(typeName, runtime().current);
      } catch {
        return OBJECT;
      }
    }
    default:
      return OBJECT;
  }
}

const escaped =
  (pattern: RegExp, by: string): MemberBody =>
  (_self, value) =>
    text(value).replaceAll(pattern, by);

/** Declares Ast, its classes and Parser, and a script block's `Ast`. */
export function declareLanguageTree(): void {
  for (const kind of Object.keys(BASES)) classOf(kind);
  requireType(`${NAMESPACE}ParseError`);
  for (const kind of ['ScriptBlockAst', 'ParamBlockAst', 'NamedBlockAst', 'ParameterAst', 'StatementBlockAst'])
    classOf(kind);
  for (const kind of ['ScriptBlockExpressionAst', 'VariableExpressionAst', 'BinaryExpressionAst', 'TypeExpressionAst'])
    classOf(kind);
  for (const kind of ['IfStatementAst', 'TryStatementAst', 'ReturnStatementAst', 'ThrowStatementAst']) classOf(kind);
  for (const kind of ['TrapStatementAst', 'DynamicKeywordStatementAst', 'UsingStatementAst', 'CatchClauseAst'])
    classOf(kind);
  for (const kind of ['ExpandableStringExpressionAst', 'SubExpressionAst', 'ParenExpressionAst', 'IndexExpressionAst'])
    classOf(kind);
  for (const kind of ['UnaryExpressionAst', 'ArrayExpressionAst', 'UsingExpressionAst', 'NamedAttributeArgumentAst'])
    classOf(kind);
  for (const kind of ['ErrorExpressionAst', 'TernaryExpressionAst', 'ConstantExpressionAst', 'MemberExpressionAst'])
    classOf(kind);
  for (const kind of ['BreakStatementAst', 'ContinueStatementAst', 'ExitStatementAst', 'DataStatementAst'])
    classOf(kind);
  addMembers(classOf('Ast'), {
    'System.Management.Automation.Language.IScriptExtent Extent': (self) => extentObject(own(self).node.extent),
    'System.Management.Automation.Language.Ast Parent': (self) => {
      const data = own(self);
      const parent = parentOf(data);
      return parent === undefined ? null : astObject(parent, data.root);
    },
    'System.Management.Automation.Language.Ast Find(scriptblock predicate, bool searchNestedScriptBlocks)': (
      self,
      predicate,
      nested,
    ) => then(search(self, predicate ?? null, nested === true, true), (found) => found[0] ?? null),
    'System.Collections.Generic.IEnumerable[System.Management.Automation.Language.Ast] FindAll(scriptblock predicate, bool searchNestedScriptBlocks)':
      (self, predicate, nested) => then(search(self, predicate ?? null, nested === true, false), (found) => found),
    'System.Object SafeGetValue()': (self) => {
      const { node } = own(self);
      try {
        return safeObject(safeValue(node as Parameters<typeof safeValue>[0]));
      } catch {
        throw invalidOperation(dynamicExpression(node.extent.text));
      }
    },
    'string ToString()': (self) => own(self).node.extent.text,
  });
  addMembers(classOf('ScriptBlockAst'), {
    'scriptblock GetScriptBlock()': (self) => {
      const { node, root } = own(self);
      if (faulty.has(root))
        throw throwNet(
          'System.Management.Automation.PSInvalidOperationException',
          'Operation is not valid due to the current state of the object.',
        );
      return node.kind === 'ScriptBlockAst' ? new ScriptBlock(new ScriptCode(node), UNBOUND) : null;
    },
  });
  addMembers(classOf('CommandAst'), {
    'string GetCommandName()': (self) => {
      const { node } = own(self);
      const first = node.kind === 'CommandAst' ? node.commandElements[0] : undefined;
      return first?.kind === 'StringConstantExpressionAst' ? first.value : null;
    },
  });
  addMembers(classOf('ParameterAst'), {
    'type StaticType': (self) => {
      const { node } = own(self);
      const found =
        node.kind === 'ParameterAst' ? node.attributes.find(({ kind }) => kind === 'TypeConstraintAst') : undefined;
      return typeObject(
        found === undefined ? requireType('System.Object') : requireTypeName(found.typeName, runtime().current),
      );
    },
  });
  addMembers(classOf('ExpressionAst'), { 'type StaticType': (self) => typeObject(staticType(own(self).node)) });
  defineType(
    `${NAMESPACE}CodeGeneration`,
    { staticClass: true, abstract: true },
    {
      // Every character that PowerShell reads as a single quote.
      'static string EscapeSingleQuotedStringContent(string value)': escaped(/['\u2018-\u201b]/g, '$&$&'),
      'static string EscapeBlockCommentContent(string value)': escaped(/(<)(#)|(#)(>)/g, '$1$3`$2$4'),
      'static string EscapeFormatStringContent(string value)': escaped(/[{}]/g, '$&$&'),
      'static string EscapeVariableName(string value)': escaped(/[`{}]/g, '`$&'),
    },
  );
  const refs =
    '[ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors';
  const result = 'static System.Management.Automation.Language.ScriptBlockAst';
  addMembers(requireType(`${NAMESPACE}Parser`), {
    [`${result} ParseFile(string fileName, ${refs})`]: (_self, file, ...out) =>
      parsed(fileText(text(file)), text(file), out),
    [`${result} ParseInput(string input, ${refs})`]: (_self, source, ...out) => parsed(text(source), undefined, out),
    [`${result} ParseInput(string input, string fileName, ${refs})`]: (_self, source, file, ...out) =>
      parsed(text(source), text(file), out),
  });
}
implement('System.Management.Automation.ScriptBlock', () => ({
  Ast: (self) => {
    const inner = unwrap(self);
    if (!(inner instanceof ScriptBlock)) return null;
    const { ast, definition } = inner.code;
    const node = definition ?? ast;
    return astObject(node, wholeTrees.get(ast.extent.source) ?? node);
  },
}));
