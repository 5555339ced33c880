/** Add-Member: gives an object properties and methods of its own, or another type name. */
import { PSDictionary, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { convertTo, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { requireType } from '../../values/net-type.js';
import { addedTo } from '../../values/kept.js';
import { EnumValue, TypeObject, unwrap } from '../../values/live.js';
import { resolveSimpleType, typeNamesOf } from '../../values/types.js';
import type { EngineCommandContext, MemberDefinition } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { enumParameter, MEMBER_TYPES } from '../support/enums.js';
import { asBlock, refuseCode } from '../support/code-members.js';
import { inputOf, listOf } from '../support/objects.js';

const OPERATION = 'System.InvalidOperationException';

/** The types of members that can be added. */
const ADDABLE = [
  'AliasProperty',
  'CodeMethod',
  'CodeProperty',
  'MemberSet',
  'NoteProperty',
  'PropertySet',
  'ScriptMethod',
  'ScriptProperty',
];

function definition(context: EngineCommandContext, kind: string): MemberDefinition {
  const name = text(context, 'Name') ?? '';
  const value = context.arg('Value') ?? null;
  const second = context.arg('SecondValue') ?? null;
  const complain = (message: string, errorId: string): never =>
    context.fail(message, { errorId, category: 'InvalidOperation', exceptionType: OPERATION });
  const needsValue = (): void => {
    if (value === null)
      complain(
        `The Value parameter should not be null for a member of type "${kind}". Specify a non-null value for the Value parameter when adding members of this type.`,
        'Value1ShouldNotBeNull',
      );
  };
  const hasNoSecond = (): void => {
    if (second !== null)
      complain(
        `The SecondValue parameter is not necessary for a member of type "${kind}", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.`,
        'Value2ShouldNotBeSpecified',
      );
  };
  const needsEither = (): void => {
    if (value === null && second === null)
      complain(
        `Both Value and SecondValue parameters should not be null for a member of type "${kind}". Specify a non-null value for one of the two parameters.`,
        'Value1AndValue2AreNotBothNull',
      );
  };
  if (kind.includes(',') || ['Properties', 'Methods', 'All'].includes(kind))
    complain(
      `To add a member, only one member type can be specified. The member types specified are: "${kind}"`,
      'WrongMemberCount',
    );
  switch (kind) {
    case 'NoteProperty':
      hasNoSecond();
      return { kind, name, value };
    case 'AliasProperty': {
      needsValue();
      const target = toText(value);
      if (target === '')
        context.fail(
          'Cannot process argument because the value of argument "referencedMemberName" is not valid. Change the value of the "referencedMemberName" argument and run the operation again.',
          {
            errorId: 'Argument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      const type = second === null ? undefined : unwrap(convertTo(second, requireType('System.Type')));
      return { kind, name, target, ...(type instanceof TypeObject ? { type: type.type.fullName } : {}) };
    }
    case 'ScriptProperty':
      needsEither();
      return { kind, name, get: asBlock(value), ...(second === null ? {} : { set: asBlock(second) }) };
    case 'ScriptMethod':
      needsValue();
      hasNoSecond();
      return { kind, name, block: asBlock(value) };
    case 'PropertySet':
      needsValue();
      hasNoSecond();
      return { kind, name, properties: listOf(value).map((item) => toText(item)) };
    case 'MemberSet': {
      hasNoSecond();
      const info = requireType('System.Management.Automation.PSMemberInfo');
      const members = listOf(value).map((item): MemberDefinition => {
        const member = convertTo(item, info);
        return { kind: 'Given', name: '', member };
      });
      return { kind, name, members };
    }
    case 'CodeProperty':
      needsEither();
      return refuseCode(context, kind, [value, second]);
    case 'CodeMethod':
      needsValue();
      hasNoSecond();
      return refuseCode(context, kind, [value]);
    default:
      return complain(
        `Cannot add a member with type "${kind}". Specify a different type for the MemberTypes parameter.`,
        'CannotAddMemberType',
      );
  }
}

function* addTo(context: EngineCommandContext, target: PSValue): Steps<PSValue | undefined> {
  const { members } = context.services;
  const force = context.flag('Force');
  let result: PSValue = (typeof target === 'object' && target !== null ? addedTo(target) : undefined) ?? target;
  const refuse = (message: string, errorId: string): Steps<boolean> =>
    (function* () {
      yield* settle(
        context.writeError(message, { errorId, category: 'InvalidOperation', target, exceptionType: OPERATION }),
      );
      return false;
    })();
  const add = function* (member: MemberDefinition): Steps<boolean> {
    const exists = members.has(result, member.name) || members.hasMethod(result, member.name);
    if (exists && !force)
      return yield* refuse(
        `Cannot add a member with the name "${member.name}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.`,
        'MemberAlreadyExists',
      );
    const there = exists ? members.ofTypeData(result, member.name) : undefined;
    if (there !== undefined)
      return yield* refuse(
        `Cannot force the member with name "${member.name}" and type "${there}" to be added. A member with that name and type already exists, and the existing member is not an instance extension.`,
        'CannotRemoveTypeDataMember',
      );
    result = members.add(result, member, force);
    return true;
  };
  if (context.parameterSetName === 'NotePropertySingleMemberSet') {
    const name = text(context, 'NotePropertyName') ?? '';
    if (!(yield* add({ kind: 'NoteProperty', name, value: context.arg('NotePropertyValue') ?? null })))
      return undefined;
  } else if (context.parameterSetName === 'NotePropertyMultiMemberSet') {
    const table = context.arg('NotePropertyMembers');
    if (table instanceof PSDictionary)
      for (const [key, value] of table.entries()) yield* add({ kind: 'NoteProperty', name: toText(key), value });
  } else if (context.isBound('MemberType')) {
    const kind = context.arg('MemberType');
    if (!(yield* add(definition(context, kind instanceof EnumValue ? kind.text : toText(kind ?? '')))))
      return undefined;
  }
  const typeName = text(context, 'TypeName');
  if (typeName !== undefined) {
    if (typeName.trim() === '')
      context.fail('The TypeName parameter should not be null, empty, or contain only white spaces.', {
        errorId: 'TypeNameShouldNotBeEmpty',
        category: 'InvalidOperation',
        target: typeName,
        exceptionType: OPERATION,
      });
    const full = resolveSimpleType(typeName)?.fullName ?? typeName;
    if (result instanceof PSObject) result.typeNames = [full, ...typeNamesOf(result)];
    else result = new PSObject({ typeNames: [full, ...typeNamesOf(result)], base: result });
  }
  return result;
}

export const addMember = defineCommand(
  'Add-Member',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'TypeNameSet',
    synopsis: 'Adds custom properties and methods to an instance of a PowerShell object.',
  },
  [
    parameter(
      'InputObject',
      'PSObject',
      'MemberSet,TypeNameSet,NotePropertySingleMemberSet,NotePropertyMultiMemberSet: M V',
    ),
    enumParameter('MemberType', MEMBER_TYPES, 'MemberSet: M 0', { alias: 'Type' }),
    parameter('Name', 'String', 'MemberSet: M 1'),
    parameter('Value', 'Object', 'MemberSet: M 2', { allow: 'Null' }),
    parameter('SecondValue', 'Object', 'MemberSet: 3'),
    parameter(
      'TypeName',
      'String',
      'TypeNameSet: M; MemberSet,NotePropertySingleMemberSet,NotePropertyMultiMemberSet:',
      { check: NOT_EMPTY },
    ),
    flag('Force', 'MemberSet,NotePropertySingleMemberSet,NotePropertyMultiMemberSet:'),
    flag('PassThru', 'MemberSet,TypeNameSet,NotePropertySingleMemberSet,NotePropertyMultiMemberSet: '),
    parameter('NotePropertyName', 'String', 'NotePropertySingleMemberSet: M 0', {
      check: [...NOT_EMPTY, { rule: 'NotIn', values: ADDABLE }],
    }),
    parameter('NotePropertyValue', 'Object', 'NotePropertySingleMemberSet: M 1', { allow: 'Null' }),
    parameter('NotePropertyMembers', 'System.Collections.IDictionary', 'NotePropertyMultiMemberSet: M 0', {
      check: NOT_EMPTY,
    }),
  ],
  (context) => ({
    *process() {
      const input = inputOf(context);
      if (input === undefined || input === null) return;
      const result = yield* addTo(context, input);
      if (result !== undefined && context.flag('PassThru')) yield* settle(context.write(result));
    },
  }),
);
