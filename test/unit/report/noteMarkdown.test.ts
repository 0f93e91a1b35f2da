import assert from 'node:assert/strict';
import { noteMarkdown } from '../../../src/core/report/noteMarkdown';
import { assertLinear } from '../linearTime';

const cases: Readonly<Record<string, readonly [note: string, markdown: string]>> = {
  'emphasis stays': ['Asked **Intune team** and *us*, ~~gone~~', 'Asked **Intune team** and *us*, ~~gone~~'],
  'underscores become stars': ['__bold__ _slanted_ a_b_c', '**bold** *slanted* a_b_c'],
  'marks that mark nothing are text': ['2 * 3 ** x', String.raw`2 \* 3 \*\* x`],
  'code stays, in which nothing else counts': ['see `**<b>**` and `` a`b ``', 'see `**<b>**` and `` a`b ``'],
  'lists stay': ['then:\n- one\n  1. **deep**', 'then:  \n  - one  \n    1. **deep**'],
  'headings are bold': ['# What now #', '**What now**'],
  'what begins a line by chance is text': ['> 3\n-3\n+ -', '\\> 3  \n  \\-3  \n  + \\-'],
  'HTML, pictures and mentions are text': ['<img> ![x](y) @all', String.raw`\<img> !\[x\](y) @` + '\u200ball'],
  'an address is shown': ['[here](https://a.example/x)', 'here (https://a.example/x)'],
};

describe('a note in Markdown', () => {
  for (const [name, [note, markdown]] of Object.entries(cases)) {
    it(name, () => {
      assert.equal(noteMarkdown(note, '  '), markdown);
    });
  }

  it('is written in linear time', () => {
    assertLinear(1500, () => noteMarkdown('*`a_[<'.repeat(50_000), ''));
  });
});
