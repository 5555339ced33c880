/** What values of a session configuration file cannot be meant, in PowerShell's words, before they are written. */
import { PSDictionary, PSScriptBlockText, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { enumerate } from '../../runtime/members.js';
import { unwrap } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import { typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';

interface Definition {
  /** Without them an entry means nothing. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
}
const DEFINITIONS: Readonly<Record<string, Definition>> = {
  AliasDefinitions: { required: ['Name', 'Value'], optional: ['Description', 'Options'] },
  FunctionDefinitions: { required: ['Name', 'ScriptBlock'], optional: ['Options'] },
  VariableDefinitions: { required: ['Name', 'Value'], optional: [] },
};
const ROLE_KEYS: ReadonlySet<string> = new Set(
  'rolecapabilities rolecapabilityfiles modulestoimport visiblealiases visiblecmdlets visiblefunctions visibleexternalcommands visibleproviders scriptstoprocess aliasdefinitions functiondefinitions variabledefinitions environmentvariables typestoprocess formatstoprocess assembliestoload'.split(
    ' ',
  ),
);

const isText = (value: PSValue): value is string => typeof value === 'string';
const itemsOf = (value: PSValue): Iterable<PSValue> =>
  value instanceof PSDictionary ? [value] : (enumerate(value) ?? [value]);

/** @throws the error of PowerShell for the first of them that is wrong. */
export function checkValues(context: EngineCommandContext, values: ReadonlyMap<string, PSValue>, file: string): void {
  const valueOf = (name: string): PSValue => unwrap(values.get(name) ?? null);
  const refuse = (message: string): never =>
    context.fail(message, {
      errorId: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
    });
  const invalid = (message: string, errorId = 'InvalidOperation'): never =>
    context.fail(message, {
      errorId,
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    });
  const roles = valueOf('RoleDefinitions');
  if (roles instanceof PSDictionary) checkRoles(roles, invalid);
  const groups = valueOf('RequiredGroups');
  if (groups instanceof PSDictionary) checkGroups(groups, invalid);
  for (const member of ['ModulesToImport', 'VisibleCmdlets', 'VisibleFunctions']) {
    const given = valueOf(member);
    if (given === null) continue;
    for (const item of itemsOf(given))
      if (!(unwrap(item) instanceof PSDictionary) && !(isText(unwrap(item)) && unwrap(item) !== ''))
        refuse(`The member '${member}' must be an array consisting of either string or hashtable elements.`);
  }
  for (const [member, definition] of Object.entries(DEFINITIONS)) {
    const given = valueOf(member);
    if (given === null || (member === 'VariableDefinitions' && isText(given))) continue;
    for (const item of itemsOf(given)) {
      const table = unwrap(item);
      if (table instanceof PSDictionary) checkDefinition(table, member, definition, file, refuse);
      else
        refuse(
          `The member '${member}' must be a hashtable array. Change the member to the correct type in the file ${file}.`,
        );
    }
  }
}

function checkDefinition(
  table: PSDictionary,
  member: string,
  { required, optional }: Definition,
  file: string,
  refuse: (message: string) => never,
): void {
  for (const key of required)
    if (!table.hasEntry(key))
      refuse(`The member '${member}' must contain the required key '${key}'. Add the require key to the file ${file}.`);
  const block = unwrap(table.getEntry('ScriptBlock') ?? null);
  if (member === 'FunctionDefinitions' && !(block instanceof ScriptBlock || block instanceof PSScriptBlockText))
    refuse(
      `The key 'ScriptBlock' in the member '${member}' must be a script block. Change the key to the correct type in the file ${file}.`,
    );
  const known = [...required, ...optional].map((key) => key.toLowerCase());
  for (const key of table.keys)
    if (!known.includes(toText(key).toLowerCase()))
      refuse(`The key '${toText(key)}' in the member '${member}' is not valid. Change the key in the file ${file}.`);
}

function checkRoles(roles: PSDictionary, invalid: (message: string, id?: string) => never): void {
  const typeName = (value: PSValue): string => typeOf(value)?.fullName ?? 'null';
  for (const [group, value] of roles.entries()) {
    if (!isText(group))
      invalid(
        `Invalid role key type: ${typeName(group)}. Role keys must be strings that identify a security group.`,
        'InvalidRoleKeyType',
      );
    const role = unwrap(value);
    if (!(role instanceof PSDictionary)) {
      invalid(
        `Could not convert the value of the '${toText(group)}' role entry to a hashtable. The 'Roles' entry must be a hashtable with group names for keys, where the value associated with each key is another hashtable of session configuration properties for that role.`,
        'InvalidRoleEntryNotHashtable',
      );
    }
    for (const key of role.keys) {
      if (!isText(key))
        invalid(
          `Invalid role capability key type: ${typeName(key)}. Role capability keys must be strings that identify a valid session configuration property.`,
          'InvalidRoleCapabilityKeyType',
        );
      if (!ROLE_KEYS.has(toText(key).toLowerCase()))
        invalid(
          `Invalid role capability key: ${toText(key)}. Make sure the role capability name is spelled correctly and is a valid session configuration property.`,
          'InvalidRoleCapabilityKey',
        );
    }
  }
}

/** `@{ And = 'a', @{ Or = 'b', 'c' } }`: one key, and under it groups or such tables. */
function checkGroups(table: PSDictionary, invalid: (message: string) => never): void {
  const [value, second] = [...table.entries()].map(([, item]) => item);
  if (value === undefined || second !== undefined)
    return invalid('RequiredGroups property hashtable must contain only a single key.');
  for (const item of itemsOf(unwrap(value))) {
    const group = unwrap(item);
    if (group instanceof PSDictionary) checkGroups(group, invalid);
    else if (!isText(group))
      invalid(
        'Unknown value in Required Groups configuration.  Required Groups hashtable can only contain values that are either group names or another logical hashtable.',
      );
  }
}
