/** System.Numerics: Vector2, Vector3, Vector4, Quaternion and Plane, whose parts are numbers of single precision. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toNumber } from '../conversion.js';
import { currentNumbers } from '../culture/culture.js';
import type { NumberCulture } from '../culture/number-culture.js';
import { FormatError, formatNumber } from '../text/number-format.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { waysOf } from './format-provider.js';
import { argumentNull, formatError, net, num, outOfRange, single, text } from './support.js';

const SPACE = 'System.Numerics.';
interface Parts {
  readonly parts: number[];
}
const isParts = (data: unknown): data is Parts => typeof data === 'object' && data !== null && 'parts' in data;
/** The parts of one, or a number as often as it is wanted. */
function partsOf(value: PSValue | undefined, size: number): readonly number[] {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && isParts(inner.data)) return inner.data.parts;
  if (inner === null) throw argumentNull('value');
  return Array.from({ length: size }, () => Math.fround(toNumber(inner)));
}
const made = (name: string, parts: readonly number[]): PSValue =>
  net<Parts>(SPACE + name, { parts: parts.map(Math.fround) });
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => Math.fround(total + part), 0);
const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((part, at) => Math.fround(part * (b[at] ?? 0))));
const length = (parts: readonly number[]): number => Math.fround(Math.sqrt(dot(parts, parts)));
const shown = (value: number, format: string, ways: NumberCulture): string => {
  try {
    return formatNumber({ kind: 'single', value }, format, ways);
  } catch (error) {
    throw error instanceof FormatError ? formatError(error.message) : error;
  }
};
const NAMES = ['X', 'Y', 'Z', 'W'] as const;
/** Members that tell and set the parts. */
function fields(size: number): Bodies {
  const bodies: Record<string, MemberBody> = {};
  const place = (at: PSValue | undefined): number => {
    if (num(at) < 0 || num(at) >= size) throw outOfRange('index');
    return num(at);
  };
  const own = (self: PSValue): number[] => (unwrap(self) as NetObject<Parts>).data.parts;
  for (const [at, name] of NAMES.slice(0, size).entries()) {
    bodies[name] = (self) => single(own(self)[at] ?? 0);
    bodies[`set ${name}`] = (self, value) => {
      own(self)[at] = Math.fround(num(value));
      return undefined;
    };
  }
  bodies['get_Item'] = (self, at) => single(own(self)[place(at)] ?? 0);
  bodies['set_Item'] = (self, at, value) => {
    own(self)[place(at)] = Math.fround(num(value));
    return undefined;
  };
  return bodies;
}
/** Members that do something to each part of the one and the same part of the other. */
const pairwise =
  (name: string, size: number) =>
  (work: (a: number, b: number) => number): MemberBody =>
  (_self, a, b) => {
    const right = partsOf(b, size);
    return made(
      name,
      partsOf(a, size).map((part, at) => work(part, right[at] ?? 0)),
    );
  };
