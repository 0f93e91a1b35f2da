import { findingKey } from '../../core/case/anchorSource';
import { anchorOfPlace, type Anchor, type StoryKind } from '../../core/case/anchor';
import { isoTime } from '../../core/enrollment/clock/isoTime';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { isEvidenceRef } from '../../protocol/timelineMessages';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { EvidenceNode } from '../views/evidenceNode';
import { FileNode } from '../views/fileNode';
import { BundleNode } from '../views/fileNodes';
import { FindingNode } from '../views/findingNodes';
import { StoryItemNode } from '../views/storyItemNode';

/** What the command "Add Note…" may be given by the timeline and by other extensions. */
export interface AnnotateRequest {
  /** Key of the bundle; the active one where it is left out. */
  readonly key?: string;
  /** Id of an entry of the triage document, as the timeline knows it. */
  readonly storyId?: string;
  /** A member, or a record or line of it. */
  readonly path?: string;
  readonly recordId?: number;
  readonly line?: number;
  /** Corrected times: milliseconds since 1970 UTC, or ISO 8601. */
  readonly range?: { readonly start: number | string; readonly end: number | string };
  /** The note; it is asked for where it is left out. */
  readonly text?: string;
}

/** A bundle, and what of it a note is to be about, as the case has it. */
export interface AnnotationTarget {
  readonly bundle: OpenBundle;
  readonly anchor: Anchor;
}

/** What a row of a tree or a request is about; `null` for what cannot be annotated. */
export async function annotationTarget(bundles: OpenBundles, source: unknown): Promise<AnnotationTarget | null> {
  if (source instanceof BundleNode) {
    return { bundle: source.bundle, anchor: { kind: 'case' } };
  }
  if (source instanceof FileNode) {
    return targeted(source.bundle, { kind: 'member', path: source.path });
  }
  if (source instanceof EvidenceNode) {
    return targeted(source.bundle, await placeAnchor(source.bundle, source.evidence));
  }
  if (source instanceof FindingNode) {
    return targeted(source.bundle, await findingAnchor(source.bundle, source.index));
  }
  if (source instanceof StoryItemNode) {
    return targeted(source.bundle, await storyAnchor(source.bundle, source.itemId));
  }
  return isRequest(source) ? requested(bundles, source) : null;
}

/** The text that a request brings along. */
export function requestedText(source: unknown): string | undefined {
  return isRequest(source) && typeof source.text === 'string' ? source.text : undefined;
}

async function requested(bundles: OpenBundles, request: AnnotateRequest): Promise<AnnotationTarget | null> {
  const bundle = request.key === undefined ? bundles.active : bundles.find(request.key);
  return bundle === undefined ? null : targeted(bundle, await requestedAnchor(bundle, request));
}

async function requestedAnchor(bundle: OpenBundle, request: AnnotateRequest): Promise<Anchor | null> {
  const { storyId, path, range } = request;
  const ofStory = storyId === undefined ? null : await storyAnchor(bundle, storyId);
  if (ofStory !== null) {
    return ofStory;
  }
  if (isEvidenceRef(request)) {
    return placeAnchor(bundle, request);
  }
  if (range !== undefined) {
    return rangeAnchor(range.start, range.end);
  }
  if (path === undefined) {
    return storyId === undefined ? { kind: 'case' } : null;
  }
  return bundle.member(path) === undefined ? null : { kind: 'member', path };
}

/** An entry of the triage document: one with an anchor of its own, else the time that it took. */
async function storyAnchor(bundle: OpenBundle, storyId: string): Promise<Anchor | null> {
  const { reboots, signIns, findings, phases, boots } = bundle.document;
  const reboot = reboots.find(({ id }) => id === storyId);
  if (reboot !== undefined) {
    return itemAnchor(bundle, 'reboot', storyId, reboot.evidence);
  }
  const signIn = signIns.find(({ id }) => id === storyId);
  if (signIn !== undefined) {
    return itemAnchor(bundle, 'signIn', storyId, signIn.evidence);
  }
  // The timeline numbers findings from 1, as several may share one id.
  const numbered = /^finding\/(\d{1,6})$/.exec(storyId)?.[1];
  const index =
    numbered === undefined
      ? findings.findIndex((finding) => finding.id === storyId || findingKey(finding) === storyId)
      : Number(numbered) - 1;
  if (findings[index] !== undefined) {
    return findingAnchor(bundle, index);
  }
  const phase = phases.find(({ id }) => id === storyId);
  const boot = boots.find(({ id }) => id === storyId);
  const start = phase === undefined ? (boot?.start ?? null) : phase.start;
  return start === null ? null : rangeAnchor(start, phase?.end ?? start);
}

async function findingAnchor(bundle: OpenBundle, index: number): Promise<Anchor | null> {
  const finding = bundle.document.findings[index];
  return finding === undefined ? null : itemAnchor(bundle, 'finding', findingKey(finding), finding.evidence);
}

async function itemAnchor(
  bundle: OpenBundle,
  kind: StoryKind,
  item: string,
  [first]: readonly EvidenceRef[],
): Promise<Anchor> {
  return { kind, item, place: first === undefined ? null : await bundle.placeOf(first) };
}

async function placeAnchor(bundle: OpenBundle, evidence: EvidenceRef): Promise<Anchor | null> {
  const place = await bundle.placeOf(evidence);
  return place === null ? null : anchorOfPlace(place);
}

function rangeAnchor(start: number | string, end: number | string): Anchor | null {
  const [from, to] = [start, end].map((time) => (typeof time === 'number' ? time : Date.parse(time))) as [
    number,
    number,
  ];
  return Number.isFinite(from) && Number.isFinite(to)
    ? { kind: 'timeRange', start: isoTime(Math.min(from, to)), end: isoTime(Math.max(from, to)) }
    : null;
}

/** @param shown in the names that the screen has */
async function targeted(bundle: OpenBundle, shown: Anchor | null): Promise<AnnotationTarget | null> {
  return shown === null ? null : { bundle, anchor: await bundle.anchorInCase(shown) };
}

function isRequest(value: unknown): value is AnnotateRequest {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return false;
  }
  const { key, storyId, path, range } = value as Readonly<Record<string, unknown>>;
  return [key, storyId, path].every((text) => text === undefined || typeof text === 'string') && isRange(range);
}

function isRange(value: unknown): boolean {
  if (value === undefined) {
    return true;
  }
  const isTime = (time: unknown): boolean => typeof time === 'number' || typeof time === 'string';
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
    ? isTime(value.start) && isTime(value.end)
    : false;
}
