import type { Glyph, TimelineModel, Tone } from '../../core/timeline/timelineModel';
import { createElement } from './dom';
import { paintGlyph } from './glyphPainter';
import { keyHelp } from './keys';
import { hatch, zigzag } from './shapes';
import type { Theme } from './themeColors';

const glyphs: readonly (readonly [Glyph, Tone, string])[] = [
  ['restart', 'neutral', 'restart'],
  ['powerLoss', 'bad', 'power loss'],
  ['fastStartup', 'neutral', 'fast startup'],
  ['shutdown', 'neutral', 'shutdown and start'],
  ['clockStep', 'clock', 'clock step'],
  ['flag', 'caution', 'likely cause'],
  ['flagPossible', 'caution', 'possible cause'],
  ['flagRefuted', 'neutral', 'refuted cause'],
  ['rebootUnexpected', 'caution', 'reboot not called for'],
  ['rebootExpected', 'neutral', 'expected reboot'],
  ['signIn', 'person', 'sign-in'],
  ['automaticSignIn', 'person', 'automatic sign-in'],
  ['rePrompt', 'bad', 're-prompt'],
  ['webRePrompt', 'bad', 're-prompt by web sign-in'],
];

const areas = [
  ['wait', 'lock screen waiting'],
  ['noData', 'no data (not the same as quiet)'],
  ['powerLoss', 'power lost'],
  ['error', 'error records'],
] as const;

const occurs: Readonly<Record<(typeof areas)[number][0], (model: TimelineModel) => boolean>> = {
  wait: ({ items }) => [...items.values()].some(({ kind }) => kind === 'wait'),
  noData: ({ lanes }) => lanes.some((lane) => lane.kind === 'channel' && lane.noData.length > 0),
  powerLoss: ({ bands }) => bands.some(({ style }) => style === 'powerLoss'),
  error: ({ lanes }) => lanes.some((lane) => lane.kind === 'channel' && (lane.series?.errors.length ?? 0) > 0),
};

const side = 18;

/** What the signs mean, drawn by the same hand as the signs themselves. */
export class Legend {
  readonly element = createElement('div', {
    className: 'legend',
    attributes: { 'aria-label': 'Legend', role: 'note' },
  });

  /** Only what occurs in the model is explained: a legend is read, not searched. */
  paint(theme: Theme, model: TimelineModel | null): void {
    const drawn = new Set([...(model?.items.values() ?? [])].map(({ glyph }) => glyph));
    const signs = glyphs
      .filter(([glyph]) => drawn.has(glyph))
      .map(([glyph, tone, text]) =>
        entry(text, (context) => {
          const ink = { color: theme.tones[tone], ground: theme.background, fontFamily: theme.fontFamily };
          paintGlyph(context, glyph, side / 2, side / 2, ink);
        }),
      );
    const fills = areas
      .filter(([area]) => model !== null && occurs[area](model))
      .map(([area, text]) =>
        entry(text, (context) => {
          paintArea(context, area, theme);
        }),
      );
    this.element.replaceChildren(...signs, ...fills);
  }
}

/** The keys, as text. */
export function createKeyHelp(): HTMLElement {
  const keys = keyHelp.map(([key, does]) =>
    createElement('span', { className: 'key' }, createElement('kbd', { text: key }), document.createTextNode(does)),
  );
  return createElement('div', { className: 'legend', attributes: { 'aria-label': 'Keys', role: 'note' } }, ...keys);
}

function paintArea(context: CanvasRenderingContext2D, area: (typeof areas)[number][0], theme: Theme): void {
  const box = { x: 1, y: 3, width: side - 2, height: side - 6 };
  context.lineWidth = 1;
  switch (area) {
    case 'wait':
      context.strokeStyle = theme.tones.bad;
      hatch(context, box, 6, 'up');
      context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'noData':
      context.strokeStyle = theme.dim;
      context.globalAlpha = 0.6;
      hatch(context, box, 5, 'down');
      return;
    case 'powerLoss':
      context.strokeStyle = theme.tones.bad;
      zigzag(context, 5, 0, side);
      hatch(context, { ...box, x: 7, width: side - 7 }, 6, 'up');
      return;
    case 'error':
      context.fillStyle = theme.error;
      context.fillRect(side / 2 - 0.5, 6, 1, side - 7);
      context.beginPath();
      context.moveTo(side / 2 - 3, 1);
      context.lineTo(side / 2 + 3, 1);
      context.lineTo(side / 2, 6);
      context.fill();
      return;
  }
}

function entry(text: string, paint: (context: CanvasRenderingContext2D) => void): HTMLElement {
  const canvas = createElement('canvas', { attributes: { 'aria-hidden': 'true' } });
  const scale = window.devicePixelRatio || 1;
  canvas.width = side * scale;
  canvas.height = side * scale;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.scale(scale, scale);
    paint(context);
  }
  return createElement('span', { className: 'sign' }, canvas, document.createTextNode(text));
}
