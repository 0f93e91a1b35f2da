/*
 * Sign-ins and the lock screens that waited for them. A prompt that a restart called for has a sign of its own for each
 * kind of credential.
 */
import * as l10n from '@vscode/l10n';
import type { Credential, SignIn } from '../enrollment/document/signIns';
import { capitalised, credentialWords, signInWords } from '../enrollment/storyWords';
import { shortDuration } from '../words/duration';
import { instantOf } from '../words/instant';
import { confidenceText } from '../enrollment/confidenceText';
import { bar, detailsOf, doubt, mark } from './itemShapes';
import { untilWords, userClassWords } from './words';
import { spokenSignIn, spokenWait, type Position } from './spokenLabel';
import type { Glyph, TimelineItem } from './timelineModel';

/** The sign-in, and before it the lock screen that waited for it. */
export function signInItems(signIn: SignIn, position: Position): TimelineItem[] {
  const time = instantOf(signIn.time);
  if (time === null) {
    return [];
  }
  const again = signIn.class === 'rePrompt';
  const who = signIn.user.name ?? (signIn.user.class === 'unknown' ? null : userClassWords[signIn.user.class]);
  const credential = signIn.credential === 'unknown' && !again ? '' : ` · ${credentialWords[signIn.credential]}`;
  const signInMark = mark({
    id: signIn.id,
    kind: 'signIn',
    start: time,
    uncertaintyMs: signIn.timeUncertaintyMs ?? null,
    glyph: signInGlyph(signIn),
    tone: again ? 'bad' : 'person',
    label: `${capitalised(signInWords[signIn.class])}${credential}`,
    title: `${capitalised(signInWords[signIn.class])}: ${credentialWords[signIn.credential]}`,
    details: detailsOf(
      who ?? '',
      signIn.credentialWhy,
      signIn.waitMs !== null && l10n.t('After {0} at the lock screen', shortDuration(signIn.waitMs)),
      ...doubt(signIn.timeUncertaintyMs ?? null),
      capitalised(confidenceText(signIn.confidence)),
    ),
    spoken: spokenSignIn(signIn, time, position),
    evidence: signIn.evidence,
  });
  const start = time - (signIn.waitMs ?? 0);
  // Before an automatic sign-in nobody is waited for.
  if (signIn.class === 'automatic' || signIn.waitMs === null || !(signIn.waitMs > 0) || !Number.isFinite(start)) {
    return [signInMark];
  }
  const waited = shortDuration(signIn.waitMs);
  const wait = bar({
    id: `wait/${signIn.id}`,
    storyId: signIn.id,
    kind: 'wait',
    row: 1,
    start,
    end: time,
    fill: 'hatched',
    tone: again ? 'bad' : 'person',
    label: l10n.t('Lock screen {0}', waited),
    title: l10n.t('The lock screen waited {0}', waited),
    details: detailsOf(untilWords[signIn.class]),
    spoken: spokenWait(signIn, start),
    evidence: signIn.evidence,
  });
  return [wait, signInMark];
}

function signInGlyph(signIn: SignIn): Glyph {
  if (signIn.class === 'rePrompt') {
    return rePromptGlyphs[signIn.credential];
  }
  return signIn.class === 'automatic' ? 'automaticSignIn' : 'signIn';
}

const rePromptGlyphs: Readonly<Record<Credential, Glyph>> = {
  webSignIn: 'webRePrompt',
  temporaryAccessPass: 'passRePrompt',
  password: 'passwordRePrompt',
  helloPin: 'rePrompt',
  helloBiometric: 'rePrompt',
  fido2: 'rePrompt',
  smartCard: 'rePrompt',
  autoLogon: 'rePrompt',
  unknown: 'unknownRePrompt',
};
