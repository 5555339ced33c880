/**
 * The structures of System.Management.Automation.Host that scripts make for `$Host.UI` and `$Host.UI.RawUI`. A structure
 * is kept as the host encoding has it (protocol.md 3.8), so a host call takes it as it is: fields in lower case, enums
 * as numbers.
 */
import { PSChar, PSList, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { NetThrow } from '../../values/exceptions.js';
import { EnumValue, MultiArray, NetObject, TypeObject, unwrap, WithText } from '../../values/live.js';
import { defineType, findType, requireType, type NetType } from '../../values/net-type.js';
import { arrayTypeOf, enumFromNumber } from '../../values/types.js';

const HOST = 'System.Management.Automation.Host';

export type Fields = Readonly<Record<string, PSValue>>;

/** The state of one structure: its fields, and how .NET prints them. */
export class Structure extends WithText {
  readonly fields: Record<string, PSValue>;
  readonly #print: (fields: Fields) => string;
  constructor(fields: Record<string, PSValue>, print: (fields: Fields) => string) {
    super();
    this.fields = fields;
    this.#print = print;
  }
  override toString(): string {
    return this.#print(this.fields);
  }
}

const enumType = (name: string, values: readonly string[], flags?: readonly number[]): NetType =>
  findType(name) ??
  defineType(name, {
    kind: 'enum',
    flags: flags !== undefined,
    enumValues: Object.fromEntries(values.map((value, index) => [value, flags?.[index] ?? index])),
  });

export const CONSOLE_COLOR = enumType('System.ConsoleColor', [
  'Black',
  'DarkBlue',
  'DarkGreen',
  'DarkCyan',
  'DarkRed',
  'DarkMagenta',
  'DarkYellow',
  'Gray',
  'DarkGray',
  'Blue',
  'Green',
  'Cyan',
  'Red',
  'Magenta',
  'Yellow',
  'White',
]);
const CELL_TYPE = enumType(`${HOST}.BufferCellType`, ['Complete', 'Leading', 'Trailing']);
enumType(`${HOST}.ReadKeyOptions`, ['AllowCtrlC', 'NoEcho', 'IncludeKeyDown', 'IncludeKeyUp'], [1, 2, 4, 8]);
const CONTROL_KEYS = enumType(
  `${HOST}.ControlKeyStates`,
  [
    'RightAltPressed',
    'LeftAltPressed',
    'RightCtrlPressed',
    'LeftCtrlPressed',
    'ShiftPressed',
    'NumLockOn',
    'ScrollLockOn',
    'CapsLockOn',
    'EnhancedKey',
  ],
  [1, 2, 4, 8, 16, 32, 64, 128, 256],
);
enumType('System.Management.Automation.PSCredentialTypes', ['Generic', 'Domain', 'Default'], [1, 2, 3]);
enumType(
  'System.Management.Automation.PSCredentialUIOptions',
  ['None', 'Default', 'ValidateUserNameSyntax', 'AlwaysPrompt', 'ReadOnlyUserName'],
  [0, 1, 1, 2, 3],
);

export const numberOf = (value: PSValue | undefined): number => {
  const inner = unwrap(value ?? null);
  if (inner instanceof EnumValue) return Number(inner.value);
  if (inner instanceof PSChar) return inner.code;
  return typeof inner === 'number' ? inner : Number(toText(inner));
};
const enumAt = (type: NetType, value: PSValue | undefined): PSValue => enumFromNumber(type, BigInt(numberOf(value)));
const charOf = (value: PSValue | undefined): PSChar =>
  value instanceof PSChar ? value : new PSChar(toText(value ?? null).charCodeAt(0) || 0);

type Kind = 'int' | 'bool' | 'char' | NetType;
interface Shape {
  readonly kind: 'struct' | 'class';
  readonly fields: ReadonlyArray<readonly [name: string, type: Kind]>;
  readonly print: (fields: Fields) => string;
}
const shown = (fields: Fields, name: string): string => toText(fields[name] ?? null);
const SHAPES: Readonly<Record<string, Shape>> = {
  Coordinates: {
    kind: 'struct',
    fields: [
      ['x', 'int'],
      ['y', 'int'],
    ],
    print: (fields) => `${shown(fields, 'x')},${shown(fields, 'y')}`,
  },
  Size: {
    kind: 'struct',
    fields: [
      ['width', 'int'],
      ['height', 'int'],
    ],
    print: (fields) => `${shown(fields, 'width')},${shown(fields, 'height')}`,
  },
  Rectangle: {
    kind: 'struct',
    fields: [
      ['left', 'int'],
      ['top', 'int'],
      ['right', 'int'],
      ['bottom', 'int'],
    ],
    print: (fields) =>
      `${shown(fields, 'left')},${shown(fields, 'top')} ; ${shown(fields, 'right')},${shown(fields, 'bottom')}`,
  },
  BufferCell: {
    kind: 'struct',
    fields: [
      ['character', 'char'],
      ['foregroundColor', CONSOLE_COLOR],
      ['backgroundColor', CONSOLE_COLOR],
      ['bufferCellType', CELL_TYPE],
    ],
    print: (fields) =>
      `'${shown(fields, 'character')}' ${toText(enumAt(CONSOLE_COLOR, fields['foregroundColor']))} ${toText(enumAt(CONSOLE_COLOR, fields['backgroundColor']))} ${toText(enumAt(CELL_TYPE, fields['bufferCellType']))}`,
  },
  KeyInfo: {
    kind: 'struct',
    fields: [
      ['virtualKeyCode', 'int'],
      ['character', 'char'],
      ['controlKeyState', CONTROL_KEYS],
      ['keyDown', 'bool'],
    ],
    print: (fields) =>
      `${shown(fields, 'virtualKeyCode')},${shown(fields, 'character')},${toText(enumAt(CONTROL_KEYS, fields['controlKeyState']))},${shown(fields, 'keyDown')}`,
  },
};

export type StructureName = 'Coordinates' | 'Size' | 'Rectangle' | 'BufferCell' | 'KeyInfo';

/** A value as the field of a structure holds it: numbers for enums. */
function fieldValue(kind: Kind, value: PSValue | undefined): PSValue {
  if (kind === 'bool') return value === true;
  if (kind === 'char') return charOf(value);
  return numberOf(value);
}

/** Makes a structure from the fields of a host's answer. */
export function structure(name: StructureName, values: PSValue | Fields): NetObject<Structure> {
  const shape = shapeOf(name);
  const source: Fields = values instanceof PSObject ? bagFields(values) : isFields(values) ? values : {};
  const fields: Record<string, PSValue> = {};
  for (const [field, kind] of shape.fields) fields[field] = fieldValue(kind, source[field]);
  return new NetObject(requireType(`${HOST}.${name}`), new Structure(fields, shape.print));
}
function shapeOf(name: string): Shape {
  const shape = SHAPES[name];
  if (shape === undefined) throw new Error(`no structure ${name}`);
  return shape;
}
const isFields = (value: PSValue | Fields): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
function bagFields(value: PSObject): Fields {
  const fields: Record<string, PSValue> = {};
  for (const bag of [value.adapted, value.extended])
    for (const [name, item] of bag ?? []) fields[name.charAt(0).toLowerCase() + name.slice(1)] = item;
  return fields;
}

/** The state of a structure that a script made; throws what .NET throws for null. */
export function structureOf(value: PSValue | undefined): Structure {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && inner.data instanceof Structure) return inner.data;
  throw new NetThrow('System.ArgumentNullException', 'Value cannot be null.');
}
/** A structure as a host call carries it. */
export const encoded = (value: PSValue | undefined): PSObject => PSObject.bag(structureOf(value).fields);

