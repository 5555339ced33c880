/** Patterns, with the captures of all groups of all matches as PowerShell 7.6 gave them. */
import { describe, expect, it } from 'vitest';
import { NetThrow } from '../../values/exceptions.js';
import { NetRegex, netRegex, type RegexOptions, RegexSyntaxError } from './index.js';
import { parseRegex } from './parser.js';
import { repeatsRepetition } from './risk.js';

/** Text, pattern, options, matches (or why the pattern is none). */
const RECORDED: readonly (readonly [text: string, pattern: string, options: string, found: string])[] = [
  ['aab', '(a*)*', 'None', '0=0:aa 1=0:aa,2: | 0=2: 1=2: | 0=3: 1=3:'],
  ['b', '(a*)*', 'None', '0=0: 1=0: | 0=1: 1=1:'],
  ['ab', '(?:(a)|b)*', 'None', '0=0:ab 1=0:a | 0=2: 1='],
  ['abcabc', '(\\w)+', 'None', '0=0:abcabc 1=0:a,1:b,2:c,3:a,4:b,5:c'],
  ['a1b22', '(?:([a-z])(\\d+))+', 'None', '0=0:a1b22 1=0:a,2:b 2=1:1,3:22'],
  ['(a(b)c)d)', '^(?:[^()]|(?<o>\\()|(?<c-o>\\)))*(?(o)(?!))', 'None', '0=0:(a(b)c)d o= c=3:b,1:a(b)c'],
  [
    '((a)(b))',
    '(?<open>\\()+[^()]*(?<close-open>\\))',
    'None',
    '0=0:((a) open=0:( close=2:a | 0=4:(b) open= close=5:b',
  ],
  ['xaxbxx', '(?<=x)(a|b)(?=x)', 'None', '0=1:a 1=1:a | 0=3:b 1=3:b'],
  ['one two three', '\\w+', 'RightToLeft', '0=8:three | 0=4:two | 0=0:one'],
  ['abcd', '(..)', 'RightToLeft', '0=2:cd 1=2:cd | 0=0:ab 1=0:ab'],
  ['ab12', '(?<x>\\w)(\\d)', 'None', '0=1:b1 1=2:1 x=1:b'],
  ['ab12', '(?<1>a)(b)', 'None', '0=0:ab 1=0:a,1:b'],
  ['ab12cd', '(?<5>a)(b)(?<n>1)(2)', 'None', '0=0:ab12 1=1:b 2=3:2 n=2:1 ='],
  ['aaab', '(?>a+)ab', 'None', ''],
  ['aaab', '(?>a*)b', 'None', '0=0:aaab'],
  ['aa bb', '(\\w)\\1', 'None', '0=0:aa 1=0:a | 0=3:bb 1=3:b'],
  ['ab', '(a)?b\\1', 'None', ''],
  ['b', '(a)?b\\1', 'None', ''],
  ['ab b', '(?(?=a)ab|b)', 'None', '0=0:ab | 0=3:b'],
  ['a)b (a)', '(\\()?a(?(1)\\)|)', 'None', '0=0:a 1= | 0=4:(a) 1=4:('],
  ['xay', '(?<q>x)?a(?(q)y|z)', 'None', '0=0:xay q=0:x'],
  ['az', '(?<q>x)?a(?(q)y|z)', 'None', '0=0:az q='],
  ['hello', '[a-z-[aeiou]]+', 'None', '0=0:h | 0=2:ll'],
  ['hello WORLD', '(?i)[A-Z-[AEIOU]]+', 'None', '0=0:h | 0=2:ll | 0=6:W | 0=8:RLD'],
  ['\u03b1\u03b2\u03b3 abc', '\\p{IsGreek}+', 'None', '0=0:\u03b1\u03b2\u03b3'],
  ['\u03b1\u03b2\u03b3 abc', '\\P{IsGreek}+', 'None', '0=3: abc'],
  ['a\ud83d\ude00b', '.', 'None', '0=0:a | 0=1:\ufffd | 0=2:\ufffd | 0=3:b'],
  ['a\ud83d\ude00b', '^a..b$', 'None', '0=0:a\ud83d\ude00b'],
  ['AAA aaa', '\\Ga', 'None', ''],
  ['aab', '\\Ga', 'None', '0=0:a | 0=1:a'],
  ['a\nb', '^b', 'None', ''],
  ['a\nb', '(?m)^b$', 'None', '0=2:b'],
  ['a\r\nb', '(?m)a$', 'None', ''],
  ['ab\n', 'b\\Z', 'None', '0=1:b'],
  ['ab\n', 'b\\z', 'None', ''],
  ['ab\n', 'b$', 'None', '0=1:b'],
  ['\u00e9a_1 x', '\\b\\w+\\b', 'None', '0=0:\u00e9a_1 | 0=5:x'],
  ['STRASSE stra\u00dfe', '(?i)stra\u00dfe', 'None', '0=8:stra\u00dfe'],
  ['K', '(?i)k', 'None', '0=0:K'],
  ['\u03a3\u03c3\u03c2X', '(?i)\u03c3+', 'None', '0=0:\u03a3\u03c3'],
  ['\u017fs', '(?i)s+', 'None', '0=1:s'],
  ['\u0131Ii\u0130', '(?i)i+', 'None', '0=1:Ii'],
  ['aBc', 'a(?i)b(?-i)c', 'None', '0=0:aBc'],
  ['aBC', 'a(?i:b)c', 'None', ''],
  ['foo.bar', '(?x) foo # comment\n \\. bar', 'None', '0=0:foo.bar'],
  ['a b', '(?x)a\\ b', 'None', '0=0:a b'],
  ['ab', '(?n)(a)(?<x>b)', 'None', '0=0:ab x=1:b'],
  ['aaa', 'a{2}', 'None', '0=0:aa'],
  ['a{,2}', 'a{,2}', 'None', '0=0:a{,2}'],
  ['a{x', 'a{x', 'None', '0=0:a{x'],
  ['aaaa', '(a{1,2}?)+', 'None', '0=0:aaaa 1=0:a,1:a,2:a,3:a'],
  ['12-34', '(?<y>\\d+)-(?<y>\\d+)', 'None', '0=0:12-34 y=0:12,3:34'],
  ['abab', '(?<a>a)|(?<a>b)', 'None', '0=0:a a=0:a | 0=1:b a=1:b | 0=2:a a=2:a | 0=3:b a=3:b'],
  ['', '^$', 'None', '0=0:'],
  ['abc', '', 'None', '0=0: | 0=1: | 0=2: | 0=3:'],
  ['abc', 'x*', 'None', '0=0: | 0=1: | 0=2: | 0=3:'],
  ['abc', 'x*', 'RightToLeft', '0=3: | 0=2: | 0=1: | 0=0:'],
  ['aXbXc', '(?:|a)*', 'None', '0=0: | 0=1: | 0=2: | 0=3: | 0=4: | 0=5:'],
  ['ab', '(?:|a)*b', 'None', '0=0:ab'],
  ['1a', '[\\d-x]', 'None', '0=0:1'],
  ['a-b', '[a\\-b]+', 'None', '0=0:a-b'],
  [']a', '[]a]+', 'None', '0=0:]a'],
  ['^a', '[\\^a]+', 'None', '0=0:^a'],
  ['tab\tx', '[\\t]', 'None', '0=3:\t'],
  ['A', '\\x41', 'None', '0=0:A'],
  ['A', '\\u0041', 'None', '0=0:A'],
  ['A', '\\101', 'None', '0=0:A'],
  ['\u0007', '\\cG', 'None', '0=0:\u0007'],
  ['a.b', 'a\\.b', 'None', '0=0:a.b'],
  ['aab', '(a)(?=\\1)', 'None', '0=0:a 1=0:a'],
  ['abcabc', '(?<=(\\w)(\\w))c', 'None', '0=2:c 1=0:a 2=1:b | 0=5:c 1=3:a 2=4:b'],
  ['foobar', '(?<!foo)bar', 'None', ''],
  ['barbar', '(?<!foo)bar', 'None', '0=0:bar | 0=3:bar'],
  ['aaa', '(?=(a+))a*', 'None', '0=0:aaa 1=0:aaa'],
  ['xyz', '(?!y).', 'None', '0=0:x | 0=2:z'],
  ['abc', '(?#comment)b', 'None', '0=1:b'],
  ['a12', '(?<-x>a)', 'None', "Invalid pattern '(?<-x>a)' at offset 5. Reference to undefined group name 'x'."],
  ['test', '(?:t(?:e(s)?)?)+t', 'None', '0=0:test 1=2:s'],
  ['aba', '(?:(a)|(b))+', 'None', '0=0:aba 1=0:a,2:a 2=1:b'],
  ['a,b,c', '(?:(?<i>\\w),?)*', 'None', '0=0:a,b,c i=0:a,2:b,4:c | 0=5: i='],
  ['11', '\\d', 'ECMAScript', '0=0:1 | 0=1:1'],
  ['\u0661', '\\d', 'None', '0=0:\u0661'],
  ['\u0661', '\\d', 'ECMAScript', ''],
  ['ab\ncd', '.+', 'Singleline', '0=0:ab\ncd'],
  ['ab\ncd', '.+', 'Singleline,RightToLeft', '0=0:ab\ncd'],
  ['abcdef', '(?<=(?<a>\\w)+)f', 'None', '0=5:f a=4:e,3:d,2:c,1:b,0:a'],
  ['key=val; k2=v2', '(?<k>\\w+)=(?<v>\\w+)', 'None', '0=0:key=val k=0:key v=4:val | 0=9:k2=v2 k=9:k2 v=12:v2'],
  ['b', '\\p{Lu}', 'IgnoreCase', '0=0:b'],
  ['b\ud83d\ude00c', '\\G', 'None', '0=0:'],
  ['aab', '\\G\\w??', 'None', '0=0:'],
  ['ab', '\\Ga*', 'RightToLeft', '0=2:'],
  ['aaBb', '\\1', 'ECMAScript', ''],
  ['abc', '(?<m-n>c)*?*', 'None', "Invalid pattern '(?<m-n>c)*?*' at offset 6. Reference to undefined group name 'n'."],
  [
    'abc',
    '(?(1)a|b|c)',
    'None',
    "Invalid pattern '(?(1)a|b|c)' at offset 5. Conditional alternation refers to an undefined group number 1.",
  ],
  ['abc', 'a{2}{3}', 'None', "Invalid pattern 'a{2}{3}' at offset 5. Nested quantifier '{'."],
  ['abc', '[a-\\d]', 'None', "Invalid pattern '[a-\\d]' at offset 5. Cannot include class \\d in character range."],
  ['abc', '\\k', 'None', "Invalid pattern '\\k' at offset 1. Malformed \\k<...> named back reference."],
  ['abc', '(?<0>a)', 'None', "Invalid pattern '(?<0>a)' at offset 4. Capture number cannot be zero."],
  [
    'abc',
    '(?<1a>b)',
    'None',
    "Invalid pattern '(?<1a>b)' at offset 4. Invalid group name: Group names must begin with a word character.",
  ],
  ['abc', '\\c!', 'None', "Invalid pattern '\\c!' at offset 3. Unrecognized control character."],
  ['abc', '\\p{Foo}', 'None', "Invalid pattern '\\p{Foo}' at offset 7. Unknown property 'Foo'."],
  [
    'abc',
    'a{99999999999}',
    'None',
    "Invalid pattern 'a{99999999999}' at offset 12. Quantifier and capture group numbers must be less than or equal to Int32.MaxValue.",
  ],
  ['abc', '(?P<a>x)', 'None', "Invalid pattern '(?P<a>x)' at offset 3. Unrecognized grouping construct."],
  [
    'abc',
    '[a-[b]c]',
    'None',
    "Invalid pattern '[a-[b]c]' at offset 6. A subtraction must be the last element in a character class.",
  ],
  ['abc', 'a**', 'None', "Invalid pattern 'a**' at offset 3. Nested quantifier '*'."],
  ['abc', 'x{2,1}?', 'None', "Invalid pattern 'x{2,1}?' at offset 7. Illegal {x,y} with x > y."],
  ['abc', '(?<a-1>b)', 'None', ''],
  ['abc', '\\8', 'None', "Invalid pattern '\\8' at offset 2. Reference to undefined group number 8."],
  ['abc', '\\x4', 'None', "Invalid pattern '\\x4' at offset 2. Insufficient or invalid hexadecimal digits."],
];
const optionsOf = (text: string): RegexOptions => ({
  ignoreCase: text.includes('IgnoreCase'),
  singleline: text.includes('Singleline'),
  rightToLeft: text.includes('RightToLeft'),
  ecmaScript: text.includes('ECMAScript'),
});
function found(text: string, pattern: string, options: string): string {
  let regex: NetRegex;
  try {
    regex = netRegex(pattern, optionsOf(options));
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    return `Invalid pattern '${pattern}' at offset ${error.offset}. ${error.message}`;
  }
  const out: string[] = [];
  const begin = (at: number, previousEnd: number) => regex.begin(text, at, previousEnd);
  const start = regex.startOf(text);
  for (let match = begin(start, start); match !== null && 'groups' in match; ) {
    const { groups, input } = match;
    const captures = (place: number): string =>
      match !== null && 'groups' in match && match.text(place) !== undefined
        ? match
            .captures(place)
            .map(({ index, length }) => `${index}:${input.slice(index, index + length)}`)
            .join(',')
        : '';
    // .NET counts through the numbers: a group with a number beyond their count is not shown.
    const shown = groups.map((_, number) => {
      const place = groups.findIndex((group) => group.number === number);
      return place < 0 ? '=' : `${groups[place]?.name ?? ''}=${captures(place)}`;
    });
    out.push(shown.join(' '));
    match = begin(regex.after(match), regex.endOf(match));
  }
  return out.join(' | ');
}

