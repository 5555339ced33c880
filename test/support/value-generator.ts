/** Values of every type, for property tests. All of them have a CLIXML form that PowerShell reads. */
import fc from 'fast-check';
import {
  PropertyBag,
  PSByte,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSInt16,
  PSList,
  PSObject,
  PSProgressPrimitive,
  PSSByte,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  type PSValue,
} from '../../src/protocol/objects/index.js';
import { parseGuid } from '../../src/protocol/bytes/index.js';

const unit = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0x5f, 0x78, 0x58, 0x26, 0x3c, 0x3e, 0x22, 0x27, 0x0a, 0x0d, 0x09, 0x20, 0x30),
  },
  // PSSerializer cannot read its own U+FFFE and U+FFFF; remoting does not check characters.
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xfffd }) },
  { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }) },
);
/** Any UTF-16 text: lone surrogates, control characters and what looks like an escape included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(unit, { maxLength: 24 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '  ',
    '_x',
    '_X0041_',
    '_x0041_',
    'a_x0041_b',
    '_x005F_',
    '__x',
    ']]>',
    '&amp;',
    '_x0001F600_',
  ),
);
const MAX_TICKS = 3_155_378_975_999_999_999n;
const DAY = 864_000_000_000n;
const ticks = fc.oneof(
  fc.bigInt({ min: DAY, max: MAX_TICKS - DAY }),
  fc.bigInt({ min: 62_000n, max: 64_000n }).map((value) => value * 10_000_000_000_000n),
  fc.integer({ min: 700_000, max: 740_000 }).map((days) => BigInt(days) * DAY),
);
const dateTime: fc.Arbitrary<PSDateTime> = fc.oneof(
  ticks.map((value) => new PSDateTime(value)),
  ticks.map((value) => new PSDateTime(value, 'Utc')),
  fc.tuple(ticks, fc.integer({ min: -14 * 60, max: 14 * 60 })).map(([value, at]) => new PSDateTime(value, 'Local', at)),
);
const timeSpan = fc.oneof(
  fc.bigInt({ min: -0x8000_0000_0000_0000n, max: 0x7fff_ffff_ffff_ffffn }),
  fc.bigInt({ min: -100_000_000_000n, max: 100_000_000_000n }),
  fc.constantFrom(0n, 1n, -1n, -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn, 864_000_000_000n, 600_000_000n),
);
const double = fc.oneof(
  fc.double(),
  fc.integer().map((value) => value / 8),
  fc.constantFrom(
    0,
    -0,
    1e15,
    1e16,
    1e-4,
    1e-5,
    9.99e-5,
    1e20,
    1e21,
    1.5e-7,
    123456789012345.6,
    5e-324,
    1.7976931348623157e308,
  ),
);
const single = fc.oneof(fc.float(), fc.constantFrom(0, -0, 1.1, 1e8, 1e7, 1e-5, 0.1, 3.4028234663852886e38, 1e-45));
const decimal = fc
  .tuple(fc.bigInt({ min: -(2n ** 96n) + 1n, max: 2n ** 96n - 1n }), fc.integer({ min: 0, max: 28 }), fc.boolean())
  .map(([unscaled, scale, small]) => new PSDecimal(small ? unscaled % 100_000n : unscaled, scale));
const part = fc.integer({ min: 0, max: 0x7fff_ffff });
const version = fc.oneof(
  fc.tuple(part, part).map(([a, b]) => new PSVersion(a, b)),
  fc.tuple(part, part, part).map(([a, b, c]) => new PSVersion(a, b, c)),
  fc.tuple(part, part, part, part).map(([a, b, c, d]) => new PSVersion(a, b, c, d)),
);
const i32 = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 2_147_483_647, -2_147_483_648));

/** Every primitive type but SecureString. */
export const anyPrimitive: fc.Arbitrary<PSValue> = fc.oneof(
  { weight: 6, arbitrary: anyText },
  { weight: 3, arbitrary: i32 },
  fc.constant(null),
  fc.boolean(),
  fc.bigInt({ min: -0x8000_0000_0000_0000n, max: 0x7fff_ffff_ffff_ffffn }),
  fc.uint8Array({ maxLength: 40 }),
  fc.integer({ min: 0, max: 0xffff }).map((value) => new PSChar(value)),
  fc.integer({ min: 0, max: 255 }).map((value) => new PSByte(value)),
  fc.integer({ min: -128, max: 127 }).map((value) => new PSSByte(value)),
  fc.integer({ min: -32_768, max: 32_767 }).map((value) => new PSInt16(value)),
  fc.integer({ min: 0, max: 65_535 }).map((value) => new PSUInt16(value)),
  fc.integer({ min: 0, max: 0xffff_ffff }).map((value) => new PSUInt32(value)),
  fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }).map((value) => new PSUInt64(value)),
  single.map((value) => new PSSingle(value)),
  double.map((value) => new PSDouble(value)),
  decimal,
  dateTime,
  timeSpan.map((value) => new PSTimeSpan(value)),
  fc.uuid().map((value) => new PSGuid(parseGuid(value))),
  fc.constantFrom('http://a.example/b c?d=<e>&f', 'relative/ü', 'urn:x:y', '').map((value) => new PSUri(value)),
  version,
  fc.constantFrom('<a x="1 &amp; 2"><b>t\n</b><!--c--></a>', '<r />').map((value) => new PSXmlDocument(value)),
  anyText.map((value) => new PSScriptBlockText(value)),
);

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,11}$/),
  fc.array(unit, { minLength: 1, maxLength: 8 }).map((units) => `p${String.fromCharCode(...units)}`),
);
const typeNames = fc.oneof(
  fc.constantFrom(
    ['My.Type', 'System.Object'],
    ['Acme.Widget', 'Acme.Base', 'System.Object'],
    ['Selected.X_x', 'System.Object'],
  ),
  fc.constant(['System.Management.Automation.PSCustomObject', 'System.Object']),
);
const bagOf = (value: fc.Arbitrary<PSValue>): fc.Arbitrary<PropertyBag> =>
  fc.uniqueArray(fc.tuple(name, value), { maxLength: 6, selector: ([key]) => key.toLowerCase() }).map((entries) => {
    const bag = new PropertyBag();
    for (const [key, one] of entries) bag.append(key, one);
    return bag;
  });
