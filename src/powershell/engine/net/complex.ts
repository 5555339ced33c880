/** System.Numerics.Complex: what .NET computes, by the formulas that keep its last digits. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { integerOf, isNumeric, toNumber } from '../conversion.js';
import { implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { waysOf } from './format-provider.js';
import { formatted } from './object.js';
import { double, net, num } from './support.js';

const NAME = 'System.Numerics.Complex';
interface Complex {
  readonly re: number;
  readonly im: number;
}
const ZERO: Complex = { re: 0, im: 0 };
const ONE: Complex = { re: 1, im: 0 };

const isComplex = (value: PSValue): value is NetObject<Complex> =>
  value instanceof NetObject && value.type.fullName === NAME;
function own(value: PSValue | undefined): Complex {
  const inner = unwrap(value ?? null);
  return isComplex(inner) ? inner.data : { re: isNumeric(inner) ? toNumber(inner) : num(inner), im: 0 };
}
const made = ({ re, im }: Complex): PSValue => net<Complex>(NAME, { re, im });

const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const subtract = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
/** From a number: its imaginary part is not zero, but none. */
const takenFrom: MemberBody = (_self, a, b) => {
  if (isComplex(unwrap(a ?? null))) return made(subtract(own(a), own(b)));
  const { re, im } = own(b);
  return made({ re: own(a).re - re, im: -im });
};
const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.im * b.re + a.re * b.im,
});
/** Smith's formula: no overflow in between. */
function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.im) < Math.abs(b.re)) {
    const ratio = b.im / b.re;
    const by = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / by, im: (a.im - a.re * ratio) / by };
  }
  const ratio = b.re / b.im;
  const by = b.im + b.re * ratio;
  return { re: (a.im + a.re * ratio) / by, im: (-a.re + a.im * ratio) / by };
}
const magnitude = ({ re, im }: Complex): number => hypotenuse(re, im);
/** As .NET works it out, to the last digit. */
function hypotenuse(a: number, b: number): number {
  const large = Math.max(Math.abs(a), Math.abs(b));
  const small = Math.min(Math.abs(a), Math.abs(b));
  if (small === 0) return large;
  if (large === Infinity && !Number.isNaN(small)) return Infinity;
  if (large < 1e150 && small > 1e-150) {
    const [a2, aRest] = square(large);
    const [b2, bRest] = square(small);
    const sum = a2 + b2;
    return Math.sqrt(sum + (a2 - sum + b2 + (aRest + bRest)));
  }
  const ratio = small / large;
  return large * Math.sqrt(1 + ratio * ratio);
}
/** A square, and what its rounding took away. */
function square(value: number): readonly [rounded: number, rest: number] {
  const scaled = value * (2 ** 27 + 1);
  const high = scaled - (scaled - value);
  const low = value - high;
  const rounded = value * value;
  return [rounded, high * high - rounded + 2 * high * low + low * low];
}
const phase = ({ re, im }: Complex): number => Math.atan2(im, re);
const polar = (length: number, angle: number): Complex => ({
  re: length * Math.cos(angle),
  im: length * Math.sin(angle),
});
function squareRoot({ re, im }: Complex): Complex {
  if (im === 0) return re < 0 ? { re: 0, im: Math.sqrt(-re) } : { re: Math.sqrt(re), im: 0 };
  if (re === 0) {
    const half = Math.sqrt(Math.abs(im) / 2);
    return { re: half, im: im < 0 ? -half : half };
  }
  const length = hypotenuse(re, im);
  if (re > 0) {
    const root = Math.sqrt((length + re) * 0.5);
    return { re: root, im: im / (2 * root) };
  }
  const root = Math.sqrt((length - re) * 0.5) * (im < 0 ? -1 : 1);
  return { re: im / (2 * root), im: root };
}
function power(value: Complex, { re, im }: Complex): Complex {
  if (re === 0 && im === 0) return ONE;
  if (value.re === 0 && value.im === 0) return ZERO;
  const length = magnitude(value);
  const angle = phase(value);
  return polar(length ** re * Math.exp(-im * angle), re * angle + im * Math.log(length));
}
function tangent({ re, im }: Complex): Complex {
  const grown = Math.exp(2 * im);
  const cosh = (grown + 1 / grown) * 0.5;
  if (Math.abs(im) <= 4) {
    const by = Math.cos(2 * re) + cosh;
    return { re: Math.sin(2 * re) / by, im: ((grown - 1 / grown) * 0.5) / by };
  }
  const by = 1 + Math.cos(2 * re) / cosh;
  return { re: Math.sin(2 * re) / cosh / by, im: Math.tanh(2 * im) / by };
}
const hyperbolicSine = ({ re, im }: Complex): Complex => ({
  re: Math.sinh(re) * Math.cos(im),
  im: Math.cosh(re) * Math.sin(im),
});
const hyperbolicCosine = ({ re, im }: Complex): Complex => ({
  re: Math.cosh(re) * Math.cos(im),
  im: Math.sinh(re) * Math.sin(im),
});
const logarithm = (value: Complex): Complex => ({ re: Math.log(magnitude(value)), im: phase(value) });

