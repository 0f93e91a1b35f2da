import { l10n } from 'vscode';
import type { StepDirection } from './stopSteps';
import type { StoryStopKind } from './storyStops';

/** What people step through. */
export type StepKind = StoryStopKind | 'error';

/** There is none to step to, from wherever; that none is seen does not say that there was none. */
export function noneAtAll(kind: StepKind, name: string): string {
  switch (kind) {
    case 'reboot':
      return l10n.t('No reboot is seen in {0}.', name);
    case 'rePrompt':
      return l10n.t('No re-prompt is seen in {0}.', name);
    case 'signIn':
      return l10n.t('No sign-in is seen in {0}.', name);
    case 'phase':
      return l10n.t('No phase is seen in {0}.', name);
    case 'clockStep':
      return l10n.t('No clock step is seen in {0}.', name);
    case 'error':
      return l10n.t('No error is seen in the event logs of {0}.', name);
  }
}

/** The last one was reached, or the first. */
export function atTheEnd(kind: StepKind, direction: StepDirection, name: string): string {
  return direction === 'next' ? noLater(kind, name) : noEarlier(kind, name);
}

function noLater(kind: StepKind, name: string): string {
  switch (kind) {
    case 'reboot':
      return l10n.t('No later reboot in {0}.', name);
    case 'rePrompt':
      return l10n.t('No later re-prompt in {0}.', name);
    case 'signIn':
      return l10n.t('No later sign-in in {0}.', name);
    case 'phase':
      return l10n.t('No later phase in {0}.', name);
    case 'clockStep':
      return l10n.t('No later clock step in {0}.', name);
    case 'error':
      return l10n.t('No later error in the event logs of {0}.', name);
  }
}

function noEarlier(kind: StepKind, name: string): string {
  switch (kind) {
    case 'reboot':
      return l10n.t('No earlier reboot in {0}.', name);
    case 'rePrompt':
      return l10n.t('No earlier re-prompt in {0}.', name);
    case 'signIn':
      return l10n.t('No earlier sign-in in {0}.', name);
    case 'phase':
      return l10n.t('No earlier phase in {0}.', name);
    case 'clockStep':
      return l10n.t('No earlier clock step in {0}.', name);
    case 'error':
      return l10n.t('No earlier error in the event logs of {0}.', name);
  }
}
