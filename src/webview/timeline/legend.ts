import type { Glyph, TimelineModel, Tone } from '../../core/timeline/timelineModel';
import { createElement } from './dom';
import { paintGlyph } from '../../core/timeline/paint/glyphPainter';
import { hatch, pauseSpacing, zigzag } from '../../core/timeline/paint/shapes';
import { faint, type Theme } from '../../core/timeline/paint/theme';

/** Every sign there is: what the page can draw, it can explain. The most telling come first. */
const signs: Readonly<Record<Glyph, readonly [Tone, string]>> = {
  rebootUnexpected: ['caution', 'reboot not called for'],
  rebootExpected: ['neutral', 'expected reboot'],
  rebootUndecided: ['neutral', 'reboot, not decidable'],
  webRePrompt: ['bad', 're-prompt: web sign-in'],
  passRePrompt: ['bad', 're-prompt: Temporary Access Pass'],
  passwordRePrompt: ['bad', 're-prompt: password'],
  rePrompt: ['bad', 're-prompt: Hello, key or card'],
  unknownRePrompt: ['bad', 're-prompt: credential unknown'],
  flag: ['caution', 'confirmed or likely cause'],
  flagPossible: ['caution', 'possible cause'],
  flagRefuted: ['neutral', 'refuted cause'],
  flagUnanswered: ['neutral', 'asked for a restart, none answered'],
  otherCause: ['caution', 'other cause, confirmed or likely'],
  otherCausePossible: ['caution', 'other cause, possible'],
  otherCauseRefuted: ['neutral', 'other cause, refuted'],
  refusal: ['caution', 'sign-in or token refused'],
  tokenMissing: ['bad', 'no token'],
  tokenPresent: ['good', 'token'],
  tokenUnknown: ['neutral', 'token unknown'],
  autoLogonCleared: ['caution', 'auto-logon cleared'],
  helloDone: ['good', 'Hello set up'],
  helloUnfinished: ['bad', 'Hello not finished'],
  helloTrace: ['caution', 'sign of Hello'],
  userMark: ['progress', 'your mark'],
  note: ['progress', 'note'],
  noteStarred: ['progress', 'starred note'],
  noteSettled: ['neutral', 'settled note'],
  findingError: ['bad', 'finding: error'],
  findingWarning: ['caution', 'finding: warning'],
  findingInfo: ['neutral', 'finding: info'],
  powerLoss: ['bad', 'power loss'],
  signIn: ['person', 'sign-in'],
  automaticSignIn: ['person', 'automatic sign-in'],
  restart: ['neutral', 'restart'],
  fastStartup: ['neutral', 'fast startup'],
  shutdown: ['neutral', 'shutdown and start'],
  firstBoot: ['neutral', 'first boot'],
  unknownBoot: ['neutral', 'start, cause unknown'],
  clockStep: ['clock', 'clock step'],
  zoneChange: ['clock', 'time zone change'],
  sleep: ['neutral', 'asleep'],
};

type Area = 'wait' | 'pause' | 'failed' | 'noData' | 'powerLoss' | 'error' | 'warning';

const areas: Readonly<Record<Area, readonly [text: string, occurs: (model: TimelineModel) => boolean]>> = {
  wait: ['lock screen waiting', ({ items }) => [...items.values()].some(({ kind }) => kind === 'wait')],
  pause: ['pause within a phase', ({ items }) => [...items.values()].some(({ pauses }) => pauses.length > 0)],
  failed: ['failed', ({ items }) => [...items.values()].some(({ fill }) => fill === 'striped')],
  noData: [
    'no data (not the same as quiet)',
    ({ lanes }) => lanes.some((lane) => lane.kind === 'channel' && lane.noData.length > 0),
  ],
  powerLoss: ['power lost', ({ bands }) => bands.some(({ style }) => style === 'powerLoss')],
  error: [
    'error records',
    ({ lanes }) => lanes.some((lane) => lane.kind === 'channel' && (lane.series?.errors.length ?? 0) > 0),
  ],
  warning: [
    'warning records',
    ({ lanes }) => lanes.some((lane) => lane.kind === 'channel' && (lane.series?.warnings.length ?? 0) > 0),
  ],
};

const side = 18;

/**
 * What the signs mean, drawn by the same hand as the signs themselves: one row of those that fit, and all of them in
 * a box that opens above it.
 */
export class Legend {
  readonly element: HTMLElement;
  readonly box = createElement('div', {
    className: 'popover legend-box',
    attributes: { id: 'all-signs', role: 'region', 'aria-label': 'All signs' },
  });
  private readonly row = createElement('div', { className: 'legend-row' });
  private readonly button = createElement('button', {
    className: 'link',
    text: 'All signs',
    attributes: { type: 'button', 'aria-controls': 'all-signs' },
  });

  constructor() {
    this.element = createElement(
      'div',
      { className: 'legend', attributes: { 'aria-label': 'Legend', role: 'group' } },
      this.row,
      this.button,
    );
    this.button.addEventListener('click', () => {
      this.setOpen(!this.isOpen);
    });
    this.setOpen(false);
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  setOpen(open: boolean): void {
    this.box.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
  }

  /** Only what occurs in the model is explained: a legend is read, not searched. */
  paint(theme: Theme, model: TimelineModel | null): void {
    this.row.replaceChildren(...entriesOf(theme, model));
    this.box.replaceChildren(...entriesOf(theme, model));
  }
}

function entriesOf(theme: Theme, model: TimelineModel | null): HTMLElement[] {
  const drawn = new Set([...(model?.items.values() ?? [])].map(({ glyph }) => glyph));
  const glyphs = (Object.keys(signs) as Glyph[])
    .filter((glyph) => drawn.has(glyph))
    .map((glyph) => {
      const [tone, text] = signs[glyph];
      return entry(text, (context) => {
        const ink = { color: theme.tones[tone], ground: theme.background, fontFamily: theme.fontFamily };
        paintGlyph(context, glyph, side / 2, side / 2, ink);
      });
    });
  const fills = (Object.keys(areas) as Area[])
    .filter((area) => model !== null && areas[area][1](model))
    .map((area) =>
      entry(areas[area][0], (context) => {
        paintArea(context, area, theme);
      }),
    );
  return [...glyphs, ...fills];
}

function paintArea(context: CanvasRenderingContext2D, area: Area, theme: Theme): void {
  const box = { x: 1, y: 3, width: side - 2, height: side - 6 };
  context.lineWidth = 1;
  switch (area) {
    case 'wait':
      context.strokeStyle = theme.tones.bad;
      hatch(context, box, 6, 'up');
      context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'pause':
      context.strokeStyle = theme.tones.progress;
      hatch(context, box, pauseSpacing, 'up');
      context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'failed':
      context.strokeStyle = theme.tones.bad;
      hatch(context, box, 4, 'down');
      context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'noData':
      context.strokeStyle = theme.dim;
      context.globalAlpha = faint(theme);
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
    case 'warning':
      context.fillStyle = theme.warning;
      context.fillRect(side / 2 - 0.5, 3, 1, side - 8);
      context.beginPath();
      context.moveTo(side / 2 - 3, side - 1);
      context.lineTo(side / 2 + 3, side - 1);
      context.lineTo(side / 2, side - 5);
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
