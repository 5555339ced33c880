/** What could be assigned to a variable or property of an enumeration or a set, or compared with it: `$x = `, `$_.Kind -eq `. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Ast, ExpressionAst } from '../../lang/index.js';
import { toText } from '../conversion.js';
import type { Steps } from '../pending.js';
import { variableOf } from '../runtime/variable-members.js';
import { EnumValue } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import type { Place } from './command-line.js';
import type { CompletionItem } from './completion-result.js';
import { compareText } from '../operators/comparison.js';
import { Inference, OnlyType, Sketch } from './infer.js';
import { isHeld } from './member-items.js';
import { nodesAt } from './parsed.js';
import type { SpecialItems } from './special-places.js';
import { assignmentTo, declaredIn, withoutScope } from './variable-sources.js';

/** What is known of the values: names of an enumeration, in quotes, or those that a set lists. */
interface Values {
  readonly names: readonly string[];
  readonly isText: boolean;
  /** Found by what the text says of it, not by what the session holds. */
  readonly inferred?: boolean;
}
const COMPARES = /^-[ci]?(?:eq|ne|like|notlike|match|notmatch)$/i;

/** Undefined where the place is none, or where nothing is known of the values. */
export function* assignedValues(place: Place, inference: Inference): Steps<SpecialItems | undefined> {
  const { tokens, token, cursor, text } = place;
  const begun = token !== undefined && token.text !== '=' && !COMPARES.test(token.text) ? token : undefined;
  if (begun !== undefined && !/^(?:['"\w-])/.test(begun.text)) return undefined;
  const before = begun === undefined ? tokens : tokens.filter(({ startOffset }) => startOffset < begun.startOffset);
  const operator = before.findLast(({ kind }) => kind !== 'NewLine');
  if (operator === undefined || !(operator.text === '=' || COMPARES.test(operator.text))) return undefined;
  const assigns = operator.text === '=';
  const quote = begun?.text.startsWith('"') === true ? '"' : "'";
  // Barewords are commands where something is assigned, and no texts.
  if (begun !== undefined && !/^['"]/.test(begun.text) && (!assigns || !/^-?\d/.test(begun.text))) return undefined;
  const left = text.slice(0, operator.startOffset).trimEnd();
  const known = new Inference(left, inference.session);
  const target = leftSide(known, left.length);
  if (target === undefined) return undefined;
  const values = assigns ? yield* takenBy(target, known) : yield* comparedWith(target, known);
  if (values === undefined) return undefined;
  const start = begun?.startOffset ?? cursor;
  if (!assigns) {
    const word = begun?.text.replace(/^['"]|['"]$/g, '') ?? '';
    const items = values.names
      .filter((name) => name.toLowerCase().startsWith(word.toLowerCase()))
      .map((name): CompletionItem => {
        return { text: `'${name}'`, label: name, kind: 'ParameterValue', tip: name, ordered: true };
      });
    return items.length > 0 ? { items, start } : undefined;
  }
  const written = begun?.text ?? '';
  const word = written.length > 1 && written.endsWith(quote) ? written.slice(0, -1) : written;
  const items = values.names
    .map((name) => ({ name, text: values.isText ? quote + name + quote : name }))
    .filter((one) => one.text.toLowerCase().startsWith(word.toLowerCase()))
    .map(
      ({ name, text: shown }): CompletionItem =>
        values.inferred === true
          ? { text: shown, label: name, kind: 'Property', tip: name, ordered: true }
          : { text: shown, label: shown, kind: 'Text', tip: shown, ordered: true },
    );
  return values.inferred === true && items.length === 0 ? undefined : { items, start };
}

/** The whole expression that stands before the operator. */
function leftSide({ root }: Inference, end: number): ExpressionAst | undefined {
  const found = nodesAt(root, end).find(
    (ast) =>
      ast.extent.endOffset === end &&
      /^(?:(?:Variable|Member|InvokeMember|Index|Convert|Attributed|Paren|Sub)Expression)Ast$/.test(ast.kind),
  );
  return found as ExpressionAst | undefined;
}

const ofEnum = (type: NetType | undefined, inferred = false): Values | undefined =>
  type?.isEnum === true
    ? { names: sortedNames([...(type.enumValues?.keys() ?? [])]), isText: true, inferred }
    : undefined;
const sortedNames = (names: readonly string[]): readonly string[] => names.toSorted((a, b) => compareText(a, b, false));
/** The names of an enumeration that the text itself makes. */
function ofText(name: string, { root }: Inference): Values | undefined {
  const declared = declaredIn(root, name);
  if (declared?.typeKind !== 'enum') return undefined;
  return { names: sortedNames(declared.members.map((member) => member.name)), isText: true, inferred: true };
}
const named = (name: string, inference: Inference, inferred = false): Values | undefined =>
  ofEnum(inference.type(name), inferred) ?? ofText(name, inference);

function* takenBy(target: ExpressionAst, inference: Inference): Steps<Values | undefined> {
  if (target.kind === 'MemberExpressionAst') {
    const held = isHeld(target, inference);
    for (const value of yield* inference.of(target)) {
      const found = enumOf(value, inference, !held);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  let type: string | undefined;
  let set: readonly ExpressionAst[] | undefined;
  let inner: Ast = target;
  while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') {
    if (inner.attribute.kind === 'TypeConstraintAst') type ??= inner.attribute.typeName.fullName;
    else if (/^ValidateSet(?:Attribute)?$/i.test(inner.attribute.typeName.fullName))
      set ??= inner.attribute.positionalArguments;
    inner = inner.child;
  }
  if (inner.kind !== 'VariableExpressionAst') return undefined;
  const wanted = type === undefined ? undefined : inference.type(type);
  if (set !== undefined) {
    const names: string[] = [];
    for (const one of set) names.push(...(yield* inference.of(one)).map((value) => toText(value)));
    return { names, isText: isQuoted(wanted) };
  }
  if (type !== undefined) return named(type, inference);
  return held(inner.variablePath.userPath, inference) ?? declaredBefore(inner, inference);
}
const isQuoted = (type: NetType | undefined): boolean => type?.fullName === 'System.String' || type?.isEnum === true;

/** What the session's variable takes. */
function held(path: string, inference: Inference): Values | undefined {
  const entry = inference.session.services.variables.find(withoutScope(path));
  const variable = entry === undefined ? undefined : variableOf(entry.object);
  if (variable === undefined || variable.attributes.length === 0) return undefined;
  const [typeName] = variable.ruleNames;
  const type = variable.attributes.includes('type') && typeName !== undefined ? inference.type(typeName) : undefined;
  for (const attribute of variable.attributes)
    if (attribute !== 'type' && /^ValidateSet(?:Attribute)?$/i.test(attribute.name))
      return { names: attribute.positional.map((value) => toText(value)), isText: isQuoted(type) };
  return ofEnum(type);
}
/** `[T]$x = …; $x = `. */
function declaredBefore(
  variable: Extract<Ast, { kind: 'VariableExpressionAst' }>,
  inference: Inference,
): Values | undefined {
  const path = withoutScope(variable.variablePath.userPath);
  const source = assignmentTo(path.toLowerCase(), variable, inference.root, (ast) => inference.parent(ast));
  return source?.type === undefined ? undefined : named(source.type, inference, true);
}

function enumOf(value: PSValue, inference: Inference, inferred: boolean): Values | undefined {
  if (value instanceof EnumValue || value instanceof OnlyType) return ofEnum(value.type, inferred);
  return value instanceof Sketch ? ofText(value.typeNames[0] ?? '', inference) : undefined;
}
function* comparedWith(target: ExpressionAst, inference: Inference): Steps<Values | undefined> {
  const names = enumNamesOf(yield* inference.of(target));
  return names === undefined ? undefined : { names, isText: true };
}
/** The names of the first enumeration among values, in the order of its values. */
export function enumNamesOf(values: readonly PSValue[]): readonly string[] | undefined {
  for (const value of values)
    if ((value instanceof EnumValue || value instanceof OnlyType) && value.type.isEnum === true)
      return [...(value.type.enumValues?.keys() ?? [])];
  return undefined;
}
