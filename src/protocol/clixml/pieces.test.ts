/** Reading and writing in pieces gives what reading and writing in one go gives, and gives others their turn. */
import { describe, expect, it } from 'vitest';
import { PropertyBag, PSDictionary, PSList, PSObject, PSXmlDocument, type PSValue } from '../objects/index.js';
import { decodeClixmlDocument, decodeDocumentInPieces, encodeClixmlDocument, encodeDocumentInPieces } from './index.js';

/** Longer than what is read or written in one go. */
const MANY = 3000;
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: MANY }, (_, index) => make(index));

function inPieces<T>(work: Generator<true, T, unknown>): { readonly result: T; readonly turns: number } {
  for (let turns = 0; ; turns += 1) {
    const step = work.next();
    if (step.done === true) return { result: step.value, turns };
  }
}
const due = (): true => true;

const custom = (members: Record<string, PSValue>): PSObject =>
  new PSObject({ typeNames: ['System.Management.Automation.PSCustomObject'], extended: PropertyBag.of(members) });
const table = (size: number): PSDictionary => {
  const made = new PSDictionary();
  for (let index = 0; index < size; index += 1) made.append(`key_x${index}`, custom({ index }));
  return made;
};
const shared = custom({ name: 'shared' });
const LONG: readonly (readonly [string, PSValue])[] = [
  ['a list', many((index) => custom({ index, text: `<${index}>` }))],
  ['a list in a list in an object', custom({ first: 1, list: [[many((index) => index)], 'behind'], last: null })],
  ['a table', table(MANY)],
  [
    'a table in the adapted members',
    new PSObject({ typeNames: ['T'], adapted: PropertyBag.of({ table: table(MANY) }) }),
  ],
  ['a queue in an object with a text of its own', new PSList(many(String), 'QUE', { toStringText: 'a & b_x0041_' })],
  ['a value in an object', new PSObject({ base: many((index) => index), extended: PropertyBag.of({ note: 'x' }) })],
  ['objects that come again', many(() => shared)],
  ['many members', custom(Object.fromEntries(many((index) => [`m${index}`, index])))],
  ['a text', 'a<b>&_x0000_\u0007_X \ud83d\ude00'.repeat(20_000)],
  ['a text of underscores', `${'_'.repeat(200_001)}x0041_${'_x0041_'.repeat(30_000)}`],
  ['a text of escapes', '\u0001'.repeat(150_001)],
  ['a document', new PSXmlDocument(`<a>${'<b>_x0041_ &amp;</b>'.repeat(10_000)}</a>`)],
];

describe('CLIXML in pieces', () => {
  it.each(LONG)('%s is written and read as in one go', (_name, value) => {
    const whole = encodeClixmlDocument([value]);
    const written = inPieces(encodeDocumentInPieces([value], {}, due));
    expect(Buffer.from(written.result).equals(whole)).toBe(true);
    const read = inPieces(decodeDocumentInPieces(whole, undefined, due));
    expect(read.result).toEqual(decodeClixmlDocument(whole));
    expect(
      Buffer.from(encodeClixmlDocument(read.result)).equals(encodeClixmlDocument(decodeClixmlDocument(whole))),
    ).toBe(true);
    expect(read.turns).toBeGreaterThan(2);
    expect(written.turns).toBeGreaterThan(value instanceof PSXmlDocument ? 0 : 2);
  });

  it('an entity that stands for the beginning of an escape, where a piece would end', () => {
    for (let before = 65_520; before < 65_540; before += 1) {
      const text = `<Objs Version="1.1.0.1"><S>${'a'.repeat(before)}&#95;x0041_&#x5f;x0042_${'b'.repeat(70_000)}</S></Objs>`;
      const { result } = inPieces(decodeDocumentInPieces(text, undefined, due));
      expect(result[0]?.value).toBe(`${'a'.repeat(before)}AB${'b'.repeat(70_000)}`);
    }
  });

  it('what is wrong far behind is found, and where', () => {
    const items = '<I32>1</I32>'.repeat(MANY);
    const wrong: readonly (readonly [string, RegExp])[] = [
      [`<Obj RefId="0"><LST>${items}<I32>x</I32></LST></Obj>`, /'x' in <I32>/],
      [`<Obj RefId="0"><LST>${items}`, /the end in the middle of an element/],
      [`<Obj RefId="0"><DCT>${items}</DCT></Obj>`, /no entry/],
      [`<Obj RefId="0"><MS>${'<I32 N="a">1</I32>'.repeat(MANY)}<I32>1</I32></MS></Obj>`, /a property without a name/],
      [`<S>${'a'.repeat(100_000)}&b;</S>`, /the entity '&b;/],
      [`<S>${'a'.repeat(100_000)}</B>`, /<\/B> where <\/S>/],
    ];
    for (const [body, message] of wrong) {
      const text = `<Objs Version="1.1.0.1">${body}</Objs>`;
      expect(() => inPieces(decodeDocumentInPieces(text, undefined, due))).toThrow(message);
      expect(() => decodeClixmlDocument(text)).toThrow(message);
    }
  });

  it('no more elements and levels than allowed', () => {
    const items = '<I32>1</I32>'.repeat(MANY);
    const document = `<Objs Version="1.1.0.1"><Obj RefId="0"><LST>${items}</LST></Obj></Objs>`;
    const read = (maxElements: number): unknown => inPieces(decodeDocumentInPieces(document, { maxElements }, due));
    expect(() => read(MANY)).toThrow(/more than 3000 elements/);
    expect(read(MANY + 3)).toBeDefined();
    const deep = `${'<Obj><LST>'.repeat(60)}${items}${'</LST></Obj>'.repeat(60)}`;
    expect(() => inPieces(decodeDocumentInPieces(`<Objs>${deep}</Objs>`, undefined, due))).toThrow(/too deeply/);
  });
});