const LIST_NAMES = {
  LST: ['System.Collections.ArrayList', 'System.Object'],
  IE: ['Acme.Sequence', 'System.Object'],
  QUE: ['System.Collections.Queue', 'System.Object'],
  STK: ['System.Collections.Stack', 'System.Object'],
} as const;
const dictionaryKey = fc.oneof(
  name,
  fc.integer(),
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.uuid().map((value) => new PSGuid(parseGuid(value))),
);
const progress = fc.tuple(anyText, anyText, i32, fc.option(anyText), fc.integer({ min: -1, max: 100 })).map(
  ([activity, status, id, operation, percent]) =>
    new PSProgressPrimitive({
      activity: `a${activity}`,
      activityId: Math.abs(id % 1000),
      currentOperation: operation,
      parentActivityId: -1,
      percentComplete: percent,
      recordType: percent === 100 ? 'Completed' : 'Processing',
      secondsRemaining: -1,
      statusDescription: `s${status}`,
    }),
);
/** As `Export-Clixml` writes it on Unix: the units of the text in hexadecimal. */
const secureString = fc
  .stringMatching(/^[a-z]{1,8}$/)
  .map((text) =>
    PSSecureString.fromCipherText(new Uint8Array(Buffer.from(Buffer.from(text, 'utf16le').toString('hex'), 'base64'))),
  );

/** Values of all types, containers and objects nested a few levels. */
export const anyValue: fc.Arbitrary<PSValue> = fc.letrec<{ value: PSValue; leaf: PSValue }>((tie) => ({
  leaf: fc.oneof({ weight: 20, arbitrary: anyPrimitive }, progress, secureString),
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'clixml' },
    { weight: 5, arbitrary: tie('leaf') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(typeNames, fc.option(anyText), bagOf(tie('value')), bagOf(tie('value')))
        .map(
          ([names, text, adapted, extended]) =>
            new PSObject({ typeNames: names, adapted, extended, ...(text === null ? {} : { toStringText: text }) }),
        ),
    },
    { weight: 1, arbitrary: bagOf(tie('value')).map((extended) => new PSObject({ extended })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.oneof(fc.integer(), anyText), bagOf(tie('leaf')))
        .map(([base, extended]) => new PSObject({ base, extended })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.stringMatching(/^[A-Z][a-z]{1,6}$/), i32).map(
        ([member, number]) =>
          new PSObject({
            typeNames: ['Acme.Colour', 'System.Enum', 'System.ValueType', 'System.Object'],
            toStringText: member,
            base: number,
          }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('LST', 'IE', 'QUE', 'STK'), fc.array(tie('value'), { maxLength: 4 }))
        .map(([kind, items]) => new PSList(items, kind, { typeNames: LIST_NAMES[kind] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(fc.tuple(dictionaryKey, tie('value')), {
          maxLength: 4,
          selector: ([key]) => String(key).toLowerCase(),
        })
        .map((entries) => {
          const typeName = 'System.Collections.Specialized.OrderedDictionary';
          return new PSDictionary(entries, { typeNames: [typeName, 'System.Object'] });
        }),
    },
  ),
})).value;
