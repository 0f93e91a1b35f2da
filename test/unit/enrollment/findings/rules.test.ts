import assert from 'node:assert/strict';
import { builtInRules } from '../../../../src/core/enrollment/findings/builtInRules';
import { links } from '../../../../src/core/enrollment/findings/links';
import { coverageCases } from './coverageCases';
import { enrollmentCases } from './enrollmentCases';
import { rebootCases } from './rebootCases';
import { signInCases } from './signInCases';
import { sign } from '../signals';
import { cause, evidence, findingsIn, idsIn, quietStory, reboot, type Fragment } from './storyFragments';

const cases = [...rebootCases, ...signInCases, ...enrollmentCases, ...coverageCases];

/** Finding ids that others build on. */
const promised = [
  'reboot.policy-in-device-setup',
  'reboot.application-in-device-setup',
  'reboot.in-account-setup',
  'reboot.unexpected',
  'reboot.power-loss',
  'signin.re-prompt-after-reboot',
  'signin.web-sign-in-re-prompt',
  'signin.tap-expired',
  'signin.tap-rejected',
  'signin.mfa-required',
  'token.lost-after-reboot',
  'hello.incomplete',
  'hello.local-key-not-registered',
  'policy.web-sign-in-not-enabled',
  'security.health-not-measured',
  'security.bitlocker-restart-pending',
  'security.vbs-restart-pending',
  'enrollment.mdm-failed',
  'enrollment.join-rolled-back',
  'enrollment.profile-error',
  'clock.stepped-during-oobe',
  'coverage.channel-missing',
  'coverage.log-wrapped',
  'bundle.unreadable-members',
];

describe('the rules', () => {
  it('have one id each, and every promised id is among them', () => {
    const ids = builtInRules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      promised.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('are each shown to speak and to be silent', () => {
    const shown = cases.map(({ rule }) => rule);
    assert.deepEqual([...shown].sort(), builtInRules.map(({ id }) => id).sort());
  });

  it('are more than a hundred', () => {
    assert.ok(builtInRules.length >= 100, String(builtInRules.length));
  });

  it('link to pages without a language, a query or a fragment, so that each reader gets their own', () => {
    const all = Object.values(links);
    assert.equal(new Set(all).size, all.length);
    for (const link of all) {
      assert.match(link, /^https:\/\/[a-z.]+\.com\/(?!\w\w-\w\w\/)[\w./-]+$/);
    }
  });

  it('link only to pages of Microsoft', () => {
    for (const { id, links } of builtInRules) {
      for (const link of links) {
        assert.match(link, /^https:\/\/(?:learn|techcommunity)\.microsoft\.com\//, id);
      }
    }
  });

  it('find nothing in a story in which nothing is wrong', () => {
    assert.deepEqual(idsIn({}), []);
  });

  it('tell a wizard that the user put off once, as a part of Hello that is not finished', () => {
    const left = sign(840, { kind: 'helloWizard', step: 'left', error: '0x801c044f' });
    const pattern = { id: 'wizardNotFinished', confidence: 'high', why: '', evidence: [left.ref] } as const;
    const hello = { ...quietStory.hello, state: 'incomplete', patterns: [pattern], evidence: [left.ref] } as const;
    const found = findingsIn({ story: { hello }, signals: [left] });
    assert.deepEqual(
      found.map(({ id, evidence }) => [id, evidence]),
      [['hello.incomplete', [left.ref]]],
    );
    assert.match(found[0]!.advice, /^The user put it off; nothing failed\. /);
  });

  it('tell a setting that is not the cause and waits for a restart once', () => {
    const flag = cause('Policy/Config/DmaGuard/DeviceEnumerationPolicy', 'refuted');
    const latentReboots = [
      { uri: flag.uri, state: 'flaggedNoRestart', why: '', mayHaveCaused: [], inForce: false, evidence },
    ] as const;
    const policies = { ...quietStory.policies, latentReboots };
    const about = (story: Fragment['story']) =>
      findingsIn({ story: { policies, ...story } }).filter(({ id }) => /not-the-cause|flagged-no-restart/.test(id));
    const [only, ...others] = about({ reboots: [reboot({ causes: [flag] })] });
    assert.deepEqual([only?.id, others], ['policy.not-the-cause', []]);
    assert.match(only!.advice, /No restart in the enrollment answered them/);
    assert.deepEqual(
      about({}).map(({ id }) => id),
      ['policy.flagged-no-restart'],
    );
  });

  it('name who asked for an unexpected restart, where somebody has', () => {
    const initiator = { process: 'vendor.exe', reasonCode: null };
    const story = { reboots: [reboot({ class: 'unexpected', initiator })] };
    const titles = findingsIn({ story }).map(({ title }) => title);
    assert.ok(titles.includes('vendor.exe asked for a restart, and is no part of the enrollment (device setup)'));
  });

  for (const { rule, finds, refuses } of cases) {
    it(`${rule} speaks when it should`, () => {
      const found = findingsIn(finds).filter(({ id }) => id === rule);
      assert.equal(found.length, 1, idsIn(finds).join(', '));
      const { title, advice, evidence, gap } = found[0]!;
      assert.ok(title !== '' && advice !== '');
      assert.doesNotMatch(`${title} ${advice}`, /undefined|null|NaN/);
      assert.ok(evidence.length > 0 || gap !== null);
    });

    it(`${rule} is silent when it should be`, () => {
      assert.ok(!idsIn(refuses).includes(rule));
    });
  }
});
