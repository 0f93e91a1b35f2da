import { readFileSync, rmSync } from 'node:fs';

/**
 * What a ring of tests came to. `failures` name what failed, `retried` what failed once and passed when tried again.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number,
 *   readonly failures: readonly string[], readonly retried: readonly string[] }} Tally
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] };

/** @type {Tally} */
export const onePassed = { ...nothing, passed: 1 };

/** @param {string} what @returns {Tally} */
export const oneFailed = (what) => ({ ...nothing, failed: 1, failures: [what] });

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
      failures: [...total.failures, ...tally.failures],
      retried: [...total.retried, ...tally.retried],
    }),
    nothing,
  );
}

/** The closing line of a run; `skipped` is only named where something was. @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads the tally that a Mocha run left in `file`, and removes it. A run that left none died half-way: that is a failure.
 * @param {string} file
 * @returns {Tally}
 */
export function takeTally(file) {
  try {
    return { ...nothing, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    console.error('The tests ended without a result.');
    return oneFailed('The tests ended without a result.');
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * A ring that cannot run on this machine. Where `attempted` is set, the machine allows the installation and it failed:
 * on a build machine (`CI=true`) that is a failure, not an excuse.
 */
export class CannotRun extends Error {
  /** @param {string} reason @param {{ attempted?: boolean }} [circumstances] */
  constructor(reason, { attempted = false } = {}) {
    super(reason);
    this.attempted = attempted;
  }
}

/**
 * Runs a ring and turns its ways of not running into a tally.
 * @param {string} title
 * @param {() => Promise<Tally>} ring
 * @returns {Promise<Tally>}
 */
export async function runRing(title, ring) {
  console.log(`\n=== ${title}`);
  const started = Date.now();
  const tally = await ring().catch((error) => tallyOfError(title, error));
  console.log(`--- ${title}: ${closingLine(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return tally;
}

/** @param {string} title @param {unknown} error @returns {Tally} */
function tallyOfError(title, error) {
  if (error instanceof CannotRun && !(error.attempted && process.env['CI'] === 'true')) {
    console.log(`Skipped "${title}" (1 ring): ${error.message}`);
    return { ...nothing, skipped: 1 };
  }
  const reason = error instanceof Error ? error.message : String(error);
  console.error(reason);
  return oneFailed(`${title}: ${reason}`);
}

/**
 * Prints once more what failed, for whoever sees only the end of a long run, and what only a second try made pass. Then
 * prints the closing line, alone and last, and sets the exit code: non-zero if anything failed or nothing ran.
 * @param {readonly Tally[]} tallies
 */
export function close(tallies) {
  const total = sum(tallies);
  list('Passed only when tried again', total.retried);
  list('Failed', total.failures);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  console.log(`\n${closingLine(total)}`);
}

/** @param {string} title @param {readonly string[]} lines */
function list(title, lines) {
  if (lines.length > 0) {
    console.log([`\n${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'));
  }
}
