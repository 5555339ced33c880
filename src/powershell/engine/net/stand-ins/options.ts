/** Pester's configuration: sections of options, each with its default, its value, and whether somebody changed it. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { construct, enumerate } from '../../runtime/members.js';
import { NetObject, typedArray, unwrap } from '../../values/live.js';
import { addMembers, defineType, type MemberBody, requireType } from '../../values/net-type.js';
import { resolveTypeText, STRING } from '../../values/types.js';
import { convertTo, dataOf, net, runtime } from '../support.js';

interface OptionData {
  readonly description: string;
  readonly initial: PSValue;
  readonly value: PSValue;
  readonly modified: boolean;
}
/** An option's type and the type of its value. */
const KINDS: Readonly<Record<string, string>> = {
  Bool: 'bool',
  String: 'string',
  Int: 'int',
  Decimal: 'decimal',
  StringArray: 'string[]',
  ScriptBlockArray: 'scriptblock[]',
  ContainerInfoArray: 'Pester.ContainerInfo[]',
};
const optionOf = (self: PSValue | undefined): OptionData => dataOf<OptionData>(self ?? null);
const valueType = (kind: string): string => KINDS[kind] ?? 'System.Object';
const converted = (kind: string, value: PSValue): PSValue =>
  convertTo(value, resolveTypeText(valueType(kind)) ?? requireType(valueType(kind)));
/** All items as texts, whatever they are: paths come as objects too. */
function itemsOf(kind: string, value: PSValue): PSValue {
  const inner = unwrap(value);
  const list = typeof inner === 'string' ? [inner] : (enumerate(inner) ?? [value]);
  return kind === 'StringArray'
    ? typedArray(
        list.map((item) => toText(item)),
        STRING,
      )
    : converted(kind, [...list]);
}

function defineOption(kind: string): void {
  const type = defineType(`Pester.${kind}Option`, { base: 'Pester.Option' });
  const text = valueType(kind);
  const made = (data: OptionData): PSValue => new NetObject<OptionData>(type, data);
  const members: Record<string, MemberBody> = {
    [`${text} Default`]: (self) => optionOf(self).initial,
    'string Description': (self) => optionOf(self).description,
    [`${text} Value`]: (self) => optionOf(self).value,
    'bool IsModified': (self) => optionOf(self).modified,
    'string ToString()': (self) => {
      const { description, value, initial } = optionOf(self);
      const shown = (one: PSValue): string =>
        Array.isArray(one) ? (resolveTypeText(text)?.fullName ?? text) : toText(one);
      return `${description} (${shown(value)}, default: ${shown(initial)})`;
    },
    [`new(Pester.${kind}Option option, ${text} value)`]: (_self, option, value) =>
      made({ ...optionOf(option), value: value ?? null, modified: true }),
    [`new(string description, ${text} defaultValue)`]: (_self, description, value) =>
      made({ description: toText(description ?? null), initial: value ?? null, value: value ?? null, modified: false }),
    [`new(string description, ${text} defaultValue, ${text} value)`]: (_self, description, initial, value) =>
      made({
        description: toText(description ?? null),
        initial: initial ?? null,
        value: value ?? null,
        modified: false,
      }),
    [`static Pester.${kind}Option op_Implicit(${text} value)`]: (_self, value) =>
      made({ description: '', initial: value ?? null, value: value ?? null, modified: false }),
  };
  if (kind === 'Decimal')
    for (const one of ['int', 'double'])
      members[`static Pester.DecimalOption op_Implicit(${one} value)`] = (_self, value) => {
        const number = converted(kind, value ?? null);
        return made({ description: '', initial: number, value: number, modified: false });
      };
  if (text.endsWith('[]')) {
    const none = converted(kind, []);
    for (const one of [text, text.slice(0, -2), 'System.Collections.IList'])
      members[`new(${one} value)`] = (_self, value) =>
        made({ description: '', initial: none, value: itemsOf(kind, value ?? null), modified: false });
  }
  addMembers(type, members);
}

export interface OptionLine {
  readonly name: string;
  readonly kind: string;
  readonly initial: PSValue;
  readonly description: string;
}
/** `Name|Kind|default|description` a line; defaults that are lists have `,` between their items. */
function readOptions(lines: string): OptionLine[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', kind = '', initial = '', description = ''] = line.trim().split('|');
      const list = valueType(kind).endsWith('[]');
      const value = list ? (initial === '' ? [] : initial.split(',')) : kind === 'Bool' ? initial === 'true' : initial;
      return { name, kind, initial: converted(kind, value), description };
    });
}
type Section = Map<string, PSValue>;
const sectionOf = (self: PSValue | undefined): Section => dataOf<Section>(self ?? null);