describe('a .NET pattern', () => {
  it.each(RECORDED)('in %j: %s (%s)', (text, pattern, options, expected) => {
    // The record is UTF-8, which knows no half of a surrogate pair.
    expect(Buffer.from(found(text, pattern, options)).toString()).toBe(expected);
  });
});

describe('patterns that may take for ever', () => {
  it.each([
    ['^(a+)+$', true],
    ['(a|aa)+', true],
    ['(?:\\w+\\s?)*x', true],
    ['((ab)*c){2,}', true],
    ['"(?:[^"\\\\]|\\\\.)*"', false],
    ['(a+)b+', false],
    ['[(+)]+x|y', false],
    ['\\(a+\\)+', false],
    ['(abc)+', false],
    ['(a+)?', false],
  ])('are told by their form: %s', (source, expected) => {
    expect(repeatsRepetition(parseRegex(source, {}).root)).toBe(expected);
  });
  it('end with the exception of .NET, and find what there is to find as ever', () => {
    expect(netRegex('^(a+)+$').exec('a'.repeat(40))?.text(1)).toBe('a'.repeat(40));
    expect(() => netRegex('^(a+)+$').exec(`${'a'.repeat(60)}!`)).toThrow(NetThrow);
    expect(netRegex('(\\w+\\s?)*;').exec('one; two and three;', 3)?.index).toBe(3);
  });
  it('have a limit of their own where the script gave one', () => {
    const start = performance.now();
    expect(() => new NetRegex('^(a+)+$', {}, 30).exec(`${'a'.repeat(60)}!`)).toThrow(NetThrow);
    expect(performance.now() - start).toBeLessThan(900);
  });
  it('leave their search to whoever wants to wait', () => {
    const search = netRegex('^(a+)+$').begin(`${'a'.repeat(30)}!`, 0);
    expect(search).toHaveProperty('state', 'running');
  });
});

