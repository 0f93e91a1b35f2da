import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { SvgPen } from '../../../src/core/timeline/paint/svgPen';
import { timelineSvg } from '../../../src/core/timeline/timelineSvg';
import { sampleDocument, series } from './sampleDocument';

const model = buildTimeline(sampleDocument(), [series({})]);

describe('the timeline as SVG', () => {
  const svg = timelineSvg(model, { width: 900 });

  it('is well-formed, closes what it opens, and needs nothing from elsewhere', () => {
    const open: string[] = [];
    for (const [, slash, name, selfClosed] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
      if (slash === '/') {
        assert.equal(open.pop(), name);
      } else if (selfClosed !== '/') {
        open.push(name!);
      }
    }
    assert.deepEqual(open, []);
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|<script|<image|NaN|undefined/);
  });

  it('draws the same labels that the canvas does', () => {
    assert.match(svg, />ESP phases</);
    assert.match(svg, />Reboots</);
  });

  it('says below the lanes what a drawing without evidence looks like, unless nobody wants a legend', () => {
    const hollow = buildTimeline(sampleDocument({ boots: [], reboots: [] }), [series({})]);
    assert.match(timelineSvg(hollow, { width: 900 }), />no log shows it</);
    const bare = timelineSvg(model, { width: 900, withLegend: false });
    assert.doesNotMatch(svg, />no log shows it</, 'it does not occur');
    const heightOf = (text: string): number => Number(/height="(\d+)"/.exec(text)?.[1]);
    assert.ok(heightOf(svg) >= heightOf(bare) + 20);
  });

  it('says in the row of a lane that is empty why it is', () => {
    const phases = sampleDocument().phases.map((phase) => ({
      ...phase,
      state: 'unknown' as const,
      start: null,
      end: null,
      subcategories: [],
    }));
    const unknown = buildTimeline(sampleDocument({ phases }), [series({})]);
    assert.match(
      timelineSvg(unknown, { width: 1200 }),
      />Device preparation: state unknown, Device setup: state unknown/,
    );
    assert.doesNotMatch(svg, /state unknown/);
  });

  it('is the same each time', () => {
    assert.equal(timelineSvg(model, { width: 900 }), svg);
  });

  it('may show the story alone', () => {
    const story = timelineSvg(model, { width: 900, withChannels: false });
    assert.ok(story.length < svg.length);
    assert.match(story, />Reboots</);
  });
});

describe('a pen that draws SVG', () => {
  it('lets no text become markup', () => {
    const pen = new SvgPen('x');
    pen.fillText('<script>&"\u0000', 1, 2);
    assert.match(pen.content(), />&lt;script&gt;&amp;&quot;\ufffd<\/text>/);
  });

  it('forgets with restore what was set since save, and ends the clips', () => {
    const pen = new SvgPen('x');
    pen.save();
    pen.fillStyle = 'red';
    pen.translate(10, 20);
    pen.beginPath();
    pen.rect(0, 0, 5, 5);
    pen.clip();
    pen.fillRect(1, 1, 2, 2);
    pen.restore();
    pen.fillRect(1, 1, 2, 2);
    assert.equal(
      pen.content(),
      '<defs><clipPath id="x-clip-1"><path d="M10 20h5v5h-5Z"/></clipPath></defs>' +
        '<g clip-path="url(#x-clip-1)"><rect x="11" y="21" width="2" height="2" fill="red"/></g>' +
        '<rect x="1" y="1" width="2" height="2" fill="#000"/>',
    );
  });

  it('draws a whole circle and not nothing', () => {
    const pen = new SvgPen('x');
    pen.beginPath();
    pen.arc(0, 0, 5, 0, 2 * Math.PI);
    pen.fill();
    assert.match(pen.content(), /M5 0A5 5 0 0 1 -5 0A5 5 0 0 1 5 0/);
  });
});
