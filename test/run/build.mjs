import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inRoot, vsix } from './paths.mjs';
import { runOrThrow } from './processGroup.mjs';

/**
 * Runs `step` at its first call only: rings that share a build wait for the same one.
 * @template T
 * @param {() => Promise<T>} step
 */
function atMostOnce(step) {
  /** @type {Promise<T> | undefined} */
  let result;
  return () => (result ??= step());
}

/** Bundles the extension for development. */
export const buildExtension = atMostOnce(() => runOrThrow(process.execPath, ['esbuild.js']));

/** Bundles all tests and the builder of sample bundles. */
export const buildTests = atMostOnce(() => runOrThrow(process.execPath, ['esbuild.js', '--tests']));

/** Packages the extension as users get it; `vsce` makes the production build first. Leaves the result at {@link vsix}. */
export const packageExtension = atMostOnce(async () => {
  await mkdir(path.dirname(vsix), { recursive: true });
  await runOrThrow('npm', ['run', '--silent', 'package']);
});

/** The bundle that tests open: an Autopilot enrollment with a reboot asked for by policy, as a ZIP. */
export const sampleScenario = 'policyRebootTap';

/**
 * Writes sample bundles below a folder, each in a folder of its scenario's name. Needs {@link buildTests}.
 * @param {string} folder
 * @param {readonly string[]} [scenarios] all of them where none is named
 */
export async function writeSamples(folder, scenarios = []) {
  await mkdir(folder, { recursive: true });
  await runOrThrow(process.execPath, [inRoot('out', 'test', 'bundles', 'main.js'), folder, ...scenarios], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
