import assert from 'node:assert/strict';
import { describeFields, list, text } from '../../../src/core/report/template/fields';
import { fillTemplate } from '../../../src/core/report/template/fillTemplate';
import { parseTemplate, type TemplateProblem } from '../../../src/core/report/template/parseTemplate';
import { Lines, Markup } from '../../../src/core/report/template/texts';
import { templateToChange } from '../../../src/core/report/templateToChange';
import { builtInTemplate } from '../../../src/core/report/templates/builtInTemplate';
import { htmlWriter, markdownWriter } from '../../../src/core/report/writers';
import { phase } from '../enrollment/findings/storyFragments';
import { documentOf, reportOf } from './reportSample';

const fields = {
  title: text('a title'),
  note: text('a note'),
  drawing: text('a drawing'),
  people: list('people', { name: text('a name'), tags: list('tags', null) }),
};
const data = {
  title: 'A & B',
  note: new Lines('one\n```\ntwo', 'quote'),
  drawing: new Markup('<svg/>'),
  people: [
    { name: 'Ada', tags: ['x', 'y'] },
    { name: '<b>', tags: [] },
  ],
};

function filled(template: string, writer = htmlWriter): string {
  const reading = parseTemplate(template, fields);
  assert.ok(reading.ok, reading.ok ? '' : reading.problem.detail);
  return fillTemplate(reading.template, data, writer) ?? 'too long';
}

function problemOf(template: string): TemplateProblem {
  const reading = parseTemplate(template, fields);
  assert.ok(!reading.ok, 'the template is refused');
  return reading.problem;
}

describe('a template', () => {
  it('is filled with texts that are harmless in its language', () => {
    assert.equal(filled('{{title}} {{ drawing }}'), 'A &amp; B <svg/>');
    assert.equal(filled('{{title}} {{drawing}}', markdownWriter), 'A & B ');
  });

  it('repeats a block for each item, whose own fields come first', () => {
    assert.equal(filled('{{#each people}}{{name}} of {{title}};{{/each}}'), 'Ada of A &amp; B;&lt;b&gt; of A &amp; B;');
    assert.equal(filled('{{#each people}}{{#each tags}}[{{this}}]{{/each}}{{/each}}'), '[x][y]');
  });

  it('shows a block only where there is something', () => {
    const template = '{{#each people}}{{name}}{{#if tags}}+{{else}}-{{/if}}{{/each}}';
    assert.equal(filled(template), 'Ada+&lt;b&gt;-');
  });

  it('leaves no line behind for a tag that stands alone in it', () => {
    assert.equal(
      filled('a\n  {{#if title}}\r\nb\n{{! a comment }}\n{{/if}}\nc {{#if title}}d{{/if}}\n'),
      'a\nb\nc d\n',
    );
  });

  it('keeps the lines of a quote together and in place, whatever is in it', () => {
    assert.equal(filled('- x\n  {{note}}\n', markdownWriter), '- x\n  ````text\n  one\n  ```\n  two\n  ````\n');
  });

  const mistakes: readonly [string, string, number, RegExp][] = [
    [
      'a field that does not exist',
      'a\n\n{{titel}}',
      3,
      /no field "titel" here; there are title, note, drawing, people/,
    ],
    ['a field of an item outside of its list', 'a\n{{name}}', 2, /no field "name"/],
    ['a list as a text', '{{people}}', 1, /is no text/],
    ['a text as a list', '\n{{#each title}}{{/each}}', 2, /"title" is no list/],
    ['a block that is never closed', 'a\n{{#if title}}\n{{#each people}}\n', 3, /#each people.* never closed/],
    ['a block that is closed twice', '{{#if title}}\n{{/if}}\n{{/if}}', 3, /closes nothing/],
    ['blocks that overlap', '{{#if title}}{{#each people}}\n{{/if}}', 2, /closes nothing/],
    ['an else without an if', '\n\n\n{{else}}', 4, /outside of/],
    ['braces that are not closed', 'a\n{{title\n}}', 2, /not closed/],
    ['a program', '{{title.constructor}}', 1, /no field/],
    ['the prototype of the data', '{{__proto__}}', 1, /not the name of a field/],
    ['this where there is no item', '{{this}}', 1, /no field "this"/],
    ['blocks without an end', '{{#if title}}'.repeat(40), 1, /too deep/],
  ];
  for (const [name, template, line, detail] of mistakes) {
    it(`is refused with its line: ${name}`, () => {
      const problem = problemOf(template);
      assert.equal(problem.line, line);
      assert.match(problem.detail, detail);
    });
  }

  it('is read in linear time and filled with a bound, however hostile', () => {
    const started = performance.now();
    assert.ok(!parseTemplate(`{{${' '.repeat(500_000)}`, fields).ok);
    assert.ok(parseTemplate(' '.repeat(500_000) + '{{title}}'.repeat(50_000), fields).ok);
    const nested = `${'{{#each people}}'.repeat(15)}x${'{{/each}}'.repeat(15)}`;
    const reading = parseTemplate(nested, fields);
    assert.ok(reading.ok);
    const many = { ...data, people: Array.from({ length: 1_000 }, () => data.people[0]) };
    assert.equal(fillTemplate(reading.template, many, htmlWriter), null);
    assert.ok(performance.now() - started < 10_000);
  });

  it('describes its fields one a line', () => {
    assert.deepEqual(describeFields(fields), [
      'title  a title',
      'note  a note',
      'drawing  a drawing',
      'people[]  people',
      'people[].name  a name',
      'people[].tags[]  tags',
    ]);
  });
});

describe('a template of a team', () => {
  const document = documentOf({ phases: [phase()] });

  it('begins as the built-in one, with every field explained above it', () => {
    for (const form of ['markdown', 'html'] as const) {
      const own = templateToChange(form);
      assert.ok(own.endsWith(builtInTemplate(form)));
      assert.match(own, /\{\{! {3}reboots\[\]\.verdicts\[\]\.causes\[\]\.why {2}.+ \}\}/);
      assert.equal(reportOf(form, document, { template: own }), reportOf(form, document));
    }
  });

  it('takes the place of the built-in one', () => {
    assert.equal(reportOf('markdown', document, { template: 'Hash {{bundle.sha256}}' }), 'Hash 00');
  });
});
