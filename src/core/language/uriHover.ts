import type { CauseVerdict, Reboot, RebootCause } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { uriFacts } from './knownFacts';
import type { LogContext } from './logContext';
import { code, link, plain } from './markdown';
import { shortDuration } from '../words/duration';
import { utcText } from '../words/instant';

const verdictNames: Readonly<Record<CauseVerdict, string>> = {
  confirmed: 'the confirmed cause',
  likely: 'the likely cause',
  possible: 'a possible cause',
  refuted: 'not the cause',
};

/** A CSP URI: the setting, whether it restarts and what moving it costs, and what it did in this bundle. */
export function uriHover({ story }: LogContext, uri: string): readonly string[] {
  const facts = uriFacts(uri);
  return [
    `**${plain(uri.split('/').slice(-2).join('/'))}** · CSP URI`,
    code(uri),
    // What it did here comes before what it does anywhere: long hovers are cut by the window.
    ...(story === null ? [] : inThisBundle(story, uri)),
    ...facts.paragraphs,
    ...(facts.doc === null ? [] : [link('Documentation', facts.doc)]),
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
    return ['**In this bundle:** assigned, and on the device’s own list of URIs that ask for a restart.'];
  }
  if (rebootCatalog.some((known) => isSame(known, uri))) {
    return [
      '**In this bundle:** on the device’s own list of URIs that ask for a restart; no restart is put down to it.',
    ];
  }
  return [];
}

function verdict(reboot: Reboot, { verdict: found, flaggedAt, why }: RebootCause, at: number, count: number): string {
  const before = Date.parse(reboot.time) - Date.parse(flaggedAt);
  const distance = before >= 0 ? `${shortDuration(before)} before it` : `${shortDuration(before)} after it`;
  return `**In this bundle:** ${verdictNames[found]} of reboot ${at + 1} of ${count} (${code(utcText(Date.parse(reboot.time)))}), flagged ${distance}. ${plain(why)}`;
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
