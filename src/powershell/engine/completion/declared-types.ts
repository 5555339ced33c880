/** Classes that a text makes: which of their members are offered, and what is told of them. */
import type { FunctionMemberAst, PropertyMemberAst, ScriptBlockAst, TypeDefinitionAst } from '../../lang/index.js';
import type { NetType } from '../values/net-type.js';
import { typeDisplayName } from '../values/types.js';

type Member = FunctionMemberAst | PropertyMemberAst;
type FindType = (name: string) => NetType | undefined;

/** Hidden members are offered within their own class: it is not closed where the text ends. */
export const isOffered = (member: Member, { extent }: TypeDefinitionAst, root: ScriptBlockAst): boolean =>
  !member.isHidden || (extent.endOffset === root.extent.endOffset && !extent.text.endsWith('}'));

const shown = (name: string | undefined, find: FindType): string => {
  const type = name === undefined || /^object$/i.test(name) ? undefined : find(name);
  return type === undefined ? (name ?? 'object') : typeDisplayName(type);
};
const methodLine = (method: FunctionMemberAst, find: FindType): string => {
  const parameters = method.parameters.map(({ name, attributes }) => {
    const type = attributes.find((one) => one.kind === 'TypeConstraintAst')?.typeName.fullName;
    return `${shown(type, find)} ${name.variablePath.userPath}`;
  });
  const result = method.isConstructor ? '' : `${shown(method.returnType?.typeName.fullName ?? 'void', find)} `;
  return `${method.isStatic && !method.isConstructor ? 'static ' : ''}${result}${method.name}(${parameters.join(', ')})`;
};
/** A property with its type; a method with its overloads, one to a line. */
export function memberTip(member: Member, { members, typeKind }: TypeDefinitionAst, find: FindType): string {
  if (member.kind === 'PropertyMemberAst') {
    const isStatic = member.isStatic || typeKind === 'enum';
    return `${isStatic ? 'static ' : ''}${shown(member.propertyType?.typeName.fullName, find)} ${member.name}`;
  }
  const lower = member.name.toLowerCase();
  return members
    .filter((one) => one.kind === 'FunctionMemberAst')
    .filter((one) => one.isStatic === member.isStatic && one.name.toLowerCase() === lower)
    .map((one) => methodLine(one, find))
    .join('\n');
}
/** What `new` takes. */
export function constructorTip({ members, name }: TypeDefinitionAst, find: FindType): string {
  const makers = members.filter((one) => one.kind === 'FunctionMemberAst').filter((one) => one.isConstructor);
  return makers.length === 0 ? `${name} new()` : makers.map((one) => methodLine(one, find)).join('\n');
}
