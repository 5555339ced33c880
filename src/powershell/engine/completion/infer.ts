/**
 * What an expression gives, as far as its text tells: values whose members can be listed. Variables give what the text
 * assigns to them, or what they hold; properties of held values are read; of others the declared types are followed. Of
 * commands that only look, the first objects are taken. Nothing that could change something is run.
 */
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import {
  forEachChild,
  type Ast,
  type CommandAst,
  type ExpressionAst,
  type InvokeMemberExpressionAst,
  type MemberExpressionAst,
  type ScriptBlockAst,
  type TypeDefinitionAst,
} from '../../lang/index.js';
import { settle, type Steps } from '../pending.js';
import { enumerate } from '../runtime/members.js';
import { NetObject, TypeObject } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { resolveTypeText, typeOf } from '../values/types.js';
import { isOffered, memberTip } from './declared-types.js';
import type { Session } from './inference.js';
import { nodesAt, parsed } from './parsed.js';
import { addedMembers, isListed } from './type-members.js';
import { assignmentTo, declaredIn, readName } from './variable-sources.js';

/** A value of which only the type is known. */
export class OnlyType extends NetObject<undefined> {
  constructor(type: NetType) {
    super(type, undefined);
  }
}
/** An object that the text makes: properties with values, and methods by name. */
export class Sketch extends PSObject {
  readonly held: ReadonlyMap<string, PSValue>;
  readonly methods: readonly string[];
  /** What is told of its members, by name. */
  readonly tips: ReadonlyMap<string, string>;
  /** The types that its methods give, by name in lower case. */
  readonly returns: ReadonlyMap<string, string>;
  constructor(
    typeName: string,
    held: ReadonlyMap<string, PSValue>,
    methods: readonly string[],
    tips: ReadonlyMap<string, string> = new Map(),
    returns: ReadonlyMap<string, string> = new Map(),
  ) {
    super({ typeNames: [typeName, 'System.Object'] });
    this.held = held;
    this.methods = methods;
    this.tips = tips;
    this.returns = returns;
  }
}
const OBJECT_METHODS = ['Equals', 'GetHashCode', 'GetType', 'ToString'];
const CUSTOM = 'System.Management.Automation.PSCustomObject';
/** An object of which the text names the properties. */
export const sketchOf = (held: ReadonlyMap<string, PSValue>): Sketch => new Sketch(CUSTOM, held, OBJECT_METHODS);

/** Something of a type that is known by its members alone. */
function listedSketch(type: string): Sketch {
  const members = addedMembers(type);
  const properties = members.filter(({ isMethod }) => !isMethod).map(({ name }) => [name, null] as const);
  const methods = members.filter(({ isMethod }) => isMethod).map(({ name }) => name);
  return new Sketch(type, new Map(properties), [...methods, ...OBJECT_METHODS]);
}

const DEEPEST = 24;
const MOST_VALUES = 20;
const DEEPEST_PROPERTY = 3;

/** One text, its tree, and the session behind it. */
export class Inference {
  readonly root: ScriptBlockAst;
  readonly session: Session;
  readonly #parents = new Map<Ast, Ast>();
  /** How many functions deep the text stands. */
  readonly level: number;
  #depth = 0;
  #nesting = 0;

