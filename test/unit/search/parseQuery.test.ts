import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/core/search/parseQuery';
import type { Query } from '../../../src/core/search/query';

/** The terms without their places. */
function terms(text: string): unknown[] {
  const { terms: found, problems } = parseQuery(text);
  assert.deepEqual(problems, [], text);
  return found.map(({ start: _start, end: _end, negated, ...condition }) => {
    const plain = condition.kind === 'pattern' ? { kind: 'pattern' } : condition;
    return negated ? { not: plain } : plain;
  });
}

function problemAt(text: string): { readonly piece: string; readonly detail: string } {
  const { problems } = parseQuery(text);
  assert.equal(problems.length, 1, `${text}: ${JSON.stringify(problems)}`);
  const { start, end, detail } = problems[0]!;
  return { piece: text.slice(start, end), detail };
}

const codeNotFound = ['0x80070003', '0x80070003', '2147942403', '-2147024893'];

const utc = (text: string) => ({ from: 'utc', ms: Date.parse(text) });

describe('a query', () => {
  const table: readonly (readonly [string, readonly unknown[]])[] = [
    ['bitlocker', [{ kind: 'text', text: 'bitlocker' }]],
    [
      '  two   words ',
      [
        { kind: 'text', text: 'two' },
        { kind: 'text', text: 'words' },
      ],
    ],
    ['"one phrase"', [{ kind: 'text', text: 'one phrase' }]],
    ['"a \\"quoted\\" \\\\ word"', [{ kind: 'text', text: 'a "quoted" \\ word' }]],
    ['-noise', [{ not: { kind: 'text', text: 'noise' } }]],
    ['-"more noise"', [{ not: { kind: 'text', text: 'more noise' } }]],
    [
      '- --x',
      [
        { kind: 'text', text: '-' },
        { kind: 'text', text: '--x' },
      ],
    ],
    ['-2147024893', [{ kind: 'code', forms: codeNotFound }]],
    ['0x80070003', [{ kind: 'code', forms: codeNotFound }]],
    ['2147942403', [{ kind: 'code', forms: codeNotFound }]],
    ['-0x80070003', [{ not: { kind: 'code', forms: codeNotFound } }]],
    ['"0x80070003"', [{ kind: 'text', text: '0x80070003' }]],
    ['0x00000003', [{ kind: 'text', text: '0x00000003' }]],
    ['1074', [{ kind: 'text', text: '1074' }]],
    ['-5', [{ kind: 'text', text: '-5' }]],
    ['-"5"', [{ not: { kind: 'text', text: '5' } }]],
    ['-5x', [{ not: { kind: 'text', text: '5x' } }]],
    ['9999999999', [{ kind: 'text', text: '9999999999' }]],
    [
      'Result: std::list ms-appx:x',
      [
        { kind: 'text', text: 'Result:' },
        { kind: 'text', text: 'std::list' },
        { kind: 'text', text: 'ms-appx:x' },
      ],
    ],
    ['"foo:bar"', [{ kind: 'text', text: 'foo:bar' }]],
    ['/a[b]/c[d]/', [{ kind: 'text', text: '/a[b]/c[d]/' }]],
    ['/0x8\\d+/', [{ kind: 'pattern' }]],
    ['/a b/i', [{ kind: 'pattern' }]],
    ['-/[/"]x/', [{ not: { kind: 'pattern' } }]],
    ['/Vendor/MSFT/Policy', [{ kind: 'text', text: '/Vendor/MSFT/Policy' }]],
    ['./Vendor/MSFT', [{ kind: 'text', text: './Vendor/MSFT' }]],
    [
      'C:\\Windows http://a.b',
      [
        { kind: 'text', text: 'C:\\Windows' },
        { kind: 'text', text: 'http://a.b' },
      ],
    ],
    [
      'id:1074,6005-6009',
      [
        {
          kind: 'number',
          field: 'id',
          ranges: [
            { from: 1074, to: 1074 },
            { from: 6005, to: 6009 },
          ],
        },
      ],
    ],
    ['-ID:7', [{ not: { kind: 'number', field: 'id', ranges: [{ from: 7, to: 7 }] } }]],
    ['record:5-9', [{ kind: 'number', field: 'record', ranges: [{ from: 5, to: 9 }] }]],
    ['provider:User32', [{ kind: 'name', field: 'provider', values: ['User32'] }]],
    [
      'provider:"User Device Registration",AAD',
      [{ kind: 'name', field: 'provider', values: ['User Device Registration', 'AAD'] }],
    ],
    ['user:S-1-5-18', [{ kind: 'name', field: 'user', values: ['S-1-5-18'] }]],
    ['level:error', [{ kind: 'number', field: 'level', ranges: [{ from: 2, to: 2 }] }]],
    ['level:warn+', [{ kind: 'number', field: 'level', ranges: [{ from: 1, to: 3 }] }]],
    [
      'level:info',
      [
        {
          kind: 'number',
          field: 'level',
          ranges: [
            { from: 4, to: 4 },
            { from: 0, to: 0 },
          ],
        },
      ],
    ],
    ['level:1-3', [{ kind: 'number', field: 'level', ranges: [{ from: 1, to: 3 }] }]],
    ['phase:device,"account setup"', [{ kind: 'phase', phases: ['deviceSetup', 'accountSetup'] }]],
    ['boot:2-3', [{ kind: 'boot', ranges: [{ from: 2, to: 3 }] }]],
    ['time:boot:2', [{ kind: 'boot', ranges: [{ from: 2, to: 2 }] }]],
    ['time>=2026-08-20T02:07:58.25Z', [{ kind: 'time', from: utc('2026-08-20T02:07:58.250Z'), to: null }]],
    ['time>2026-08-20T02:07:58.250Z', [{ kind: 'time', from: utc('2026-08-20T02:07:58.251Z'), to: null }]],
    ['time<"2026-08-20 02:07"', [{ kind: 'time', from: null, to: utc('2026-08-20T02:07:00Z') }]],
    ['time:2026-08-20', [{ kind: 'time', from: utc('2026-08-20T00:00:00Z'), to: utc('2026-08-21T00:00:00Z') }]],
    ['time<=2026-08-20T02', [{ kind: 'time', from: null, to: utc('2026-08-20T03:00:00Z') }]],
    ['time>=+5m', [{ kind: 'time', from: { from: 'enrollment', offsetMs: 300_000 }, to: null }]],
    ['time<-30s', [{ kind: 'time', from: null, to: { from: 'enrollment', offsetMs: -30_000 } }]],
    ['time>=boot:2', [{ kind: 'time', from: { from: 'boot', boot: 2 }, to: null }]],
  ];
  for (const [text, expected] of table) {
    it(`is understood: ${text}`, () => {
      assert.deepEqual(terms(text), expected);
    });
  }

  it('tells upper and lower case apart only when it says so', () => {
    assert.equal(parseQuery('x').caseSensitive, false);
    assert.equal(parseQuery('x case:yes').caseSensitive, true);
  });

  const mistakes: readonly (readonly [string, string, RegExp])[] = [
    ['', '', /nothing/i],
    ['x "open', '"open', /closing quotation mark/],
    ['x ""', '""', /nothing between/],
    ['id:', 'id:', /needs a value: event ids/],
    ['id:1,', 'id:1,', /needs a value/],
    ['id:1,abc,3', 'abc', /not a number or a range/],
    ['id:9-5', '9-5', /smaller number comes first/],
    ['id>5', 'id>5', /with a colon: id:5/],
    ['level:loud', 'loud', /critical, error, warning/],
    ['level:7', '7', /not a level/],
    ['phase:lunch', 'lunch', /devicePreparation, deviceSetup or accountSetup/],
    ['time>yesterday', 'yesterday', /not a time: 2026/],
    ['time:2026-13-45', '2026-13-45', /not a time/],
    ['boot:last', 'last', /not a number/],
    ['a provdier:x', 'provdier:x', /Did you mean provider:\?/],
    ['a foo:bar', 'foo:bar', /no field "foo".*provider, id, level.*quotation marks/],
    ['a /[/ b', '/[/', /unterminated character class/i],
    ['-/[a b/i', '-/[a b/i', /unterminated character class/i],
    ['/a[b]c[/', '/a[b]c[/', /unterminated character class/i],
    ['x /a(/', '/a(/', /unterminated group/i],
    ['/x/q', '/x/q', /only i, m, s and u/],
    ['case:maybe', 'case:maybe', /yes or no/],
  ];
  for (const [text, piece, detail] of mistakes) {
    it(`says what is wrong with: ${text === '' ? '(nothing)' : text}`, () => {
      const problem = problemAt(text);
      assert.equal(problem.piece, piece);
      assert.match(problem.detail, detail);
    });
  }

  it('points into a pattern that cannot be used', () => {
    const { piece, detail } = problemAt('x -/ab(?=c)/');
    assert.equal(piece, '(?=c)/');
    assert.match(detail, /Look-around/);
  });

  it('keeps the place of each term', () => {
    const text = 'id:7  -"a b" /x/';
    const pieces = parseQuery(text).terms.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(pieces, ['id:7', '-"a b"', '/x/']);
  });

  it('never throws, whatever is typed', () => {
    const signs = ['id:', '"', '/', '-', ',', '\\', '(', '[', ' ', 'a', '9', 'time>', '{', '*', '+', ':'];
    let state = 1;
    for (let round = 0; round < 5000; round += 1) {
      let text = '';
      for (let length = 0; length < 12; length += 1) {
        state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
        text += signs[(state >> 8) % signs.length]!;
      }
      const query: Query = parseQuery(text);
      for (const { start, end } of [...query.problems, ...query.terms]) {
        assert.ok(start >= 0 && start <= end && end <= text.length, text);
      }
    }
  });
});
