import { phrase, spoken } from '../words/language';
import { areaWords, capitalised, shortUri } from '../enrollment/storyWords';
import { subjectName } from '../enrollment/document/subjectName';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { Move, SecurityImpact } from '../enrollment/document/securityImpact';
import { priceWords } from '../enrollment/priceWords';
import { confidenceWords } from '../enrollment/confidenceText';
import { placesText } from './places';
import { savingTexts } from './savingTexts';

const stateWords = spoken<SecurityImpact['state']>({
  measured: phrase('measured since the enrollment'),
  notMeasuredSinceEnrollment: phrase('not measured since the enrollment'),
  rebootPending: phrase('waiting for a restart'),
  active: phrase('active'),
  unknown: phrase('not known'),
});

/** How an area of security stood at the end of the bundle. */
export function impactTexts({ area, state, why, confidence, evidence }: SecurityImpact) {
  return {
    area: capitalised(areaWords[area]),
    state: stateWords[state],
    why,
    confidence: confidence === null ? '' : confidenceWords[confidence],
    places: placesText(evidence),
  };
}

/** Both sides of moving a setting or an app out of device setup. */
export function moveTexts({ subject, now, why, saves, price, scopeNote, evidence }: Move, document: TriageDocument) {
  return {
    name: subjectName(document, subject),
    subject,
    restarts: now === 'restarts',
    why,
    saves: savingTexts(saves).join(', '),
    together: saves.onlyTogetherWith.map((uri) => shortUri(uri)),
    price: priceWords(price),
    scope: scopeNote,
    places: placesText(evidence),
  };
}
