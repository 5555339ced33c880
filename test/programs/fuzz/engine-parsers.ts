/** Texts that the engine's commands and operators read: JSON, XML, XPath, regular expressions, wildcards. */
import { decodeUtf8, encodeUtf8 } from '../../../src/protocol/bytes/index.js';
import { WildcardPatternError } from '../../../src/protocol/errors/index.js';
import {
  JsonError,
  JsonKeyError,
  JsonReader,
  jsonValues,
} from '../../../src/powershell/engine/commands/data/json-read.js';
import { readXml, XmlProblem } from '../../../src/powershell/engine/net/xml-dom.js';
import { nodeText } from '../../../src/powershell/engine/net/xml-writer.js';
import { XPathError, xpath } from '../../../src/powershell/engine/net/xpath.js';
import { atOnce, NO_TICK } from '../../../src/powershell/engine/pending.js';
import { netRegex, RegexSyntaxError } from '../../../src/powershell/engine/text/regex/index.js';
import { wildcardRegex } from '../../../src/powershell/engine/text/wildcard.js';
import type { Parser } from './parser.js';

const DOCUMENT = readXml(
  '<?xml version="1.0"?><a x="1" xmlns:p="urn:p"><!-- c --><p:b y=\'&lt;2\'>t&amp;<![CDATA[d]]></p:b><?i j?><c/></a>',
);
const texts = (...list: readonly string[]): readonly Uint8Array[] => list.map((text) => encodeUtf8(text));

/** .NET sets no bound to the nesting of a pattern. What is too deep for the stack becomes CallDepthOverflow in the engine. */
function unlessTooDeep(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RangeError && error.message.includes('call stack'))) throw error;
  }
}

export const engineParsers = (): readonly Parser[] => [
  {
    name: 'JSON',
    rooms: ['powershell/engine/commands/data'],
    examples: texts(
      '{"a":[1,-2.5e3,true,null,"x\\u00e9\\n"],"b":{"c":{}}}',
      '[[],[[]],{}]',
      '// c\n{ /* d */ a: \'x\', "b": NaN, "c": -Infinity, "d": 0x1F, }',
      '"2024-01-02T03:04:05Z"',
      '123456789012345678901234567890',
    ),
    parse: (input) =>
      void atOnce(
        new JsonReader(
          decodeUtf8(input),
          jsonValues(false, (text) => text),
          { maxDepth: 1024 },
        ).read(NO_TICK),
      ),
    refusals: [JsonError, JsonKeyError],
  },
  {
    name: '[xml]',
    rooms: ['powershell/engine/net', 'protocol/xml'],
    examples: texts(nodeText(DOCUMENT), '<a><b/></a>', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;&#65;&#x41;</a>'),
    parse: (input) => {
      readXml(nodeText(readXml(decodeUtf8(input), true)), true);
    },
    refusals: [XmlProblem],
  },
  {
    name: 'XPath',
    rooms: ['powershell/engine/net'],
    examples: texts(
      '//a[@x=1]/p:b/text()',
      'count(//*) + 2 * -3 div 4 mod 5',
      "a[position()<last() and not(contains(name(), 'b'))] | ancestor-or-self::node()",
      "substring(concat('a', string(1)), 1, 2)",
      '/a/following-sibling::*[1]/@*',
    ),
    parse: (input) =>
      void atOnce(xpath(decodeUtf8(input), DOCUMENT, NO_TICK, (prefix) => (prefix === 'p' ? 'urn:p' : undefined))),
    refusals: [XPathError],
  },
  {
    name: 'regular expressions',
    rooms: ['powershell/engine/text/regex'],
    examples: texts(
      '^(?<name>a|b)*?(?:c{2,3}|[^d-f\\w-[x]])+\\k<name>$',
      '(?im-s:x)(?=a)(?!b)(?<=c)(?<!d)(?>e)',
      '(?(1)a|b)\\p{L}\\P{IsGreek}\\x41\\u0041\\cA\\e\\0',
      '(?# c)(?<a-b>x)(?x) y # z',
      '\\A\\Z\\z\\G\\b\\B\\d\\D\\s\\S[\\]a-]',
    ),
    parse: (input) => {
      const pattern = decodeUtf8(input);
      unlessTooDeep(() => {
        netRegex(pattern, { ignoreCase: (input[0] ?? 0) % 2 === 0 });
        netRegex(pattern, { ignoreWhitespace: true, rightToLeft: true });
      });
    },
    refusals: [RegexSyntaxError],
  },
  {
    name: 'wildcards',
    rooms: ['powershell/engine/text'],
    examples: texts('a*b?[c-e]`[f`*', '[]a]', '[a`]b]*', '*?*?'),
    parse: (input) => void wildcardRegex(decodeUtf8(input)),
    refusals: [WildcardPatternError],
  },
];
