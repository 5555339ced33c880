/** Members at a place: `$x.`, `(…).`, `[T]::`, `[T]` alone. */
import { PSDictionary, PSObject, PSXmlDocument, type PSValue } from '../../../protocol/objects/index.js';
import type { Ast, CommandBaseAst, ExpressionAst, MemberExpressionAst } from '../../lang/index.js';
import type { EngineServices } from '../commands/index.js';
import type { MemberKind } from '../commands/engine-services.js';
import type { Steps } from '../pending.js';
import { declaredMembersOfTypes } from '../runtime/declared-members.js';
import { placeRegex } from '../text/wildcard.js';
import { adaptedNames, enumerate } from '../runtime/members.js';
import { TypeObject, typeObject } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { OBJECT, typeDisplayName, typeNamesOf, typeOf } from '../values/types.js';
import type { CompletionItem } from './completion-result.js';
import { distinct, elementsOf, Inference, OnlyType, Sketch } from './infer.js';
import { nodesAt } from './parsed.js';
import type { SpecialItems } from './special-places.js';
import { constructorTip, isOffered, memberTip } from './declared-types.js';
import { addedMembers } from './type-members.js';
import { declaredIn } from './variable-sources.js';

const RANKS: readonly MemberKind[] = [
  'AliasProperty',
  'CodeProperty',
  'Property',
  'NoteProperty',
  'ScriptProperty',
  'PropertySet',
  'Method',
  'CodeMethod',
  'ScriptMethod',
  'ParameterizedProperty',
];
const KEY_RANK = RANKS.length;
const LAST_RANK = KEY_RANK + 1;
/** A custom object is a PSObject as long as nobody has it in the hand: its members, and what PowerShell says of them. */
const members = (type: string): string =>
  `System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.${type}]`;
const CUSTOM_PROPERTIES: Readonly<Record<string, string>> = {
  BaseObject: 'System.Object BaseObject {get;}',
  ImmediateBaseObject: 'System.Object ImmediateBaseObject {get;}',
  Members: `${members('PSMemberInfo')} Members {get;}`,
  Methods: `${members('PSMethodInfo')} Methods {get;}`,
  Properties: `${members('PSPropertyInfo')} Properties {get;}`,
  TypeNames: 'System.Collections.ObjectModel.Collection[string] TypeNames {get;}',
};
const OBJECT_DATA =
  'GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)';
const CUSTOM_METHODS: Readonly<Record<string, string>> = {
  CompareTo: 'int CompareTo(System.Object obj)\nint IComparable.CompareTo(System.Object obj)',
  Copy: 'psobject Copy()',
  GetMetaObject:
    'System.Dynamic.DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(System.Linq.Expressions.Expression parameter)',
  GetObjectData: `void ${OBJECT_DATA}\nvoid ISerializable.${OBJECT_DATA}`,
  ToString:
    'string ToString()\nstring ToString(string format, System.IFormatProvider formatProvider)\nstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)',
};
/** What every object has. */
const OBJECT_METHODS: Readonly<Record<string, string>> = {
  Equals: 'bool Equals(System.Object obj)',
  GetHashCode: 'int GetHashCode()',
  GetType: 'type GetType()',
  ToString: 'string ToString()',
};
const isCustom = (target: PSValue): boolean =>
  target instanceof PSObject && target.typeNames.includes('System.Management.Automation.PSCustomObject');
/** Members of type data that PowerShell hides, but for what it only infers. */
const HIDDEN_IN_HAND = new Set(['PSStandardMembers', 'LastWriteTimeString', 'LengthString', 'NameString']);
/** What .NET makes for each kind of array. */
const OF_ARRAYS = ['Address', 'Get', 'Set'];
/** The kind of a member that type data gives. */
const addedKind = (type: string, name: string): MemberKind =>
  RANKS.find((kind) => kind === declaredMembersOfTypes([type])?.(name)?.kind) ?? 'Property';
