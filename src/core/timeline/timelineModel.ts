/*
 * What the timeline shows, before any pixel: lanes and the items on them. The canvas and the list are two views
 * of this one model, so neither can know something that the other does not.
 */
import type { CoverageState } from '../bundle/coverage';
import type { CauseVerdict } from '../enrollment/document/reboots';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { IndexedSeries } from './eventSeries';
import type { TimeRange } from './timeScale';

export type ItemKind =
  | 'scene'
  | 'boot'
  | 'clockStep'
  | 'zoneChange'
  | 'sleep'
  | 'attempt'
  | 'attemptPhase'
  | 'phase'
  | 'subcategory'
  | 'app'
  | 'flag'
  | 'otherCause'
  | 'reboot'
  | 'wait'
  | 'signIn'
  | 'signInProblem'
  | 'token'
  | 'autoLogon'
  | 'hello'
  | 'security'
  | 'finding'
  | 'note'
  | 'mark';

/** The drawing that stands for an item. Every meaning has its own shape: colour only repeats it. */
export type Glyph =
  | 'firstBoot'
  | 'restart'
  | 'powerLoss'
  | 'fastStartup'
  | 'shutdown'
  | 'unknownBoot'
  | 'clockStep'
  | 'zoneChange'
  | 'sleep'
  | 'rebootExpected'
  | 'rebootUnexpected'
  | 'rebootUndecided'
  | 'flag'
  | 'flagPossible'
  | 'flagRefuted'
  | 'flagUnanswered'
  | 'otherCause'
  | 'otherCausePossible'
  | 'otherCauseRefuted'
  | 'signIn'
  | 'automaticSignIn'
  | 'rePrompt'
  | 'webRePrompt'
  | 'passRePrompt'
  | 'passwordRePrompt'
  | 'unknownRePrompt'
  | 'refusal'
  | 'tokenPresent'
  | 'tokenMissing'
  | 'tokenUnknown'
  | 'autoLogonCleared'
  | 'helloDone'
  | 'helloUnfinished'
  | 'helloTrace'
  | 'userMark'
  | 'note'
  | 'noteStarred'
  | 'noteSettled'
  | 'findingError'
  | 'findingWarning'
  | 'findingInfo';

/** A drawing of what somebody in front of the device saw. */
export type SceneKind =
  | 'setup'
  | 'deviceEsp'
  | 'accountEsp'
  | 'restart'
  | 'lockScreen'
  | 'signInOptions'
  | 'accessPass'
  | 'password'
  | 'signIn'
  | 'hello'
  | 'desktop';

/** How the body of a bar is filled. */
export type Fill = 'solid' | 'outline' | 'dotted' | 'hatched' | 'striped';

/** What an item means, for the choice of a theme colour. */
export type Tone = 'neutral' | 'progress' | 'good' | 'caution' | 'bad' | 'clock' | 'person';

/** One thing to know about an item; `term` names it ("Advice") where the text does not. */
export interface Detail {
  readonly term: string | null;
  readonly text: string;
}

/** A time in which nothing could go on: Windows was down, the lock screen waited for somebody, or the device slept. */
export interface Pause extends TimeRange {
  readonly kind: 'restart' | 'wait' | 'sleep';
}

/** One bundle of a timeline that stacks several. Its lanes lie together under its title. */
export interface LaneGroup {
  readonly id: string;
  /** Name of the bundle. */
  readonly title: string;
  /** What was added to its own times so that the moments it is aligned on coincide, milliseconds. */
  readonly shift: number;
}

/** One thing that the story tells. */
export interface TimelineItem {
  /** Unique in the model. Reboots, boots, phases and sign-ins keep the id of the document. */
  readonly id: string;
  /** Id of the document's entry that this item belongs to, as other views know it. */
  readonly storyId: string;
  readonly kind: ItemKind;
  /**
   * Drawn as a bar from start to end, as a glyph at its start, as the drawing of a scene that points to its start, or
   * `none`: it has no time, only the list has it.
   */
  readonly shape: 'bar' | 'mark' | 'scene' | 'none';
  /** Not a number, like the end, where the shape is `none`. */
  readonly start: number;
  readonly end: number;
  /** The bundle does not say when it began or ended; the drawn edge is a guess. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** How far its times may be off, milliseconds; `null` where a record gives the moment. */
  readonly uncertaintyMs: number | null;
  /** Row within the lane, from 0. */
  readonly row: number;
  /** Id of the item it is a part of (the phase of a subcategory). */
  readonly parent: string | null;
  readonly glyph: Glyph | null;
  readonly scene: Scene | null;
  readonly fill: Fill;
  readonly tone: Tone;
  /** Within the span of a bar, by start, none running into the next. */
  readonly pauses: readonly Pause[];
  /** A few words, for the canvas. */
  readonly label: string;
  /** The same for the list, which has no glyph to say the rest. */
  readonly rowLabel: string;
  /** What several of its sort are called, when they are drawn as one: `refuted causes`. */
  readonly plural: string;
  /** What it is, in full. */
  readonly title: string;
  /** What else there is to know, most important first. */
  readonly details: readonly Detail[];
  /** One sentence for screen readers and the live region. */
  readonly spoken: string;
  readonly evidence: readonly EvidenceRef[];
  /** The bundle that it belongs to; `null` where there is only one. */
  readonly group: LaneGroup | null;
}