const WORDS: Readonly<Record<string, string>> = { int: 'int', bool: 'bool', char: 'char' };
for (const [name, shape] of Object.entries(SHAPES)) {
  const word = (kind: Kind): string => (typeof kind === 'string' ? (WORDS[kind] ?? kind) : kind.fullName);
  const type = `${HOST}.${name}`;
  const parameters = shape.fields.map(([field, kind]) => `${word(kind)} ${field}`).join(', ');
  defineType(
    type,
    { kind: shape.kind },
    {
      [`new(${parameters})`]: (_self, ...values) =>
        structure(
          name as StructureName,
          Object.fromEntries(shape.fields.map(([field], index) => [field, values[index] ?? null])),
        ),
      ...Object.fromEntries(
        shape.fields.flatMap(([field, kind]) => {
          const property = `${word(kind)} ${field.charAt(0).toUpperCase()}${field.slice(1)}`;
          return [
            [
              property,
              (self: PSValue) => {
                const value = structureOf(self).fields[field] ?? null;
                return typeof kind === 'string' ? value : enumAt(kind, value);
              },
            ],
            [
              `set ${property}`,
              (self: PSValue, value: PSValue) => {
                structureOf(self).fields[field] = fieldValue(kind, value);
                return undefined;
              },
            ],
          ];
        }),
      ),
      'string ToString()': (self) => structureOf(self).toString(),
    },
  );
}

