import type { FromMember } from '../../bundle/bundle';

/**
 * Leaves out logs that a bundle holds twice: Collect diagnostics takes the agent's log itself and again in the nested
 * cabinet, some minutes earlier, so the one begins with all of the other. What is told once must not count twice.
 * `linesOf` gives the lines of a log in an order and form in which they can be compared.
 */
export function withoutCopies<Log>(
  logs: readonly FromMember<Log>[],
  linesOf: (log: Log) => readonly string[],
): readonly FromMember<Log>[] {
  const longestFirst = logs
    .map((log) => ({ log, lines: linesOf(log.content) }))
    .sort((a, b) => b.lines.length - a.lines.length);
  const kept: typeof longestFirst = [];
  for (const candidate of longestFirst) {
    if (!kept.some(({ lines }) => beginsWith(lines, candidate.lines))) {
      kept.push(candidate);
    }
  }
  return kept.map(({ log }) => log);
}

function beginsWith(lines: readonly string[], start: readonly string[]): boolean {
  return start.length > 0 && start.every((line, index) => line === lines[index]);
}