  constructor(text: string, session: Session, level = 0) {
    this.level = level;
    this.root = parsed(text).ast;
    this.session = session;
  }
  /** Whether the session has a value under this name. */
  holds(path: string): boolean {
    if (/^env:/i.test(path)) return this.#environment(path) !== undefined;
    const name = readName(path);
    return !/^(?:_|PSItem|this)$/i.test(name) && (this.session.services.variables.find(name)?.value ?? null) !== null;
  }
  parent(ast: Ast): Ast | undefined {
    if (ast === this.root) return undefined;
    if (!this.#parents.has(ast)) this.#findWayTo(ast);
    return this.#parents.get(ast);
  }
  /** The nodes around one are among those that stand around its place: few of many. */
  #findWayTo({ extent }: Ast): void {
    for (const around of nodesAt(this.root, extent.startOffset))
      forEachChild(around, (child) => void this.#parents.set(child, around));
  }
  type(name: string): NetType | undefined {
    const spaces = this.root.usingStatements.flatMap(({ usingStatementKind, name: space }) =>
      usingStatementKind === 'Namespace' && space !== undefined ? [space.value] : [],
    );
    return this.session.services.findType(name) ?? resolveTypeText(name, ['System', ...spaces]);
  }
  /** Something of the named type. A class that the text defines has the members that the text gives it. */
  instance(name: string): readonly PSValue[] {
    const defined = declaredIn(this.root, name);
    if (defined?.typeKind === 'enum')
      return [new Sketch(defined.name, new Map([['value__', 0]]), []), ...this.instance('System.Enum')];
    if (defined !== undefined) {
      const own = this.#declared(defined);
      const bases = defined.typeKind === 'class' ? defined.baseTypes : [];
      // A class that is its own base is wrong, and known by its name alone.
      return [own, ...bases.flatMap(({ typeName }) => this.#instanceOfBase(typeName.fullName, name))];
    }
    const type = name === '' ? undefined : this.type(name);
    if (type === undefined) return isListed(name) ? [listedSketch(name)] : [];
    return type.fullName === 'System.Void' ? [] : [new OnlyType(type)];
  }

  #declared(defined: TypeDefinitionAst): Sketch {
    const properties = new Map<string, PSValue>();
    const methods = new Set<string>();
    const tips = new Map<string, string>();
    const returns = new Map<string, string>();
    for (const member of defined.members) {
      if (member.isStatic || !isOffered(member, defined, this.root)) continue;
      if (member.kind === 'FunctionMemberAst' && member.isConstructor) continue;
      if (!tips.has(member.name))
        tips.set(
          member.name,
          memberTip(member, defined, (name) => this.type(name)),
        );
      if (member.kind === 'PropertyMemberAst')
        properties.set(member.name, this.#valueOf(member.propertyType?.typeName.fullName ?? 'object'));
      else {
        methods.add(member.name);
        returns.set(member.name.toLowerCase(), member.returnType?.typeName.fullName ?? 'void');
      }
    }
    return new Sketch(defined.name, properties, [...methods, ...OBJECT_METHODS], tips, returns);
  }
  /** Of a property of a class of the text. Classes may hold each other: a few steps are followed. */
  #valueOf(type: string): PSValue {
    if (this.#nesting >= DEEPEST_PROPERTY) return null;
    this.#nesting += 1;
    try {
      return this.instance(type)[0] ?? null;
    } finally {
      this.#nesting -= 1;
    }
  }
  #instanceOfBase(name: string, derived: string): readonly PSValue[] {
    if (name.toLowerCase() === derived.toLowerCase() || this.#depth >= DEEPEST) return [];
    this.#depth += 1;
    try {
      return this.instance(name);
    } finally {
      this.#depth -= 1;
    }
  }

  *of(ast: Ast | undefined): Steps<readonly PSValue[]> {
    if (ast === undefined || this.#depth >= DEEPEST) return [];
    this.#depth += 1;
    try {
      return (yield* this.#of(ast)).slice(0, MOST_VALUES);
    } finally {
      this.#depth -= 1;
    }
  }
  /** The objects one by one that a pipeline hands on. */
  *objects(ast: Ast | undefined): Steps<readonly PSValue[]> {
    return distinct((yield* this.of(ast)).flatMap(elementsOf));
  }
  *#all(asts: readonly (Ast | undefined)[]): Steps<readonly PSValue[]> {
    const values: PSValue[] = [];
    for (const ast of asts) values.push(...(yield* this.of(ast)));
    return distinct(values);
  }
  *#of(ast: Ast): Steps<readonly PSValue[]> {
    switch (ast.kind) {
      case 'ParenExpressionAst':
        return yield* this.of(ast.pipeline);
      case 'SubExpressionAst':
        return yield* this.of(ast.subExpression);
      case 'ArrayExpressionAst':
        return [[...(yield* this.objects(ast.subExpression))]];
      case 'ArrayLiteralAst':
        return [[...(yield* this.#all(ast.elements))]];
      case 'ConstantExpressionAst': {
        const { value } = ast;
        if (typeof value !== 'object' || value === null) return value === null ? [] : [value];
        return value.type === 'int' ? [value.value] : this.instance(value.type);
      }
      case 'StringConstantExpressionAst':
      case 'ExpandableStringExpressionAst':
        return [ast.value];
      case 'ScriptBlockExpressionAst':
        return this.instance('scriptblock');
      case 'HashtableAst':
        return [yield* this.#table(ast.keyValuePairs)];
      case 'TypeExpressionAst': {
        const type = this.type(ast.typeName.fullName);
        return type === undefined ? [] : [new TypeObject(type)];
      }
      case 'ConvertExpressionAst':
        return yield* this.#convert(ast.attribute.typeName.fullName, ast.child);
      case 'UsingExpressionAst':
        return yield* this.of(ast.subExpression);
      case 'TernaryExpressionAst':
        return yield* this.#all([ast.ifTrue, ast.ifFalse]);
      case 'UnaryExpressionAst':
        if (ast.tokenKind === 'Join') return [''];
        if (/split$/i.test(ast.tokenKind)) return [['']];
        if (/^(?:Not|Exclaim)$/.test(ast.tokenKind)) return [true];
        return yield* this.#counted(ast.tokenKind, ast.child);
      case 'BinaryExpressionAst':
        return yield* this.#binary(ast.operator, ast.left, ast.right);
      case 'VariableExpressionAst':
        return yield* this.variable(ast.variablePath.userPath, ast);
      case 'MemberExpressionAst':
      case 'InvokeMemberExpressionAst':
        return yield* this.member(ast);
      case 'IndexExpressionAst':
        return yield* this.#index(ast.target, ast.index);
      case 'CommandExpressionAst':
        return yield* this.of(ast.expression);
      case 'CommandAst':
        return yield* this.session.outputOf(this, ast);
      case 'PipelineAst':
        return yield* this.of(ast.pipelineElements.at(-1));
      case 'PipelineChainAst':
        return yield* this.#all([ast.lhsPipelineChain, ast.rhsPipeline]);
      case 'ScriptBlockAst':
        return yield* this.#all([ast.beginBlock, ast.processBlock, ast.endBlock]);
      case 'NamedBlockAst':
      case 'StatementBlockAst':
        return yield* this.#all(ast.statements);
      case 'IfStatementAst':
        return yield* this.#all([...ast.clauses.map(({ body }) => body), ast.elseClause]);
      case 'ForEachStatementAst':
      case 'ForStatementAst':
      case 'WhileStatementAst':
      case 'DoWhileStatementAst':
      case 'DoUntilStatementAst':
        return yield* this.of(ast.body);
      case 'SwitchStatementAst':
        return yield* this.#all([...ast.clauses.map(({ body }) => body), ast.default]);
      case 'TryStatementAst':
        return yield* this.#all([ast.body, ...ast.catchClauses.map(({ body }) => body), ast.finally]);
      case 'AssignmentStatementAst':
        return yield* this.of(ast.right);
      case 'ReturnStatementAst':
        return yield* this.of(ast.pipeline);
      default:
        return [];
    }
  }

  /** `++$i`: what is nothing yet becomes a number. */
  *#counted(operator: string, child: ExpressionAst): Steps<readonly PSValue[]> {
    const values = yield* this.of(child);
    return values.length === 0 && /PlusPlus|MinusMinus/.test(operator) ? [1] : values;
  }
  *#table(pairs: readonly { readonly key: ExpressionAst; readonly value: Ast }[]): Steps<PSDictionary> {
    const table = new PSDictionary();
    for (const { key, value } of pairs)
      if (key.kind === 'StringConstantExpressionAst') table.append(key.value, (yield* this.of(value))[0] ?? null);
    return table;
  }
  *#convert(type: string, child: ExpressionAst): Steps<readonly PSValue[]> {
    if (
      child.kind === 'HashtableAst' &&
      /^(?:System\.Management\.Automation\.)?(?:pscustomobject|psobject)$/i.test(type)
    ) {
      const table = yield* this.#table(child.keyValuePairs);
      return [sketchOf(new Map([...table.entries()].map(([key, value]) => [String(key), value])))];
    }
    if (child.kind === 'HashtableAst' && /^hashtable$/i.test(type)) return yield* this.of(child);
    if (/^ordered$/i.test(type)) return this.instance('System.Collections.Specialized.OrderedDictionary');
    return this.instance(type);
  }
  *#binary(operator: string, left: ExpressionAst, right: ExpressionAst): Steps<readonly PSValue[]> {
    if (operator === 'As') {
      const named = right.kind === 'TypeExpressionAst' ? right.typeName.fullName : '';
      return this.instance(named);
    }
    if (operator === 'Join' || operator === 'Format' || /replace$/i.test(operator)) return [''];
    if (/split$/i.test(operator)) return [['']];
    if (operator === 'DotDot') return [[1]];
    if (/^(?:Plus|Minus|Multiply|Divide|Rem|QuestionQuestion)/.test(operator)) {
      const first = yield* this.of(left);
      return first.length > 0 ? first : yield* this.of(right);
    }
    return /^B(?:and|or|xor)$|^Sh[lr]$/.test(operator) ? [1] : [true];
  }

  /** `$_`, `$this`, what the text says of a variable, and else what it holds. */
  *variable(path: string, at: Ast): Steps<readonly PSValue[]> {
    const name = readName(path).toLowerCase();
    if (name === '_' || name === 'psitem') return yield* this.#current(at);
    if (name === 'this') {
      for (let up = this.parent(at); up !== undefined; up = this.parent(up))
        if (up.kind === 'TypeDefinitionAst') return this.instance(up.name);
    }
    const source = assignmentTo(name, at, this.root, (ast) => this.parent(ast));
    if (source !== undefined) {
      if (source.type !== undefined) return this.instance(source.type);
      const found = source.each ? yield* this.objects(source.value) : yield* this.of(source.value);
      if (found.length > 0) return found;
    }
    const text = this.#environment(path);
    if (text !== undefined) return [text];
    const bare = readName(path);
    const held = this.session.services.variables.find(bare)?.value;
    return held === undefined || held === null ? [] : [held];
  }
  /** `$env:NAME`. */
  #environment(path: string): string | undefined {
    const name = /^env:(.*)$/i.exec(path)?.[1];
    return name === undefined ? undefined : (this.session.services.environment?.get(name) ?? process.env[name]);
  }
  /** What `$_` may be: objects that come down the pipeline, the error of a catch block, what a switch looks at. */
  *#current(at: Ast): Steps<readonly PSValue[]> {
    let below = at;
    for (let up = this.parent(at); up !== undefined; below = up, up = this.parent(up)) {
      if (up.kind === 'CatchClauseAst') {
        const record = this.instance('System.Management.Automation.ErrorRecord');
        const [caught] = up.catchTypes.flatMap(({ typeName }) => this.instance(typeName.fullName));
        return caught === undefined ? record : record.map((one) => new Caught(one as OnlyType, caught));
      }
      // What a switch looks at, unless the place is in its condition.
      if (up.kind === 'SwitchStatementAst' && below !== up.condition) return yield* this.objects(up.condition);
      // What is not closed yet.
      if (
        up.kind === 'ErrorStatementAst' &&
        up.errorKind?.kind === 'Switch' &&
        !up.conditions.some((one) => one === below)
      )
        return yield* this.#all(up.conditions);
      if (up.kind === 'InvokeMemberExpressionAst' && below.kind === 'ScriptBlockExpressionAst')
        return yield* this.objects(up.expression);
      if (up.kind !== 'PipelineAst' || below.kind !== 'CommandAst') continue;
      const place = up.pipelineElements.indexOf(below);
      if (place > 0) return yield* this.objects(up.pipelineElements[place - 1]);
    }
    return [];
  }

  /** A property's value or a method's result. */
  *member(ast: MemberExpressionAst | InvokeMemberExpressionAst): Steps<readonly PSValue[]> {
    if (ast.member.kind !== 'StringConstantExpressionAst') return [];
    const name = ast.member.value;
    const call = ast.kind === 'InvokeMemberExpressionAst';
    if (ast.static) {
      if (ast.expression.kind !== 'TypeExpressionAst') return [];
      const written = ast.expression.typeName.fullName;
      if (call && name.toLowerCase() === 'new') return this.instance(written);
      const type = this.type(written);
      if (type === undefined) return this.#staticOfText(written, name);
      if (call) return this.#results(type.findStaticMethod(name)?.overloads);
      if (type.isEnum) return [new OnlyType(type)];
      const value = this.session.services.restricted ? undefined : yield* this.#staticValue(type, name);
      if (value !== undefined && value !== null) return [value];
      return this.instance(type.findStaticProperty(name)?.type ?? '');
    }
    const found: PSValue[] = [];
    for (const target of yield* this.of(ast.expression)) {
      const direct = call ? this.#called(target, name) : yield* this.#read(target, name);
      if (direct !== undefined) {
        found.push(...direct);
        continue;
      }
      for (const element of elementsOf(target)) {
        if (element === target) continue;
        found.push(...((call ? this.#called(element, name) : yield* this.#read(element, name)) ?? []));
      }
    }
    return distinct(found);
  }
  /** Of a class or an enumeration that the text defines. */
  #staticOfText(typeName: string, name: string): readonly PSValue[] {
    const defined = declaredIn(this.root, typeName);
    const member = defined?.members.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (defined === undefined || member === undefined) return [];
    if (defined.typeKind === 'enum') return [new Sketch(defined.name, new Map(), OBJECT_METHODS)];
    const type = member.kind === 'PropertyMemberAst' ? member.propertyType : member.returnType;
    return member.isStatic ? this.instance(type?.typeName.fullName ?? 'object') : [];
  }
  /** What a static property holds now; not every one can be read here. */
  *#staticValue(type: NetType, name: string): Steps<PSValue | undefined> {
    try {
      return yield* settle(this.session.services.members.get(new TypeObject(type), name));
    } catch {
      return undefined;
    }
  }
  /** The named property of each object. */
  *property(values: readonly PSValue[], name: string): Steps<readonly PSValue[]> {
    const found: PSValue[] = [];
    for (const value of values) found.push(...((yield* this.#read(value, name)) ?? []));
    return distinct(found);
  }
  #called(target: PSValue, name: string): readonly PSValue[] | undefined {
    if (target instanceof Sketch) {
      const result = target.returns.get(name.toLowerCase());
      if (result !== undefined) return this.instance(result);
    }
    const type = typeOf(target);
    if (name.toLowerCase() === 'gettype') return type === undefined ? [] : [new TypeObject(type)];
    const method = type?.findMethod(name);
    return method === undefined ? undefined : this.#results(method.overloads);
  }
  #results(overloads: readonly { readonly returnType: string }[] | undefined): readonly PSValue[] {
    const types = new Set((overloads ?? []).map(({ returnType }) => returnType));
    return [...types].flatMap((type) => this.instance(type));
  }
  *#read(target: PSValue, name: string): Steps<readonly PSValue[] | undefined> {
    const lower = name.toLowerCase();
    if (target instanceof Caught && lower === 'exception') return [target.exception];
    if (target instanceof Sketch) {
      const held = [...target.held].find(([own]) => own.toLowerCase() === lower);
      return held === undefined ? undefined : held[1] === null ? [] : [held[1]];
    }
    const property = typeOf(target)?.findProperty(name);
    if (!(target instanceof OnlyType)) {
      const value = yield* settle(this.session.services.members.get(target, name));
      if (value !== undefined && value !== null) return [value];
      if (value === undefined && property === undefined) return undefined;
    }
    return property === undefined ? undefined : this.instance(property.type);
  }
  *#index(target: ExpressionAst, index: ExpressionAst): Steps<readonly PSValue[]> {
    const found: PSValue[] = [];
    for (const value of yield* this.of(target)) {
      if (value instanceof PSDictionary) {
        const key = index.kind === 'StringConstantExpressionAst' ? value.getEntry(index.value) : undefined;
        if (key !== undefined && key !== null) found.push(key);
      } else if (typeof value === 'string') found.push(...this.instance('char'));
      else found.push(...elementsOf(value));
    }
    return distinct(found);
  }
  /** The objects that come to a command from its left. */
  *left(command: CommandAst): Steps<readonly PSValue[]> {
    const pipeline = this.parent(command);
    if (pipeline?.kind !== 'PipelineAst') return [];
    const place = pipeline.pipelineElements.indexOf(command);
    return place > 0 ? yield* this.objects(pipeline.pipelineElements[place - 1]) : [];
  }
  /** The innermost node of a kind that ends where the text ends. */
  last<K extends Ast['kind']>(kinds: readonly K[], end: number): Extract<Ast, { readonly kind: K }> | undefined {
    const found = nodesAt(this.root, end).findLast(
      ({ kind, extent }) => (kinds as readonly string[]).includes(kind) && extent.endOffset === end,
    );
    return found as Extract<Ast, { readonly kind: K }> | undefined;
  }
}

/** An error in a catch block that names what it catches. */
class Caught extends OnlyType {
  readonly exception: PSValue;
  constructor(record: OnlyType, exception: PSValue) {
    super(record.type);
    this.exception = exception;
  }
}

/** What a value is when it comes down a pipeline. */
export function elementsOf(value: PSValue): readonly PSValue[] {
  if (!(value instanceof OnlyType)) {
    const items = value instanceof PSDictionary ? undefined : enumerate(value);
    return items === undefined ? [value] : distinct(items);
  }
  const { type } = value;
  if (type.elementType !== undefined) return [new OnlyType(type.elementType)];
  if (type.fullName === 'System.String') return [value];
  if (type.fullName === 'System.Collections.IEnumerator') return [];
  if (type.fullName === 'System.Collections.IDictionaryEnumerator')
    return instanceOf('System.Collections.DictionaryEntry');
  const generic = [type, ...type.allInterfaces].find(({ definition }) =>
    /^System\.Collections\.Generic\.(?:IEnumerable|IEnumerator|List|HashSet|Queue|Stack|IList)`1$/.test(
      definition?.name ?? '',
    ),
  );
  const [element] = generic?.genericArguments ?? [];
  return element === undefined || type.fullName === 'System.Xml.XmlDocument' ? [value] : [new OnlyType(element)];
}
function instanceOf(name: string): readonly PSValue[] {
  const type = resolveTypeText(name);
  return type === undefined ? [] : [new OnlyType(type)];
}

/** One value of each type; custom objects may differ from one another and stay. */
export function distinct(values: Iterable<PSValue>): readonly PSValue[] {
  const found = new Map<string, PSValue>();
  for (const value of values) {
    if (value === null) continue;
    const name = value instanceof Sketch ? '' : (typeOf(value)?.fullName ?? '');
    const key =
      name === '' || name.endsWith('PSCustomObject') || value instanceof PSDictionary ? `#${found.size}` : name;
    if (!found.has(key)) found.set(key, value);
    if (found.size >= MOST_VALUES) break;
  }
  return [...found.values()];
}
