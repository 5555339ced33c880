/** Update-TypeData, Get-TypeData and Remove-TypeData. */
import { PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { EnumValue, TypeObject, unwrap } from '../../values/live.js';
import { resolveSimpleType } from '../../values/types.js';
import type { EngineCommandContext, MemberDefinition } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, oneOf, parameter, NOT_NULL, range } from '../support/command-spec.js';
import { enumParameter, MEMBER_TYPES } from '../support/enums.js';
import { ps1xmlFiles, readText } from '../support/files.js';
import { listOf } from '../support/objects.js';
import {
  PROPERTY_SETS,
  recordOf,
  type TypeRecord,
  type TypeSettings,
  typeDataObject,
  typeRecords,
} from './type-records.js';
import { asBlock, refuseCode } from '../support/code-members.js';
import { readTypesFile } from './types-file.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const OPERATION = { category: 'InvalidOperation', exceptionType: 'System.InvalidOperationException' } as const;

/** A type that is named or given, by its full name. */
function typeNameOf(value: PSValue): string {
  const type = unwrap(value);
  if (type instanceof TypeObject) return type.type.fullName;
  const name = toText(type);
  return resolveSimpleType(name)?.fullName ?? name;
}

/** What type data says beside members. */
const SETTINGS = [
  'DefaultDisplayProperty',
  'TypeConverter',
  'TypeAdapter',
  'SerializationMethod',
  'TargetTypeForDeserialization',
  'SerializationDepth',
  'InheritPropertySerializationSet',
  'StringSerializationSource',
  ...PROPERTY_SETS,
];
/** The member that the parameters tell of; undefined: of none. Ends the command when they do not fit. */
function memberOf(context: EngineCommandContext): MemberDefinition | undefined {
  const name = text(context, 'MemberName');
  const type = context.arg('MemberType');
  const value = context.arg('Value') ?? null;
  const second = context.arg('SecondValue') ?? null;
  if (!(type instanceof EnumValue)) {
    if (name !== undefined || context.isBound('Value') || context.isBound('SecondValue'))
      context.fail(
        'The MemberName, Value, and SecondValue parameters cannot be specified without the MemberType parameter.',
        { errorId: 'MemberTypeIsMissing', ...OPERATION },
      );
    return undefined;
  }
  const kind = type.text;
  if (name === undefined)
    context.fail(
      `The MemberName parameter is required for the type "${kind}". Please specify the MemberName parameter.`,
      {
        errorId: 'MemberNameShouldBeSpecified',
        ...OPERATION,
      },
    );
  const needsValue = (): void => {
    if (!context.isBound('Value'))
      context.fail(`The Value parameter is required for the type "${kind}". Please specify the Value parameter.`, {
        errorId: 'ValueShouldBeSpecified',
        ...OPERATION,
      });
    if (kind === 'AliasProperty' && toText(value) === '')
      context.fail(
        `The Value parameter should not be null or an empty string for a member of type "${kind}". Specify a non-null value for the Value parameter when updating this member type.`,
        { errorId: 'ValueShouldBeSpecified', ...OPERATION },
      );
  };
  const hasNoSecond = (): void => {
    if (context.isBound('SecondValue'))
      context.fail(
        `The SecondValue parameter is not necessary for a member of type "${kind}", and should not be specified. Do not specify the SecondValue parameter when updating this member type.`,
        { errorId: 'SecondValueShouldNotBeSpecified', ...OPERATION },
      );
  };
  switch (kind) {
    case 'NoteProperty':
      needsValue();
      hasNoSecond();
      return { kind, name, value };
    case 'AliasProperty':
      needsValue();
      return { kind, name, target: toText(value), ...(second === null ? {} : { type: typeNameOf(second) }) };
    case 'ScriptProperty':
      if (second === null) needsValue();
      return { kind, name, get: asBlock(value), ...(second === null ? {} : { set: asBlock(second) }) };
    case 'ScriptMethod':
      needsValue();
      hasNoSecond();
      return { kind, name, block: asBlock(value) };
    case 'CodeProperty':
    case 'CodeMethod':
      return refuseCode(context, kind, [value, second]);
    default:
      return context.fail(
        `Cannot update a member with type "${kind}". Specify a different type for the MemberType parameter.`,
        { errorId: 'CannotUpdateMemberType', ...OPERATION },
      );
  }
}
/** Gives members and settings to a type; what is there already stays, with an error, unless `force`. */
function* give(
  context: EngineCommandContext,
  name: string,
  members: readonly MemberDefinition[],
  settings: TypeSettings,
  force: boolean,
): Steps<void> {
  const { services } = context;
  const before = typeRecords(services).find(name);
  const taken =
    members.find((member) => before?.members.has(member.name.toLowerCase()) === true)?.name ??
    [...settings.keys()].find((key) => before?.settings.has(key) === true);
  if (taken !== undefined && !force) {
    yield* settle(
      context.writeError(`Error in TypeData "${name}": The member ${taken} is already present.`, {
        errorId: 'TypesDynamicUpdateException',
        category: 'InvalidOperation',
        exceptionType: 'System.Management.Automation.RuntimeException',
      }),
    );
    return;
  }
  const refused = refusedTypes(settings);
  if (refused !== undefined) {
    yield* settle(
      context.writeError(`Error in TypeData "${name}": ${refused}`, {
        errorId: 'TypesDynamicUpdateException',
        category: 'InvalidOperation',
        exceptionType: 'System.Management.Automation.RuntimeException',
      }),
    );
    return;
  }
  const record = typeRecords(services).open(name);
  for (const member of members) record.members.set(member.name.toLowerCase(), member);
  for (const [key, value] of settings) record.settings.set(key, value);
  services.updateType(name, [...members, ...standardMembers(record)]);
}
/** The settings, where objects of the type have them. */
function standardMembers({ settings }: TypeRecord): readonly MemberDefinition[] {
  const members = [...settings].map(
    ([name, value]): MemberDefinition =>
      PROPERTY_SETS.includes(name)
        ? { kind: 'PropertySet', name, properties: listOf(value).map((item) => toText(item)) }
        : { kind: 'NoteProperty', name, value },
  );
  return members.length === 0 ? [] : [{ kind: 'MemberSet', name: 'PSStandardMembers', members, isHidden: true }];
}
/** Why a converter or an adapter cannot be one. */
function refusedTypes(settings: TypeSettings): string | undefined {
  const wrong = (key: string, ...bases: readonly string[]): string | undefined => {
    const type = unwrap(settings.get(key) ?? null);
    if (!(type instanceof TypeObject)) return undefined;
    const chain = type.type.chainTypes().map(({ fullName }) => fullName);
    return bases.some((base) => chain.includes(base)) ? undefined : type.type.fullName;
  };
  const converter = wrong(
    'TypeConverter',
    'System.ComponentModel.TypeConverter',
    'System.Management.Automation.PSTypeConverter',
  );
  if (converter !== undefined) return `Type "${converter}" should be either TypeConverter or PSTypeConverter.`;
  const adapter = wrong('TypeAdapter', 'System.Management.Automation.PSPropertyAdapter');
  return adapter === undefined ? undefined : `Type "${adapter}" should be a PSPropertyAdapter.`;
}
const namesSetting = (names: readonly string[] | undefined): TypeSettings =>
  new Map(names === undefined ? [] : [['DefaultDisplayPropertySet', [...names]]]);
