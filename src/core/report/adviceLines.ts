import * as l10n from '@vscode/l10n';
import type { Finding } from '../enrollment/document/findings';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { adviceText } from './adviceText';
import type { OverviewLine } from './overview';

/** More than this nobody does at once. */
const most = 4;

/** What comes first is what the rest follows from. */
const topics = [
  'bundle',
  'enrollment',
  'join',
  'preprovisioning',
  'deviceprep',
  'reboot',
  'app',
  'esp',
  'policy',
  'signin',
  'hello',
  'token',
  'security',
];

/** What to do about what was found: causes before their consequences, each advice once, with its price. */
export function adviceLines({ findings, moves }: TriageDocument): readonly OverviewLine[] {
  const { shown, left } = advisedFindings(findings);
  const lines = shown.map(({ title, advice, evidence }) => ({
    text: `${title}. ${adviceText(advice, moves)}`,
    evidence,
  }));
  return left === 0 ? lines : [...lines, { text: l10n.t('And {0} more under Findings.', left), evidence: [] }];
}

/** The findings whose advice is given, in that order, and how many others have some. */
export function advisedFindings(findings: readonly Finding[]): {
  readonly shown: readonly Finding[];
  readonly left: number;
} {
  const byAdvice = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.gap === null && finding.severity !== 'info' && !byAdvice.has(finding.advice)) {
      byAdvice.set(finding.advice, finding);
    }
  }
  const all = [...byAdvice.values()].sort((a, b) => topicOf(a) - topicOf(b));
  const shown = all.filter((finding, index) => !isHello(finding) || all.findIndex(isHello) === index).slice(0, most);
  return { shown, left: all.length - shown.length };
}

/** What is said of Windows Hello comes to the same: to finish it. */
function isHello({ id }: Finding): boolean {
  return id.startsWith('hello.');
}

/** Rules of one's own come last: nobody knows what they are about. */
function topicOf({ id }: Finding): number {
  const topic = topics.indexOf(id.slice(0, id.indexOf('.')));
  return topic < 0 ? topics.length : topic;
}