const one =
  (work: (value: Complex) => Complex): MemberBody =>
  (_self, value) =>
    made(work(own(value)));
const two =
  (work: (a: Complex, b: Complex) => Complex): MemberBody =>
  (_self, a, b) =>
    made(work(own(a), own(b)));
const asked =
  (test: (value: Complex) => boolean): MemberBody =>
  (_self, value) =>
    test(own(value));
const equal = (a: Complex, b: Complex): boolean => a.re === b.re && a.im === b.im;
const both = (test: (part: number) => boolean, { re, im }: Complex): boolean => test(re) && test(im);
const isInfinite = (part: number): boolean => Math.abs(part) === Infinity;

implement(NAME, () => ({
  new: (_self, real, imaginary) => made({ re: num(real), im: num(imaginary) }),
  Real: (self) => double(own(self).re),
  Imaginary: (self) => double(own(self).im),
  Magnitude: (self) => double(magnitude(own(self))),
  Phase: (self) => double(phase(own(self))),
  ToString: (self, ...args) => {
    const provider = args.find((one_) => typeof one_ !== 'string' && one_ !== null);
    const ways = waysOf(provider);
    const format = typeof args[0] === 'string' ? args[0] : '';
    return `<${formatted(double(own(self).re), format, ways)}; ${formatted(double(own(self).im), format, ways)}>`;
  },
  Equals: (self, other) => isComplex(unwrap(other ?? null)) && equal(own(self), own(other)),
  'static Zero': () => made(ZERO),
  'static One': () => made(ONE),
  'static ImaginaryOne': () => made({ re: 0, im: 1 }),
  'static NaN': () => made({ re: NaN, im: NaN }),
  'static Infinity': () => made({ re: Infinity, im: Infinity }),
  'static FromPolarCoordinates': (_self, length, angle) => made(polar(num(length), num(angle))),
  'static Add': two(add),
  'static Subtract': takenFrom,
  'static Multiply': two(multiply),
  'static Divide': two(divide),
  'static Negate': one(({ re, im }) => ({ re: -re, im: -im })),
  'static op_Addition': two(add),
  'static op_Subtraction': takenFrom,
  'static op_Multiply': two(multiply),
  'static op_Division': two(divide),
  'static op_UnaryNegation': one(({ re, im }) => ({ re: -re, im: -im })),
  'static op_UnaryPlus': one((value) => value),
  'static op_Equality': (_self, a, b) => equal(own(a), own(b)),
  'static op_Inequality': (_self, a, b) => !equal(own(a), own(b)),
  'static op_Implicit': one((value) => value),
  'static op_Explicit': (_self, value) => made({ re: Number(integerOf(value ?? 0) ?? num(value)), im: 0 }),
  'static Abs': (_self, value) => double(magnitude(own(value))),
  'static Conjugate': one(({ re, im }) => ({ re, im: -im })),
  'static Reciprocal': one((value) => (equal(value, ZERO) ? ZERO : divide(ONE, value))),
  'static Sqrt': one(squareRoot),
  'static Pow': two(power),
  'static Exp': one(({ re, im }) => polar(Math.exp(re), im)),
  'static Log': (_self, value, base) => {
    const found = logarithm(own(value));
    return made(base === undefined ? found : divide(found, logarithm(own(base))));
  },
  'static Log10': one((value) => multiply(logarithm(value), { re: Math.LOG10E, im: 0 })),
  'static Sin': one(({ re, im }) => ({ re: Math.sin(re) * Math.cosh(im), im: Math.cos(re) * Math.sinh(im) })),
  'static Cos': one(({ re, im }) => ({ re: Math.cos(re) * Math.cosh(im), im: -Math.sin(re) * Math.sinh(im) })),
  'static Tan': one(tangent),
  'static Sinh': one(hyperbolicSine),
  'static Cosh': one(hyperbolicCosine),
  'static Tanh': one((value) => divide(hyperbolicSine(value), hyperbolicCosine(value))),
  'static IsFinite': asked((value) => both(Number.isFinite, value)),
  'static IsInfinity': asked(({ re, im }) => isInfinite(re) || isInfinite(im)),
  'static IsNaN': asked(({ re, im }) => !isInfinite(re) && !isInfinite(im) && (Number.isNaN(re) || Number.isNaN(im))),
  'static IsRealNumber': asked(({ re, im }) => im === 0 && !Number.isNaN(re)),
}));
