import { areaWords, capitalised, counted, shortUri } from '../enrollment/storyWords';
import type { Move, SecurityImpact } from '../enrollment/document/securityImpact';
import { priceWords } from '../enrollment/priceWords';
import { shortDuration } from '../words/duration';
import { placesText } from './places';

const stateWords: Readonly<Record<SecurityImpact['state'], string>> = {
  measured: 'measured since the enrollment',
  notMeasuredSinceEnrollment: 'not measured since the enrollment',
  rebootPending: 'waiting for a restart',
  active: 'active',
  unknown: 'not known',
};

/** How an area of security stood at the end of the bundle. */
export function impactTexts({ area, state, why, confidence, evidence }: SecurityImpact) {
  return {
    area: capitalised(areaWords[area]),
    state: stateWords[state],
    why,
    confidence: confidence ?? '',
    places: placesText(evidence),
  };
}

/** Both sides of moving a setting or an app out of device setup. */
export function moveTexts({ subject, kind, now, why, saves, price, scopeNote, evidence }: Move) {
  return {
    name: kind === 'policy' ? shortUri(subject) : subject,
    subject,
    restarts: now === 'restarts',
    why,
    saves: [
      counted(saves.reboots, 'restart'),
      saves.prompts === null ? 'sign-ins that are not known' : counted(saves.prompts, 'sign-in'),
      ...(saves.waitMs === null ? [] : [`${shortDuration(saves.waitMs)} at the lock screen`]),
    ].join(', '),
    together: saves.onlyTogetherWith.map((uri) => shortUri(uri)),
    price: priceWords(price),
    scope: scopeNote,
    places: placesText(evidence),
  };
}
