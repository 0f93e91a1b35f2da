import { listOf, phrase, spokenCount } from '../../../words/language';
import { duringWords } from '../../storyWords';
import type { Phase, PhaseItem } from '../../document/phases';
import { refsOf } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';

const inPhases = rulesAbout('phase', [
  {
    id: 'app.failed-in-esp',
    severity: 'error',
    when: (phase) => itemsOf(phase, 'app', 'failed').length > 0,
    title: (phase) =>
      itemTitle(
        itemsOf(phase, 'app', 'failed'),
        phase,
        phrase('{0} app ({1}) failed in {2}'),
        phrase('{0} apps ({1}) failed in {2}'),
      ),
    advice: phrase(
      'Open the app’s lines in the agent’s log: its exit code and its detection rule tell whether the installer or the rule is wrong.',
    ),
    links: [links.win32AppTrouble],
    evidence: (phase) => itemsOf(phase, 'app', 'failed').flatMap(({ evidence }) => evidence),
  },
  {
    id: 'app.unfinished-in-esp',
    severity: 'warning',
    when: (phase) => unfinished(phase).length > 0,
    title: (phase) =>
      itemTitle(
        unfinished(phase),
        phase,
        phrase('{0} app ({1}) had not finished when {2} failed'),
        phrase('{0} apps ({1}) had not finished when {2} failed'),
      ),
    advice: phrase(
      'The last one that was begun is the first to look at: it may wait for input, for a download, or for a dependency.',
    ),
    links: [links.win32AppTrouble, links.statusPageSettings],
    evidence: (phase) => unfinished(phase).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'esp.item-failed',
    severity: 'error',
    when: (phase) => failedOthers(phase).length > 0,
    title: (phase) =>
      itemTitle(
        failedOthers(phase),
        phase,
        phrase('{0} policy, certificate or network ({1}) failed in {2}'),
        phrase('{0} policies, certificates or networks ({1}) failed in {2}'),
      ),
    advice: phrase(
      'Certificates: check the connector and the template. Networks and policies: look for the failed CSP command at this time.',
    ),
    links: [links.statusPage],
    evidence: (phase) => failedOthers(phase).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'app.hard-restart-declared',
    severity: 'warning',
    when: (phase) => needing(phase, 'hard').length > 0,
    title: (phase) =>
      itemTitle(
        needing(phase, 'hard'),
        phase,
        phrase('{0} app ({1}) of {2} told the page to restart at once'),
        phrase('{0} apps ({1}) of {2} told the page to restart at once'),
      ),
    advice: phrase(
      'Map return code 1641 to a soft restart, or set the restart behaviour to "no specific action", so that the restart waits.',
    ),
    price: phrase('the app may not work until that restart.'),
    links: [links.win32Apps],
    evidence: (phase) => needing(phase, 'hard').flatMap(({ evidence }) => evidence),
  },
]);

const inStory = rulesAbout('enrollment', [
  {
    id: 'app.soft-reboot-pending',
    severity: 'info',
    when: (_, facts) => softRestarts(facts.all('appRestart')).length > 0 && facts.rebootsInEnrollment.length === 0,
    title: (_, facts) =>
      spokenCount(
        softRestarts(facts.all('appRestart')).length,
        phrase('{0} installer asked for a restart at a later time (3010), and none came inside the enrollment'),
        phrase('{0} installers asked for a restart at a later time (3010), and none came inside the enrollment'),
      ),
    advice: phrase('Not an error: the app may need the next restart to work. Ask the user for one.'),
    links: [links.win32Apps],
    evidence: (_, facts) => refsOf(softRestarts(facts.all('appRestart'))),
  },
]);

/** What the apps and the other items of the page did. */
export const appRules: readonly Rule[] = [...inPhases, ...inStory];

function items({ subcategories }: Phase): readonly PhaseItem[] {
  return subcategories.flatMap((part) => part.items);
}

function itemsOf(phase: Phase, kind: PhaseItem['kind'], state: PhaseItem['state']): readonly PhaseItem[] {
  return items(phase).filter((item) => item.kind === kind && item.state === state);
}

function failedOthers(phase: Phase): readonly PhaseItem[] {
  return items(phase).filter(({ kind, state }) => kind !== 'app' && state === 'failed');
}

/** Apps that the page was still waiting for when it gave up on them. */
function unfinished({ state, subcategories }: Phase): readonly PhaseItem[] {
  return subcategories
    .filter((part) => state === 'failed' && part.state === 'failed')
    .flatMap((part) => part.items)
    .filter((item) => item.kind === 'app' && (item.state === 'inProgress' || item.state === 'notStarted'));
}

function needing(phase: Phase, need: 'soft' | 'hard'): readonly PhaseItem[] {
  return items(phase).filter(({ restartNeed }) => restartNeed === need);
}

function softRestarts<Restart extends { readonly hard: boolean }>(restarts: readonly Restart[]): readonly Restart[] {
  return restarts.filter(({ hard }) => !hard);
}

/** `2 apps (Contoso VPN, 7-Zip) failed in device setup`: `{0}` is the number, `{1}` the names, `{2}` the phase. */
function itemTitle(found: readonly PhaseItem[], { id }: Phase, one: string, many: string): string {
  const names = found.map((item) => item.name ?? item.id);
  return spokenCount(found.length, one, many, listOf(names, 3), duringWords[id]);
}
