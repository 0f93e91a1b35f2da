import * as l10n from '@vscode/l10n';
import { phrase } from '../../../words/language';
import { shortDuration } from '../../../words/duration';
import { zoneText } from '../../../words/instant';
import type { ClockStep } from '../../document/clockFacts';
import type { Story } from '../facts';
import { rulesAbout, type Rule } from '../rule';

/** Corrections below this are not worth a word, milliseconds. */
const worthSayingMs = 60_000;
/** A step back by more than this makes times before and after it overlap, milliseconds. */
const ambiguousMs = 10 * 60_000;

/** The clock that the story is told in. */
export const clockRules: readonly Rule[] = rulesAbout('clock', [
  {
    id: 'clock.stepped-during-oobe',
    severity: 'info',
    when: (clock) => corrections(clock).length > 0,
    title: (clock) => {
      const [first, ...rest] = corrections(clock);
      return rest.length > 0 || first === undefined
        ? l10n.t('The clock was corrected {0} times', rest.length + 1)
        : stepTitle(first);
    },
    advice: phrase('Times before a step are shown shifted to the later clock; the raw times are beside them.'),
    evidence: (clock) => corrections(clock).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'clock.ambiguous',
    severity: 'info',
    when: (clock) => unexplained(clock).length > 0,
    title: phrase('The clock jumped back and these logs do not say why'),
    confidence: 'medium',
    advice: phrase('Lengths of time across this moment are not to be trusted; the order of records within one log is.'),
    wouldDecide: [
      { what: phrase('System event log: Kernel-General 1 says by how much the clock was set, and by whom') },
    ],
    evidence: (clock) => unexplained(clock).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'clock.zone-changed',
    severity: 'info',
    when: ({ localOffsets }) => new Set(localOffsets.map(({ minutesEastOfUtc }) => minutesEastOfUtc)).size > 1,
    title: ({ localOffsets }) =>
      l10n.t(
        'The time zone changed during the story: {0}',
        [...new Set(localOffsets.map((offset) => zoneText(offset.minutesEastOfUtc)))].reduce((before, zone) =>
          l10n.t('{0}, then {1}', before, zone),
        ),
      ),
    advice: phrase(
      'Logs in local time (the agent’s, setupact.log) seem to jump there; the story is told in UTC and does not.',
    ),
    evidence: ({ localOffsets }) => localOffsets.flatMap(({ evidence }) => evidence),
  },
]);

function corrections({ steps }: Story['clock']): readonly ClockStep[] {
  return steps.filter(({ reason, deltaMs }) => reason === 'timeSync' && Math.abs(deltaMs) >= worthSayingMs);
}

function unexplained({ steps }: Story['clock']): readonly ClockStep[] {
  return steps.filter(({ reason, deltaMs }) => reason === 'unknown' && deltaMs <= -ambiguousMs);
}

function stepTitle({ deltaMs }: ClockStep): string {
  return deltaMs < 0
    ? l10n.t('The clock was set back by {0}', shortDuration(deltaMs))
    : l10n.t('The clock was set forward by {0}', shortDuration(deltaMs));
}
