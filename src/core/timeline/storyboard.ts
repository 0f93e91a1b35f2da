/*
 * What somebody in front of the device saw, as a row of scenes told from the document alone. A scene without evidence
 * is hollow: the flow has it there, and no log of this bundle shows it.
 */
import * as l10n from '@vscode/l10n';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Phase } from '../enrollment/document/phases';
import type { Reboot } from '../enrollment/document/reboots';
import type { Credential, SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import {
  capitalised,
  credentialWords,
  duringWords,
  phaseStateText,
  phaseWords,
  rebootWords,
  signInWords,
} from '../enrollment/storyWords';
import { shortDuration } from '../words/duration';
import { clockTime, instantOf } from '../words/instant';
import type { EvidenceTimes } from './evidenceTimes';
import { detailsOf, sceneItem } from './itemShapes';
import { sentence } from './spokenLabel';
import type { SceneKind, TimelineItem, Tone } from './timelineModel';
import { isEnrollmentSeen, isPhaseSeen } from '../enrollment/document/enrollmentSight';

/** One drawing of the row. */
export interface StoryScene {
  readonly kind: SceneKind;
  /** Milliseconds since 1970 UTC; `null`: after the scene before it, nobody knows when. */
  readonly time: number | null;
  readonly caption: string;
  /** What the drawing claims, or why it is hollow. */
  readonly why: string;
  readonly isSeen: boolean;
  readonly tone: Tone;
  /** Entry of the document that it belongs to; `null` for what has none. */
  readonly about: string | null;
  readonly evidence: readonly EvidenceRef[];
}

/** More restarts or sign-ins than this make no story that can be seen at once. */
const mostOfAKind = 24;

/** In the order of time; what has no time follows what it comes after. */
export function scenesOf(document: TriageDocument, times: EvidenceTimes): readonly StoryScene[] {
  // Hollow scenes fill the gaps of an enrollment; where none is seen at all, they would tell of one.
  const showsEnrollment = isEnrollmentSeen(document);
  const powerLosses = new Set(document.boots.filter(({ kind }) => kind === 'powerLoss').map(({ id }) => id));
  const timed = [
    ...setupScene(document),
    // Device preparation (v2) has a page of its own, and none of the three phases.
    ...(document.devicePreparation === null ? document.phases.flatMap(phaseScene) : []),
    ...document.reboots
      .filter(({ during }) => during !== 'afterEnrollment')
      .slice(0, mostOfAKind)
      .map((reboot) => restartScene(reboot, powerLosses)),
    ...document.signIns
      .filter((signIn) => signIn.class !== 'afterEnrollment' && signIn.class !== 'automatic')
      .slice(0, mostOfAKind)
      .flatMap(signInScenes),
    ...helloScene(document, times),
  ];
  const placed = timed.filter(({ time }) => time !== null).sort((a, b) => a.time! - b.time!);
  const scenes = [...timed.filter(({ time }) => time === null).reduce(inserted, placed), ...desktopScene(document)];
  return showsEnrollment ? scenes : scenes.filter(({ isSeen }) => isSeen);
}

/** The screens that come in one order only; the others may come at any time. */
const flow: readonly SceneKind[] = ['setup', 'deviceEsp', 'accountEsp', 'hello', 'desktop'];

/** Puts a scene without a time before the first one that the flow has later. */
function inserted(scenes: readonly StoryScene[], scene: StoryScene): readonly StoryScene[] {
  const rank = flow.indexOf(scene.kind);
  const later = rank < 0 ? -1 : scenes.findIndex(({ kind }) => flow.indexOf(kind) > rank);
  return later < 0 ? [...scenes, scene] : [...scenes.slice(0, later), scene, ...scenes.slice(later)];
}

/** Scenes as items of the timeline. What has no time points to the same moment as the scene before it. */
export function sceneItems(scenes: readonly StoryScene[]): readonly TimelineItem[] {
  const first = scenes.find(({ time }) => time !== null)?.time ?? null;
  if (first === null) {
    return [];
  }
  let last = first;
  return scenes.map((scene, index) => {
    last = Math.max(last, scene.time ?? last);
    const isPlaced = scene.time !== null;
    return sceneItem({
      id: `scene/${index + 1}`,
      storyId: scene.about ?? `scene/${index + 1}`,
      kind: 'scene',
      start: last,
      openStart: !isPlaced,
      openEnd: !isPlaced,
      scene: { kind: scene.kind, isSeen: scene.isSeen },
      tone: scene.tone,
      label: scene.caption,
      rowLabel: scene.isSeen ? scene.caption : l10n.t('{0} (no evidence)', scene.caption),
      title: scene.caption,
      details: detailsOf(
        scene.why,
        !scene.isSeen && l10n.t('No log of this bundle shows it'),
        !isPlaced && l10n.t('Its time is not known'),
      ),
      spoken: sentence([
        l10n.t('Scene {0} of {1}', index + 1, scenes.length),
        scene.caption,
        isPlaced && clockTime(last),
        !scene.isSeen && l10n.t('no evidence'),
        scene.why,
      ]),
      evidence: scene.evidence,
    });
  });
}

function setupScene({ boots, reboots, phases }: TriageDocument): StoryScene[] {
  const first = boots.find(({ kind }) => kind === 'firstBoot');
  const before = reboots.find(({ during }) => during === 'preJoin' || during === 'setup');
  const scene = { kind: 'setup', caption: l10n.t('Windows setup'), tone: 'neutral', about: null } as const;
  if (first !== undefined) {
    const why = l10n.t('Windows started for the first time, into its setup experience');
    return [{ ...scene, time: instantOf(first.start), why, isSeen: true, evidence: first.evidence }];
  }
  if (before !== undefined) {
    const why = l10n.t('The restart before the join belongs to the setup experience');
    return [{ ...scene, time: instantOf(before.time), why, isSeen: true, evidence: before.evidence }];
  }
  const start = phases.map((phase) => instantOf(phase.start)).find((time) => time !== null);
  const why = l10n.t('the flow begins with it');
  return start === undefined ? [] : [{ ...scene, time: start, why, isSeen: false, evidence: [] }];
}

function phaseScene(phase: Phase): StoryScene[] {
  if (phase.id === 'devicePreparation' || phase.state === 'notStarted' || phase.state === 'skipped') {
    return [];
  }
  const kind = phase.id === 'deviceSetup' ? 'deviceEsp' : 'accountEsp';
  const isSeen = isPhaseSeen(phase) && phase.evidence.length > 0;
  return [
    {
      kind,
      time: instantOf(phase.start) ?? instantOf(phase.end),
      caption: phaseWords[phase.id],
      why: l10n.t('The status page showed {0}: {1}', duringWords[phase.id], phaseStateText(phase)),
      isSeen,
      tone: phase.state === 'failed' ? 'bad' : 'progress',
      about: phase.id,
      evidence: phase.evidence,
    },
  ];
}

/** `powerLosses`: ids of the boots that came after one. */
function restartScene(reboot: Reboot, powerLosses: ReadonlySet<string>): StoryScene {
  const what = capitalised(rebootWords[reboot.class]);
  return {
    kind: 'restart',
    time: instantOf(reboot.time),
    caption: powerLosses.has(reboot.boot) ? l10n.t('Power loss') : l10n.t('Restart'),
    why: reboot.downtimeMs === null ? what : l10n.t('{0}, for {1}', what, shortDuration(reboot.downtimeMs)),
    isSeen: true,
    tone: reboot.expected === false ? 'caution' : 'neutral',
    about: reboot.id,
    evidence: reboot.evidence,
  };
}

/** The lock screen that waited, the way to the globe where it was the web sign-in, and the sign-in itself. */
function signInScenes(signIn: SignIn): StoryScene[] {
  const time = instantOf(signIn.time);
  const tone = signIn.class === 'rePrompt' ? 'bad' : 'person';
  const shared = { tone, about: signIn.id, evidence: signIn.evidence } as const;
  const scenes: StoryScene[] = [];
  if (signIn.class === 'rePrompt' || signIn.class === 'planned') {
    const isSeen = signIn.waitMs !== null;
    scenes.push({
      ...shared,
      kind: 'lockScreen',
      time: time === null ? null : time - (signIn.waitMs ?? 0),
      caption: signIn.waitMs === null ? l10n.t('Lock screen') : l10n.t('Waits {0}', shortDuration(signIn.waitMs)),
      why: lockScreenWhy(signIn.class, isSeen),
      isSeen,
      evidence: isSeen ? signIn.evidence : [],
    });
    if (signIn.credential === 'webSignIn' || signIn.credential === 'temporaryAccessPass') {
      scenes.push({
        ...shared,
        kind: 'signInOptions',
        time,
        caption: l10n.t('Options › globe'),
        why: l10n.t('Other user, Sign-in options, the globe: the way to the web sign-in'),
        isSeen: true,
      });
    }
  }
  const kind = signInScene(signIn);
  if (kind !== null) {
    const isSeen = signIn.credential !== 'unknown';
    scenes.push({
      ...shared,
      kind,
      time,
      caption: signInCaption(signIn.credential),
      why: signIn.credentialWhy === '' ? capitalised(signInWords[signIn.class]) : signIn.credentialWhy,
      isSeen: isSeen || signIn.class === 'first',
    });
  }
  return scenes;
}

function lockScreenWhy(signInClass: 'rePrompt' | 'planned', isSeen: boolean): string {
  if (signInClass === 'rePrompt') {
    return isSeen ? l10n.t('It waited for the re-prompt') : l10n.t('a re-prompt comes after it');
  }
  return isSeen ? l10n.t('It waited for the planned sign-in') : l10n.t('a planned sign-in comes after it');
}

function signInCaption(credential: Credential): string {
  switch (credential) {
    case 'unknown':
      return l10n.t('Signs in');
    case 'temporaryAccessPass':
      return l10n.t('Access Pass');
    default:
      return capitalised(credentialWords[credential]);
  }
}

/** The page on which the credential was entered. */
function signInScene({ credential }: SignIn): SceneKind | null {
  switch (credential) {
    case 'webSignIn':
    case 'unknown':
      return 'signIn';
    case 'temporaryAccessPass':
      return 'accessPass';
    case 'password':
    case 'fido2':
    case 'smartCard':
      return 'password';
    case 'helloPin':
    case 'helloBiometric':
      return 'hello';
    case 'autoLogon':
      return null;
  }
}

function helloScene({ hello }: TriageDocument, times: EvidenceTimes): StoryScene[] {
  if (hello.state === 'notConfigured' || (hello.state === 'unknown' && hello.why === '')) {
    return [];
  }
  const isSeen = hello.state !== 'unknown';
  return [
    {
      kind: 'hello',
      time: isSeen ? times.latest(hello.evidence) : null,
      caption: hello.state === 'incomplete' ? l10n.t('Hello unfinished') : l10n.t('Windows Hello'),
      why: hello.why,
      isSeen,
      tone: hello.state === 'incomplete' ? 'bad' : 'person',
      about: 'hello',
      evidence: isSeen ? hello.evidence : [],
    },
  ];
}

/** No record tells that the desktop came; a later sign-in of the same person does, as near as it gets. */
function desktopScene({ signIns, phases }: TriageDocument): StoryScene[] {
  const after = signIns.find((signIn) => signIn.class === 'afterEnrollment');
  const done = phases.find(({ id, state }) => id === 'accountSetup' && state === 'succeeded');
  const scene = { kind: 'desktop', caption: l10n.t('Desktop'), tone: 'neutral' } as const;
  if (after !== undefined) {
    const why = l10n.t('Somebody signed in after the enrollment');
    return [{ ...scene, time: instantOf(after.time), why, isSeen: true, about: after.id, evidence: after.evidence }];
  }
  return done === undefined
    ? []
    : [
        {
          ...scene,
          time: instantOf(done.end),
          why: l10n.t('account setup ended before it'),
          isSeen: false,
          about: done.id,
          evidence: [],
        },
      ];
}
