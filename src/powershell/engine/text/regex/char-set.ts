/** Sets of UTF-16 units as .NET has them: ranges, categories, blocks, negation, subtraction, and letters of either case. */

/** Blocks by .NET's names: their first and last unit. */
const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  IsBasicLatin: [0x0000, 0x007f],
  'IsLatin-1Supplement': [0x0080, 0x00ff],
  'IsLatinExtended-A': [0x0100, 0x017f],
  'IsLatinExtended-B': [0x0180, 0x024f],
  IsIPAExtensions: [0x0250, 0x02af],
  IsSpacingModifierLetters: [0x02b0, 0x02ff],
  IsCombiningDiacriticalMarks: [0x0300, 0x036f],
  IsGreek: [0x0370, 0x03ff],
  IsGreekandCoptic: [0x0370, 0x03ff],
  IsCyrillic: [0x0400, 0x04ff],
  IsCyrillicSupplement: [0x0500, 0x052f],
  IsArmenian: [0x0530, 0x058f],
  IsHebrew: [0x0590, 0x05ff],
  IsArabic: [0x0600, 0x06ff],
  IsSyriac: [0x0700, 0x074f],
  IsThaana: [0x0780, 0x07bf],
  IsDevanagari: [0x0900, 0x097f],
  IsBengali: [0x0980, 0x09ff],
  IsGurmukhi: [0x0a00, 0x0a7f],
  IsGujarati: [0x0a80, 0x0aff],
  IsOriya: [0x0b00, 0x0b7f],
  IsTamil: [0x0b80, 0x0bff],
  IsTelugu: [0x0c00, 0x0c7f],
  IsKannada: [0x0c80, 0x0cff],
  IsMalayalam: [0x0d00, 0x0d7f],
  IsSinhala: [0x0d80, 0x0dff],
  IsThai: [0x0e00, 0x0e7f],
  IsLao: [0x0e80, 0x0eff],
  IsTibetan: [0x0f00, 0x0fff],
  IsMyanmar: [0x1000, 0x109f],
  IsGeorgian: [0x10a0, 0x10ff],
  IsHangulJamo: [0x1100, 0x11ff],
  IsEthiopic: [0x1200, 0x137f],
  IsCherokee: [0x13a0, 0x13ff],
  IsOgham: [0x1680, 0x169f],
  IsRunic: [0x16a0, 0x16ff],
  IsKhmer: [0x1780, 0x17ff],
  IsMongolian: [0x1800, 0x18af],
  IsPhoneticExtensions: [0x1d00, 0x1d7f],
  IsLatinExtendedAdditional: [0x1e00, 0x1eff],
  IsGreekExtended: [0x1f00, 0x1fff],
  IsGeneralPunctuation: [0x2000, 0x206f],
  IsSuperscriptsandSubscripts: [0x2070, 0x209f],
  IsCurrencySymbols: [0x20a0, 0x20cf],
  IsCombiningDiacriticalMarksforSymbols: [0x20d0, 0x20ff],
  IsCombiningMarksforSymbols: [0x20d0, 0x20ff],
  IsLetterlikeSymbols: [0x2100, 0x214f],
  IsNumberForms: [0x2150, 0x218f],
  IsArrows: [0x2190, 0x21ff],
  IsMathematicalOperators: [0x2200, 0x22ff],
  IsMiscellaneousTechnical: [0x2300, 0x23ff],
  IsControlPictures: [0x2400, 0x243f],
  IsOpticalCharacterRecognition: [0x2440, 0x245f],
  IsEnclosedAlphanumerics: [0x2460, 0x24ff],
  IsBoxDrawing: [0x2500, 0x257f],
  IsBlockElements: [0x2580, 0x259f],
  IsGeometricShapes: [0x25a0, 0x25ff],
  IsMiscellaneousSymbols: [0x2600, 0x26ff],
  IsDingbats: [0x2700, 0x27bf],
  IsBraillePatterns: [0x2800, 0x28ff],
  IsCJKRadicalsSupplement: [0x2e80, 0x2eff],
  IsKangxiRadicals: [0x2f00, 0x2fdf],
  IsCJKSymbolsandPunctuation: [0x3000, 0x303f],
  IsHiragana: [0x3040, 0x309f],
  IsKatakana: [0x30a0, 0x30ff],
  IsBopomofo: [0x3100, 0x312f],
  IsHangulCompatibilityJamo: [0x3130, 0x318f],
  IsEnclosedCJKLettersandMonths: [0x3200, 0x32ff],
  IsCJKCompatibility: [0x3300, 0x33ff],
  IsCJKUnifiedIdeographsExtensionA: [0x3400, 0x4dbf],
  IsCJKUnifiedIdeographs: [0x4e00, 0x9fff],
  IsHangulSyllables: [0xac00, 0xd7af],
  IsHighSurrogates: [0xd800, 0xdb7f],
  IsLowSurrogates: [0xdc00, 0xdfff],
  IsPrivateUse: [0xe000, 0xf8ff],
  IsPrivateUseArea: [0xe000, 0xf8ff],
  IsCJKCompatibilityIdeographs: [0xf900, 0xfaff],
  IsAlphabeticPresentationForms: [0xfb00, 0xfb4f],
  'IsArabicPresentationForms-A': [0xfb50, 0xfdff],
  IsCombiningHalfMarks: [0xfe20, 0xfe2f],
  IsCJKCompatibilityForms: [0xfe30, 0xfe4f],
  IsSmallFormVariants: [0xfe50, 0xfe6f],
  'IsArabicPresentationForms-B': [0xfe70, 0xfeff],
  IsHalfwidthandFullwidthForms: [0xff00, 0xffef],
  IsSpecials: [0xfff0, 0xffff],
};
const CATEGORIES: ReadonlySet<string> = new Set(
  'C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs'.split(' '),
);

