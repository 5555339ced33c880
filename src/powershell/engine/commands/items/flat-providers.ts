/** Environment, Variable, Function and Alias as flat providers. */
import { PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import type { EngineCommandContext } from '../engine-services.js';
import { itemsOf } from '../support/objects.js';
import { NetObject, unwrap } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import type { FlatProvider } from './places.js';
import { ProviderError } from './provider-error.js';

const oneOrJoined = (value: PSValue): PSValue => {
  const items = itemsOf(value);
  return items === undefined ? value : items.length === 1 ? (items[0] ?? null) : items;
};
const sameName =
  (wanted: string) =>
  (entry: { readonly name: string }): boolean =>
    entry.name.toLowerCase() === wanted.toLowerCase();

/** Whether it may not be touched: constants never, what is read-only with force. */
const isLocked = (entry: { readonly options: readonly string[] } | undefined, force = false): boolean =>
  entry !== undefined && (entry.options.includes('Constant') || (entry.options.includes('ReadOnly') && !force));
const REFUSALS = {
  VariableNotWritable: (name: string) => `Cannot overwrite variable ${name} because it is read-only or constant.`,
  VariableNotRemovable: (name: string) =>
    `Cannot remove variable ${name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.`,
  FunctionNotWritable: (name: string) => `Cannot write to function ${name} because it is read-only or constant.`,
  FunctionNotRemovable: (name: string) => `Cannot remove function ${name} because it is constant.`,
  AliasNotWritable: (name: string) =>
    `Alias is not writeable because alias ${name} is read-only or constant and cannot be written to.`,
  AliasNotRemovable: (name: string) => `Alias was not removed because alias ${name} is constant or read-only.`,
} as const;
const refusal = (
  kind: 'Variable' | 'Function' | 'Alias',
  what: 'Writable' | 'Removable',
  name: string,
): ProviderError => new ProviderError(REFUSALS[`${kind}Not${what}`](name), `${kind}Not${what}`, name);
/** The block of a function that a FunctionInfo tells of. */
const blockOf = (context: Pick<EngineCommandContext, 'services'>, value: PSValue): PSValue | undefined => {
  const name = toText(value);
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.type.name === 'FunctionInfo'
    ? context.services.functions.list().find(sameName(name))?.block
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
      adapted: PropertyBag.of({ Name: key, Key: key, Value: value }),
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
  return [
    environmentProvider(context),
    {
      name: 'Variable',
      drive: 'Variable',
      description: 'Drive that contains a view of those variables stored in a session state',
      names: () => variables.list().map(({ name }) => name),
      item: (name) => variables.find(name)?.object,
      value: (name) => variables.find(name)?.value,
      set: (name, value, { force = false, options } = {}) => {
        const old = variables.find(name);
        if (isLocked(old, force)) return refusal('Variable', 'Writable', old?.name ?? name);
        variables.set(name, oneOrJoined(value), { force, ...(options === undefined ? {} : { options }) });
        return undefined;
      },
      remove: (name, force) => {
        const old = variables.find(name);
        if (isLocked(old, force)) return refusal('Variable', 'Removable', old?.name ?? name);
        variables.remove(name);
        return undefined;
      },
    },
    {
      name: 'Function',
      drive: 'Function',
      description: 'Drive that contains a view of the functions stored in a session state',
      names: () => functions.list().map(({ name }) => name),
      item: (name) => functions.list().find(sameName(name))?.object,
      value: (name) => functions.list().find(sameName(name))?.block,
      set: (name, value, { force = false, options } = {}) => {
        const old = functions.list().find(sameName(name));
        if (isLocked(old, force)) return refusal('Function', 'Writable', old?.name ?? name);
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
      remove: (name, force) => {
        const old = functions.list().find(sameName(name));
        if (isLocked(old, force)) return refusal('Function', 'Removable', old?.name ?? name);
        functions.remove(name);
        return undefined;
      },
    },
    {
      name: 'Alias',
      drive: 'Alias',
      description: 'Drive that contains a view of the aliases stored in a session state',
      names: () => aliases.list().map(({ name }) => name),
      item: (name) => aliases.list().find(sameName(name))?.object,
      value: (name) => aliases.list().find(sameName(name))?.definition,
      set: (name, value, { force = false, options } = {}) => {
        const old = aliases.list().find(sameName(name));
        if (isLocked(old, force)) return refusal('Alias', 'Writable', old?.name ?? name);
        aliases.set(name, toText(oneOrJoined(value)), { options: options ?? old?.options ?? [] });
        return undefined;
      },
      remove: (name, force) => {
        const old = aliases.list().find(sameName(name));
        if (isLocked(old, force)) return refusal('Alias', 'Removable', old?.name ?? name);
        aliases.remove(name);
        return undefined;
      },
    },
  ];
}
