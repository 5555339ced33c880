/** Attributes that are classes of a script: validation, transformation of arguments, sets of values. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { AttributeAst, AttributeBaseAst } from '../../lang/index.js';
import type { Pending } from '../pending.js';
import type { Frame } from '../runtime/frame.js';
import { TRANSFORMATION, VALIDATE_ARGUMENTS, VALIDATE_ENUMERATED } from '../runtime/attribute-objects.js';
import { construct, enumerate, invokeMethod, setProperty } from '../runtime/members.js';
import { fail } from '../values/exceptions.js';
import { plain, TypeObject } from '../values/live.js';
import { type NetType, requireType } from '../values/net-type.js';
import { compileExpression, findTypeName } from './expressions.js';

type Rule = (value: PSValue) => PSValue;

function now(f: Frame, work: () => Pending<PSValue>, what: string): PSValue {
  const value = f.rt.atOnce(work);
  if (!(value instanceof Promise)) return plain(value);
  throw fail('NotSupported', `${what} cannot wait while parameters are bound.`, {
    category: 'NotImplemented',
    type: 'System.NotSupportedException',
  });
}
/** The script class that an attribute names; undefined for one of PowerShell's own. */
function classOf(f: Frame, attribute: AttributeAst): NetType | undefined {
  const { name } = attribute.typeName;
  const base = requireType('System.Attribute');
  const type = attributeNames(name)
    .map((one) => f.rt.namedType(one, f.scope))
    .find((one) => one?.isAssignableTo(base) === true);
  return type ?? (name.includes('.') ? findTypeName(attribute.typeName, f) : undefined);
}
function instance(f: Frame, type: NetType, attribute: AttributeAst): PSValue {
  const args = attribute.positionalArguments.map((argument) =>
    now(f, () => compileExpression(argument)(f), type.fullName),
  );
  const made = now(f, () => construct(f.rt, type, args), type.fullName);
  for (const { argumentName, argument } of attribute.namedArguments)
    void setProperty(
      f.rt,
      made,
      argumentName,
      now(f, () => compileExpression(argument)(f), type.fullName),
    );
  return made;
}
/** An attribute of a script's class that makes completers for its parameter; undefined for any other. */
export function completerFactory(f: Frame, attribute: AttributeAst): PSValue | undefined {
  const type = classOf(f, attribute);
  if (type === undefined || !type.scriptClass) return undefined;
  if (!type.isAssignableTo(requireType('System.Management.Automation.IArgumentCompleterFactory'))) return undefined;
  return instance(f, type, attribute);
}
const attributeNames = (name: string): readonly string[] => [name, `${name}Attribute`];
/** The attributes that are written at a class or a member of one, as objects. Types that convert are none. */
export function declaredAttributes(f: Frame, attributes: readonly AttributeBaseAst[]): PSValue[] {
  return attributes.flatMap((attribute): PSValue[] => {
    if (attribute.kind !== 'AttributeAst') return [];
    const { typeName } = attribute;
    const base = requireType('System.Attribute');
    const type = attributeNames(typeName.name)
      .map((name) =>
        typeName.kind === 'TypeName' ? findTypeName({ ...typeName, name, fullName: name }, f) : undefined,
      )
      .find((one) => one?.isAssignableTo(base) === true);
    return type === undefined ? [] : [instance(f, type, attribute)];
  });
}
const engine = (f: Frame): PSValue => f.scope.find('executioncontext')?.read() ?? null;

/** What a validation class of a script checks; undefined for any other attribute. */
export function scriptRule(f: Frame, attribute: AttributeAst): Rule | undefined {
  const type = classOf(f, attribute);
  if (type === undefined || !type.scriptClass || !type.isAssignableTo(VALIDATE_ARGUMENTS)) return undefined;
  const made = instance(f, type, attribute);
  const call = (method: string, args: readonly PSValue[]): PSValue =>
    now(f, () => invokeMethod(f.rt, made, method, args), `${type.fullName}.${method}`);
  const each = type.isAssignableTo(VALIDATE_ENUMERATED) && type.findMethod('Validate')?.overloads.length !== 1;
  return (value) => {
    if (each) for (const item of enumerate(value) ?? [value]) call('ValidateElement', [item]);
    else call('Validate', [value, engine(f)]);
    return value;
  };
}
/** What the transformation classes among a parameter's attributes make of an argument before it is converted. */
export function scriptTransform(f: Frame, attributes: readonly AttributeBaseAst[]): Rule | undefined {
  const steps: Rule[] = [];
  for (const attribute of attributes) {
    if (attribute.kind !== 'AttributeAst') continue;
    const type = classOf(f, attribute);
    if (type === undefined || !type.scriptClass || !type.isAssignableTo(TRANSFORMATION)) continue;
    const made = instance(f, type, attribute);
    steps.push((value) =>
      now(f, () => invokeMethod(f.rt, made, 'Transform', [engine(f), value]), `${type.fullName}.Transform`),
    );
  }
  if (steps.length === 0) return undefined;
  return (value) => {
    let at = value;
    for (const step of steps) at = step(at);
    return at;
  };
}
/** The values of `[ValidateSet([Class])]`, asked for each time. */
export function generatedValues(f: Frame, value: PSValue): (() => readonly PSValue[]) | undefined {
  if (!(value instanceof TypeObject) || !value.type.scriptClass) return undefined;
  const { type } = value;
  return () => {
    const made = now(f, () => construct(f.rt, type, []), type.fullName);
    const values = now(f, () => invokeMethod(f.rt, made, 'GetValidValues', []), `${type.fullName}.GetValidValues`);
    return enumerate(values) ?? [values];
  };
}
