import type { Problem } from '../../bytes/problem';
import type { Confidence, EvidenceRef } from '../document/evidence';
import type { Attempt } from '../document/attempts';
import type { Contradiction, Phase } from '../document/phases';
import type { Reboot } from '../document/reboots';
import type { NotedPolicy } from '../document/policies';
import type { SecurityImpact } from '../document/securityImpact';
import type { HelloPattern, SignIn } from '../document/signIns';
import type { Facts, KeyLog, Marker, Story } from './facts';

/** What rules look at: each of these gives as many subjects as the story has of it. */
export interface Subjects {
  /** The enrollment as a whole: one subject. Rules about it name their own evidence. */
  readonly enrollment: Story;
  readonly bundle: Story['bundle'];
  readonly bundleProblem: Problem;
  readonly keyLog: KeyLog;
  readonly clock: Story['clock'];
  readonly phase: Phase;
  /** An attempt before the one that the story is told of. */
  readonly attempt: Attempt;
  readonly contradiction: Contradiction;
  readonly reboot: Reboot;
  readonly signIn: SignIn;
  readonly token: Story['token'];
  readonly hello: Story['hello'];
  readonly helloPattern: HelloPattern;
  readonly impact: SecurityImpact;
  readonly autoLogonBreaker: NotedPolicy;
  /** A policy that can restart without being on the list of those that do. */
  readonly otherRestartPolicy: NotedPolicy;
  /** What the pages of OOBE have logged, folded by name. */
  readonly marker: Marker;
}

export type SubjectKind = keyof Subjects;

/** A subject with what every finding about it says anyway. */
export interface Seen<Kind extends SubjectKind> {
  readonly subject: Subjects[Kind];
  readonly about: readonly string[];
  readonly confidence: Confidence;
  readonly evidence: readonly EvidenceRef[];
}

/** The subjects of a story, by kind. */
export const subjectsIn: { readonly [Kind in SubjectKind]: (facts: Facts) => readonly Seen<Kind>[] } = {
  enrollment: ({ story }) => [seen(story, ['enrollment'], [])],
  bundle: ({ story: { bundle } }) => [seen(bundle, ['bundle'], [])],
  bundleProblem: ({ story }) => story.bundle.problems.map((problem) => seen(problem, [problem.where], [])),
  keyLog: ({ keyLogs }) => keyLogs.map((log) => seen(log, [log.covered.log], [])),
  clock: ({ story: { clock } }) => [seen(clock, ['clock'], [])],
  phase: ({ story }) => story.phases.map((phase) => seen(phase, [phase.id], phase.evidence)),
  attempt: ({ story }) => story.attempts.map((attempt) => seen(attempt, [attempt.id], attempt.evidence)),
  contradiction: ({ story }) => story.contradictions.map((found) => seen(found, [found.subject], found.evidence)),
  reboot: ({ story }) => story.reboots.map((reboot) => seen(reboot, [reboot.id], reboot.evidence, reboot.confidence)),
  signIn: ({ story }) =>
    story.signIns.map((signIn) =>
      seen(
        signIn,
        [signIn.id, ...(signIn.afterReboot === null ? [] : [signIn.afterReboot])],
        signIn.evidence,
        signIn.confidence,
      ),
    ),
  token: ({ story: { token } }) => [seen(token, ['token'], token.evidence)],
  hello: ({ story: { hello } }) => [seen(hello, ['hello'], hello.evidence, hello.confidence ?? 'medium')],
  helloPattern: ({ story }) =>
    story.hello.patterns.map((pattern) => seen(pattern, ['hello'], pattern.evidence, pattern.confidence)),
  autoLogonBreaker: ({ story }) =>
    story.policies.autoLogonBreakers.map((policy) => seen(policy, ['policies'], policy.evidence)),
  otherRestartPolicy: ({ story }) =>
    story.policies.otherRestartPolicies.map((policy) => seen(policy, ['policies'], policy.evidence)),
  impact: ({ story }) =>
    story.securityImpact.map((impact) => seen(impact, [impact.area], impact.evidence, impact.confidence ?? 'medium')),
  marker: ({ markers }) => markers.map((marker) => seen(marker, ['enrollment'], marker.evidence)),
};

function seen<Subject>(
  subject: Subject,
  about: readonly string[],
  evidence: readonly EvidenceRef[],
  confidence: Confidence = 'high',
): { subject: Subject; about: readonly string[]; confidence: Confidence; evidence: readonly EvidenceRef[] } {
  return { subject, about, confidence, evidence };
}