const isNothing = (members: readonly MemberDefinition[], settings: TypeSettings): boolean =>
  members.length === 0 && settings.size === 0;

function* updateDynamic(context: EngineCommandContext): Steps<void> {
  const name = typeNameOf(context.arg('TypeName') ?? '');
  const member = memberOf(context);
  const members = member === undefined ? [] : [member];
  const settings = new Map<string, PSValue>();
  for (const key of SETTINGS) if (context.isBound(key)) settings.set(key, context.arg(key) ?? null);
  if (isNothing(members, settings))
    context.fail(`No member is specified for the update on type "${name}".`, {
      errorId: 'TypeDataEmpty',
      ...OPERATION,
    });
  if (yield* settle(context.shouldProcess(`Type to update: ${name}`, 'Update TypeData')))
    yield* give(context, name, members, settings, context.flag('Force'));
}
function* updateFromFiles(context: EngineCommandContext): Steps<void> {
  const files = [
    ...(yield* ps1xmlFiles(context, texts(context, 'PrependPath') ?? [], 'TypesPrependPathException')),
    ...(yield* ps1xmlFiles(context, texts(context, 'AppendPath') ?? [], 'TypesAppendPathException')),
  ];
  const { frame } = context.services.modules;
  for (const path of files) {
    if (!(yield* settle(context.shouldProcess(path, 'Update TypeData')))) continue;
    const types = readTypesFile(readText(context, path), (script) => frame.rt.parseHere(frame, script, path));
    for (const { name, members, display } of types) yield* give(context, name, members, namesSetting(display), true);
    typeRecords(context.services).addFile(
      path,
      types.map(({ name }) => name),
    );
  }
}
function* updateFromObjects(context: EngineCommandContext): Steps<void> {
  for (const value of listOf(context.arg('TypeData') ?? null)) {
    const record = recordOf(value);
    if (record === undefined) continue;
    if (isNothing([...record.members.values()], record.settings))
      context.fail(`No member is specified for the update on type "${record.name}".`, {
        errorId: 'TypeDataEmpty',
        ...OPERATION,
      });
    if (yield* settle(context.shouldProcess(`Type to update: ${record.name}`, 'Update TypeData')))
      yield* give(context, record.name, [...record.members.values()], record.settings, context.flag('Force'));
  }
}
const UPDATABLE = ['NoteProperty', 'AliasProperty', 'ScriptProperty', 'CodeProperty', 'ScriptMethod', 'CodeMethod'];
const TYPE_DATA = 'System.Management.Automation.Runspaces.TypeData';
const updateTypeData = defineCommand(
  'Update-TypeData',
  {
    module: UTILITY,
    defaultSet: 'FileSet',
    shouldProcess: true,
    synopsis: 'Updates the extended type data in the session.',
  },
  [
    enumParameter('MemberType', MEMBER_TYPES, 'DynamicTypeSet: ', { check: oneOf(...UPDATABLE) }),
    parameter('MemberName', 'String', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('Value', 'Object', 'DynamicTypeSet: '),
    parameter('SecondValue', 'Object', 'DynamicTypeSet: ', { check: NOT_NULL }),
    parameter('TypeConverter', 'Type', 'DynamicTypeSet: ', { check: NOT_NULL }),
    parameter('TypeAdapter', 'Type', 'DynamicTypeSet: ', { check: NOT_NULL }),
    parameter('SerializationMethod', 'String', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('TargetTypeForDeserialization', 'Type', 'DynamicTypeSet: ', { check: NOT_NULL }),
    parameter('SerializationDepth', 'Int32', 'DynamicTypeSet: ', { check: [...NOT_NULL, ...range(0, 2147483647)] }),
    parameter('DefaultDisplayProperty', 'String', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('InheritPropertySerializationSet', 'Nullable[Boolean]', 'DynamicTypeSet: ', { check: NOT_NULL }),
    parameter('StringSerializationSource', 'String', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('DefaultDisplayPropertySet', 'String[]', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('DefaultKeyPropertySet', 'String[]', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('PropertySerializationSet', 'String[]', 'DynamicTypeSet: ', { check: NOT_EMPTY }),
    parameter('TypeName', 'String', 'DynamicTypeSet: M V', {
      check: NOT_EMPTY,
      attributes: 'Microsoft.PowerShell.Commands.ArgumentToTypeNameTransformationAttribute',
    }),
    flag('Force', 'DynamicTypeSet,TypeDataSet: '),
    parameter('AppendPath', 'String[]', 'FileSet: 0 V P', { alias: 'PSPath Path', check: NOT_NULL }),
    parameter('PrependPath', 'String[]', 'FileSet: ', { check: NOT_NULL }),
    parameter('TypeData', `${TYPE_DATA}[]`, 'TypeDataSet: M 0 V P'),
  ],
  (context) => ({
    *process(): Steps<void> {
      if (context.parameterSetName === 'FileSet') yield* updateFromFiles(context);
      else if (context.parameterSetName === 'TypeDataSet') yield* updateFromObjects(context);
      else yield* updateDynamic(context);
    },
  }),
);

const getTypeData = defineCommand(
  'Get-TypeData',
  {
    module: UTILITY,
    output: 'System.Management.Automation.PSObject',
    synopsis: 'Gets the extended type data in the current session.',
  },
  [parameter('TypeName', 'String[]', '0 V', { check: NOT_EMPTY })],
  (context) => ({
    *process(): Steps<void> {
      const tests = (texts(context, 'TypeName') ?? ['*']).map((pattern) => wildcardRegex(pattern));
      const records = typeRecords(context.services);
      for (const name of records.names()) {
        const record = tests.some((test) => test.test(name)) ? records.find(name) : undefined;
        if (record !== undefined) yield* settle(context.write(typeDataObject(record)));
      }
    },
  }),
);

function* removeType(context: EngineCommandContext, name: string): Steps<void> {
  const { services } = context;
  if (!(yield* settle(context.shouldProcess(`Name of the type that will be removed: ${name}`, 'Remove TypeData'))))
    return;
  if (!typeRecords(services).remove(name)) {
    yield* settle(
      context.writeError(
        `Error in TypeData "${name}": The type "${name}" was not found. The type name value must be the full name of the type. Verify the type name and run the command again.`,
        {
          errorId: 'TypesDynamicRemoveException',
          category: 'InvalidOperation',
          exceptionType: 'System.Management.Automation.RuntimeException',
        },
      ),
    );
    return;
  }
  services.removeType(name);
}
function* removeFiles(context: EngineCommandContext): Steps<void> {
  for (const path of yield* ps1xmlFiles(context, texts(context, 'Path') ?? [], 'TypePathException')) {
    const types = typeRecords(context.services).removeFile(path);
    if (types === undefined)
      yield* settle(
        context.writeError(`The file ${path} is not imported into the current session.`, {
          errorId: 'TypeFileNotExistsInCurrentSession',
          ...OPERATION,
        }),
      );
    else for (const name of types) yield* removeType(context, name);
  }
}
const removeTypeData = defineCommand(
  'Remove-TypeData',
  {
    module: UTILITY,
    defaultSet: 'RemoveTypeDataSet',
    shouldProcess: true,
    synopsis: 'Deletes extended types from the current session.',
  },
  [
    parameter('TypeName', 'String', 'RemoveTypeSet: M 0 V P', {
      check: NOT_EMPTY,
      attributes: 'Microsoft.PowerShell.Commands.ArgumentToTypeNameTransformationAttribute',
    }),
    parameter('Path', 'String[]', 'RemoveFileSet: M', { check: NOT_EMPTY }),
    parameter('TypeData', 'Object', 'RemoveTypeDataSet: M V', { shown: TYPE_DATA }),
  ],
  (context) => ({
    *process(): Steps<void> {
      if (context.parameterSetName === 'RemoveFileSet') return yield* removeFiles(context);
      const given = context.arg('TypeData');
      const named = given instanceof PSObject ? recordOf(given)?.name : undefined;
      return yield* removeType(context, named ?? typeNameOf(context.arg('TypeName') ?? given ?? null));
    },
  }),
);
export const TYPE_DATA_COMMANDS: readonly CommandRegistration[] = [updateTypeData, getTypeData, removeTypeData];
