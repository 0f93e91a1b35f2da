import assert from 'node:assert/strict';
import { overviewOf, type OverviewSection } from '../../../src/core/report/overview';
import { summarize } from '../../../src/core/report/summary';
import { cause, coverage, evidence, phase, quietStory, reboot, signIn } from '../enrollment/findings/storyFragments';
import { documentOf, reportOf } from './reportSample';

const causes = [
  cause('Policy/Config/DeviceGuard/LsaCfgFlags'),
  cause('Policy/Config/DmaGuard/DeviceEnumerationPolicy', 'refuted'),
];
const user = { class: 'entra', name: 'AzureAD\\Adele', sid: 'S-1-12-1-1' } as const;
const costly = documentOf({
  phases: [phase()],
  reboots: [
    reboot({ id: 'reboot-1', class: 'oobeUpdate', during: 'preJoin', expected: true }),
    reboot({ id: 'reboot-2', causes, initiator: { process: 'CloudExperienceHostBroker.exe', reasonCode: '0x20004' } }),
  ],
  signIns: [signIn({ user, credential: 'webSignIn', waitMs: 396_000, afterReboot: 'reboot-2' })],
  hello: { ...quietStory.hello, state: 'incomplete', why: 'The wizard was left.', confidence: 'high', evidence },
  securityImpact: [
    { area: 'secureBoot', state: 'notMeasuredSinceEnrollment', why: '', confidence: 'medium', evidence },
    { area: 'deviceGuard', state: 'rebootPending', why: '', confidence: 'medium', evidence },
  ],
  moves: [
    {
      subject: causes[0]!.uri,
      kind: 'policy',
      now: 'restarts',
      why: '',
      saves: { reboots: 1, prompts: 1, waitMs: 396_000, onlyTogetherWith: [] },
      price: [{ area: 'deviceGuard', why: 'Credential Guard stays off until the next restart.' }],
      scopeNote: 'It is a device setting.',
      evidence,
    },
  ],
  coverage: [coverage('System', 'absent')],
  collectNext: [
    { what: 'A Collect diagnostics zip', why: 'It has the System log.', how: 'Intune', size: 'large', decides: ['x'] },
  ],
});

function lines(id: OverviewSection['id'], of = costly): readonly string[] {
  return (
    overviewOf(of)
      .sections.find((section) => section.id === id)
      ?.lines.map(({ text }) => text) ?? []
  );
}

