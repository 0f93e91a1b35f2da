import { spawnSync } from 'node:child_process';

let skipped = 0;

/** For test bodies that check our output with somebody else's reader: skips, and says so, where it is missing. */
export function requireTool(context: Mocha.Context, name: string): void {
  if (spawnSync('which', [name]).status !== 0) {
    skipped += 1;
    console.log(`      skipped: ${name} is not installed on this machine (${skipped} so far)`);
    context.skip();
  }
}