/** Methods that the language gives to everything that can be gone through. */
const OF_COLLECTIONS: Readonly<Record<string, string>> = {
  Where: 'Where({ expression } [, mode [, numberToReturn]])',
  ForEach: 'ForEach(expression [, arguments...])',
  PSWhere: 'PSWhere({ expression } [, mode [, numberToReturn]])',
  PSForEach: 'PSForEach(expression [, arguments...])',
};
const COLLECTION_NAMES = Object.keys(OF_COLLECTIONS);

interface Ranked extends CompletionItem {
  readonly rank: number;
}

/**
 * Members of all the values, each name once: properties, methods, keys.
 * @param which `names`: methods too, without their parenthesis.
 * @param byKind listed by the kind of member, as of a value in the hand; else properties, then methods.
 */
export function memberItemsOf(
  values: readonly PSValue[],
  word: string,
  services: EngineServices,
  which: 'all' | 'properties' | 'names',
  byKind = false,
): CompletionItem[] {
  const lower = word.toLowerCase();
  const items = new Map<string, Ranked>();
  const add = (name: string, isMethod: boolean, rank: number, tip: string, text = name): void => {
    const key = name.toLowerCase();
    if (!key.startsWith(lower) || items.has(key) || (which === 'properties' && isMethod)) return;
    items.set(key, {
      text: isMethod && which === 'all' ? `${text}(` : text,
      label: name,
      kind: isMethod ? 'Method' : 'Property',
      tip: byKind ? tip : inferredTip(tip),
      rank: byKind || rank >= RANKS.indexOf('ParameterizedProperty') ? rank : isMethod ? 1 : 0,
      ordered: true,
    });
  };
  for (const target of values) {
    const types =
      target instanceof OnlyType ? target.type.chainTypes().map(({ fullName }) => fullName) : typeNamesOf(target);
    describeInto(target, services, byKind, (name, isMethod, rank, tip) => {
      const told = tip === name ? (toldOf(types, name) ?? tip) : tip;
      add(name, isMethod, rank, isMethod || byKind ? overloadLines(told) : told);
    });
    if (target instanceof PSDictionary && which === 'all')
      for (const [key, value] of target.entries())
        if (typeof key === 'string')
          add(
            key,
            false,
            byKind ? KEY_RANK : 0,
            keyTip(key, value, byKind),
            /^\w+$/.test(key) ? key : `'${key.replaceAll("'", "''")}'`,
          );
    if (isCollection(target))
      for (const [name, tip] of Object.entries(OF_COLLECTIONS)) add(name, true, byKind ? LAST_RANK : 1, tip);
  }
  const order = (a: Ranked, b: Ranked): number =>
    a.rank - b.rank ||
    (a.rank === LAST_RANK
      ? COLLECTION_NAMES.indexOf(a.label ?? '') - COLLECTION_NAMES.indexOf(b.label ?? '')
      : byLabel(a, b));
  return [...items.values()].sort(order).map(({ rank: _rank, ...item }) => item);
}
const byLabel = (a: CompletionItem, b: CompletionItem): number => {
  const left = (a.label ?? a.text).toLowerCase();
  const right = (b.label ?? b.text).toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
};
/** The tool tip of a method has a line for each overload. Of a value in the hand, PowerShell cuts computed properties too. */
const overloadLines = (definition: string): string => definition.replaceAll('), ', ')\r\n');
/** PowerShell writes members that it only infers in another way than those of a value in the hand. */
const inferredTip = (tip: string): string =>
  tip
    .replaceAll('\r\n', '\n')
    .replace(/ \{(get;)?(set;)?\}$/, (_all, get?: string, set?: string) =>
      [' {', get, set, '}'].filter((word) => word !== undefined).join(' '),
    );
