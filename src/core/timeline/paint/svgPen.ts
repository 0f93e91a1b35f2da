import type { Pen } from './pen';
import { textWidth } from './textWidth';

interface State {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: Pen['lineCap'];
  lineJoin: Pen['lineJoin'];
  globalAlpha: number;
  font: string;
  textAlign: Pen['textAlign'];
  textBaseline: Pen['textBaseline'];
  dash: readonly number[];
  x: number;
  y: number;
  /** Groups that were opened since the last save. */
  groups: number;
}

const blank: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  dash: [],
  x: 0,
  y: 0,
  groups: 0,
};

/**
 * Draws into SVG instead of pixels. Clips are rectangles, as the painters use them; texts are measured roughly, since
 * nobody knows the reader's fonts.
 */
export class SvgPen implements Pen {
  private state: State = { ...blank };
  private readonly saved: State[] = [];
  private readonly elements: string[] = [];
  private readonly clips: string[] = [];
  private path = '';

  /** @param idPrefix keeps the ids of several drawings on one page apart */
  constructor(private readonly idPrefix: string) {}

  get fillStyle(): unknown {
    return this.state.fillStyle;
  }
  set fillStyle(style: unknown) {
    this.state.fillStyle = style;
  }
  get strokeStyle(): unknown {
    return this.state.strokeStyle;
  }
  set strokeStyle(style: unknown) {
    this.state.strokeStyle = style;
  }
  get lineWidth(): number {
    return this.state.lineWidth;
  }
  set lineWidth(width: number) {
    this.state.lineWidth = width;
  }
  get lineCap(): Pen['lineCap'] {
    return this.state.lineCap;
  }
  set lineCap(cap: Pen['lineCap']) {
    this.state.lineCap = cap;
  }
  get lineJoin(): Pen['lineJoin'] {
    return this.state.lineJoin;
  }
  set lineJoin(join: Pen['lineJoin']) {
    this.state.lineJoin = join;
  }
  get globalAlpha(): number {
    return this.state.globalAlpha;
  }
  set globalAlpha(alpha: number) {
    this.state.globalAlpha = alpha;
  }
  get font(): string {
    return this.state.font;
  }
  set font(font: string) {
    this.state.font = font;
  }
  get textAlign(): Pen['textAlign'] {
    return this.state.textAlign;
  }
  set textAlign(align: Pen['textAlign']) {
    this.state.textAlign = align;
  }
  get textBaseline(): Pen['textBaseline'] {
    return this.state.textBaseline;
  }
  set textBaseline(baseline: Pen['textBaseline']) {
    this.state.textBaseline = baseline;
  }

  /** What was drawn, to be put between `<svg …>` and `</svg>`. */
  content(): string {
    const defs = this.clips.length === 0 ? '' : `<defs>${this.clips.join('')}</defs>`;
    return `${defs}${this.elements.join('')}`;
  }

  save(): void {
    this.saved.push(this.state);
    this.state = { ...this.state, groups: 0 };
  }

  restore(): void {
    const before = this.saved.pop();
    if (before !== undefined) {
      this.elements.push('</g>'.repeat(this.state.groups));
      this.state = before;
    }
  }

  translate(x: number, y: number): void {
    this.state.x += x;
    this.state.y += y;
  }

  beginPath(): void {
    this.path = '';
  }

  closePath(): void {
    this.path += 'Z';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.point(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${this.point(x, y)}`;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path += `C${this.point(x1, y1)} ${this.point(x2, y2)} ${this.point(x, y)}`;
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.ellipse(x, y, radius, radius, 0, from, to);
  }

  /** In two halves: a single arc cannot be a whole ellipse. Rotation is not drawn. */
  ellipse(x: number, y: number, radiusX: number, radiusY: number, _rotation: number, from: number, to: number): void {
    const at = (angle: number): string => this.point(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle));
    const middle = (from + to) / 2;
    const half = (angle: number): string => `A${short(radiusX)} ${short(radiusY)} 0 0 1 ${at(angle)}`;
    this.path += `${this.path === '' ? 'M' : 'L'}${at(from)}${half(middle)}${half(to)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${this.point(x, y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  clip(): void {
    const id = `${this.idPrefix}-clip-${this.clips.length + 1}`;
    this.clips.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this.elements.push(`<g clip-path="url(#${id})">`);
    this.state.groups += 1;
  }

  fill(): void {
    this.add(`<path d="${this.path}"${this.fillAttributes()}/>`);
  }

  stroke(): void {
    this.add(`<path d="${this.path}" fill="none"${this.strokeAttributes()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.add(`<rect${this.box(x, y, width, height)}${this.fillAttributes()}/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.add(`<rect${this.box(x, y, width, height)} fill="none"${this.strokeAttributes()}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    if (text.trim() === '') {
      return;
    }
    const anchor = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' }[this.state.textAlign];
    // Not every program that shows SVG knows dominant-baseline: a third of the size is the middle of most letters.
    const drop = this.state.textBaseline === 'middle' ? this.fontSize() * 0.35 : 0;
    this.add(
      `<text x="${short(x + this.state.x)}" y="${short(y + this.state.y + drop)}" text-anchor="${anchor}"` +
        `${this.fontAttributes()}${this.fillAttributes()}>${escaped(text)}</text>`,
    );
  }

  measureText(text: string): { readonly width: number } {
    return { width: textWidth(text, this.fontSize()) };
  }

  setLineDash(lengths: number[]): void {
    this.state.dash = lengths;
  }

  /** What nobody sees is not drawn. */
  private add(element: string): void {
    if (this.state.globalAlpha > 0) {
      this.elements.push(element);
    }
  }

  private point(x: number, y: number): string {
    return `${short(x + this.state.x)} ${short(y + this.state.y)}`;
  }

  private box(x: number, y: number, width: number, height: number): string {
    return ` x="${short(x + this.state.x)}" y="${short(y + this.state.y)}" width="${short(Math.max(0, width))}" height="${short(Math.max(0, height))}"`;
  }

  private fillAttributes(): string {
    return ` fill="${escaped(String(this.state.fillStyle))}"${this.opacity('fill-opacity')}`;
  }

  private strokeAttributes(): string {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash } = this.state;
    return [
      ` stroke="${escaped(String(strokeStyle))}"`,
      ...(lineWidth === 1 ? [] : [` stroke-width="${short(lineWidth)}"`]),
      ...(lineCap === 'butt' ? [] : [` stroke-linecap="${lineCap}"`]),
      ...(lineJoin === 'miter' ? [] : [` stroke-linejoin="${lineJoin}"`]),
      ...(dash.length === 0 ? [] : [` stroke-dasharray="${dash.map(short).join(' ')}"`]),
      this.opacity('stroke-opacity'),
    ].join('');
  }

  private opacity(attribute: string): string {
    return this.state.globalAlpha === 1 ? '' : ` ${attribute}="${short(this.state.globalAlpha)}"`;
  }

  /** `bold 10px Arial, sans-serif`, the only form of a font that the painters use. */
  private fontAttributes(): string {
    const [, weight, family] = /^(bold )?[\d.]+px (.+)$/.exec(this.state.font) ?? [];
    return ` font-size="${this.fontSize()}"${weight === undefined ? '' : ' font-weight="bold"'} font-family="${escaped(family ?? 'sans-serif')}"`;
  }

  private fontSize(): number {
    return Number(/([\d.]+)px/.exec(this.state.font)?.[1] ?? 10);
  }
}

/** Two digits behind the point are finer than any screen. */
function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';
}

/** Labels come out of logs: nothing in them may become markup, and control characters are no XML. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
