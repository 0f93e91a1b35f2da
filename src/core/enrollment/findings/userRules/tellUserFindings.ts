import { isSecretField, maskedSecret } from '../../../catalog/secretFields';
import type { EventField } from '../../../evtx/eventRecord';
import { withPrice } from '../../adviceWords';
import type { PhaseId } from '../../document/phases';
import type { EvidenceRef } from '../../document/evidence';
import type { Finding } from '../../document/findings';
import { firstWithin, lastWithin } from '../../signals/timeOrder';
import { counted } from '../../storyWords';
import type { UserRules } from './readUserRules';
import type { RuleEvent } from './userRuleEvents';
import type { FieldCondition, UserRule, UserRuleMatch } from './userRuleShape';

/** The moments of a story that rules can ask for; milliseconds since 1970 UTC, ascending. */
export interface Moments {
  readonly phases: readonly { readonly id: PhaseId; readonly from: number; readonly to: number }[];
  readonly rebootStarts: readonly RebootMoment[];
  readonly rebootEnds: readonly RebootMoment[];
}

export interface RebootMoment {
  readonly at: number;
  readonly id: string;
}

/** More of the same would not be read. */
const enoughEvidence = 20;
/** A field with a new value each time must not flood the list. */
const findingsPerRule = 50;
const longestValue = 200;

/** What the rules of one's own find, and which of their files could not be used. */
export function tellUserFindings(
  { rules, problems }: UserRules,
  events: Iterable<RuleEvent>,
  moments: Moments,
): readonly Finding[] {
  const byEvent = rulesByEvent(rules);
  const hits = new Map<UserRule, Map<string, Hit>>();
  for (const event of events) {
    for (const rule of byEvent.get(eventKey(event)) ?? []) {
      const about = fits(rule.match, event, moments);
      if (about !== null) {
        addHit(hits, rule, event, about);
      }
    }
  }
  return [
    ...problems.map(({ where, detail }) => unusedFile(where, detail)),
    ...[...hits].flatMap(([rule, byTitle]) => [...byTitle.values()].map((hit) => userFinding(rule, hit))),
  ];
}

function rulesByEvent(rules: UserRules['rules']): ReadonlyMap<string, readonly UserRule[]> {
  const byEvent = new Map<string, UserRule[]>();
  for (const { rule } of rules) {
    const key = eventKey(rule.match);
    const known = byEvent.get(key);
    if (known === undefined) {
      byEvent.set(key, [rule]);
    } else {
      known.push(rule);
    }
  }
  return byEvent;
}

/** Records of one rule that read alike. */
interface Hit {
  readonly title: string;
  readonly advice: string;
  readonly about: Set<string>;
  readonly evidence: [EvidenceRef, ...EvidenceRef[]];
  count: number;
}

function addHit(
  hits: Map<UserRule, Map<string, Hit>>,
  rule: UserRule,
  event: RuleEvent,
  about: readonly string[],
): void {
  const byTitle = hits.get(rule) ?? new Map<string, Hit>();
  hits.set(rule, byTitle);
  const wanted = filled(rule.title, event);
  const isNew = !byTitle.has(wanted);
  const title = isNew && byTitle.size >= findingsPerRule ? `${rule.title} (with other values)` : wanted;
  const hit = byTitle.get(title);
  if (hit === undefined) {
    byTitle.set(title, {
      title,
      advice: filled(rule.advice, event),
      about: new Set(about),
      evidence: [event.ref],
      count: 1,
    });
    return;
  }
  hit.count += 1;
  if (hit.evidence.length < enoughEvidence) {
    hit.evidence.push(event.ref);
    about.forEach((id) => hit.about.add(id));
  }
}

function userFinding(rule: UserRule, { title, advice, about, evidence, count }: Hit): Finding {
  return {
    id: rule.id,
    source: 'user',
    title: count === 1 ? title : `${title} (${counted(count, 'time')})`,
    severity: rule.severity,
    confidence: rule.confidence ?? 'high',
    confidenceWhy: [],
    about: [...about],
    advice: withPrice(advice, rule.price ?? null),
    links: rule.links ?? [],
    wouldDecide: [],
    evidence,
    gap: null,
  };
}

function unusedFile(file: string, detail: string): Finding {
  return {
    id: 'rules.not-used',
    source: 'user',
    title: `A rule of your own was not used: ${detail}`,
    severity: 'warning',
    confidence: 'high',
    confidenceWhy: [],
    about: [file],
    advice: 'Mend the file and open the bundle again. "autopilot-triage rules test" checks a folder of rules.',
    links: [],
    wouldDecide: [],
    evidence: [],
    gap: { kind: 'ruleFile', name: file, why: 'could not be used' },
  };
}

function eventKey({ provider, eventId }: { readonly provider: string; readonly eventId: number }): string {
  return `${eventId} ${provider.toLowerCase()}`;
}

/** What the event is about when it fits; `null` when it does not. */
function fits(match: UserRuleMatch, event: RuleEvent, moments: Moments): readonly string[] | null {
  if (match.channel !== undefined && match.channel.toLowerCase() !== event.channel.toLowerCase()) {
    return null;
  }
  const conditions = Object.entries(match.fields ?? {});
  if (!conditions.every(([name, condition]) => event.fields.some((field) => holds(field, name, condition)))) {
    return null;
  }
  return places(match, event.at, moments);
}

function holds(field: EventField, name: string, { equals, contains, startsWith }: FieldCondition): boolean {
  if (field.name !== name) {
    return false;
  }
  const value = field.value.toLowerCase();
  return (
    (equals === undefined || value === equals.toLowerCase()) &&
    (contains === undefined || value.includes(contains.toLowerCase())) &&
    (startsWith === undefined || value.startsWith(startsWith.toLowerCase()))
  );
}

/** The phases and restarts that a rule asks for, around this time; `null` when one of them is not there. */
function places(match: UserRuleMatch, at: number, moments: Moments): readonly string[] | null {
  const { during, beforeRebootMinutes: before, afterRebootMinutes: after } = match;
  const asked = [
    during === undefined
      ? undefined
      : moments.phases.find(({ id, from, to }) => during.includes(id) && at >= from && at <= to),
    before === undefined ? undefined : firstWithin(moments.rebootStarts, at, at + before * 60_000),
    after === undefined ? undefined : lastWithin(moments.rebootEnds, at - after * 60_000, at),
  ];
  const wanted = [during, before, after].filter((part) => part !== undefined).length;
  const found = asked.flatMap((place) => place?.id ?? []);
  return found.length < wanted ? null : found.length === 0 ? ['enrollment'] : found;
}

/** Puts the values of the record into `{fieldName}`; what it does not have stays as it is. */
function filled(template: string, { provider, eventId, fields }: RuleEvent): string {
  return template.replace(/\{([^{}]{1,100})\}/g, (placeholder, name: string) => {
    const value = fields.find((field) => field.name === name)?.value;
    if (value === undefined) {
      return placeholder;
    }
    return isSecretField(provider, eventId, name) ? maskedSecret : oneLine(value);
  });
}

function oneLine(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > longestValue ? `${line.slice(0, longestValue)}…` : line;
}
