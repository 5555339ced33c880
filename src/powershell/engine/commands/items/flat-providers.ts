/** Environment, Variable, Function and Alias as flat providers. */
import { PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { isLocked, type LockedId, lockedText } from '../../runtime/locked.js';
import { splitScope } from '../../runtime/scope.js';
import type { EngineCommandContext, FunctionEntry, VariableEntry } from '../engine-services.js';
import { itemsOf } from '../support/objects.js';
import { NetObject, unwrap } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import type { FlatProvider } from './places.js';
import { ProviderError } from './provider-error.js';

const oneOrJoined = (value: PSValue): PSValue => {
  const items = itemsOf(value);
  return items === undefined ? value : items.length === 1 ? (items[0] ?? null) : items;
};

interface Entry {
  readonly name: string;
  readonly options: readonly string[];
}
/** Why it stays as it is. */
const refusal = (id: LockedId, old: Entry | undefined, force?: boolean): ProviderError | undefined =>
  old !== undefined && isLocked(old, force) ? new ProviderError(lockedText(id, old.name), id, old.name) : undefined;
function removed(
  id: LockedId,
  old: Entry | undefined,
  force: boolean | undefined,
  remove: () => void,
): ProviderError | undefined {
  const refused = refusal(id, old, force);
  if (refused === undefined) remove();
  return refused;
}
const renamedBy =
  (id: LockedId, find: (name: string) => Entry | undefined): NonNullable<FlatProvider['renamed']> =>
  (name, force) => ({ refused: refusal(id, find(name), force), options: find(name)?.options ?? [] });
/** The block of a function that a FunctionInfo tells of. */
const blockOf = (context: Pick<EngineCommandContext, 'services'>, value: PSValue): PSValue | undefined => {
  const name = toText(value);
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.type.name === 'FunctionInfo'
    ? context.services.functions.find(name)?.block
    : undefined;
};

const textOrBlock = (value: PSValue): PSValue | undefined =>
  typeof unwrap(value) === 'string' || unwrap(value) instanceof ScriptBlock ? value : undefined;

function environmentProvider(context: Pick<EngineCommandContext, 'services'>): FlatProvider {
  const own = context.services.environment;
  const table: Pick<Map<string, string>, 'get' | 'set' | 'delete' | 'keys'> = own ?? {
    get: (name) => process.env[name],
    set: (name, value) => {
      process.env[name] = value;
      return new Map();
    },
    delete: (name) => Reflect.deleteProperty(process.env, name),
    keys: () => new Map(Object.entries(process.env)).keys(),
  };
  const spelled = (name: string): string => {
    if (process.platform !== 'win32') return name;
    for (const key of table.keys()) if (key.toLowerCase() === name.toLowerCase()) return key;
    return name;
  };
  const entry = (name: string): PSValue | undefined => {
    const key = spelled(name);
    const value = table.get(key);
    if (value === undefined) return undefined;
    return new PSObject({
      typeNames: ['System.Collections.DictionaryEntry', 'System.ValueType', 'System.Object'],
      adapted: PropertyBag.of({ Key: key, Value: value }),
      toStringText: `[${key}, ${value}]`,
    });
  };
  return {
    name: 'Environment',
    drive: 'Env',
    description: 'Drive that contains a view of the environment variables for the process',
    names: () => [...table.keys()],
    item: entry,
    value: (name) => table.get(spelled(name)),
    set: (name, value) => {
      if (value === null) table.delete(spelled(name));
      else table.set(spelled(name), toText(oneOrJoined(value)));
      return undefined;
    },
    remove: (name) => {
      table.delete(spelled(name));
      return undefined;
    },
  };
}

export function flatProviders(context: Pick<EngineCommandContext, 'services'>): readonly FlatProvider[] {
  const { variables, functions, aliases } = context.services;
  const variable = (name: string): VariableEntry | undefined => {
    const { scope, bare } = splitScope(name);
    return variables.find(bare, scope);
  };
  const func = (name: string): FunctionEntry | undefined => {
    const { scope, bare } = splitScope(name);
    return functions.find(bare, scope);
  };
  return [
    environmentProvider(context),
    {
      name: 'Variable',
      drive: 'Variable',
      description: 'Drive that contains a view of those variables stored in a session state',
      names: () => variables.list().map(({ name }) => name),
      item: (name) => variable(name)?.object,
      value: (name) => variable(name)?.value,
      set: (name, value, { force = false, options } = {}) => {
        const old = variable(name);
        const refused = refusal('VariableNotWritable', old, force);
        if (refused !== undefined) return refused;
        const { scope, bare } = splitScope(name);
        variables.set(bare, oneOrJoined(value), { scope, force, ...(options === undefined ? {} : { options }) });
        return undefined;
      },
      remove: (name, force) =>
        removed('VariableNotRemovable', variable(name), force, () => {
          const { scope, bare } = splitScope(name);
          variables.remove(bare, scope);
        }),
      renamed: renamedBy('CannotRenameVariable', variable),
    },
    {
      name: 'Function',
      drive: 'Function',
      description: 'Drive that contains a view of the functions stored in a session state',
      names: () => functions.list().map(({ name }) => name),
      item: (name) => func(name)?.object,
      value: (name) => func(name)?.block,
      set: (name, value, { force = false, options } = {}) => {
        const old = func(name);
        const isGone = oneOrJoined(value) === null && options === undefined;
        const refused = refusal(isGone ? 'FunctionNotRemovable' : 'FunctionNotWritable', old, force);
        if (refused !== undefined) return refused;
        const given = oneOrJoined(value);
        const block = given === null ? old?.block : (blockOf(context, given) ?? textOrBlock(given));
        if (given !== null && block === undefined)
          return new ProviderError(
            'Cannot process argument because the value of argument "value" is not valid. Change the value of the "value" argument and run the operation again.',
            'Argument',
            '',
          );
        if (given === null && options === undefined) functions.remove(name);
        else functions.set(name, block ?? null, options ?? (given === null ? old?.options : []));
        return undefined;
      },
      remove: (name, force) =>
        // One that is named with its scope stays: PowerShell finds it, and lets it be.
        removed('FunctionNotRemovable', func(name), force, () => functions.remove(name)),
      renamed: renamedBy('CannotRenameFunction', func),
    },
    {
      name: 'Alias',
      drive: 'Alias',
      description: 'Drive that contains a view of the aliases stored in a session state',
      names: () => aliases.list().map(({ name }) => name),
      item: (name) => aliases.find(name)?.object,
      value: (name) => aliases.find(name)?.definition,
      set: (name, value, { force = false, options } = {}) => {
        const old = aliases.find(name);
        const given = oneOrJoined(value);
        // Of nothing there is no alias: the one that there was goes.
        if (given === null && options === undefined)
          return removed('AliasNotRemovable', old, force, () => {
            aliases.remove(name);
          });
        const refused = refusal('AliasNotWritable', old, force);
        if (refused !== undefined) return refused;
        aliases.set(name, toText(given), { options: options ?? old?.options ?? [] });
        return undefined;
      },
      remove: (name, force) => removed('AliasNotRemovable', aliases.find(name), force, () => aliases.remove(name)),
      renamed: renamedBy('CannotRenameAlias', (name) => aliases.find(name)),
    },
  ];
}