/** The small form of a unit, where that is one unit; what .NET compares when case is ignored. */
export function foldUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
/** Letters beyond the capital that have a small form: the signs for Kelvin, Angstrom and Ohm. */
const SIGNS = [0x212a, 0x212b, 0x2126];
const kinOf: (readonly number[] | undefined)[] = [];
/** All units that are the same as one when case is ignored. */
export const caseKin = (unit: number): readonly number[] => (kinOf[unit] ??= findKin(unit));
function findKin(unit: number): readonly number[] {
  const low = foldUnit(unit);
  const upper = String.fromCharCode(low).toUpperCase();
  const kin = new Set([unit, low]);
  if (upper.length === 1 && foldUnit(upper.charCodeAt(0)) === low) kin.add(upper.charCodeAt(0));
  for (const sign of SIGNS) if (foldUnit(sign) === low) kin.add(sign);
  return [...kin];
}

export interface CharClass {
  /** Text of the class inside of a JavaScript set with the flag `v`. */
  readonly source: string;
  readonly negated: boolean;
}
export const WORD: CharClass = { source: '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}', negated: false };
export const DIGIT: CharClass = { source: '\\p{Nd}', negated: false };
export const CASED: CharClass = { source: '\\p{Lu}\\p{Ll}\\p{Lt}', negated: false };
export const SPACE: CharClass = { source: '\\t-\\r\\x85\\p{Z}', negated: false };
/** What ECMAScript, as an option of .NET, understands by them. */
export const ASCII_WORD: CharClass = { source: '0-9A-Z_a-z\\u0130', negated: false };
export const ASCII_DIGIT: CharClass = { source: '0-9', negated: false };
export const ASCII_SPACE: CharClass = { source: '\\t-\\r\\x20', negated: false };
export const not = (one: CharClass): CharClass => ({ ...one, negated: !one.negated });
/** A category or block by name; undefined for none. */
export function namedClass(name: string): CharClass | undefined {
  if (CATEGORIES.has(name)) return { source: `\\p{${name}}`, negated: false };
  const block = BLOCKS[name];
  return block === undefined ? undefined : { source: `${hex(block[0])}-${hex(block[1])}`, negated: false };
}

/** A unit in a JavaScript pattern. */
export const hex = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
/** Ranges with more units than this are not written out in both cases for JavaScript. */
const FOLDED_AT_MOST = 2000;

export class CharSet {
  readonly #negated: boolean;
  readonly #ranges: readonly number[];
  readonly #classes: readonly CharClass[];
  readonly #without: CharSet | undefined;
  readonly #fold: boolean;
  /** What is known of the first 256 units: 0 nothing, 1 absent, 2 there. */
  readonly #known = new Uint8Array(256);
  readonly #later = new Map<number, boolean>();
  #tests: readonly { readonly test: RegExp; readonly negated: boolean }[] | undefined;