/** `BufferCell[,]` as a host call carries it: the cells row by row in `mae`, the lengths in `mal`. */
export function encodeCells(value: PSValue | undefined): PSObject {
  const inner = unwrap(value ?? null);
  if (!(inner instanceof MultiArray)) throw new NetThrow('System.ArgumentNullException', 'Value cannot be null.');
  return PSObject.bag({
    mae: new PSList(
      inner.items.map((item) =>
        item === null ? PSObject.bag(structure('BufferCell', {}).data.fields) : encoded(item),
      ),
      'LST',
    ),
    mal: new PSList([...inner.lengths], 'LST'),
  });
}
/** @param rows and columns at least 0. */
export function newCells(rows: number, columns: number, cell: (row: number, column: number) => PSValue): MultiArray {
  const items: PSValue[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) items.push(cell(row, column));
  return new MultiArray(arrayTypeOf(requireType(`${HOST}.BufferCell`), 2), [rows, columns], items);
}
export function decodeCells(value: PSValue): PSValue {
  const fields = value instanceof PSObject ? bagFields(value) : {};
  const list = (name: string): readonly PSValue[] => {
    const items = fields[name] ?? null;
    return items instanceof PSList ? items.items : Array.isArray(items) ? (items as readonly PSValue[]) : [];
  };
  const [rows = 0, columns = 0] = list('mal').map((length) => numberOf(length));
  const cells = list('mae');
  return newCells(rows, columns, (row, column) => structure('BufferCell', cells[row * columns + column] ?? null));
}

// ------------------------------------------------- descriptions of prompts

interface Description {
  readonly fields: Record<string, PSValue>;
}
const describe = (self: PSValue): Record<string, PSValue> => {
  const inner = unwrap(self);
  if (inner instanceof NetObject) return (inner.data as Description).fields;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
};
const textProperty = (name: string, field: string) => ({
  [`string ${name}`]: (self: PSValue): PSValue => describe(self)[field] ?? '',
  [`set string ${name}`]: (self: PSValue, value: PSValue): undefined => {
    describe(self)[field] = toText(value);
    return undefined;
  },
});
/** `&Yes` is `Yes` with hot key Y; the label travels as it was written. */
const CHOICE = defineType(
  `${HOST}.ChoiceDescription`,
  {},
  {
    'new(string label)': (_self, label) => made(CHOICE, { label: needed(label, 'label'), helpMessage: '' }),
    'new(string label, string helpMessage)': (_self, label, helpMessage) =>
      made(CHOICE, { label: needed(label, 'label'), helpMessage: toText(helpMessage ?? null) }),
    'string Label': (self) => describe(self)['label'] ?? '',
    ...textProperty('HelpMessage', 'helpMessage'),
  },
);
const FIELD = defineType(
  `${HOST}.FieldDescription`,
  {},
  {
    'new(string name)': (_self, name) =>
      made(FIELD, {
        name: needed(name, 'name'),
        label: '',
        parameterTypeName: 'String',
        parameterTypeFullName: 'System.String',
        parameterAssemblyFullName:
          'System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e',
        helpMessage: '',
        isMandatory: true,
        metadata: new PSList([]),
        modifiedByRemotingProtocol: false,
        isFromRemoteHost: false,
      }),
    'string Name': (self) => describe(self)['name'] ?? '',
    ...textProperty('Label', 'label'),
    ...textProperty('HelpMessage', 'helpMessage'),
    'bool IsMandatory': (self) => describe(self)['isMandatory'] ?? true,
    'set bool IsMandatory': (self, value) => {
      describe(self)['isMandatory'] = value ?? false;
      return undefined;
    },
    'psobject DefaultValue': (self) => describe(self)['defaultValue'] ?? null,
    'set psobject DefaultValue': (self, value) => {
      describe(self)['defaultValue'] = value ?? null;
      return undefined;
    },
    'string ParameterTypeName': (self) => describe(self)['parameterTypeName'] ?? '',
    'string ParameterTypeFullName': (self) => describe(self)['parameterTypeFullName'] ?? '',
    'string ParameterAssemblyFullName': (self) => describe(self)['parameterAssemblyFullName'] ?? '',
    'void SetParameterType(type parameterType)': (self, type) => {
      const fields = describe(self);
      const inner = unwrap(type ?? null);
      if (inner instanceof TypeObject) {
        fields['parameterTypeName'] = inner.type.name;
        fields['parameterTypeFullName'] = inner.type.fullName;
      }
      return undefined;
    },
  },
);
function made(type: NetType, fields: Record<string, PSValue>): NetObject<Description> {
  return new NetObject<Description>(type, { fields });
}
function needed(value: PSValue | undefined, name: string): string {
  const text = toText(value ?? null);
  if (text === '')
    throw new NetThrow(
      'System.Management.Automation.PSArgumentException',
      `Cannot process argument because the value of argument "${name}" is null or empty.`,
    );
  return text;
}
/** Choices or fields as a host call carries them; text stands for a choice's label. */
export function encodeDescriptions(values: readonly PSValue[]): PSList {
  return new PSList(
    values.map((value) => {
      const inner = unwrap(value);
      if (inner instanceof NetObject && (inner.type === CHOICE || inner.type === FIELD)) {
        const { defaultValue = null, ...fields } = (inner.data as Description).fields;
        return PSObject.bag(defaultValue === null ? fields : { ...fields, defaultValue });
      }
      return inner instanceof PSObject ? inner : PSObject.bag({ label: toText(inner), helpMessage: '' });
    }),
  );
}