/** Sets the options that a dictionary names. What no option can be made of is left as it was, as Pester does. */
function fill(self: PSValue, options: readonly OptionLine[], given: PSValue): void {
  const table = unwrap(given);
  if (!(table instanceof PSDictionary)) return;
  for (const { name, kind } of options) {
    const value = table.getEntry(name);
    if (value === undefined || value === null) continue;
    const wanted = valueType(kind).endsWith('[]') ? itemsOf(kind, value) : converted(kind, value);
    const before = optionOf(sectionOf(self).get(name));
    sectionOf(self).set(name, net(`Pester.${kind}Option`, { ...before, value: wanted, modified: true }));
  }
}

function defineSection(name: string, description: string, lines: string): void {
  const type = defineType(`Pester.${name}Configuration`, { base: 'Pester.ConfigurationSection' });
  const options = readOptions(lines);
  const make = (): PSValue =>
    new NetObject<Section>(
      type,
      new Map(
        options.map((one) => [
          one.name,
          net(`Pester.${one.kind}Option`, {
            description: one.description,
            initial: one.initial,
            value: one.initial,
            modified: false,
          }),
        ]),
      ),
    );
  const members: Record<string, MemberBody> = {
    'new()': make,
    'new(System.Collections.IDictionary configuration)': (_self, given) => {
      const made = make();
      fill(made, options, given ?? null);
      return made;
    },
    [`static ${type.fullName} Default`]: make,
    [`static ${type.fullName} ShallowClone(${type.fullName} configuration)`]: (_self, from) =>
      new NetObject<Section>(type, new Map(sectionOf(from))),
    'string ToString()': () => description,
  };
  for (const one of options) {
    const key = `Pester.${one.kind}Option ${one.name}`;
    members[key] = (self) => sectionOf(self).get(one.name) ?? null;
    members[`set ${key}`] = (self, value) => {
      const before = optionOf(sectionOf(self).get(one.name));
      const after = { ...before, value: optionOf(value).value, modified: true };
      sectionOf(self).set(one.name, net(`Pester.${one.kind}Option`, after));
      return undefined;
    };
  }
  addMembers(type, members);
}

/** Declares the options, the sections and `[PesterConfiguration]`. */
export function defineConfiguration(sections: readonly (readonly [string, string, string])[]): void {
  defineType('Pester.Option', { abstract: true });
  defineType('Pester.ConfigurationSection', { abstract: true });
  for (const kind of Object.keys(KINDS)) defineOption(kind);
  for (const section of sections) defineSection(...section);
  const names = sections.map(([name]) => name);
  const type = defineType('PesterConfiguration');
  const typeOfSection = (name: string): string => `Pester.${name}Configuration`;
  const make = (table?: PSValue): PSValue => {
    const given = unwrap(table ?? null);
    const made = new NetObject<Section>(type, new Map());
    for (const name of names) {
      const own = given instanceof PSDictionary ? given.getEntry(name) : undefined;
      const inner = unwrap(own ?? null);
      const section = requireType(typeOfSection(name));
      // A section that is a configuration's own comes as it is.
      const value =
        inner instanceof NetObject && inner.type === section
          ? inner
          : construct(runtime(), section, inner instanceof PSDictionary ? [inner] : []);
      made.data.set(name, value as PSValue);
    }
    return made;
  };
  const merged = (left: PSValue | undefined, right: PSValue | undefined, name: string): PSValue => {
    const out = new Map(sectionOf(sectionOf(left).get(name)));
    for (const [key, option] of sectionOf(sectionOf(right).get(name)))
      if (optionOf(option).modified) out.set(key, option);
    return new NetObject<Section>(requireType(typeOfSection(name)), out);
  };
  const members: Record<string, MemberBody> = {
    'new()': () => make(),
    'new(System.Collections.IDictionary configuration)': (_self, table) => make(table),
    'static PesterConfiguration Default': () => make(),
    'static PesterConfiguration ShallowClone(PesterConfiguration configuration)': (_self, from) =>
      new NetObject<Section>(
        type,
        new Map(
          names.map((name) => [
            name,
            new NetObject<Section>(requireType(typeOfSection(name)), new Map(sectionOf(sectionOf(from).get(name)))),
          ]),
        ),
      ),
    'static PesterConfiguration Merge(PesterConfiguration configuration, PesterConfiguration override)': (
      _self,
      left,
      right,
    ) => new NetObject<Section>(type, new Map(names.map((name) => [name, merged(left, right, name)]))),
  };
  for (const name of names) {
    const key = `${typeOfSection(name)} ${name}`;
    members[key] = (self) => sectionOf(self).get(name) ?? null;
    members[`set ${key}`] = (self, value) => {
      sectionOf(self).set(name, value ?? null);
      return undefined;
    };
  }
  addMembers(type, members);
}
