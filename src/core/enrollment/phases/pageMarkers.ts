import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { EvidenceRef } from '../document/evidence';
import type { PhaseId, PhaseState } from '../document/phases';
import type { Claim } from './claims';
import { errorText, phaseOfSubcategory, stateOfPageWord, subcategoryId } from './phaseIds';
import { phaseNamedIn } from './phaseTracker';

/** What the status page wrote into its log about its phases and their steps, by the id of each. */
export function claimsOfMarkers(signals: readonly Signal[]): ReadonlyMap<string, Claim> {
  const tracks = new Map<string, Track>();
  for (const marker of signalsOf(signals, 'espMarker')) {
    const step = stepOf(marker);
    if (step !== null) {
      const track = tracks.get(step.subject) ?? { begun: null, last: marker, state: step.state };
      track.begun ??= step.state === 'inProgress' ? marker : null;
      // A page that is loaded again starts what it has done before; only a failure is undone by that.
      if (!(step.state === 'inProgress' && track.state === 'succeeded' && !step.asksForRestart)) {
        track.last = marker;
        track.state = step.state;
      }
      tracks.set(step.subject, track);
    }
  }
  return new Map([...tracks].map(([subject, track]) => [subject, toClaim(track)]));
}

type Marker = SignalOf<'espMarker'>;

interface Track {
  begun: Marker | null;
  last: Marker;
  state: PhaseState;
}

function toClaim({ begun, last, state }: Track): Claim {
  const ref = (marker: Marker): EvidenceRef => ({ ...marker.ref, note: marker.name });
  return {
    source: 'statusPage',
    state,
    start: begun?.at ?? null,
    end: state === 'inProgress' ? null : last.at,
    error: state === 'failed' && last.errorCode !== undefined ? errorText(last.errorCode) : null,
    evidence: begun === null || begun === last ? [ref(last)] : [ref(begun), ref(last)],
  };
}

interface Step {
  /** Phase or subcategory. */
  readonly subject: string;
  readonly state: PhaseState;
  readonly asksForRestart: boolean;
}

function stepOf(marker: Marker): Step | null {
  return categoryStep(marker) ?? subcategoryStep(marker) ?? namedStep(marker);
}

function categoryStep({ name, message }: Marker): Step | null {
  const outcome = /^ESPProgress_Category_(\w+)$/.exec(name)?.[1];
  const phase = outcome === undefined ? null : phaseNamedIn(message);
  const state = stateOfOutcome(outcome);
  return phase === null || state === null ? null : { subject: phase, state, asksForRestart: false };
}

/** `Starting subcategory DeviceSetup.AppsSubcategory...` and `Subcategory ID = DeviceSetup.AppsSubcategory; state = succeeded.` */
const subcategoryShape = /\b((?:DevicePreparation|DeviceSetup|AccountSetup)\.\w+)(?:; state = (\w+))?/;

function subcategoryStep({ name, message }: Marker): Step | null {
  const outcome = /^BootstrapStatusCategory_SubcategoryProcessing_(\w+)$/.exec(name)?.[1];
  const match = outcome === undefined ? null : subcategoryShape.exec(message);
  const id = match?.[1];
  if (id === undefined || phaseOfSubcategory(id) === null) {
    return null;
  }
  const word = match?.[2];
  const named = outcome === 'Started' || word === undefined ? null : stateOfPageWord(word);
  const state = named ?? stateOfOutcome(outcome);
  return state === null ? null : { subject: id, state, asksForRestart: word === 'rebootRequiredAndTryAgain' };
}

/** How the names of results stand for the steps of the page. */
const stepNames: readonly (readonly [RegExp, PhaseId, string])[] = [
  [/^ESPDevicePreparation_TPMAttestation_(\w+)$/, 'devicePreparation', 'TpmAttestationSubcategory'],
  [/^ESPDevicePreparation_AADJProvisioning_(\w+)$/, 'devicePreparation', 'AadjSubcategory'],
  [/^ESPDevicePreparation_(?:DeviceEnrollment|MDMEnrollment)_(\w+)$/, 'devicePreparation', 'MdmEnrollmentSubcategory'],
  [
    /^ESPDevicePreparation_PolicyProvidersInstallation_(\w+)$/,
    'devicePreparation',
    'EspProviderInstallationSubcategory',
  ],
  [/^ESPDeviceSetup_PoliciesInstallation_(\w+)$/, 'deviceSetup', 'SecurityPoliciesSubcategory'],
  [/^ESPDeviceSetup_CertificatesInstallation_(\w+)$/, 'deviceSetup', 'CertificatesSubcategory'],
  [/^ESPDeviceSetup_NetworkProfilesInstallation_(\w+)$/, 'deviceSetup', 'NetworkConnectionsSubcategory'],
  [/^ESPDeviceSetup_ApplicationsInstallation_(\w+)$/, 'deviceSetup', 'AppsSubcategory'],
  [/^ESPDeviceSetup_SendResultsToMdmServer_(\w+)$/, 'deviceSetup', 'SendResultsToMdmServer'],
  [/^ESPAccountSetup_PoliciesInstallation_(\w+)$/, 'accountSetup', 'SecurityPoliciesSubcategory'],
  [/^ESPAccountSetup_CertificatesInstallation_(\w+)$/, 'accountSetup', 'CertificatesSubcategory'],
  [/^ESPAccountSetup_NetworkProfilesInstallation_(\w+)$/, 'accountSetup', 'NetworkConnectionsSubcategory'],
  [/^ESPAccountSetup_ApplicationsInstallation_(\w+)$/, 'accountSetup', 'AppsSubcategory'],
  [/^ESPAccountSetup_AadRegistration_(\w+)$/, 'accountSetup', 'WaitingForAadRegistrationSubcategory'],
  [/^ESPAccountSetup_SendResultsToMdmServer_(\w+)$/, 'accountSetup', 'SendResultsToMdmServer'],
];

function namedStep({ name }: Marker): Step | null {
  if (!name.startsWith('ESPDevice') && !name.startsWith('ESPAccount')) {
    return null;
  }
  for (const [shape, phase, step] of stepNames) {
    const outcome = shape.exec(name)?.[1];
    if (outcome !== undefined) {
      const state = stateOfOutcome(outcome);
      return state === null ? null : { subject: subcategoryId(phase, step), state, asksForRestart: false };
    }
  }
  return null;
}

/** How the page ends the names of its results. */
function stateOfOutcome(outcome: string | undefined): PhaseState | null {
  switch (outcome) {
    case 'Started':
    case 'NonWhiteGlove_Started':
    case 'WhiteGlove_Started':
    case 'Incomplete':
    case 'Wait':
      return 'inProgress';
    case 'Success':
    case 'Succeeded':
    case 'Complete':
      return 'succeeded';
    case 'Failed':
    case 'WhiteGlove_Failed':
    case 'TimedOut':
      return 'failed';
    case 'Skipped':
    case 'NotRequiredForScenario':
    case 'SkippedDueToAutopilotReset':
      return 'skipped';
    default:
      return null;
  }
}
