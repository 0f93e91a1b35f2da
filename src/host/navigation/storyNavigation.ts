import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import { hasTabsOf } from '../documents/bundleTabs';
import { bundlePlace } from '../documents/bundleUri';
import type { OpenLogs } from '../language/openLogs';
import { stepError } from './errorSteps';
import { evidenceKey, placesOf } from './evidenceIndex';
import type { EvidenceNavigator } from './evidenceNavigator';
import { findingList } from './findingPicker';
import { pickWithPreview, type PreviewItem, type PreviewList } from './previewPick';
import { rebootList } from './rebootPicker';
import { stepStop, type StepDirection, type StepPosition } from './stopSteps';
import type { StoryFocus } from './storyFocus';
import { atTheEnd, noneAtAll } from './stepMessages';
import { storyStops, type StoryStop, type StoryStopKind } from './storyStops';
import { timeList } from './timePicker';

/** Jumps through a bundle: from one stop of the story to the next, and to places that are chosen from a list. */
export class StoryNavigation {
  /** A list that is left goes back to where the person was: a step that follows at once must not be overtaken by that. */
  private lastPick: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly navigator: EvidenceNavigator,
    private readonly focus: StoryFocus,
    private readonly logs: OpenLogs,
  ) {}

  /** To the next or previous reboot, re-prompt, sign-in, phase or clock step. */
  async step(bundle: OpenBundle, kind: StoryStopKind, direction: StepDirection): Promise<void> {
    await this.lastPick;
    const stops = storyStops(bundle.document, kind);
    const stop = stepStop(stops, await this.positionAmong(bundle, stops), direction);
    if (stop === null) {
      say(stops.length === 0 ? noneAtAll(kind, bundle.name) : atTheEnd(kind, direction, bundle.name));
      return;
    }
    await this.goTo(bundle, stop.evidence, stop.itemId);
  }

  /** To the next or previous critical or error record of all event logs. */
  async stepError(bundle: OpenBundle, direction: StepDirection): Promise<void> {
    await this.lastPick;
    const cursor = await this.cursor(bundle);
    const record = cursor !== null && 'recordId' in cursor.evidence ? cursor.evidence : null;
    const time = cursor?.time ?? null;
    const position = time === null ? null : { time, record };
    const evidence = stepError(await bundle.series(), position, direction);
    if (evidence === null) {
      say(position === null ? noneAtAll('error', bundle.name) : atTheEnd('error', direction, bundle.name));
      return;
    }
    await this.goTo(bundle, evidence, null);
  }

  pickReboot(bundle: OpenBundle): Promise<void> {
    return this.pick(bundle, rebootList(bundle, this.currentItem(bundle)));
  }

  pickFinding(bundle: OpenBundle): Promise<void> {
    return this.pick(bundle, findingList(bundle, this.currentItem(bundle)));
  }

  async pickTime(bundle: OpenBundle): Promise<void> {
    const here = (await this.cursor(bundle))?.time ?? null;
    await this.pick(bundle, timeList(bundle, await bundle.series(), { here }));
  }

  /** To the row that is chosen from a list. */
  async pick(bundle: OpenBundle, list: PreviewList<PreviewItem>): Promise<void> {
    const picking = this.focus.whilePreviewing(() => pickWithPreview(bundle, this.navigator, list));
    this.lastPick = picking.catch(() => undefined);
    const item = await picking;
    if (item !== undefined && item.evidence !== null) {
      await this.goTo(bundle, item.evidence, item.itemId);
    }
  }

  /** To a place of a bundle, with everything that follows the person. */
  async goTo(bundle: OpenBundle, evidence: EvidenceRef, itemId: string | null): Promise<void> {
    this.focus.moveTo({ bundle, evidence, itemId, origin: 'command' });
    await this.navigator.showEvidence(bundle, evidence);
  }

  /** The record or line at the cursor of a log of this bundle, and its corrected time; `null` elsewhere. */
  async cursor(bundle: OpenBundle): Promise<{ evidence: EvidenceRef; time: number | null } | null> {
    const editor = vscode.window.activeTextEditor;
    const place = editor === undefined ? null : bundlePlace(editor.document.uri);
    if (editor === undefined || place?.key !== bundle.key) {
      return null;
    }
    const line = editor.selection.active.line;
    const { lines } = await bundle.text(place.path, place.part);
    const evidence = lines.evidenceAt(place.path, line);
    const log = await this.logs.of(editor.document);
    return evidence === null ? null : { evidence, time: log?.text.timeAt(line) ?? null };
  }

  private currentItem(bundle: OpenBundle): string | null {
    const { current } = this.focus;
    return current?.bundle === bundle ? current.itemId : null;
  }

  private async positionAmong(bundle: OpenBundle, stops: readonly StoryStop[]): Promise<StepPosition> {
    const { current } = this.focus;
    // Where everything that showed the place was closed, people stand nowhere: the next step begins anew.
    const chosen = current?.bundle === bundle && hasTabsOf(bundle) ? current : undefined;
    const cursor = await this.cursor(bundle);
    // A cursor that has gone on speaks for itself: it is followed only once it has come to rest.
    const left = chosen?.evidence ?? null;
    const hasGoneOn = cursor !== null && left !== null && !isSamePlace(bundle, cursor.evidence, left);
    const itemId = hasGoneOn ? null : (chosen?.itemId ?? null);
    const place = hasGoneOn ? cursor.evidence : left;
    const stop = hasGoneOn
      ? stops.find(({ evidence }) => isSamePlace(bundle, cursor.evidence, evidence))
      : stops.find((candidate) => isAt(bundle, candidate, itemId, place));
    // What supports an item can be long before or after it: only its main evidence is the item itself.
    if (stop !== undefined && isMainEvidence(bundle, stop, place)) {
      return { at: 'stop', id: stop.id };
    }
    const time = cursor?.time ?? null;
    if (time !== null) {
      return { at: 'time', time: Math.floor(time) };
    }
    return stop === undefined ? { at: 'nowhere' } : { at: 'stop', id: stop.id };
  }
}

/** Stops that no view lists are known by their place alone. */
function isAt(
  bundle: Pick<OpenBundle, 'copies'>,
  stop: StoryStop,
  itemId: string | null,
  place: EvidenceRef | null,
): boolean {
  return stop.itemId === null ? place !== null && isMainEvidence(bundle, stop, place) : stop.itemId === itemId;
}

/** An item that was chosen without a place in a log, in the timeline for one, is the item itself too. */
function isMainEvidence(
  bundle: Pick<OpenBundle, 'copies'>,
  { evidence }: StoryStop,
  place: EvidenceRef | null,
): boolean {
  return place === null || isSamePlace(bundle, place, evidence);
}

/** The same record, in whichever copy of its log. */
function isSamePlace({ copies }: Pick<OpenBundle, 'copies'>, place: EvidenceRef, other: EvidenceRef): boolean {
  return placesOf(place, copies).some((same) => evidenceKey(same) === evidenceKey(other));
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