describe('the overview', () => {
  it('says in one sentence how many restarts were not called for, and what they cost', () => {
    assert.equal(
      overviewOf(costly).headline,
      '1 restart inside the enrollment, and the flow does not call for it. The user had to sign in again once, after 6 min 36 s at the lock screen.',
    );
  });

  it('tells who restarted it, with the cause, and what is not the cause', () => {
    const [restart, innocent, ...others] = lines('restarts');
    assert.deepEqual(others, []);
    assert.match(restart ?? '', /^13:14 UTC, in device setup: policy reboot.*Confirmed: DeviceGuard\/LsaCfgFlags/);
    assert.match(innocent ?? '', /^Not its cause: DmaGuard\/DeviceEnumerationPolicy/);
  });

  it('tells what it cost the user', () => {
    const [prompt, hello] = lines('cost');
    assert.match(prompt ?? '', /6 min 36 s at the lock screen, by web sign-in/);
    assert.match(hello ?? '', /Windows Hello was offered and not finished.*The wizard was left\./);
  });

  it('begins its advice with the restart, not with its consequences', () => {
    assert.match(lines('advice')[0] ?? '', /user groups/);
  });

  it('gives one line to Windows Hello, however much there is to say about it', () => {
    const patterns = [{ id: 'signedInAgainWithoutKey', why: '', confidence: 'high', evidence }] as const;
    const story = documentOf({ ...costly, hello: { ...costly.hello, patterns } });
    assert.ok(story.findings.filter(({ id, severity }) => id.startsWith('hello.') && severity !== 'info').length > 1);
    const advice = lines('advice', story).filter((line) => line.includes('Hello'));
    assert.equal(advice.length, 1, advice.join('\n'));
  });

  it('tells what moving a setting would save and what it would cost', () => {
    const text = lines('security').join('\n');
    assert.match(text, /LsaCfgFlags.*1 restart.*1 sign-in.*6 min 36 s/);
    assert.match(text, /Credential Guard stays off/);
    assert.match(text, /Waiting for a restart: Device Guard/);
    assert.match(text, /Not measured since the enrollment.*Secure Boot/);
  });

  it('tells the price of a move once, with what it would save', () => {
    const all = summarize(costly);
    assert.equal(all.split('Credential Guard stays off').length, 2);
    assert.match(lines('advice')[0] ?? '', /Its price is told under security\./);
  });

  it('tells the price in the advice where no move is told', () => {
    const advice = lines('advice', documentOf({ ...costly, moves: [] }))[0] ?? '';
    assert.match(advice, /The price: /);
  });

  it('says how far the times of restarts and sign-ins may be off', () => {
    const unsure = documentOf({
      phases: [phase()],
      reboots: [reboot({ id: 'reboot-2', causes, timeUncertaintyMs: 90_000 })],
      signIns: [signIn({ user, timeUncertaintyMs: 240_000, afterReboot: 'reboot-2' })],
    });
    assert.match(lines('restarts', unsure)[0] ?? '', /UTC \(may be off by 1 min 30 s\), in device setup/);
    assert.match(lines('cost', unsure)[0] ?? '', /UTC \(may be off by 4 min\)/);
    assert.match(summarize(unsure), /\(may be off by 1 min 30 s\)  reboot-2: /);
  });

  it('says where it is not known whether somebody had to sign in again', () => {
    const open = documentOf({ phases: [phase()], reboots: [reboot({ cost: { prompts: null, waitMs: null } })] });
    assert.match(overviewOf(open).headline, /Whether the user had to sign in again for it is not known\.$/);
  });

  it('says where only the agent is seen to start anew', () => {
    const doubtful = documentOf({
      phases: [phase()],
      reboots: [reboot({ class: 'unknown', expected: null, confidence: 'low', mayBeAgentAlone: true })],
    });
    assert.match(overviewOf(doubtful).headline, /^1 possible restart inside the enrollment/);
    assert.match(lines('restarts', doubtful)[0] ?? '', /it may have done so alone\./);
  });

  it('tells times of sleep apart from restarts, and how much of a wait was sleep', () => {
    const asleep = documentOf({
      phases: [phase()],
      sleeps: [
        { id: 'sleep-1', start: '2026-02-17T13:00:00.000Z', end: '2026-02-17T14:00:00.000Z', kind: 'sleep', evidence },
        { id: 'sleep-2', start: '2026-02-17T15:00:00.000Z', end: null, kind: 'hibernation', evidence },
      ],
      signIns: [signIn({ user, waitMs: 4_000_000, asleepMs: 3_600_000 })],
    });
    assert.match(summarize(asleep), /no restarts\n {2}2026-02-17 13:00:00Z {2}Asleep for 1 h\n.*Hibernating; no wake/);
    assert.match(lines('cost', asleep)[0] ?? '', /\(1 h of it asleep\)/);
  });

  it('tells what is not known and what would tell, with the way to get it', () => {
    assert.match(lines('unknown').join('\n'), /System: not in the bundle/);
    assert.match(lines('collect')[0] ?? '', /A Collect diagnostics zip.*It has the System log\..*Intune/);
  });

  it('leaves out what it has nothing to say about', () => {
    assert.deepEqual(overviewOf(documentOf({ phases: [phase()] })), {
      headline: 'No restart inside the enrollment is seen.',
      sections: [],
    });
  });

  it('does not take the absence of the logs for the absence of a restart', () => {
    const blind = documentOf({ phases: [phase()], coverage: [coverage('System', 'absent')] });
    assert.match(overviewOf(blind).headline, /no log in this bundle shows a start of Windows/);
  });

  it('claims nothing about an enrollment that is not there', () => {
    const outside = documentOf({ reboots: [reboot({ during: 'afterEnrollment', class: 'user' })] });
    assert.equal(
      overviewOf(outside).headline,
      'No enrollment is seen in this bundle. 1 restart is seen; whether it belongs to an enrollment is not known.',
    );
  });

  it('does not put a restart outside that may have been inside', () => {
    const open = documentOf({
      phases: [phase()],
      reboots: [reboot({ during: 'unknown', class: 'user' }), reboot({ during: 'setup', class: 'setup' })],
    });
    assert.equal(
      overviewOf(open).headline,
      'No restart inside the enrollment is seen, 1 restart outside of it, 1 restart of which is not known whether inside.',
    );
  });

  it('keeps the places that its lines rest on', () => {
    const [restart] = overviewOf(costly).sections[0]?.lines ?? [];
    assert.deepEqual(restart?.evidence, evidence);
  });

  it('stays short however much there is', () => {
    const many = documentOf({
      phases: [phase()],
      reboots: Array.from({ length: 500 }, (_, index) => reboot({ id: `reboot-${index}`, class: 'script' })),
    });
    assert.ok(overviewOf(many).sections.every((section) => section.lines.length <= 10));
    assert.match(lines('restarts', many).at(-1) ?? '', /496 more restarts/);
  });
});

describe('the text for a ticket', () => {
  it('names neither the user nor the device, and the bundle by its hash', () => {
    const text = reportOf('markdown', { ...costly, device: { ...costly.device, name: 'DESKTOP-1' } });
    assert.doesNotMatch(text, /Adele|S-1-12-1|DESKTOP-1/);
    assert.match(text, /bundle sha256 00/);
  });

  it('does not let a name from a log become a link, a mention or HTML', () => {
    const initiator = { process: '[x](https://evil) <img> @all', reasonCode: null };
    const text = reportOf('markdown', documentOf({ reboots: [reboot({ class: 'script', initiator })] }));
    assert.doesNotMatch(text, /[^\\]\[x\]|[^\\]<img|@all/);
  });
});

describe('the summary', () => {
  it('stands at a glance first and goes into each restart after it', () => {
    const text = summarize(costly);
    assert.ok(text.indexOf('Who restarted it') < text.indexOf('All restarts'));
    assert.match(text, /refuted: \.\/Device\/Vendor\/MSFT\/Policy\/Config\/DmaGuard/);
  });

  it('names what else than a policy made a restart, at a glance and in its place', () => {
    const cause = {
      kind: 'application',
      name: 'Contoso VPN',
      verdict: 'likely',
      why: 'It asked for it.',
      evidence,
    } as const;
    const text = summarize(documentOf({ phases: [phase()], reboots: [reboot({ otherCauses: [cause] })] }));
    assert.match(text, /Likely: App: Contoso VPN\./);
    assert.match(text, /likely: App: Contoso VPN\. It asked for it\./);
  });
});
