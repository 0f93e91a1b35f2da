import { shortDuration } from '../../core/timeline/duration';
import type { Hit } from '../../core/timeline/hitTest';
import { spokenLane } from '../../core/timeline/selection';
import { levelWord } from '../../core/timeline/spokenLabel';
import { fullTime } from '../../core/timeline/timeText';
import { counted } from '../../core/enrollment/storyWords';
import type { TimelineItem } from '../../core/timeline/timelineModel';
import { createElement } from './dom';

/** More marks drawn as one than this are only counted. */
const listedItems = 6;

/** The lines that tell what is under the pointer; empty where nothing is. */
export function tooltipLines(hit: Hit): readonly string[] {
  switch (hit.kind) {
    case 'box':
      return hit.box.items.length === 1 ? itemLines(hit.item) : clusterLines(hit.box.items);
    case 'band':
      return itemLines(hit.item);
    case 'record': {
      const source = hit.lane.series?.source;
      const others = hit.count > 1 ? [`${counted(hit.count, 'record')} at this zoom`] : [];
      return [
        fullTime(source?.times[hit.record] ?? Number.NaN),
        `${hit.lane.log}, record ${source?.recordIds[hit.record] ?? '?'}, ${levelWord(source?.levels[hit.record] ?? 4)}`,
        ...others,
      ];
    }
    case 'noData':
      return ['No data', `${hit.lane.log}: ${hit.span.why}`];
    case 'gutter':
      return hit.lane.kind === 'channel' ? [hit.lane.log, hit.lane.spoken] : [spokenLane(hit.lane)];
    case 'minimap':
    case 'axis':
    case 'plot':
      return [];
  }
}

function itemLines(item: TimelineItem): readonly string[] {
  const length = item.end > item.start ? ` · ${shortDuration(item.end - item.start)}` : '';
  return [`${fullTime(item.start)}${length}`, ...item.details];
}

function clusterLines(items: readonly TimelineItem[]): readonly string[] {
  const more = items.length > listedItems ? [`and ${items.length - listedItems} more`] : [];
  return [
    fullTime(items[0]?.start ?? Number.NaN),
    ...items.slice(0, listedItems).map(({ label }) => label),
    ...more,
    'Click again for the next one',
  ];
}

/** The box beside the pointer. Screen readers have the list and the live region instead. */
export class Tooltip {
  readonly element = createElement('div', { className: 'tooltip', attributes: { 'aria-hidden': 'true' } });

  constructor() {
    this.element.hidden = true;
  }

  /** Shows the lines near a point of the stage, kept inside it. */
  show(lines: readonly string[], x: number, y: number, stage: HTMLElement): void {
    this.element.hidden = lines.length === 0;
    if (lines.length === 0) {
      return;
    }
    this.element.replaceChildren(...lines.map((text) => createElement('div', { text })));
    const left = Math.min(x + 14, stage.clientWidth - this.element.offsetWidth - 8);
    const below = y + 18;
    const fits = below + this.element.offsetHeight < stage.clientHeight;
    const top = fits ? below : y - this.element.offsetHeight - 12;
    this.element.style.left = `${Math.max(4, left)}px`;
    this.element.style.top = `${Math.max(4, top)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
