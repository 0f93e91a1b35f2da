import { areaWords, capitalised } from '../../storyWords';
import type { SecurityArea, SecurityImpact } from '../../document/securityImpact';
import type { Timed } from '../../signals/timeOrder';
import { refsOf, type Facts, type Story } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';

const impactRules = rulesAbout('impact', [
  {
    id: 'security.health-not-measured',
    // Every enrollment without a restart ends so; it matters where something asks for the values.
    severity: (_, { story }) => (asksForHealth(story) ? 'warning' : 'info'),
    when: ({ state, area }, facts) => state === 'notMeasuredSinceEnrollment' && isFirstUnmeasured(area, facts),
    title: (_, facts) =>
      `Not measured since the enrollment: ${unmeasured(facts)
        .map((area) => areaWords[area])
        .join(', ')}`,
    advice:
      'Compliance values of the start of Windows are still those from before the enrollment: a compliance policy that asks for them fails until a restart. Plan one, or give the policy a grace period.',
    price: 'during the grace period a device that is not compliant gets in as well.',
    links: [links.healthAttestation],
    evidence: (_, { story }) =>
      story.securityImpact.flatMap(({ state, evidence }) => (state === 'notMeasuredSinceEnrollment' ? evidence : [])),
  },
  {
    id: 'security.bitlocker-restart-pending',
    severity: 'warning',
    when: ({ area, state }) => area === 'bitLocker' && state === 'rebootPending',
    title: 'BitLocker waits for a restart before it encrypts',
    advice: 'Until then the disk is readable for whoever takes it out. Restart, and check that encryption has begun.',
    links: [links.bitLocker],
  },
  {
    id: 'security.vbs-restart-pending',
    severity: 'warning',
    when: ({ area }, { story }) => pendingVbs(story)[0]?.area === area,
    title: (_, { story }) => {
      const areas = pendingVbs(story).map(({ area }) => areaWords[area]);
      return `${capitalised(areas.join(' and '))} ${areas.length === 1 ? 'waits' : 'wait'} for a restart`;
    },
    advice:
      'Until then credentials in memory are not protected by it. Plan a restart soon after the first day has begun.',
    links: [links.credentialGuard],
    evidence: (_, { story }) => pendingVbs(story).flatMap(({ evidence }) => evidence),
  },
]);

const signRules = rulesAbout('enrollment', [
  {
    id: 'tpm.not-ready',
    severity: 'warning',
    when: (_, facts) => facts.all('tpmState').at(-1)?.attestable === false,
    title: 'The TPM is not ready for attestation',
    advice:
      'Self-deploying and pre-provisioning fail with it, and health cannot be measured. Update its firmware, enable it in the firmware setup, or clear it.',
    price:
      'clearing the TPM destroys the keys in it: BitLocker asks for its recovery key, Windows Hello has to be set up anew.',
    links: [links.tpm, links.autopilotRequirements],
    evidence: (_, facts) => refsOf(facts.all('tpmState').slice(-1)),
  },
  {
    id: 'security.health-certificate-failed',
    severity: 'info',
    when: (_, facts) => (facts.all('healthCertificate').at(-1)?.step ?? 'issued') !== 'issued',
    title: (_, facts) =>
      facts.all('healthCertificate').at(-1)?.step === 'refused'
        ? 'The health attestation server refused the device'
        : 'The health attestation server could not be reached',
    advice:
      'Compliance that asks for device health cannot be told until it answers. Check the network and the state of the TPM.',
    links: [links.healthAttestation],
    evidence: (_, facts) => refsOf(facts.all('healthCertificate').slice(-1)),
  },
  {
    id: 'security.encryption-failed',
    severity: 'warning',
    when: (_, facts) => facts.all('encryption').at(-1)?.step === 'failed',
    title: 'BitLocker could not encrypt by itself',
    advice:
      'The record says what was missing: the join, the TPM, or the recovery environment. The disk is not encrypted.',
    links: [links.bitLocker],
    evidence: (_, facts) => refsOf(facts.all('encryption').slice(-1)),
  },
  {
    id: 'security.secure-boot-update-waits',
    severity: 'info',
    when: (_, facts) => waitsForStart(facts.all('secureBootUpdateWaits'), facts.all('kernelStart')),
    title: 'An update of Secure Boot waits for a restart',
    advice: 'It can be the reason of one more restart. Let it finish before the device is measured for compliance.',
    links: [links.healthAttestation],
    evidence: (_, facts) => refsOf(facts.all('secureBootUpdateWaits')),
  },
  {
    id: 'security.vbs-failed',
    severity: 'warning',
    when: (_, facts) => facts.all('vbsAtStart').at(-1)?.state === 'failed',
    title: 'Virtualization-based security did not come up at the last start',
    advice:
      'Look for virtualization switched off in the firmware, or a driver that does not fit. Moving the policy does not help.',
    links: [links.credentialGuard],
    evidence: (_, facts) => refsOf(facts.all('vbsAtStart').slice(-1)),
  },
]);

/** What of the protection waits for a restart, or failed: the price of an enrollment without a restart. */
export const securityRules: readonly Rule[] = [...impactRules, ...signRules];

/** Has Windows not started since the last of these? */
function waitsForStart(signs: readonly Timed[], starts: readonly Timed[]): boolean {
  const last = signs.at(-1);
  return last !== undefined && !starts.some(({ at }) => at > last.at);
}

/** What of virtualization-based security waits: one finding, since one restart is the remedy. */
function pendingVbs({ securityImpact }: Story): readonly SecurityImpact[] {
  return securityImpact.filter(
    ({ area, state }) =>
      (area === 'virtualizationBasedSecurity' || area === 'deviceGuard') && state === 'rebootPending',
  );
}

/** Did policies ask for a restart that did not come, or has Conditional Access blocked somebody? */
function asksForHealth({ policies, signInProblems }: Story): boolean {
  return (
    policies.latentReboots.some(({ state }) => state === 'flaggedNoRestart') ||
    signInProblems.some(({ category }) => category === 'conditionalAccess')
  );
}

function unmeasured({ story }: Facts): readonly SecurityArea[] {
  return story.securityImpact.flatMap(({ area, state }) => (state === 'notMeasuredSinceEnrollment' ? [area] : []));
}

/** One finding for all of them: they have one cause and one remedy. */
function isFirstUnmeasured(area: SecurityArea, facts: Facts): boolean {
  return unmeasured(facts)[0] === area;
}
