import type { PhaseId, PhaseState } from '../document/phases';

/** In their order on the Enrollment Status Page. */
export const phaseIds: readonly PhaseId[] = ['devicePreparation', 'deviceSetup', 'accountSetup'];

const shortNames: Readonly<Record<PhaseId, string>> = {
  devicePreparation: 'DevicePreparation',
  deviceSetup: 'DeviceSetup',
  accountSetup: 'AccountSetup',
};

/** The page's own name of a phase: `DeviceSetup` → `DeviceSetupCategory`. */
export function categoryId(phase: PhaseId): string {
  return `${shortNames[phase]}Category`;
}

/** The page's own name of a step: `DeviceSetup.AppsSubcategory`. */
export function subcategoryId(phase: PhaseId, step: string): string {
  return `${shortNames[phase]}.${step}`;
}

/** The phase that a subcategory belongs to, by the first part of its id. */
export function phaseOfSubcategory(id: string): PhaseId | null {
  return phaseIds.find((phase) => id.startsWith(`${shortNames[phase]}.`)) ?? null;
}

/**
 * A state in the page's own word. A step that asks for a restart and will try again has not failed: it goes on after
 * the restart. What did not run because something before it failed was not started.
 */
export function stateOfPageWord(word: string): PhaseState | null {
  switch (word) {
    case 'notStarted':
    case 'inProgress':
    case 'succeeded':
    case 'failed':
      return word;
    case 'notRequired':
      return 'skipped';
    case 'cancelled':
      return 'failed';
    case 'rebootRequiredAndTryAgain':
      return 'inProgress';
    case 'failedFromPreviousCategory':
    case 'failedFromPreviousSubcategory':
      return 'notStarted';
    default:
      return null;
  }
}

/** An HRESULT as hexadecimal digits, from the signed or unsigned number that a log gives. */
export function errorText(code: number): string {
  return `0x${(code >>> 0).toString(16).padStart(8, '0')}`;
}
