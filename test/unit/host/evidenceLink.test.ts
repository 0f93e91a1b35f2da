import assert from 'node:assert/strict';
import { evidenceLinkQuery, parseEvidenceLink, type EvidenceLink } from '../../../src/host/navigation/evidenceLink';
import { reasonsAt } from '../../../src/host/navigation/whyHere';
import { reboot, signIn, story, systemLog } from './storyBuilder';

const link: EvidenceLink = {
  bundle: 'ab'.repeat(32),
  name: 'DiagLogs & more.zip',
  evidence: { path: '(18) Folders/inner.cab/system.evtx', recordId: 574 },
  time: '2026-02-17T13:14:27.123Z',
};

describe('an evidence link', () => {
  it('comes back as it was made', () => {
    const line: EvidenceLink = { ...link, evidence: { path: 'a b.log', line: 12 }, time: null };
    for (const each of [link, line]) {
      assert.deepEqual(parseEvidenceLink(evidenceLinkQuery(each)), each);
    }
  });

  it('is not believed when something is missing or wrong', () => {
    for (const query of [
      '',
      evidenceLinkQuery({ ...link, bundle: 'no hash' }),
      evidenceLinkQuery(link).replace('record=574', 'record=-1'),
      evidenceLinkQuery(link).replace('record=574', ''),
      evidenceLinkQuery({ ...link, evidence: { path: '', line: 1 } }),
    ]) {
      assert.equal(parseEvidenceLink(query), null, query);
    }
  });
});

describe('what a record proves', () => {
  const place = { path: systemLog, recordId: 5 };
  const cause = {
    uri: './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags',
    verdict: 'likely',
    flaggedAt: '2026-08-20T01:00:00.000Z',
    lastFlaggedAt: '2026-08-20T01:00:00.000Z',
    count: 1,
    why: 'Flagged before it.',
  } as const;
  const told = story({
    reboots: [
      reboot('r1', '01:00', { evidence: [{ ...place, note: 'asked for the restart' }] }),
      reboot('r2', '02:00', { causes: [{ ...reboot('r2', '02:00').causes[0], ...cause, evidence: [place] }] }),
    ],
    signIns: [signIn('s1', '03:00', { evidence: [{ path: systemLog, recordId: 6 }] })],
  });

  it('is everything that cites it, with its note', () => {
    const found = reasonsAt(told, place).map(({ reason, note }) => [reason.kind, note]);
    assert.deepEqual(found, [
      ['cause', null],
      ['reboot', 'asked for the restart'],
    ]);
  });

  it('is nothing for a record that nobody cites', () => {
    assert.deepEqual(reasonsAt(told, { path: systemLog, recordId: 77 }), []);
  });
});
