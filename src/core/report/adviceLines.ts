import * as l10n from '@vscode/l10n';
import type { Finding } from '../enrollment/document/findings';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { adviceText } from './adviceText';
import type { OverviewLine } from './overview';

/** More than this nobody does at once. */
const shown = 4;

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
  const byAdvice = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.gap === null && finding.severity !== 'info' && !byAdvice.has(finding.advice)) {
      byAdvice.set(finding.advice, finding);
    }
  }
  const all = [...byAdvice.values()].sort((a, b) => topicOf(a) - topicOf(b));
  const first = all.filter((finding, index) => !isHello(finding) || all.findIndex(isHello) === index).slice(0, shown);
  const lines = first.map(({ title, advice, evidence }) => ({
    text: `${title}. ${adviceText(advice, moves)}`,
    evidence,
  }));
  const left = all.length - first.length;
  return left === 0 ? lines : [...lines, { text: l10n.t('And {0} more under Findings.', left), evidence: [] }];
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
