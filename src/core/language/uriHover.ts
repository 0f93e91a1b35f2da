import * as l10n from '@vscode/l10n';
import type { CauseVerdict, Reboot, RebootCause } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { uriFacts } from './knownFacts';
import type { LogContext } from './logContext';
import { code, link, plain } from './markdown';
import { shortDuration } from '../words/duration';
import { utcText } from '../words/instant';
import { phrase } from '../words/language';

/** Of a restart: its number, how many there are, when it was, how long before it the device flagged the setting, why. */
const verdictSentences: Readonly<Record<CauseVerdict, string>> = {
  confirmed: phrase('**In this bundle:** the confirmed cause of reboot {0} of {1} ({2}), flagged {3}. {4}'),
  likely: phrase('**In this bundle:** the likely cause of reboot {0} of {1} ({2}), flagged {3}. {4}'),
  possible: phrase('**In this bundle:** a possible cause of reboot {0} of {1} ({2}), flagged {3}. {4}'),
  refuted: phrase('**In this bundle:** not the cause of reboot {0} of {1} ({2}), flagged {3}. {4}'),
};

/** A CSP URI: the setting, whether it restarts and what moving it costs, and what it did in this bundle. */
export function uriHover({ story }: LogContext, uri: string): readonly string[] {
  const facts = uriFacts(uri);
  return [
    `**${plain(uri.split('/').slice(-2).join('/'))}** · ${l10n.t('CSP URI')}`,
    code(uri),
    // What it did here comes before what it does anywhere: long hovers are cut by the window.
    ...(story === null ? [] : inThisBundle(story, uri)),
    ...facts.paragraphs,
    ...(facts.doc === null ? [] : [link(l10n.t('Documentation'), facts.doc)]),
  ];
}

function inThisBundle(story: TriageDocument, uri: string): readonly string[] {
  const verdicts = story.reboots.flatMap((reboot, at) =>
    reboot.causes
      .filter((cause) => isSame(cause.uri, uri))
      .map((cause) => verdict(reboot, cause, at, story.reboots.length)),
  );
  if (verdicts.length > 0) {
    return verdicts;
  }
  const { rebootCatalog, assignedRebootUris } = story.policies;
  if (assignedRebootUris.some((known) => isSame(known, uri))) {
    return [l10n.t('**In this bundle:** assigned, and on the device’s own list of URIs that ask for a restart.')];
  }
  if (rebootCatalog.some((known) => isSame(known, uri))) {
    return [
      l10n.t(
        '**In this bundle:** on the device’s own list of URIs that ask for a restart; no restart is put down to it.',
      ),
    ];
  }
  return [];
}

function verdict(reboot: Reboot, { verdict: found, flaggedAt, why }: RebootCause, at: number, count: number): string {
  const before = Date.parse(reboot.time) - Date.parse(flaggedAt);
  const length = shortDuration(before);
  const distance = before >= 0 ? l10n.t('{0} before it', length) : l10n.t('{0} after it', length);
  const time = code(utcText(Date.parse(reboot.time)));
  return l10n.t(verdictSentences[found], at + 1, count, time, distance, plain(why));
}

/** The scope in front is left out in some places, and case does not matter to the device. */
function isSame(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(uri: string): string {
  return uri
    .toLowerCase()
    .replace(/^\.\/(?:device|user)\//, './')
    .replace(/\/+$/, '');
}