/** What vectors and quaternions share. */
function common(name: string, size: number): Bodies {
  const of = (value: PSValue | undefined): readonly number[] => partsOf(value, size);
  const two = pairwise(name, size);
  const isSame = (a: PSValue | undefined, b: PSValue | undefined): boolean => {
    const other = unwrap(b ?? null);
    if (!(other instanceof NetObject) || other.type.fullName !== SPACE + name) return false;
    const right = of(other);
    return of(a).every((part, at) => part === right[at]);
  };
  const scaled = (parts: readonly number[], by: number): PSValue =>
    made(
      name,
      parts.map((part) => part * by),
    );
  return {
    ...fields(size),
    Length: (self) => single(length(of(self))),
    LengthSquared: (self) => single(dot(of(self), of(self))),
    Equals: (self, other) => isSame(self, other),
    GetHashCode: (self) => of(self).reduce((hash, part) => (Math.imul(hash, 31) + Math.trunc(part * 1000)) | 0, 17),
    'static op_Addition': two((a, b) => a + b),
    'static op_Subtraction': two((a, b) => a - b),
    'static op_UnaryNegation': (_self, value) => scaled(of(value), -1),
    'static op_Equality': (_self, a, b) => isSame(a, b),
    'static op_Inequality': (_self, a, b) => !isSame(a, b),
    'static Add': two((a, b) => a + b),
    'static Subtract': two((a, b) => a - b),
    'static Negate': (_self, value) => scaled(of(value), -1),
    'static Dot': (_self, a, b) => single(dot(of(a), of(b))),
    'static Normalize': (_self, value) => scaled(of(value), 1 / length(of(value))),
    'static Zero': () =>
      made(
        name,
        Array.from({ length: size }, () => 0),
      ),
  };
}
function vector(size: 2 | 3 | 4): void {
  const name = `Vector${size}`;
  const of = (value: PSValue | undefined): readonly number[] => partsOf(value, size);
  const all = (value: number): PSValue => made(name, of(single(value)));
  const fixed = (value: number) => (): PSValue => all(value);
  const one =
    (work: (value: number) => number): MemberBody =>
    (_self, value) =>
      made(name, of(value).map(work));
  const two = pairwise(name, size);
  const distance = (a: PSValue | undefined, b: PSValue | undefined): readonly number[] => {
    const right = of(b);
    return of(a).map((part, at) => Math.fround(part - (right[at] ?? 0)));
  };
  const units: Record<string, MemberBody> = {};
  for (const [at, part] of NAMES.slice(0, size).entries())
    units[`static Unit${part}`] = () =>
      made(
        name,
        Array.from({ length: size }, (_, index) => (index === at ? 1 : 0)),
      );
  implement(SPACE + name, () => ({
    ...common(name, size),
    ...units,
    new: (_self, ...args) => {
      const parts = args.flatMap((one_) => {
        const inner = unwrap(one_);
        return inner instanceof NetObject && isParts(inner.data) ? inner.data.parts : [num(inner)];
      });
      return made(name, parts.length === 1 ? of(single(parts[0] ?? 0)) : parts);
    },
    ToString: (self, ...args) => {
      const provider = args.find((given) => typeof given !== 'string' && given !== null);
      const ways = provider === undefined ? currentNumbers() : waysOf(provider).numbers;
      const format = typeof args[0] === 'string' ? text(args[0]) : '';
      return `<${of(self)
        .map((part) => shown(part, format, ways))
        .join(`${ways.group} `)}>`;
    },
    'static One': fixed(1),
    'static NaN': fixed(Number.NaN),
    'static Pi': fixed(Math.PI),
    'static E': fixed(Math.E),
    'static Tau': fixed(2 * Math.PI),
    'static PositiveInfinity': fixed(Number.POSITIVE_INFINITY),
    'static NegativeInfinity': fixed(Number.NEGATIVE_INFINITY),
    'static NegativeZero': fixed(-0),
    'static op_Multiply': two((a, b) => a * b),
    'static op_Division': two((a, b) => a / b),
    'static op_UnaryPlus': one((value) => value),
    'static Multiply': two((a, b) => a * b),
    'static Divide': two((a, b) => a / b),
    'static Max': two(Math.max),
    'static Min': two(Math.min),
    'static Abs': one(Math.abs),
    'static SquareRoot': one(Math.sqrt),
    'static Sin': one(Math.sin),
    'static Cos': one(Math.cos),
    'static Exp': one(Math.exp),
    'static Log': one(Math.log),
    'static Truncate': one(Math.trunc),
    'static DegreesToRadians': one((value) => (value * Math.PI) / 180),
    'static RadiansToDegrees': one((value) => (value * 180) / Math.PI),
    'static Sum': (_self, value) => single(sum(of(value))),
    'static Create': (_self, ...args) => made(name, args.length === 1 ? of(args[0]) : args.map((given) => num(given))),
    'static Distance': (_self, a, b) => single(length(distance(a, b))),
    'static DistanceSquared': (_self, a, b) => single(dot(distance(a, b), distance(a, b))),
    'static Clamp': (_self, value, low, high) => {
      const [least, most] = [of(low), of(high)];
      return made(
        name,
        of(value).map((part, at) => Math.min(Math.max(part, least[at] ?? 0), most[at] ?? 0)),
      );
    },
    'static Lerp': (_self, a, b, amount) => {
      const [right, by] = [of(b), of(amount)];
      return made(
        name,
        of(a).map((part, at) => Math.fround(part * Math.fround(1 - (by[at] ?? 0))) + (right[at] ?? 0) * (by[at] ?? 0)),
      );
    },
    'static Reflect': (_self, value, normal) => {
      const by = 2 * dot(of(value), of(normal));
      const other = of(normal);
      return made(
        name,
        of(value).map((part, at) => part - by * (other[at] ?? 0)),
      );
    },
    'static Cross': (_self, a, b) => {
      const [ax = 0, ay = 0, az = 0] = of(a);
      const [bx = 0, by = 0, bz = 0] = of(b);
      return size === 2
        ? single(ax * by - ay * bx)
        : made(name, [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]);
    },
  }));
}
vector(2);
vector(3);
vector(4);

