import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { explainEspState, explainEspStep } from './oobeEventNames';

/** Bits of `BlockInStatusPage`: the buttons that the status page offers when something fails. */
const buttons: readonly (readonly [bit: number, words: string])[] = [
  [1, phrase('reset the device')],
  [2, phrase('try again')],
  [4, phrase('continue anyway')],
];

/** What the status page lets the user do after a failure; `null` for text that is no number. */
export function explainPageButtons(value: string): string | null {
  if (!/^\d{1,10}$/.test(value)) {
    return null;
  }
  const offered = buttons.filter(([bit]) => (Number(value) & bit) !== 0).map(([, words]) => l10n.t(words));
  return offered.length === 0
    ? l10n.t('no way out is offered after a failure')
    : l10n.t('after a failure: {0}', offered.join(', '));
}

/** More steps than any category has. */
const mostSteps = 40;

/**
 * The stored status of a category of the status page, `{"categoryState":…,"DeviceSetup.AppsSubcategory":{…}}`, step by
 * step. Dumps leave the quotes of JSON as they are, so the states are read without a parser; `null` where none is found.
 */
export function explainCategoryStatus(value: string): string | null {
  const category = /"category(?:State"\s*:\s*"(\w{1,60})"|Succeeded"\s*:\s*"?(true|false)\b)/.exec(value);
  const steps = [...value.matchAll(/"([\w.]{1,80})"\s*:\s*\{\s*"subcategoryState"\s*:\s*"(\w{1,60})"/g)].slice(
    0,
    mostSteps,
  );
  if (category === null && steps.length === 0) {
    return null;
  }
  const state = category?.[1] ?? (category?.[2] === undefined ? null : category[2] === 'true' ? 'succeeded' : 'failed');
  return [
    ...(state === null ? [] : [explainEspState(state) ?? state]),
    ...steps.map(
      ([, step, stepState]) => `${explainEspStep(step!) ?? step!}: ${explainEspState(stepState!) ?? stepState!}`,
    ),
  ].join('; ');
}
