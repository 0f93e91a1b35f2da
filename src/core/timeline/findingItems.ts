/*
 * Findings on the timeline. A finding stands where the first record is that shows it, or else where the thing it is
 * about stands; what is about no moment (a log that is missing, say) is in the list alone, but never only counted.
 */
import * as l10n from '@vscode/l10n';
import { capitalised, severityWords } from '../enrollment/storyWords';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import type { EvidenceTimes } from './evidenceTimes';
import { confidenceText } from '../enrollment/confidenceText';
import { detailsOf, mark, unplaced } from './itemShapes';
import { evidenceKey } from './selection';
import { spokenFinding } from './spokenLabel';
import type { TimelineItem } from './timelineModel';

/** One item per finding, in their order; those without a time are `unplaced`. */
export function findingItems(
  findings: readonly Finding[],
  story: readonly TimelineItem[],
  times: EvidenceTimes,
): readonly TimelineItem[] {
  const startOf = new Map(story.map((item) => [item.id, item.start]));
  const places = new StoryPlaces(story);
  return findings.map((finding, index) => {
    const moments = [
      ...finding.evidence.map((reference) => places.timeOf(reference, times)),
      ...finding.about.map((id) => startOf.get(id)),
    ];
    return findingItem(finding, index, moments.find((time) => time !== undefined) ?? null);
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
      `${severity}, ${confidenceText(finding.confidence)}`,
      [l10n.t('Advice'), finding.advice],
      ...finding.wouldDecide.map((source) => [l10n.t('Would decide'), source] as const),
    ),
    spoken: spokenFinding(finding, time),
    evidence: finding.evidence,
  } as const;
  return time === null ? unplaced(essentials) : mark({ ...essentials, start: time });
}

/** Where the story stands on a place in the logs: at a mark, and else at a bar. */
class StoryPlaces {
  private readonly marks = new Map<string, number>();
  private readonly bars = new Map<string, number>();

  constructor(story: readonly TimelineItem[]) {
    for (const { shape, start, evidence } of story) {
      const places = shape === 'mark' ? this.marks : this.bars;
      for (const reference of evidence) {
        const key = evidenceKey(reference);
        places.set(key, places.get(key) ?? start);
      }
    }
  }

  /** The time of the story's mark that rests on the same place, else of the record, else of a bar that rests on it. */
  timeOf(reference: EvidenceRef, times: EvidenceTimes): number | undefined {
    const key = evidenceKey(reference);
    return this.marks.get(key) ?? times.of(reference) ?? this.bars.get(key);
  }
}