describe('a choice of many ways', () => {
  /** The same numbers in each run. */
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const word = (): string => Array.from({ length: random(5) }, () => 'abB'.charAt(random(3))).join('');
  it('is tried in its order, whichever of the engines searches', () => {
    for (let round = 0; round < 400; round += 1) {
      const ways = Array.from(
        { length: 2 + random(30) },
        () => word() + ['', '', '', '+', '[ab]', '(?:b|a)c?'][random(6)],
      );
      const pattern = `(?:${ways.map((way) => way.replace(/^\+/, '')).join('|')})${['', 'a', 'b*$'][random(3)]}`;
      const ignoreCase = random(2) === 0;
      const text = word() + word() + word() + word();
      // A limit of time makes it our own engine's.
      const own = new NetRegex(pattern, { ignoreCase }, 5000).exec(text);
      const theirs = new RegExp(pattern, ignoreCase ? 'i' : '').exec(text);
      expect([pattern, text, own?.index, own?.value]).toEqual([pattern, text, theirs?.index, theirs?.[0]]);
    }
  });
  it('may be longer than JavaScript allows', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`);
    const regex = new NetRegex(`\\b(?:${words.join('|')})\\b`, { ignoreCase: true });
    expect(regex.exec('no words, WORD19999x, Word123 word5')?.value).toBe('Word123');
    expect(regex.exec('word20000 word')).toBe(null);
    expect(new NetRegex('abcdefg'.repeat(20_000), { ignoreCase: true }).test('abc')).toBe(false);
  });
  it('a long pattern is compiled in pieces', () => {
    const words = Array.from({ length: 5000 }, (_, at) => `word${at}`);
    const regex = new NetRegex(words.join('|'), { ignoreCase: true });
    let looks = 0;
    const tick = (): undefined => {
      looks += 1;
    };
    expect(regex.find(tick, 'a Word4999')).toMatchObject({ index: 2, value: 'Word4' });
    expect(looks).toBeGreaterThan(10);
    expect(regex.find(tick, 'words')).toBeNull();
  });
});
