/** System.Drawing's values: colors, points, sizes and rectangles. There is nothing to draw on. */
import { requireType } from '../values/net-type.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { type PSError } from '../values/exceptions.js';
import { castError, textConverters } from '../conversion.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { knownColors, type KnownColor } from './drawing-colors.js';
import { argumentError, byte, dataOf, enumOf, flagsOf, net, num, single, text, throwNet } from './support.js';

const COLOR = 'System.Drawing.Color';
interface Color {
  readonly argb: number;
  /** Undefined: only its parts are known. */
  readonly name: string | undefined;
  readonly known: KnownColor | undefined;
  readonly empty?: boolean;
}
const color = (self: PSValue): Color => dataOf<Color>(self);
const make = (of: Color): PSValue => net(COLOR, of);
const ofKnown = (known: KnownColor): PSValue => make({ argb: known.argb, name: known.name, known });
const ofParts = (argb: number): PSValue => make({ argb: argb >>> 0, name: undefined, known: undefined });
const EMPTY: Color = { argb: 0, name: undefined, known: undefined, empty: true };
const findColor = (name: string): KnownColor | undefined =>
  knownColors().find((one) => one.name.toLowerCase() === name.toLowerCase());
const part = (value: PSValue | undefined, name: string): number => {
  const given = num(value);
  if (given < 0 || given > 255)
    throw argumentError(
      `Value of '${given}' is not valid for '${name}'. '${name}' should be greater than or equal to 0 and less than or equal to 255.`,
    );
  return given;
};
const packed = (a: number, r: number, g: number, b: number): number => ((a << 24) | (r << 16) | (g << 8) | b) >>> 0;
const A = (of: Color): number => of.argb >>> 24;
const R = (of: Color): number => (of.argb >>> 16) & 255;
const G = (of: Color): number => (of.argb >>> 8) & 255;
const B = (of: Color): number => of.argb & 255;
const range = (of: Color): { low: number; high: number } => ({
  low: Math.min(R(of), G(of), B(of)),
  high: Math.max(R(of), G(of), B(of)),
});
function hue(of: Color): number {
  const { low, high } = range(of);
  if (low === high) return 0;
  const delta = high - low;
  const turn =
    R(of) === high
      ? (G(of) - B(of)) / delta
      : G(of) === high
        ? (B(of) - R(of)) / delta + 2
        : (R(of) - G(of)) / delta + 4;
  const degrees = turn * 60;
  return degrees < 0 ? degrees + 360 : degrees;
}
function saturation(of: Color): number {
  const { low, high } = range(of);
  if (low === high) return 0;
  const sum = low + high;
  return (high - low) / (sum > 255 ? 510 - sum : sum);
}
const sameColor = (left: PSValue, right: PSValue | undefined): boolean => {
  const inner = unwrap(right ?? null);
  if (!(inner instanceof NetObject) || inner.type.fullName !== COLOR) return false;
  const [one, two] = [color(left), color(inner)];
  return one.argb === two.argb && one.name === two.name && (one.empty ?? false) === (two.empty ?? false);
};
const nameOf = (of: Color): string => of.name ?? of.argb.toString(16);
implement(COLOR, () => {
  const named: Record<string, Bodies[string]> = {};
  for (const one of knownColors()) if (!one.system) named[`static ${one.name}`] = () => ofKnown(one);
  return {
    ...named,
    A: (self) => byte(A(color(self))),
    R: (self) => byte(R(color(self))),
    G: (self) => byte(G(color(self))),
    B: (self) => byte(B(color(self))),
    Name: (self) => nameOf(color(self)),
    IsEmpty: (self) => color(self).empty === true,
    IsKnownColor: (self) => color(self).known !== undefined,
    IsNamedColor: (self) => color(self).name !== undefined,
    IsSystemColor: (self) => color(self).known?.system === true,
    ToArgb: (self) => color(self).argb | 0,
    ToKnownColor: (self) => enumOf('System.Drawing.KnownColor', color(self).known?.number ?? 0),
    GetHue: (self) => single(hue(color(self))),
    GetSaturation: (self) => single(saturation(color(self))),
    GetBrightness: (self) => single((range(color(self)).low + range(color(self)).high) / 510),
    Equals: (self, other) => sameColor(self, other),
    'static op_Equality': (_self, left, right) => sameColor(left, right),
    'static op_Inequality': (_self, left, right) => !sameColor(left, right),
    ToString: (self) => {
      const of = color(self);
      if (of.empty === true) return 'Color [Empty]';
      if (of.name !== undefined) return `Color [${of.name}]`;
      return `Color [A=${A(of)}, R=${R(of)}, G=${G(of)}, B=${B(of)}]`;
    },
    'static Empty': () => make(EMPTY),
    'static FromArgb(int)': (_self, argb) => ofParts(num(argb)),
    'static FromArgb(int, System.Drawing.Color)': (_self, alpha, base) =>
      ofParts(packed(part(alpha, 'alpha'), R(color(base)), G(color(base)), B(color(base)))),
    'static FromArgb(int, int, int)': (_self, r, g, b) =>
      ofParts(packed(255, part(r, 'red'), part(g, 'green'), part(b, 'blue'))),
    'static FromArgb(int, int, int, int)': (_self, a, r, g, b) =>
      ofParts(packed(part(a, 'alpha'), part(r, 'red'), part(g, 'green'), part(b, 'blue'))),
    'static FromName': (_self, name) => {
      const known = findColor(text(name));
      return known === undefined ? make({ argb: 0, name: text(name), known: undefined }) : ofKnown(known);
    },
    'static FromKnownColor': (_self, which) => {
      const known = knownColors().find(({ number }) => number === flagsOf(which));
      return known === undefined ? make({ argb: 0, name: '0', known: undefined }) : ofKnown(known);
    },
  };
});
/** What a type's converter says of a text that it cannot read. */
const badPart = (given: string, type: string, message: string): PSError =>
  castError(given, requireType(type), message, 'InvalidCastTypeConvertersConvertFrom', 'System.ArgumentException');