/** What the tables of members tell of one that only its name is known of. */
function toldOf(types: readonly string[], name: string): string | undefined {
  if (name === 'PSStandardMembers') return 'PSStandardMembers {DefaultDisplayPropertySet}';
  for (let at = 0; at < types.length; at += 1) {
    const told = declaredMembersOfTypes(types.slice(at))?.(name)?.definition;
    if (told !== undefined) return told;
  }
  return undefined;
}
type Add = (name: string, isMethod: boolean, rank: number, tip: string) => void;
function describeInto(target: PSValue, services: EngineServices, byKind: boolean, add: Add): void {
  if (!byKind && isCustom(target)) {
    for (const [name, tip] of Object.entries(CUSTOM_PROPERTIES)) add(name, false, RANKS.indexOf('Property'), tip);
    for (const [name, tip] of Object.entries(CUSTOM_METHODS)) add(name, true, RANKS.indexOf('Method'), tip);
  }
  if (target instanceof Sketch) {
    for (const [name, value] of target.held)
      add(name, false, RANKS.indexOf('Property'), target.tips.get(name) ?? `${heldType(value)} ${name}`);
    for (const name of target.methods)
      add(name, true, RANKS.indexOf('Method'), target.tips.get(name) ?? OBJECT_METHODS[name] ?? name);
    return;
  }
  for (const type of typeOf(target)?.chainTypes() ?? [])
    for (const { name, isMethod } of addedMembers(type.fullName))
      if (!byKind || !HIDDEN_IN_HAND.has(name))
        add(name, isMethod, RANKS.indexOf(isMethod ? 'Method' : addedKind(type.fullName, name)), name);
  for (const name of adaptedNames(target) ?? []) add(name, false, RANKS.indexOf('Property'), name);
  const isArray = typeOf(target)?.elementType !== undefined;
  if (isArray) {
    const element = typeDisplayName(typeOf(target)?.elementType ?? OBJECT);
    const tips = ['Address', `${element} Get(int )`, `void Set(int , ${element} )`];
    for (const [at, name] of OF_ARRAYS.entries()) add(name, true, RANKS.indexOf('Method'), tips[at] ?? name);
  }
  const shown = services.members.describe(target, false);
  // Of a node of a document the properties of its class are offered beside what is in it.
  const type = typeOf(target);
  const ofClass =
    type !== undefined && !(target instanceof OnlyType) && adaptedNames(target) !== undefined
      ? services.members.describe(new OnlyType(type), false)
      : [];
  for (const { name, kind, definition, hidden } of [...shown, ...ofClass]) {
    if (hidden === true || kind === 'Event' || kind === 'MemberSet' || /^(?:set|add|remove|op)_/.test(name)) continue;
    if (kind === 'ParameterizedProperty' || name.startsWith('get_')) {
      if (byKind) add(name.replace(/^get_/, ''), true, RANKS.indexOf('ParameterizedProperty'), definition);
      continue;
    }
    const isMethod = kind.endsWith('Method');
    const told = kind === 'NoteProperty' && !byKind ? definition.slice(0, definition.indexOf('=')) : definition;
    add(name, isMethod, RANKS.indexOf(kind), told);
  }
}
/** Of a table that is written in the text, a key is told with its value's type. */
const keyTip = (key: string, value: PSValue, isHeld: boolean): string => (isHeld ? key : `${heldType(value)} ${key}`);
/** The type that a property of an object in the text has, as far as its value tells. */
function heldType(value: PSValue): string {
  const type = value instanceof OnlyType ? value.type : typeOf(value);
  return type === undefined ? 'System.Object' : typeDisplayName(type);
}
function isCollection(value: PSValue): boolean {
  if (typeof value === 'string' || value instanceof PSDictionary || value instanceof PSXmlDocument) return false;
  if (value instanceof Sketch || value instanceof TypeObject) return false;
  if (value instanceof OnlyType) {
    const { type } = value;
    if (type.fullName === 'System.String' || type.elementType !== undefined) return type.elementType !== undefined;
    const faces = [...type.allInterfaces].map(({ fullName }) => fullName);
    if (type.chainTypes().some(({ fullName }) => fullName === 'System.Xml.XmlNode')) return false;
    return faces.includes('System.Collections.IEnumerable') && !faces.includes('System.Collections.IDictionary');
  }
  return enumerate(value) !== undefined;
}

