/** Environment, Variable, Function and Alias as flat providers. */
import { PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import type { EngineCommandContext } from '../engine-services.js';
import { itemsOf } from '../support/objects.js';
import type { FlatProvider } from './places.js';

const oneOrJoined = (value: PSValue): PSValue => {
  const items = itemsOf(value);
  return items === undefined ? value : items.length === 1 ? (items[0] ?? null) : items;
};
const sameName =
  (wanted: string) =>
  (entry: { readonly name: string }): boolean =>
    entry.name.toLowerCase() === wanted.toLowerCase();

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
    },
    remove: (name) => void table.delete(spelled(name)),
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
      set: (name, value) => void variables.set(name, oneOrJoined(value), {}),
      remove: (name) => variables.remove(name),
    },
    {
      name: 'Function',
      drive: 'Function',
      description: 'Drive that contains a view of the functions stored in a session state',
      names: () => functions.list().map(({ name }) => name),
      item: (name) => functions.list().find(sameName(name))?.object,
      value: (name) => functions.list().find(sameName(name))?.block,
      set: (name, value) => void functions.set(name, oneOrJoined(value)),
      remove: (name) => functions.remove(name),
    },
    {
      name: 'Alias',
      drive: 'Alias',
      description: 'Drive that contains a view of the aliases stored in a session state',
      names: () => aliases.list().map(({ name }) => name),
      item: (name) => aliases.list().find(sameName(name))?.object,
      value: (name) => aliases.list().find(sameName(name))?.definition,
      set: (name, value) => void aliases.set(name, toText(oneOrJoined(value)), {}),
      remove: (name) => aliases.remove(name),
    },
  ];
}
