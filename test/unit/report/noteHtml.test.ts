import assert from 'node:assert/strict';
import { noteHtml } from '../../../src/core/report/noteHtml';
import { noteMarkdown } from '../../../src/core/report/noteMarkdown';
import { assertLinear } from '../linearTime';

const cases: Readonly<Record<string, readonly [markdown: string, html: string]>> = {
  'paragraphs, with their breaks': ['one\ntwo\n\nthree', '<p>one<br />two</p><p>three</p>'],
  emphasis: [
    '**bold** *slanted* __bold__ _slanted_ ~~gone~~',
    '<p><strong>bold</strong> <em>slanted</em> <strong>bold</strong> <em>slanted</em> <s>gone</s></p>',
  ],
  'emphasis in emphasis': ['**bold *and slanted***', '<p><strong>bold <em>and slanted</em></strong></p>'],
  'emphasis around emphasis': ['*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>'],
  'marks that mark nothing': ['2 * 3 * 4 ** x, a_b_c, *open', '<p>2 * 3 * 4 ** x, a_b_c, *open</p>'],
  'code, in which nothing else counts': [
    'see `**<b>**` and `` a`b `` but ` not',
    '<p>see <code>**&lt;b&gt;**</code> and <code>a`b</code> but ` not</p>',
  ],
  'what is escaped': [String.raw`\*not\* \<b\>`, '<p>*not* &lt;b&gt;</p>'],
  'headings as bold lines': [
    '## What **now** ##\ntext',
    '<p><strong>What <strong>now</strong></strong></p><p>text</p>',
  ],
  lists: [
    'then:\n- one\n- two\n  goes on\n  1. deep\n  2) deeper\n- three\n\nafter',
    '<p>then:</p><ul><li>one</li><li>two<br />goes on<ol><li>deep</li><li>deeper</li></ol></li><li>three</li></ul><p>after</p>',
  ],
  'lists that begin elsewhere': ['3. three\n4. four', '<ol start="3"><li>three</li><li>four</li></ol>'],
  'a list after another kind of list': ['- a\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
  quotes: [
    '> he said\n> **so**\nI say',
    '<blockquote><p>he said<br /><strong>so</strong></p></blockquote><p>I say</p>',
  ],
  'blocks of code': ['```text\n<a> **b**\n\n  c\n```\nafter', '<pre>&lt;a&gt; **b**\n\n  c</pre><p>after</p>'],
  'a block of code without an end': ['~~~\na\n```', '<pre>a\n```</pre>'],
  rules: ['a\n\n---\n\nb', '<p>a</p><hr /><p>b</p>'],
  'links as text and address': [
    '[the <docs>](https://example.com/a?b=1&c) <https://example.com> [https://x.example](https://x.example)',
    '<p>the &lt;docs&gt; <span class="dim">(https://example.com/a?b=1&amp;c)</span> https://example.com https://x.example</p>',
  ],
  nothing: ['', ''],
};

/** What must never become more than text. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](command:workbench.action.quit)',
  '![pixel](https://tracker.example/p.png)',
  '[a](https://e.example/"onmouseover="x)',
  '[a](https://e.example/<script>)',
  '<https://e.example/"><script>x</script>>',
  '`<script>`',
  '```"><script>\n<script>\n```',
  '> <style>*{display:none}</style>',
  '- <iframe src="//e.example">',
  '3"><script>. x',
  '**<b onclick="x">**',
];

describe('a note in an HTML report', () => {
  for (const [what, [markdown, html]] of Object.entries(cases)) {
    it(`shows ${what}`, () => {
      assert.equal(noteHtml(markdown), html);
    });
  }

  for (const text of hostile) {
    it(`has no other elements and no attributes of its own: ${text}`, () => {
      const tags = noteHtml(text).match(/<[^>]*>/g) ?? [];
      const harmless =
        /^<\/?(?:p|ul|ol|li|pre|code|strong|em|s|blockquote)>$|^<(?:br|hr) \/>$|^<\/?span(?: class="dim")?>$/;
      assert.deepEqual(
        tags.filter((tag) => !harmless.test(tag)),
        [],
      );
    });
  }

  it('closes what it opens, whatever is written', () => {
    const pieces = [
      '**',
      '*',
      '_',
      '`',
      '``',
      '~~',
      '[',
      '](https://a.example)',
      '\n',
      '\n\n',
      '- ',
      '  1. ',
      '> ',
      '```\n',
      'a',
      ' ',
      '# ',
    ];
    let seed = 7;
    const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31);
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: 1 + (next() % 25) }, () => pieces[(next() >> 8) % pieces.length]!).join('');
      const open: string[] = [];
      for (const [, slash, name = ''] of noteHtml(text).matchAll(/<(\/?)([a-z]+)(?: [a-z]+="[^"]*")?>/g)) {
        if (slash === '') {
          open.push(name);
        } else {
          assert.equal(open.pop(), name, JSON.stringify(text));
        }
      }
      assert.deepEqual(open, [], JSON.stringify(text));
    }
  });

  for (const piece of ['*a', '[a', '`a', '``` ', '- \n', '> \n', '_*~~', '   ', '\\', '  - x\n']) {
    it(`takes linear time for many ${JSON.stringify(piece)}`, () => {
      assertLinear(1500, () => noteHtml(piece.repeat(300_000 / piece.length)));
    });
  }

  for (const line of [`# a${' '.repeat(300_000)}x`, `# ${'# '.repeat(150_000)}x`, `- ${'- '.repeat(150_000)}x`]) {
    it(`takes linear time for a line that begins as ${JSON.stringify(line.slice(0, 6))}`, () => {
      assertLinear(1500, () => [noteHtml(line), noteMarkdown(line, '')]);
    });
  }
});