/** Members of a type itself. */
function staticItems(target: TypeObject, word: string, prefix: string, services: EngineServices): CompletionItem[] {
  const lower = word.toLowerCase();
  const items: Ranked[] = [];
  for (const { name, kind, definition, hidden } of services.members.describe(target, true)) {
    if (hidden === true || !name.toLowerCase().startsWith(lower) || /^(?:get|set|add|remove|op)_/.test(name)) continue;
    const isMethod = kind.endsWith('Method');
    const text = `${prefix}${name}${isMethod ? '(' : ''}`;
    const rank = isMethod ? 1 : 0;
    const tip = isMethod ? overloadLines(definition) : definition;
    items.push({ text, label: name, kind: isMethod ? 'Method' : 'Property', tip, rank, ordered: true });
  }
  return items.sort((a, b) => a.rank - b.rank || byLabel(a, b)).map(({ rank: _rank, ...item }) => item);
}

/** What could stand behind the dot or the colons that the text ends with, a begun name or pattern included. */
export function* membersAt(text: string, inference: Inference): Steps<SpecialItems | undefined> {
  const { services } = inference.session;
  const written = /(?:\.|::)\s*([\w*?]*)$/.exec(text);
  const word = written?.[1];
  if (written === null || word === undefined) {
    // `[IO.Path]` alone: the members of the type, with their colons.
    const type = text.endsWith(']') ? inference.last(['TypeExpressionAst'], text.length) : undefined;
    const found = type === undefined ? undefined : inference.type(type.typeName.fullName);
    return found === undefined
      ? undefined
      : { items: staticItems(typeObject(found), '', '::', services), start: text.length };
  }
  const start = text.length - word.length;
  if (/^\w*$/.test(word) && (word !== '' || !/\s$/.test(text)))
    return yield* membersBehind(text, word, start, inference);
  // A pattern, or a blank behind the dot, is no part of the expression.
  const end = written.index + (text[written.index] === '.' ? 1 : 2);
  const dotted = new Inference(text.slice(0, end), inference.session);
  const found = yield* membersBehind(text.slice(0, end), '', end, dotted);
  if (found === undefined) return undefined;
  const test = placeRegex(`${word}*`);
  return { items: found.items.filter(({ label, text: name }) => test.test(label ?? name)), start };
}
const isEnded = ({ kind }: Ast): boolean => /^(?:String|ExpandableString|Paren|Array|Sub|Index)/.test(kind);
function* membersBehind(
  text: string,
  word: string,
  start: number,
  inference: Inference,
): Steps<SpecialItems | undefined> {
  const { services } = inference.session;
  const ast = inference.last(['MemberExpressionAst', 'InvokeMemberExpressionAst'], text.length);
  if (ast === undefined && word === '') {
    // `ls "".`: where a command takes words, a dot alone is a word of its own.
    const end = text.length - 1;
    const target = nodesAt(inference.root, end).findLast((one) => isEnded(one) && one.extent.endOffset === end);
    const values = target === undefined ? [] : yield* inference.of(target);
    const inHand = values.length === 1 && isHeld(target as ExpressionAst, inference);
    return values.length === 0 ? undefined : { items: memberItemsOf(values, '', services, 'all', inHand), start };
  }
  if (ast === undefined || ast.kind === 'InvokeMemberExpressionAst') return undefined;
  // Of what was before, a dot that stands alone is no member's.
  if (ast.extent.endOffset < start) return undefined;
  if (ast.expression.kind === 'VariableExpressionAst' && ast.expression.splatted) return { items: [], start };
  if (ast.static) {
    const [target] = yield* inference.of(ast.expression);
    return {
      items:
        target instanceof TypeObject ? staticItems(target, word, '', services) : declaredStatics(ast, word, inference),
      start,
    };
  }
  const values = distinct(yield* inference.of(ast.expression));
  const isInHand = values.length === 1 && isHeld(ast.expression, inference);
  // Members of what is in an array stand beside its own, as long as nobody has it in the hand.
  const inner = values.flatMap((value) =>
    (value instanceof OnlyType ? value.type.elementType !== undefined : !isInHand && Array.isArray(value))
      ? elementsOf(value)
      : [],
  );
  const items = memberItemsOf([...values, ...inner], word, services, 'all', isInHand);
  if (items.length > 0 || word === '') return { items, start };
  // `$files.Na`: a collection gives the properties of what is in it.
  return { items: memberItemsOf(values.flatMap(elementsOf), word, services, 'properties'), start };
}
/** Whether an expression's value can be had without calling anything: of variables that the session has, and constants. */
export function isHeld(ast: ExpressionAst, inference: Inference): boolean {
  const held = (one: ExpressionAst): boolean => isHeld(one, inference);
  switch (ast.kind) {
    case 'VariableExpressionAst':
      return inference.holds(ast.variablePath.userPath);
    case 'MemberExpressionAst':
      return held(ast.expression) || (ast.static && ast.expression.kind === 'TypeExpressionAst');
    case 'IndexExpressionAst':
      return held(ast.target) && held(ast.index);
    case 'BinaryExpressionAst':
      return held(ast.left) && held(ast.right);
    case 'UnaryExpressionAst':
    case 'ConvertExpressionAst':
      return held(ast.child);
    case 'ArrayLiteralAst':
      return ast.elements.every(held);
    case 'HashtableAst':
      return ast.keyValuePairs.every(
        ({ key, value }) =>
          held(key) && value.kind === 'PipelineAst' && value.pipelineElements.every(isHeldElement(inference)),
      );
    case 'ParenExpressionAst':
      return ast.pipeline.kind === 'PipelineAst' && ast.pipeline.pipelineElements.every(isHeldElement(inference));
    case 'ArrayExpressionAst':
      return ast.subExpression.statements.every(
        (one) => one.kind === 'PipelineAst' && one.pipelineElements.every(isHeldElement(inference)),
      );
    case 'ConstantExpressionAst':
    case 'StringConstantExpressionAst':
    case 'TypeExpressionAst':
      return true;
    default:
      return false;
  }
}
const isHeldElement =
  (inference: Inference) =>
  (ast: CommandBaseAst): boolean =>
    ast.kind === 'CommandExpressionAst' && isHeld(ast.expression, inference);
