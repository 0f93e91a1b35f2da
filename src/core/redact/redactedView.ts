import * as l10n from '@vscode/l10n';
import { UniquePaths } from '../archive/entryName';
import type { EntryContent, ReadOptions } from '../archive/archiveEntry';
import type { Bundle, BundleLogs, BundleMember, FromMember } from '../bundle/bundle';
import { EventStore } from '../bundle/eventStore';
import { noLogs } from '../bundle/noLogs';
import { errorProblem } from '../bytes/problem';
import { Pace } from '../bytes/pace';
import type { Triage } from '../enrollment/triage';
import type { EventLog } from '../evtx/eventLog';
import type { EventField, EventRecord } from '../evtx/eventRecord';
import { redactedBytes, textsOf } from './memberTexts';
import { redactData } from './redactData';
import type { Redactor } from './redactor';

/** A bundle and its story with pseudonyms for names: whatever is searched, rendered or reported of it names nobody. */
export interface RedactedView {
  readonly bundle: Bundle;
  readonly told: Triage;
  /** For a path or another text of the bundle, and for what stands beside it and names its members, such as a case. */
  readonly redact: (text: string) => string;
  /** The path in the view of a path in the bundle; `undefined` where it has no such member. */
  readonly shownPath: (real: string) => string | undefined;
  /** The path in the bundle of a path in the view. */
  readonly realPath: (shown: string) => string;
}

/** The view in which every name stays. */
export function plainView(bundle: Bundle, told: Triage): RedactedView {
  return { bundle, told, redact: (text) => text, shownPath: (path) => path, realPath: (path) => path };
}

/**
 * Told first and redacted then, as the story is read from names too. Members are text; their paths have pseudonyms and
 * stay different from each other. Records and lines keep their numbers.
 */
export function redactedView(bundle: Bundle, { document, clock }: Triage, redactor: Redactor): RedactedView {
  const shownPaths = shownPathsOf(bundle.members, redactor);
  const realPaths = new Map([...shownPaths].map(([real, shown]) => [shown, real]));
  const redact = (text: string): string => shownPaths.get(text) ?? redactor.redact(text);
  const realPath = (shown: string): string => realPaths.get(shown) ?? shown;
  return {
    bundle: redactedBundleView(bundle, realPath, { redact }),
    told: { document: redactData({ redact }, document), clock },
    redact,
    shownPath: (real) => shownPaths.get(real),
    realPath,
  };
}

function shownPathsOf(members: readonly BundleMember[], redactor: Redactor): ReadonlyMap<string, string> {
  const unique = new UniquePaths();
  return new Map(
    members.map(({ path }) => {
      const shown = redactor.redact(path);
      return [path, unique.claim(shown) ? shown : unique.claimNumbered(shown)];
    }),
  );
}

type Redacting = Pick<Redactor, 'redact'>;

function redactedBundleView(bundle: Bundle, realPath: RedactedView['realPath'], redactor: Redacting): Bundle {
  return {
    ...bundle,
    name: redactor.redact(bundle.name),
    members: bundle.members.map((member) => ({
      ...member,
      path: redactor.redact(member.path),
      problems: redactData(redactor, member.problems),
    })),
    problems: redactData(redactor, bundle.problems),
    logs: redactedLogs(bundle.logs, redactor),
    read: (path, options) => readRedacted(bundle, realPath(path), redactor, options),
  };
}

async function readRedacted(
  bundle: Bundle,
  path: string,
  redactor: Redacting,
  { signal }: ReadOptions = {},
): Promise<EntryContent> {
  const texts = await textsOf(bundle, path, signal);
  if ('reason' in texts) {
    const detail = l10n.t('Not shown while names are redacted: {0}.', redactor.redact(texts.reason));
    return { ok: false, reason: 'redacted', problem: errorProblem('redact.no-text', redactor.redact(path), detail) };
  }
  const marked = withMark(texts.windows);
  const bytes = await redactedBytes(marked, (text) => redactor.redact(text), new Pace(), signal);
  return { ok: true, bytes, problems: [] };
}

/** The mark keeps UTF-8 from being taken for anything else. */
function* withMark(texts: Iterable<string>): Generator<string> {
  yield '\uFEFF';
  yield* texts;
}

/** Paths and events; the parsed text logs tell times by line only to those who look at this view. */
function redactedLogs(logs: BundleLogs, redactor: Redacting): BundleLogs {
  const moved = <T>(files: readonly FromMember<T>[]): readonly FromMember<T>[] =>
    files.map(({ path, content }) => ({ path: redactor.redact(path), content }));

  return {
    ...noLogs,
    cmTrace: moved(logs.cmTrace),
    setup: moved(logs.setup),
    events: new EventStore(
      logs.events.files.map(({ path, log }) => ({ path: redactor.redact(path), log: redactedLog(log, redactor) })),
    ),
  };
}

function redactedLog(log: EventLog, redactor: Redacting): EventLog {
  return {
    count: log.count,
    columns: log.columns,
    providers: log.providers,
    channels: log.channels,
    get problems() {
      return redactData(redactor, log.problems);
    },
    record(index) {
      const record = log.record(index);
      return record === null ? null : redactedRecord(record, redactor);
    },
  };
}

/** What names the event stays as it is; its values may name people. */
function redactedRecord(record: EventRecord, redactor: Redacting): EventRecord {
  const fields = (values: readonly EventField[]): readonly EventField[] =>
    values.map(({ name, value }) => ({ name, value: redactor.redact(value) }));
  return {
    ...record,
    computer: redactor.redact(record.computer),
    userSid: record.userSid === null ? null : redactor.redact(record.userSid),
    activityId: record.activityId === null ? null : redactor.redact(record.activityId),
    relatedActivityId: record.relatedActivityId === null ? null : redactor.redact(record.relatedActivityId),
    data: fields(record.data),
    userData: fields(record.userData),
    binary: record.binary === null ? null : redactor.redact(record.binary),
    rendered: redactData(redactor, record.rendered),
  };
}
