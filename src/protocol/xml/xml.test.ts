import { describe, expect, it } from 'vitest';
import { encodeBase64, encodeUtf8, decodeUtf8 } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import { parseXml, XmlReader, XmlWriter } from './index.js';

const parse = (text: string): ReturnType<typeof parseXml> => parseXml(encodeUtf8(text));
const refuses = (text: string | Uint8Array, part: string | RegExp): void => {
  const read = (): unknown => parseXml(typeof text === 'string' ? encodeUtf8(text) : text);
  expect(read).toThrow(RemoteProtocolError);
  expect(read).toThrow(part);
};

describe('parseXml', () => {
  it('resolves namespaces by URI, whatever the prefix', () => {
    const root = parse(
      `<?xml version="1.0"?><a:r xmlns:a="u:1" xmlns="u:2"><x/><a:y b="1" a:b="2"/><z xmlns=""/></a:r>`,
    );
    expect([root.namespace, root.localName, root.prefix]).toEqual(['u:1', 'r', 'a']);
    expect(root.children.map((child) => [child.namespace, child.localName])).toEqual([
      ['u:2', 'x'],
      ['u:1', 'y'],
      ['', 'z'],
    ]);
    expect(root.children[1]?.attribute('b')).toBe('1');
    expect(root.children[1]?.attribute('b', 'u:1')).toBe('2');
  });
  it('ends the scope of a declaration with its element', () => {
    const root = parse(`<r xmlns:p="u:1"><a xmlns:p="u:2"><p:x/></a><p:x/></r>`);
    expect(root.children[0]?.children[0]?.namespace).toBe('u:2');
    expect(root.children[1]?.namespace).toBe('u:1');
    refuses(`<r><a xmlns:p="u:2"/><p:x/></r>`, 'not bound');
  });
  it('joins text around comments, CDATA and instructions, and resolves references', () => {
    expect(parse(`<r>a&lt;<!-- <no> -->b<![CDATA[<&amp;]]><?pi x?>&#x20AC;&#65;</r>`).text).toBe('a<b<&amp;€A');
  });
  it('normalizes line ends in text and white space in attributes, but not references to them', () => {
    const root = parse('<r a="x\r\ny\tz&#xD;&#10;">1\r\n2\r3&#xD;4</r>');
    expect(root.text).toBe('1\n2\n3\r4');
    expect(root.attribute('a')).toBe('x y z\r\n');
  });
  it('reads base64 without line breaks and with them', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index & 0xff);
    const text = decodeUtf8(encodeBase64(bytes));
    expect(parse(`<r>${text}</r>`).base64()).toEqual(bytes);
    expect(parse(`<r>\r\n  ${text.replace(/(.{76})/g, '$1\r\n')}\n</r>`).base64()).toEqual(bytes);
    expect(parse(`<r><![CDATA[${text}]]></r>`).base64()).toEqual(bytes);
    expect(parse('<r/>').base64()).toEqual(new Uint8Array(0));
    expect(parse('<r>a*b=</r>').base64()).toBeUndefined();
  });
  it('reads UTF-8 with a byte order mark and UTF-16 of both orders with and without one', () => {
    const text = '<r>é€😀</r>';
    const utf16 = (big: boolean, mark: boolean): Uint8Array => {
      const units = `${mark ? '\ufeff' : ''}${text}`;
      const out = new Uint8Array(units.length * 2);
      const view = new DataView(out.buffer);
      for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), !big);
      return out;
    };
    expect(parseXml(encodeUtf8(`\ufeff${text}`)).text).toBe('é€😀');
    for (const big of [false, true]) {
      for (const mark of [false, true]) expect(parseXml(utf16(big, mark)).text).toBe('é€😀');
    }
  });
  it('refuses document type declarations, and with them every entity bomb and external reference', () => {
    refuses('<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>', 'document type');
    refuses('<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', 'document type');
    refuses('<r>&b;</r>', 'one of XML');
    refuses('<r a="&b;"/>', 'one of XML');
    refuses('<r>&__proto__;</r>', /entity|reference/);
    refuses('<r>&#0;</r>', 'no character');
    refuses('<r>&#xD800;</r>', 'no character');
    refuses('<r>&amp</r>', 'not closed');
  });
  it('refuses what is not well formed', () => {
    refuses('', 'no element');
    refuses('text', 'outside the root');
    refuses('<a>', 'ends inside');
    refuses('<a><b></a></b>', 'does not match');
    refuses('<a></ab>', 'does not match');
    refuses('<a/><b/>', 'second root');
    refuses('<a b=c/>', 'quotes');
    refuses('<a b="1" b="2"/>', 'twice');
    refuses('<a b="1"c="2"/>', 'white space');
    refuses('<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', 'twice');
    refuses('<a b="<"/>', "'<'");
    refuses('<p:a/>', 'not bound');
    refuses('<a xmlns:p=""/>', 'bound to nothing');
    refuses('<a:b:c xmlns:a="u"/>', 'QName');
    refuses('<a><!-- x', 'missing');
    refuses('<a><![CDATA[ x', 'missing');
    refuses('<?xml version="1.0" encoding="EBCDIC"?><a/>', 'encoding');
    refuses(
      Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x41, 0x3c, 0x2f, 0x61, 0x3e]).subarray(0, 3),
      'ends inside',
    );
    const damaged = encodeUtf8('<a>xx</a>');
    damaged[3] = 0xff;
    expect(() => parseXml(damaged).text).toThrow('UTF-8');
  });
  it('keeps every limit', () => {
    refuses('<a>'.repeat(1000), 'deeper');
    refuses(`<a ${Array.from({ length: 10_000 }, (_, index) => `b${index}=""`).join(' ')}/>`, 'attributes');
    refuses(`<a>${'<b/>'.repeat(250_000)}</a>`, 'elements');
    const declared = Array.from({ length: 60 }, (_, index) => `xmlns:p${index}="u"`).join(' ');
    refuses(`<a ${declared}>`.repeat(20), 'namespaces');
    expect(() => parseXml(encodeUtf8('<a/>'), { limits: { maxBytes: 3 } })).toThrow('3');
    refuses(`<${'a'.repeat(5000)}/>`, '1024');
  });
  it('gives an element or a typed error for every truncation', () => {
    const text = `<?xml version='1.0'?><!-- c --><a:r xmlns:a='u' b="&lt;x"><![CDATA[y]]><c d='1'/>t&#x41;</a:r>`;
    for (let length = 0; length < text.length; length += 1) {
      expect(() => parse(text.slice(0, length)), text.slice(0, length)).toThrow(RemoteProtocolError);
    }
    expect(parse(text).text).toBe('ytA');
  });
  it('reads 500 KB of base64 as the bytes that were written', () => {
    const payload = new Uint8Array(375_000).fill(0x5a);
    const bytes = new XmlWriter().start('e').start('s').base64(payload).end().end().toBytes();
    expect(parseXml(bytes).children[0]?.base64()).toEqual(payload);
  });
});

