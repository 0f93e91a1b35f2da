/*
 * What filters and searches ask about items and logs; worked out once per bundle, when one of them first asks.
 */
import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import type { SignIn, SignInUserClass } from '../../enrollment/document/signIns';
import type { TriageDocument } from '../../enrollment/document/triageDocument';
import { evidenceWords } from '../description';
import type { ChannelLane, TimelineItem, TimelineModel } from '../timelineModel';
import { severities, severityOfLevel, type Severity } from './timelineFilter';

export interface ItemFacts {
  readonly severity: Severity;
  /** Names of the logs that it rests on; the file's name where the log is no event log. */
  readonly providers: ReadonlySet<string>;
  /** Who it is about; `null` where it is about nobody. */
  readonly user: string | null;
  /** All that is said about it, in lower case. */
  readonly text: string;
}

export interface TimelineFacts {
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** Records by severity, of each event channel by the id of its lane. */
  readonly records: ReadonlyMap<string, Readonly<Record<Severity, number>>>;
}

/** `documents`: of the bundles of the model, in their order. */
export function timelineFacts(model: TimelineModel, documents: readonly TriageDocument[]): TimelineFacts {
  const channels = model.lanes.filter((lane) => lane.kind === 'channel');
  const logs = new Map(channels.flatMap(({ path, log }) => (path === null ? [] : [[path, log] as const])));
  const users = new Map(
    documents.flatMap(({ signIns }, index) =>
      signIns.map((signIn) => [userKey(documents.length > 1 ? String(index + 1) : null, signIn.id), userName(signIn)]),
    ),
  );
  let items: TimelineFacts['items'] | null = null;
  let records: TimelineFacts['records'] | null = null;
  return {
    get items() {
      items ??= new Map([...model.items].map(([id, item]) => [id, factsOf(item, logs, users)]));
      return items;
    },
    get records() {
      records ??= new Map(channels.map((lane) => [lane.id, recordsBySeverity(lane)]));
      return records;
    },
  };
}

/** The name of a log that a place belongs to. */
export function providerOf(path: string, logs: ReadonlyMap<string, string>): string {
  return logs.get(path) ?? path.slice(path.lastIndexOf('/') + 1);
}

function factsOf(item: TimelineItem, logs: ReadonlyMap<string, string>, users: ReadonlyMap<string, string>): ItemFacts {
  const said = [
    item.label,
    item.rowLabel,
    item.title,
    item.spoken,
    ...item.details.flatMap(({ term, text }) => [term ?? '', text]),
    ...item.evidence.map(evidenceWords),
  ];
  return {
    severity: severityOf(item),
    providers: new Set(item.evidence.map(({ path }) => providerOf(path, logs))),
    user: users.get(userKey(item.group?.id ?? null, item.storyId)) ?? null,
    text: said.join('\n').toLowerCase(),
  };
}

/** Every bundle of a stack has a `signin-1`. */
function userKey(group: string | null, storyId: string): string {
  return group === null ? storyId : `${group}/${storyId}`;
}

function severityOf({ glyph, tone }: TimelineItem): Severity {
  if (glyph === 'findingError' || glyph === 'findingWarning' || glyph === 'findingInfo') {
    return glyph === 'findingError' ? 'error' : glyph === 'findingWarning' ? 'warning' : 'information';
  }
  return tone === 'bad' ? 'error' : tone === 'caution' ? 'warning' : 'information';
}

const namelessUsers: Readonly<Record<SignInUserClass, string>> = {
  entra: phrase('Entra user, no name in the logs'),
  domain: phrase('Domain user, no name in the logs'),
  local: phrase('Local user, no name in the logs'),
  oobe: phrase('OOBE (defaultuser0)'),
  unknown: phrase('User not known'),
};

/** Who an item is of, as people read it: names as they are, the rest in the language that is spoken. */
export function userLabel(user: string): string {
  return Object.values(namelessUsers).includes(user) ? l10n.t(user) : user;
}

/** English where no log has the name, whatever is spoken: filters keep it. */
function userName({ user }: SignIn): string {
  return user.name ?? namelessUsers[user.class];
}

function recordsBySeverity({ series }: ChannelLane): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, verbose: 0 };
  const levels = series?.source.levels ?? new Uint8Array();
  const byLevel = new Float64Array(256);
  for (const level of levels) {
    byLevel[level]! += 1;
  }
  byLevel.forEach((count, level) => {
    counts[severityOfLevel(level)] += count;
  });
  return counts;
}

/** How many records of a channel have one of the severities; none named: all of them. */
export function countOfSeverities(
  counts: Readonly<Record<Severity, number>> | undefined,
  wanted: readonly Severity[],
): number {
  return (wanted.length === 0 ? severities : wanted).reduce((sum, severity) => sum + (counts?.[severity] ?? 0), 0);
}