/** A color with the parts of one that has a name is that one. */
function knownOf(argb: number): PSValue {
  const known = knownColors()
    .filter((one) => !one.system && one.argb >>> 0 === argb >>> 0)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  return known[0] === undefined ? ofParts(argb) : ofKnown(known[0]);
}
/** `Red`, `#ff8800`, `0xff8800`, `255, 136, 0`, with alpha first where there are four; one number is all of them. */
function colorFromText(given: string): PSValue | undefined {
  const source = given.trim();
  if (source === '') return make(EMPTY);
  const known = findColor(source);
  if (known !== undefined) return ofKnown(known);
  const hex = /^(?:#|0x|&h)([\da-f]{1,8})$/i.exec(source)?.[1];
  if (hex !== undefined) return knownOf(Number.parseInt(hex, 16) | (hex.length === 6 ? 0xff000000 : 0));
  const parts = source.split(',').map((one) => one.trim());
  const bad = parts.find((one) => !/^[+-]?\d+$/.test(one));
  if (bad !== undefined && parts.length !== 2) throw badPart(given, COLOR, `${bad} is not a valid value for Int32.`);
  const numbers = parts.map(Number);
  if (numbers.length === 1) return knownOf(numbers[0] ?? 0);
  if (![3, 4].includes(numbers.length)) return undefined;
  const [a = 0, r = 0, g = 0, b = 0] = numbers.length === 3 ? [255, ...numbers] : numbers;
  return knownOf(packed(part(a, 'alpha'), part(r, 'red'), part(g, 'green'), part(b, 'blue')));
}
textConverters.set(COLOR, colorFromText);
function htmlColor(given: string): PSValue | undefined {
  const hex = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(given)?.[1];
  if (hex === undefined) return undefined;
  const all = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  return ofParts((0xff000000 | Number.parseInt(all, 16)) >>> 0);
}
implement('System.Drawing.ColorTranslator', () => ({
  'static ToHtml': (_self, value) => {
    const of = color(value);
    if (of.empty === true) return '';
    if (of.known !== undefined && of.name !== undefined) return of.name === 'LightGray' ? 'LightGrey' : of.name;
    return `#${(of.argb & 0xffffff).toString(16).padStart(6, '0').toUpperCase()}`;
  },
  'static FromHtml': (_self, value) => {
    const given = text(value).trim();
    if (given === '') return make(EMPTY);
    const hex = htmlColor(given);
    if (hex !== undefined) return hex;
    const known = findColor(given.toLowerCase() === 'lightgrey' ? 'LightGray' : given);
    if (known === undefined) throw throwNet('System.ArgumentException', `'${given}' is not a valid value for Int32.`);
    return ofKnown(known);
  },
  'static ToOle': (_self, value) => R(color(value)) | (G(color(value)) << 8) | (B(color(value)) << 16),
  'static ToWin32': (_self, value) => R(color(value)) | (G(color(value)) << 8) | (B(color(value)) << 16),
  'static FromOle': (_self, value) =>
    ofParts(packed(255, num(value) & 255, (num(value) >> 8) & 255, (num(value) >> 16) & 255)),
}));

// ------------------------------------------------------------------ geometry

interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
}
const shape = (self: PSValue): Shape => dataOf<Shape>(self);
const shapeIn = (value: PSValue | undefined): Shape | undefined => {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.type.fullName.startsWith('System.Drawing.')
    ? (inner.data as Shape)
    : undefined;
};
const same = (left: PSValue, right: PSValue | undefined): boolean => {
  const [one, two] = [shape(left), shapeIn(right)];
  return (
    two !== undefined && one.x === two.x && one.y === two.y && one.width === two.width && one.height === two.height
  );
};
/** Whole numbers between commas, for structures of so many parts. */
function partsOf(given: string, type: string, format: string): readonly number[] {
  const bad = (message: string): never => {
    throw badPart(given, type, message);
  };
  const parts = given.trim().split(',');
  const numbers = parts.map((part) => {
    const found = /^\s*[+-]?\d+\s*$/.test(part) ? Number(part) : Number.NaN;
    return found === (found | 0) ? found : bad(`${part} is not a valid value for Int32. (Parameter 'value')`);
  });
  const wanted = format.split(', ').length;
  return parts.length === wanted
    ? numbers
    : bad(`Text "${given.trim()}" cannot be parsed. The expected text format is "${format}".`);
}
for (const [name, format] of [
  ['Point', 'x, y'],
  ['Size', 'Width, Height'],
  ['Rectangle', 'x, y, width, height'],
] as const) {
  const type = `System.Drawing.${name}`;
  textConverters.set(type, (given) => {
    if (given.trim() === '') return undefined;
    const [one = 0, two = 0, width = 0, height = 0] = partsOf(given, type, format);
    const sized = name === 'Size' ? { x: 0, y: 0, width: one, height: two } : { x: one, y: two, width, height };
    return net<Shape>(type, sized);
  });
}
for (const [suffix, give] of [
  ['', (value: number): PSValue => Math.trunc(value)],
  ['F', (value: number): PSValue => single(value)],
] as const) {
  const at = (name: 'x' | 'y' | 'width' | 'height', key: string): Bodies => ({
    [key]: (self) => give(shape(self)[name]),
    [`set ${key}`]: (self, value) => {
      shape(self)[name] = num(value);
      return undefined;
    },
  });
  const type = (name: string): string => `System.Drawing.${name}${suffix}`;
  const made = (name: string, x: number, y: number, width: number, height: number): PSValue =>
    net<Shape>(type(name), { x, y, width, height });
  const common: Bodies = {
    Equals: same,
    'static op_Equality': (_self, left, right) => same(left, right),
    'static op_Inequality': (_self, left, right) => !same(left, right),
  };
  const shown = (value: number): string => text(give(value));
  implement(type('Point'), () => ({
    ...common,
    ...at('x', 'X'),
    ...at('y', 'Y'),
    IsEmpty: (self) => shape(self).x === 0 && shape(self).y === 0,
    Offset: (self, x, y) => {
      const by = shapeIn(x);
      shape(self).x += by?.x ?? num(x);
      shape(self).y += by?.y ?? num(y);
      return undefined;
    },
    ToString: (self) => `{X=${shown(shape(self).x)},${suffix === 'F' ? ' ' : ''}Y=${shown(shape(self).y)}}`,
    'static Empty': () => made('Point', 0, 0, 0, 0),
    new: (_self, x, y) => {
      const size = shapeIn(x);
      // One number is both halves.
      if (size === undefined && y === undefined) return made('Point', (num(x) << 16) >> 16, num(x) >> 16, 0, 0);
      return size === undefined ? made('Point', num(x), num(y), 0, 0) : made('Point', size.width, size.height, 0, 0);
    },
  }));
  implement(type('Size'), () => ({
    ...common,
    ...at('width', 'Width'),
    ...at('height', 'Height'),
    IsEmpty: (self) => shape(self).width === 0 && shape(self).height === 0,
    ToString: (self) => `{Width=${shown(shape(self).width)}, Height=${shown(shape(self).height)}}`,
    'static Empty': () => made('Size', 0, 0, 0, 0),
    new: (_self, width, height) => {
      const point = shapeIn(width);
      return point === undefined
        ? made('Size', 0, 0, num(width), num(height))
        : made('Size', 0, 0, point.x || point.width, point.y || point.height);
    },
  }));
  implement(type('Rectangle'), () => ({
    ...common,
    ...at('x', 'X'),
    ...at('y', 'Y'),
    ...at('width', 'Width'),
    ...at('height', 'Height'),
    Left: (self) => give(shape(self).x),
    Top: (self) => give(shape(self).y),
    Right: (self) => give(shape(self).x + shape(self).width),
    Bottom: (self) => give(shape(self).y + shape(self).height),
    Location: (self) => made('Point', shape(self).x, shape(self).y, 0, 0),
    Size: (self) => made('Size', 0, 0, shape(self).width, shape(self).height),
    IsEmpty: (self) => {
      const { x, y, width, height } = shape(self);
      return suffix === 'F' ? width <= 0 || height <= 0 : x === 0 && y === 0 && width === 0 && height === 0;
    },
    Contains: (self, x, y) => {
      const of = shape(self);
      const other = shapeIn(x);
      const [left, top] = [other?.x ?? num(x), other?.y ?? num(y)];
      const [right, bottom] = [left + (other?.width ?? 0), top + (other?.height ?? 0)];
      const inside = other !== undefined && (other.width > 0 || other.height > 0);
      return (
        left >= of.x &&
        top >= of.y &&
        (inside ? right <= of.x + of.width : left < of.x + of.width) &&
        (inside ? bottom <= of.y + of.height : top < of.y + of.height)
      );
    },
    IntersectsWith: (self, other) => {
      const [one, two] = [shape(self), shape(other)];
      return (
        two.x < one.x + one.width &&
        one.x < two.x + two.width &&
        two.y < one.y + one.height &&
        one.y < two.y + two.height
      );
    },
    ToString: (self) => {
      const { x, y, width, height } = shape(self);
      return `{X=${shown(x)},Y=${shown(y)},Width=${shown(width)},Height=${shown(height)}}`;
    },
    'static Empty': () => made('Rectangle', 0, 0, 0, 0),
    'static FromLTRB': (_self, left, top, right, bottom) =>
      made('Rectangle', num(left), num(top), num(right) - num(left), num(bottom) - num(top)),
    new: (_self, x, y, width, height) => {
      const [point, size] = [shapeIn(x), shapeIn(y)];
      return point === undefined || size === undefined
        ? made('Rectangle', num(x), num(y), num(width), num(height))
        : made('Rectangle', point.x, point.y, size.width, size.height);
    },
  }));
}