/** What a drawing shows, and whether a log says so: one without evidence is drawn hollow. */
export interface Scene {
  readonly kind: SceneKind;
  readonly isSeen: boolean;
}

export type StoryLaneId =
  | 'screens'
  | 'boots'
  | 'attempts'
  | 'phases'
  | 'apps'
  | 'flags'
  | 'reboots'
  | 'signIns'
  | 'token'
  | 'hello'
  | 'security'
  | 'findings'
  | 'notes'
  | 'marks';

/** Height class of a row: `main` carries the story, `sub` its parts, `scene` drawings with a caption. */
export type RowKind = 'main' | 'sub' | 'scene';

export interface StoryLane {
  readonly kind: 'story';
  /** Unique in the model. */
  readonly id: string;
  readonly topic: StoryLaneId;
  readonly label: string;
  /** What belongs here but has no time, or else helps to read the lane; `null` when there is nothing to say. */
  readonly note: string | null;
  readonly rows: readonly RowKind[];
  /** By start. */
  readonly items: readonly TimelineItem[];
  /** What belongs here and has no time of its own. */
  readonly unplaced: readonly TimelineItem[];
  readonly group: LaneGroup | null;
}

/** A span of a channel in which the bundle holds no records although there may have been some. */
export interface NoData extends TimeRange {
  readonly why: string;
}

export interface ChannelLane {
  readonly kind: 'channel';
  readonly id: string;
  /** Short name, unique among the lanes. */
  readonly label: string;
  /** The name that records spell. */
  readonly log: string;
  readonly path: string | null;
  readonly state: CoverageState;
  readonly records: number;
  /** `null` where the bundle has no times for it: nothing to draw, which is not the same as quiet. */
  readonly series: IndexedSeries | null;
  /** From the first record to the last; `null` without records. */
  readonly covered: TimeRange | null;
  readonly noData: readonly NoData[];
  readonly spoken: string;
  readonly group: LaneGroup | null;
}

export type Lane = StoryLane | ChannelLane;

/** `uncalledRestart`: one that the enrollment does not call for. */
export type BandStyle =
  'restart' | 'uncalledRestart' | 'powerLoss' | 'shutdown' | 'fastStartup' | 'sleep' | 'clockStep' | 'zoneChange';

/** Drawn over the full height of its bundle, because it cuts through every log. */
export interface Band extends TimeRange {
  readonly item: TimelineItem;
  readonly style: BandStyle;
}

/** `from` led to `to`: a flag to its reboot, a reboot to the sign-in after it. */
export interface Link {
  readonly from: TimelineItem;
  readonly to: TimelineItem;
  readonly verdict: CauseVerdict;
}

export interface TimelineModel {
  readonly lanes: readonly Lane[];
  /** Without a single time there is nothing to draw: the list has all there is. */
  readonly hasTimes: boolean;
  readonly items: ReadonlyMap<string, TimelineItem>;
  readonly bands: readonly Band[];
  readonly links: readonly Link[];
  /** Everything that has a time. */
  readonly extent: TimeRange;
  /** The enrollment: what "fit" shows first. */
  readonly story: TimeRange;
  /** When the first phase of the last attempt began; the start of the story where no phase tells. */
  readonly enrollmentStart: number;
  /** The moment at which the bundles of a stack meet, in words; `null` for a single bundle, which has a clock of its own. */
  readonly meeting: string | null;
  /** The device's own zone, from when on, ascending. */
  readonly localOffsets: readonly { readonly from: number; readonly minutesEastOfUtc: number }[];
}
