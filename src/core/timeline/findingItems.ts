/*
 * Findings on the timeline. A finding stands where the thing it is about stands, or else where the record is that
 * shows it; what is about no moment (a log that is missing, say) is in the list alone, but never only counted.
 */
import { capitalised, severityWords } from '../enrollment/storyWords';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import type { EventSeries } from './eventSeries';
import { recordIndexOf } from './eventSeries';
import { detailsOf, mark, unplaced } from './itemShapes';
import { sameEvidence } from './selection';
import { spokenFinding } from './spokenLabel';
import { isInstant } from '../words/instant';
import type { TimelineItem } from './timelineModel';

/** One item per finding, in their order; those without a time are `unplaced`. */
export function findingItems(
  findings: readonly Finding[],
  story: readonly TimelineItem[],
  channels: readonly EventSeries[],
): readonly TimelineItem[] {
  const startOf = new Map(story.map((item) => [item.id, item.start]));
  return findings.map((finding, index) => {
    const times = [
      ...finding.about.map((id) => startOf.get(id)),
      ...finding.evidence.map((reference) => timeOf(reference, story, channels)),
    ];
    return findingItem(finding, index, times.find((time) => time !== undefined) ?? null);
  });
}

const glyphs = { error: 'findingError', warning: 'findingWarning', info: 'findingInfo' } as const;
const tones = { error: 'bad', warning: 'caution', info: 'neutral' } as const;

function findingItem(finding: Finding, index: number, time: number | null): TimelineItem {
  const severity = capitalised(severityWords[finding.severity]);
  const essentials = {
    id: `finding/${index + 1}`,
    storyId: finding.id,
    kind: 'finding',
    glyph: glyphs[finding.severity],
    tone: tones[finding.severity],
    label: finding.title,
    rowLabel: `${severity}: ${finding.title}`,
    title: finding.title,
    details: detailsOf(
      `${severity}, ${finding.confidence} confidence`,
      ['Advice', finding.advice],
      ...finding.wouldDecide.map((source) => ['Would decide', source] as const),
    ),
    spoken: spokenFinding(finding, time),
    evidence: finding.evidence,
  } as const;
  return time === null ? unplaced(essentials) : mark({ ...essentials, start: time });
}

/** The time of the story's mark that rests on the same place, else of the record, else of a bar that rests on it. */
function timeOf(
  reference: EvidenceRef,
  story: readonly TimelineItem[],
  channels: readonly EventSeries[],
): number | undefined {
  const restingOnIt = story.filter(({ evidence }) => evidence.some((own) => sameEvidence(own, reference)));
  const marked = restingOnIt.find(({ shape }) => shape === 'mark');
  return marked?.start ?? timeOfRecord(reference, channels) ?? restingOnIt[0]?.start;
}

function timeOfRecord(reference: EvidenceRef, channels: readonly EventSeries[]): number | undefined {
  if ('recordId' in reference) {
    for (const series of channels.filter(({ path }) => path === reference.path)) {
      const index = recordIndexOf(series, reference.recordId);
      const time = index === null ? undefined : series.times[index];
      if (time !== undefined && isInstant(time)) {
        return time;
      }
    }
  }
  return undefined;
}