describe('XmlReader', () => {
  it('passes over an element and everything in it', () => {
    const reader = new XmlReader(encodeUtf8('<a><b><c>1</c><d/></b><e/></a>'));
    const seen: string[] = [];
    for (let node = reader.read(); node !== 'eof'; node = reader.read()) {
      if (node !== 'start') continue;
      seen.push(reader.localName);
      if (reader.localName === 'b') reader.skip();
    }
    expect(seen).toEqual(['a', 'b', 'e']);
  });
});

describe('XmlWriter', () => {
  it('escapes so that a reader gives the same values back', () => {
    const value = `<&>"'\r\n\t é😀]]>`;
    const bytes = new XmlWriter().start('r', { a: value, b: undefined }).text(value).end().toBytes();
    const root = parseXml(bytes);
    expect(root.text).toBe(value);
    expect(root.attribute('a')).toBe(value);
    expect(root.attributes).toHaveLength(1);
  });
  it('replaces what XML cannot hold', () => {
    expect(parseXml(new XmlWriter().element('r', 'a\u0000b\ud800c\uffff').toBytes()).text).toBe(
      'a\ufffdb\ufffdc\ufffd',
    );
  });
  it('closes empty elements, as a pair where asked', () => {
    const writer = new XmlWriter().start('r').element('a').emptyPair('b').end();
    expect(decodeUtf8(writer.toBytes())).toBe('<r><a/><b></b></r>');
  });
});