  /** `ranges`: pairs of first and last. */
  constructor(
    ranges: readonly number[],
    classes: readonly CharClass[],
    more: { readonly negated?: boolean; readonly without?: CharSet | undefined; readonly fold?: boolean } = {},
  ) {
    this.#ranges = ranges;
    this.#classes = classes;
    this.#negated = more.negated ?? false;
    this.#without = more.without;
    this.#fold = more.fold ?? false;
  }
  has(unit: number): boolean {
    if (unit < 256) {
      const known = this.#known[unit];
      if (known !== 0) return known === 2;
      const found = this.#find(unit);
      this.#known[unit] = found ? 2 : 1;
      return found;
    }
    let known = this.#later.get(unit);
    if (known === undefined) {
      known = this.#find(unit);
      this.#later.set(unit, known);
    }
    return known;
  }
  #find(unit: number): boolean {
    const units = this.#fold ? caseKin(unit) : [unit];
    const inside = units.some((one) => this.#inRanges(one)) || this.#inClasses(unit);
    return inside !== this.#negated && this.#without?.has(unit) !== true;
  }
  #inRanges(unit: number): boolean {
    for (let at = 0; at < this.#ranges.length; at += 2)
      if (unit >= (this.#ranges[at] ?? 0) && unit <= (this.#ranges[at + 1] ?? 0)) return true;
    return false;
  }
  #inClasses(unit: number): boolean {
    if (this.#classes.length === 0) return false;
    this.#tests ??= this.#classes.map(({ source, negated }) => ({ test: new RegExp(`[${source}]`, 'v'), negated }));
    const text = String.fromCharCode(unit);
    return this.#tests.some(({ test, negated }) => test.test(text) !== negated);
  }
  /** A JavaScript set that is good for texts without a unit beyond U+00FF. */
  narrow(): string {
    let out = '';
    for (let unit = 0; unit < 256; unit += 1) {
      if (!this.has(unit)) continue;
      const first = unit;
      while (unit < 255 && this.has(unit + 1)) unit += 1;
      out += first === unit ? hex(first) : `${hex(first)}-${hex(unit)}`;
    }
    return out === '' ? '[]' : out === '\\u0000-\\u00ff' ? '[^]' : `[${out}]`;
  }
  /** A JavaScript set (flag `v`) that is good for texts without surrogates; undefined when it would be too long. */
  wide(): string | undefined {
    const ranges = this.#fold ? this.#folded() : this.#ranges;
    if (ranges === undefined) return undefined;
    let out = '';
    for (let at = 0; at < ranges.length; at += 2) {
      const [from = 0, to = 0] = [ranges[at], ranges[at + 1]];
      out += from === to ? hex(from) : `${hex(from)}-${hex(to)}`;
    }
    for (const { source, negated } of this.#classes) out += negated ? `[^${source}]` : source;
    const positive = `[${this.#negated ? '^' : ''}${out}]`;
    if (this.#without === undefined) return positive;
    const without = this.#without.wide();
    return without === undefined ? undefined : `[${positive}--${without}]`;
  }
  #folded(): readonly number[] | undefined {
    const out: number[] = [];
    for (let at = 0; at < this.#ranges.length; at += 2) {
      const [from = 0, to = 0] = [this.#ranges[at], this.#ranges[at + 1]];
      if (to - from > FOLDED_AT_MOST) return undefined;
      out.push(from, to);
      for (let unit = from; unit <= to; unit += 1)
        for (const kin of caseKin(unit)) if (kin < from || kin > to) out.push(kin, kin);
    }
    return out;
  }
}
export const LINE_FEED = 10;
/** `.` without and with the option Singleline. */
export const anyButLineFeed = new CharSet([LINE_FEED, LINE_FEED], [], { negated: true });
export const anyUnit = new CharSet([0, 0xffff], []);
const wordSet = new CharSet([], [WORD]);
const asciiWordSet = new CharSet([], [ASCII_WORD]);
/** Is it a letter for `\b`? The two joiners are, too. */
export const isWordUnit = (unit: number): boolean => wordSet.has(unit) || unit === 0x200d || unit === 0x200c;
export const isAsciiWordUnit = (unit: number): boolean => asciiWordSet.has(unit);
