/*
 * Real bundles as the timeline page gets them, for the benchmark of the page.
 */
import { openBundle } from '../../src/core/bundle/openBundle';
import { inputFromPath } from '../../src/files/inputFromPath';
import { dataPath } from '../bundles/realData';
import { plainShown, type PlainShownBundle } from '../bundles/plainShown';

/** Those that are on this machine. */
export async function realTimelines(): Promise<readonly PlainShownBundle[]> {
  const names = ['win11-23h2.cab', 'win11-23h2-tool.zip', 'collect-diagnostics.zip'];
  const files = names.flatMap((name) => dataPath('bundles', name) ?? []);
  return Promise.all(files.map(shown));
}

async function shown(file: string): Promise<PlainShownBundle> {
  const { input, close } = await inputFromPath(file);
  const opened = await openBundle(input);
  if (!opened.ok) {
    throw new Error(`${file}: ${opened.problem.detail}`);
  }
  const bundle = plainShown(opened.bundle);
  await close();
  return bundle;
}
