import * as l10n from '@vscode/l10n';
import { warningProblem } from '../bytes/problem';
import { lineAt, lineStarts } from '../bytes/lines';
import type { MdmReport, ReportPolicy } from './mdmReport';
import { understoodNothing, understoodWhole } from './understood';

/** Does the text begin like `MDMDiagHTMLReport.html`? */
export function isMdmHtmlReportText(head: string): boolean {
  return /^\s*<!doctype html/i.test(head) && /<title>MDM Diagnostic Report<|GroupPoliciesTable/.test(head);
}

const tableStart = /<table\s[^<>]{0,200}?id="ManagedPoliciesTable"/;

/** Longest table that is read, UTF-16 units. */
const maxTableLength = 16 * 1024 * 1024;

/**
 * Reads the HTML report, which stands in for the XML report where that is missing: of all its tables only the managed
 * policies, whose columns are Area, Policy, Default Value, Current Value, Target and Config Source in every language.
 * The tool does not escape values, so that only the table's own tags are taken for markup.
 */
export function parseMdmHtmlReport(text: string, where: string): MdmReport {
  const found = tableStart.exec(text);
  // A device without managed policies has no such table, but always that of the unmanaged ones.
  const isWhole = found !== null || text.includes('id="UnmanagedPoliciesTable"');
  const policies = found === null ? [] : policiesOf(text, found.index);
  return {
    format: 'html',
    createdMs: null,
    system: [],
    enrollments: [],
    currentPolicies: policies,
    configuredPolicies: [],
    understood: isWhole ? understoodWhole(text) : understoodNothing(text),
    problems: isWhole
      ? []
      : [
          warningProblem(
            'mdmreport.no-table',
            where,
            l10n.t('The report holds neither managed nor unmanaged policies.'),
          ),
        ],
  };
}

function policiesOf(text: string, tableAt: number): readonly ReportPolicy[] {
  const end = text.indexOf('</table>', tableAt);
  const limit = Math.min(end < 0 ? text.length : end, tableAt + maxTableLength);
  const starts = lineStarts(text);
  const policies: ReportPolicy[] = [];
  for (const row of rowsOf(text, tableAt, limit)) {
    const [area, name, , current, target, source] = row.cells;
    if (area !== undefined && name !== undefined && current !== undefined) {
      policies.push({
        area,
        scope: target ?? '',
        name,
        value: current,
        source: null,
        // `<enrollment>=<value>` for each source, one a line; a single source is the one that won.
        winningProvider: winnerOf(source ?? ''),
        line: lineAt(starts, row.start),
      });
    }
  }
  return policies;
}

/** The rows with data cells between two offsets. A cell that is never closed ends with its row. */
function* rowsOf(text: string, from: number, limit: number): Generator<{ start: number; cells: readonly string[] }> {
  let start = text.indexOf('<tr', from);
  while (start >= 0 && start < limit) {
    const next = text.indexOf('<tr', start + 3);
    const stop = next < 0 || next > limit ? limit : next;
    const cells = text
      .slice(start, stop)
      .split(/<td[^<>]{0,200}>/)
      .slice(1)
      .map((cell) => cellText(cell.split('</td>', 1)[0]!));
    yield { start, cells };
    start = next;
  }
}

const references: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

function cellText(html: string): string {
  return html
    .replace(/<br\s?\/?>/gi, '\n')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|\w{2,6});/gi, (whole, name: string) => {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (!name.startsWith('#')) {
        return references.get(name.toLowerCase()) ?? whole;
      }
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

function winnerOf(sources: string): string | null {
  const [only, second] = sources.split(/,?\n/).filter((source) => source !== '');
  return only === undefined || second !== undefined ? null : (only.split('=', 1)[0] ?? null);
}
