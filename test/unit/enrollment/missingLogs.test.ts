import assert from 'node:assert/strict';
import type { Bundle } from '../../../src/core/bundle/bundle';
import { triage } from '../../../src/core/enrollment/triage';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { newClaims } from './claims';
import { openWhole, without, withoutOlderHalfOf, withoutOlderHalfOfAgentLog, type WholeBundle } from './partialBundle';

/*
 * A collection is seldom whole. What a bundle with a log taken out says must never contradict what the whole one says:
 * it may know less, or be less sure. A claim of medium or high confidence that the whole bundle does not make must not
 * appear, unless it is listed here with its reason.
 */

const system = [/^system\.evtx$/, /^application\.evtx$/];
const shellCore = [/shell-core/];
const textLogs = [/\.log$/];
const mdm = [/devicemanagement/];

const removals: Readonly<Record<string, readonly RegExp[]>> = {
  System: system,
  'Shell-Core': shellCore,
  'the text logs': textLogs,
  setupact: [/setupact/],
  'the MDM logs': mdm,
  'the registration log': [/user device reg/],
  'the registry': [/\.reg$/],
  'metadata and reports': [/\.json$/, /\.xml$/],
  'System and Shell-Core': [...system, ...shellCore],
  'System and the text logs': [...system, ...textLogs],
  'Shell-Core and the text logs': [...shellCore, ...textLogs],
};

const halvedChannels = [
  'System',
  'Microsoft-Windows-Shell-Core/Operational',
  'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
  'Microsoft-Windows-User Device Registration/Admin',
  'Microsoft-Windows-AAD/Operational',
] as const;

interface Allowance {
  readonly claim: RegExp;
  readonly scenarios: RegExp;
  readonly without: RegExp;
  readonly because: string;
}

const allowed: readonly Allowance[] = [
  {
    claim: /^finding signin\.re-prompt-after-reboot$/,
    scenarios: /^(?:policyRebootTap|duplicateLogs|expiredPass|usedPass|unknownPass23h2)$/,
    without: /Shell-Core|AAD/,
    because: 'The same sign-in under its general name: that it was by web, or with a pass, is what the log told.',
  },
  {
    claim: /^finding token\.not-obtained-in-account-setup$/,
    scenarios: /^(?:powerLossInDeviceSetup|wrappedShellCore)$/,
    without: /text logs|setupact|agent log/,
    because: 'The page itself says that its request failed; that a restart had taken the token is what the log told.',
  },
  {
    claim: /^token lost: false instead of null$/,
    scenarios: /^preProvisioning23h2$/,
    without: /Shell-Core/,
    because: 'The user had a token after the start; that it was the hand-over of a sealed device is what the log told.',
  },
  {
    claim: /^during: deviceSetup instead of setup$/,
    scenarios: /^resetDevice$/,
    without: /System and the text logs/,
    because:
      'The reset was started from the page of device setup; that Windows was setting itself up is what the logs told.',
  },
];

describe('a bundle with a log taken out', () => {
  const used = new Set<Allowance>();
  for (const scenario of allScenarios) {
    it(`claims nothing that the whole one does not: ${scenario.name}`, async () => {
      const whole = await openWhole(scenario.tell());
      const known = triage(whole.bundle).document;
      const wrong = partsOf(whole).flatMap(([what, bundle]) => {
        const told = newClaims(triage(bundle).document, known);
        return told
          .filter(({ confidence }) => confidence !== 'low')
          .filter(({ text }) => {
            const allowance = allowed.find(
              (one) => one.claim.test(text) && one.scenarios.test(scenario.name) && one.without.test(what),
            );
            if (allowance !== undefined) {
              used.add(allowance);
            }
            return allowance === undefined;
          })
          .map(({ text, confidence }) => `without ${what}: ${text} (${confidence})`);
      });
      assert.deepEqual(wrong, []);
    });
  }

  it('needs every exception that is listed', () => {
    assert.deepEqual(
      allowed.filter((one) => !used.has(one)).map(({ because }) => because),
      [],
    );
  });
});

function partsOf(whole: WholeBundle): readonly (readonly [string, Bundle])[] {
  const parts: readonly (readonly [string, Bundle])[] = [
    ...Object.entries(removals).map(([what, names]) => [what, without(whole, names)] as const),
    ...halvedChannels.map((channel) => [`half of ${channel}`, withoutOlderHalfOf(whole, channel)] as const),
    ['half of the agent log', withoutOlderHalfOfAgentLog(whole)],
  ];
  return parts.filter(([, bundle]) => bundle !== whole.bundle);
}