/** Static members of a class or an enumeration that only the text knows. */
function declaredStatics(ast: MemberExpressionAst, word: string, inference: Inference): CompletionItem[] {
  if (ast.expression.kind !== 'TypeExpressionAst') return [];
  const items = new Map<string, Ranked>();
  const add = (name: string, isMethod: boolean, tip: string): void => {
    if (items.has(name.toLowerCase()) || !name.toLowerCase().startsWith(word.toLowerCase())) return;
    items.set(name.toLowerCase(), {
      text: isMethod ? `${name}(` : name,
      label: name,
      kind: isMethod ? 'Method' : 'Property',
      tip,
      rank: isMethod ? 1 : 0,
      ordered: true,
    });
  };
  const find = (name: string): NetType | undefined => inference.type(name);
  const seen = new Set<string>();
  const collect = (name: string): void => {
    const defined = declaredIn(inference.root, name);
    if (defined === undefined || seen.has(name.toLowerCase())) return;
    seen.add(name.toLowerCase());
    const isEnum = defined.typeKind === 'enum';
    for (const member of defined.members) {
      const isMethod = member.kind === 'FunctionMemberAst';
      if ((!member.isStatic && !isEnum) || !isOffered(member, defined, inference.root)) continue;
      if (!isMethod || !member.isConstructor) add(member.name, isMethod, memberTip(member, defined, find));
    }
    if (!isEnum) for (const { typeName } of defined.baseTypes) collect(typeName.fullName);
    add('new', true, constructorTip(defined, find));
    const base = inference.type(isEnum ? 'System.Enum' : 'System.Object');
    if (base !== undefined)
      for (const { name: own, kind, definition } of inference.session.services.members.describe(typeObject(base), true))
        if (!/^(?:get|set|add|remove|op)_|^new$/.test(own)) add(own, kind.endsWith('Method'), definition);
    for (const own of ['Equals', 'ReferenceEquals'])
      add(own, true, `static bool ${own}(System.Object objA, System.Object objB)`);
  };
  collect(ast.expression.typeName.fullName);
  return [...items.values()].sort((a, b) => a.rank - b.rank || byLabel(a, b)).map(({ rank: _rank, ...item }) => item);
}
