import assert from 'node:assert/strict';
import { LinePattern } from '../../../src/core/search/linePattern';
import { assertLinear } from '../linearTime';

function pattern(source: string, ignoreCase = false): LinePattern {
  const parsed = LinePattern.parse(source, ignoreCase);
  assert.ok(parsed instanceof LinePattern, JSON.stringify(parsed));
  return parsed;
}

describe('a pattern', () => {
  const table: readonly (readonly [source: string, line: string, firstEnd: number])[] = [
    ['abc', 'xxabcx', 5],
    ['a+', 'xaaa', 2],
    ['a{3}', 'xaaa', 4],
    ['a{2,3}b', 'aaaab', 5],
    ['a{2,}b', 'ab', -1],
    ['a??b', 'b', 1],
    ['^a', 'ba', -1],
    ['^a|b$', 'ab', 1],
    ['a$', 'ab', -1],
    ['\\bpin\\b', 'spin pin', 8],
    ['\\Bpin', 'pin spin', 8],
    ['(?:a|bc)+d', 'xbcad', 5],
    ['(?<name>x)y', 'axy', 3],
    ['[^\\d ]+!', 'a 1!b!', 6],
    ['[\\]a]\\]', 'a]', 2],
    ['[(+*|]{2}', '(+', 2],
    ['a.b', 'a\tb', 3],
    ['\\x41\\u0042\\t', 'AB\t', 3],
    ['{x}', '{x}', 3],
    ['', 'x', 0],
    ['()*', 'x', 0],
    ['(a*)*b', 'aab', 3],
    ['(|a)+$', 'xa', 2],
    ['ä', 'Ä', -1],
  ];
  for (const [source, line, firstEnd] of table) {
    it(`/${source}/ ends in "${line}" at ${firstEnd}`, () => {
      assert.equal(pattern(source).firstEnd(line), firstEnd);
    });
  }

  it('takes upper and lower case for the same when asked to', () => {
    assert.equal(pattern('pin[a-c]ä', true).firstEnd('xPINBÄ'), 6);
  });

  it('sees a part of a text as a line of its own', () => {
    assert.equal(pattern('^b$').firstEnd('a\nb\nc', 2, 3), 3);
    assert.equal(pattern('a.b').firstEnd('a\nb', 0, 1), -1);
  });

  it('can be asked for the longest match at a place', () => {
    assert.equal(pattern('a+b?').longestEnd('aaab', 1), 4);
    assert.equal(pattern('a|ab|abc').longestEnd('abc', 0), 3);
    assert.equal(pattern('^a').longestEnd('aa', 1), -1);
    assert.equal(pattern('\\ba').longestEnd('xa', 1), -1);
  });

  const refused: readonly (readonly [source: string, offset: number, detail: RegExp])[] = [
    ['a(?=b)', 1, /Look-around/],
    ['(?<!a)b', 0, /Look-around/],
    ['(a)\\1', 3, /References/],
    ['(?:a{1000}){1000}', 0, /repeats too much/],
    ['((){1000}){100000}', 0, /repeats too much/],
    ['x'.repeat(501), 500, /longer than 500/],
  ];
  for (const [source, offset, detail] of refused) {
    it(`is refused with a reason: ${source.slice(0, 30)}`, () => {
      const problem = LinePattern.parse(source, false);
      assert.ok('detail' in problem);
      assert.equal(problem.offset, offset);
      assert.match(problem.detail, detail);
    });
  }

  for (const [source, line] of [
    ['(a+)+$', `${'a'.repeat(20_000)}!`],
    ['(a|aa)+$', `${'a'.repeat(20_000)}!`],
    ['x.*x.*x.*y', 'x'.repeat(20_000)],
    ['(?:a?){50}a{50}b', 'a'.repeat(5_000)],
    ['(.*)(.*)(.*)(.*)[^a]z', 'a'.repeat(20_000)],
    ['[ab]*a[ab]{14}c', 'ab'.repeat(5_000).replace(/ab/g, (pair, at: number) => (at % 7 < 3 ? pair : 'ba'))],
  ] as const) {
    it(`takes no longer than the line is long: ${source}`, () => {
      assertLinear(3_000, () => {
        assert.equal(pattern(source).firstEnd(line), -1);
      });
    });
  }

  it('finds what the expressions of JavaScript find', () => {
    const pieces = [
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '\\b',
      '^',
      '$',
      '(a|b)',
      '(?:ab|c)',
      'a*',
      'b+?',
      'c?',
      '(ab?)*',
      '|',
      'a{2}',
      '(c|){1,2}',
    ];
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    let found = 0;
    for (let round = 0; round < 4_000; round += 1) {
      const source = Array.from({ length: 1 + random(5) }, () => pieces[random(pieces.length)]!).join('');
      const line = Array.from({ length: random(8) }, () => 'abc d'[random(5)]!).join('');
      const ignoreCase = random(2) === 0;
      const isIn = new RegExp(source, ignoreCase ? 'i' : '').test(line);
      assert.equal(pattern(source, ignoreCase).firstEnd(line) >= 0, isIn, `/${source}/ in "${line}"`);
      found += isIn ? 1 : 0;
    }
    assert.ok(found > 500 && found < 3_900, `${found} found`);
  });
});