const QUATERNION = 'Quaternion';
const four = (value: PSValue | undefined): readonly number[] => partsOf(value, 4);
function product(a: readonly number[], b: readonly number[]): number[] {
  const [x1 = 0, y1 = 0, z1 = 0, w1 = 0] = a;
  const [x2 = 0, y2 = 0, z2 = 0, w2 = 0] = b;
  return [
    x1 * w2 + x2 * w1 + (y1 * z2 - z1 * y2),
    y1 * w2 + y2 * w1 + (z1 * x2 - x1 * z2),
    z1 * w2 + z2 * w1 + (x1 * y2 - y1 * x2),
    w1 * w2 - (x1 * x2 + y1 * y2 + z1 * z2),
  ];
}
const conjugate = ([x = 0, y = 0, z = 0, w = 0]: readonly number[]): number[] => [-x, -y, -z, w];
const inverse = (parts: readonly number[]): number[] => conjugate(parts).map((part) => part / dot(parts, parts));
const times: MemberBody = (_self, a, b) => {
  const other = unwrap(b ?? null);
  return other instanceof NetObject && isParts(other.data)
    ? made(QUATERNION, product(four(a), four(b)))
    : made(
        QUATERNION,
        four(a).map((part) => part * num(b)),
      );
};
implement(SPACE + QUATERNION, () => ({
  ...common(QUATERNION, 4),
  new: (_self, ...args) =>
    made(QUATERNION, args.length === 2 ? [...partsOf(args[0], 3), num(args[1])] : args.map((part) => num(part))),
  IsIdentity: (self) => four(self).every((part, at) => part === (at === 3 ? 1 : 0)),
  ToString: (self) => {
    const ways = currentNumbers();
    return `{${four(self)
      .map((part, at) => `${NAMES[at] ?? ''}:${shown(part, '', ways)}`)
      .join(' ')}}`;
  },
  'static Identity': () => made(QUATERNION, [0, 0, 0, 1]),
  'static op_Multiply': times,
  'static Multiply': times,
  'static op_Division': (_self, a, b) => made(QUATERNION, product(four(a), inverse(four(b)))),
  'static Divide': (_self, a, b) => made(QUATERNION, product(four(a), inverse(four(b)))),
  'static Concatenate': (_self, a, b) => made(QUATERNION, product(four(b), four(a))),
  'static Conjugate': (_self, value) => made(QUATERNION, conjugate(four(value))),
  'static Inverse': (_self, value) => made(QUATERNION, inverse(four(value))),
  'static CreateFromAxisAngle': (_self, axis, angle) => {
    const half = Math.fround(num(angle) * 0.5);
    const by = Math.fround(Math.sin(half));
    return made(QUATERNION, [...partsOf(axis, 3).map((part) => part * by), Math.cos(half)]);
  },
}));
const PLANE = 'Plane';
implement(SPACE + PLANE, () => {
  const own = (self: PSValue): number[] => (unwrap(self) as NetObject<Parts>).data.parts;
  return {
    new: (_self, ...args) =>
      made(
        PLANE,
        args.flatMap((part) => {
          const inner = unwrap(part);
          return inner instanceof NetObject && isParts(inner.data) ? inner.data.parts : [num(inner)];
        }),
      ),
    Normal: (self) => made('Vector3', own(self).slice(0, 3)),
    'set Normal': (self, value) => {
      own(self).splice(0, 3, ...partsOf(value, 3));
      return undefined;
    },
    D: (self) => single(own(self)[3] ?? 0),
    'set D': (self, value) => {
      own(self)[3] = Math.fround(num(value));
      return undefined;
    },
    ToString: (self) => {
      const ways = currentNumbers();
      const [x = 0, y = 0, z = 0, d = 0] = own(self);
      const parts = [x, y, z].map((part) => shown(part, '', ways)).join(`${ways.group} `);
      return `{Normal:<${parts}> D:${shown(d, '', ways)}}`;
    },
  };
});
