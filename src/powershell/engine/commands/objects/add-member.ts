/** Add-Member: gives an object properties and methods of its own, or another type name. */
import { PSDictionary, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { EnumValue } from '../../values/live.js';
import { resolveSimpleType, typeNamesOf } from '../../values/types.js';
import { findType } from '../../values/net-type.js';
import type { EngineCommandContext, MemberDefinition } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { enumParameter, MEMBER_TYPES, enumNames } from '../support/enums.js';
import { inputOf, listOf } from '../support/objects.js';

const OPERATION = 'System.InvalidOperationException';

function* definition(context: EngineCommandContext, kind: string): Steps<MemberDefinition | undefined> {
  const name = text(context, 'Name') ?? '';
  const value = context.arg('Value') ?? null;
  const second = context.arg('SecondValue') ?? null;
  const complain = (message: string, errorId: string): Steps<void> =>
    (function* () {
      yield* settle(context.writeError(message, { errorId, category: 'InvalidArgument', exceptionType: OPERATION }));
    })();
  if (second !== null && !['AliasProperty', 'ScriptProperty', 'CodeProperty'].includes(kind)) {
    yield* complain(
      `The SecondValue parameter is not necessary for a member of type "${kind}", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.`,
      'Value2ShouldNotBeSpecified',
    );
    return undefined;
  }
  switch (kind) {
    case 'NoteProperty':
      return { kind, name, value };
    case 'AliasProperty': {
      const target = value === null ? '' : toText(value);
      if (target === '') {
        yield* complain(
          'The member referenced by this alias should not be null or empty.',
          'AliasReferenceShouldNotBeNullOrEmpty',
        );
        return undefined;
      }
      return { kind, name, target, ...(second === null ? {} : { type: toText(second) }) };
    }
    case 'ScriptProperty':
      if (value === null && second === null) {
        yield* complain(
          `Both Value and SecondValue parameters should not be null for a member of type "${kind}". Specify a non-null value for one of the two parameters.`,
          'Value1AndValue2AreNotBothNull',
        );
        return undefined;
      }
      return { kind, name, get: value, ...(second === null ? {} : { set: second }) };
    case 'ScriptMethod':
      if (value === null) {
        yield* complain(
          `The Value parameter should not be null for a member of type "${kind}". Specify a non-null value for the Value parameter when adding members of this type.`,
          'Value1ShouldNotBeNull',
        );
        return undefined;
      }
      return { kind, name, block: value };
    case 'PropertySet':
      return { kind, name, properties: listOf(value).map((item) => toText(item)) };
    default:
      yield* complain(
        `Cannot add a member with type "${kind}". Specify a different type for the MemberTypes parameter.`,
        'CannotAddMemberType',
      );
      return undefined;
  }
}

function* addTo(context: EngineCommandContext, target: PSValue): Steps<PSValue | undefined> {
  const { members } = context.services;
  const force = context.flag('Force');
  const add = function* (member: MemberDefinition): Steps<boolean> {
    const exists =
      members.has(result, member.name) || (member.kind === 'ScriptMethod' && members.hasMethod(result, member.name));
    if (exists && !force) {
      yield* settle(
        context.writeError(
          `Cannot add a member with the name "${member.name}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.`,
          {
            errorId: 'MemberAlreadyExists',
            category: 'InvalidOperation',
            target,
            exceptionType: OPERATION,
          },
        ),
      );
      return false;
    }
    result = members.add(result, member, force);
    return true;
  };
  let result = target;
  if (context.parameterSetName === 'NotePropertySingleMemberSet') {
    const name = text(context, 'NotePropertyName') ?? '';
    const types = findType(MEMBER_TYPES)?.enumValues?.keys() ?? [];
    if ([...types].some((type) => type.toLowerCase() === name.toLowerCase())) {
      context.fail(
        `The parameter NotePropertyName cannot take values that could be converted to the type System.Management.Automation.PSMemberTypes. To define the name of a member with those values, use Add-Member, and specify the member type. (Parameter 'Name')`,
        {
          errorId: 'InvalidValueForNotePropertyName',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        },
      );
    }
    if (!(yield* add({ kind: 'NoteProperty', name, value: context.arg('NotePropertyValue') ?? null })))
      return undefined;
  } else if (context.parameterSetName === 'NotePropertyMultiMemberSet') {
    const table = context.arg('NotePropertyMembers');
    if (table instanceof PSDictionary)
      for (const [key, value] of table.entries()) yield* add({ kind: 'NoteProperty', name: toText(key), value });
  } else if (context.isBound('MemberType')) {
    const kind = context.arg('MemberType');
    const made = yield* definition(context, kind instanceof EnumValue ? kind.text : toText(kind ?? ''));
    if (made === undefined || !(yield* add(made))) return undefined;
  }
  const typeName = text(context, 'TypeName');
  if (typeName !== undefined) {
    if (typeName.trim() === '') {
      yield* settle(
        context.writeError('The TypeName parameter should not be null, empty, or contain only white spaces.', {
          errorId: 'TypeNameShouldNotBeEmpty',
          category: 'InvalidArgument',
          exceptionType: OPERATION,
        }),
      );
      return undefined;
    }
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
    parameter('Value', 'Object', 'MemberSet: 2'),
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
      check: [...NOT_EMPTY, { rule: 'NotIn', values: enumNames(MEMBER_TYPES) }],
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
