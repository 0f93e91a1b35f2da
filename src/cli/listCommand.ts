import { withBundle } from './openPath';
import { write } from './output';

/** `list <bundle>`: every member with its kind, size, records and problems. */
export function runList(
  location: string,
  options: { readonly json?: boolean; readonly password?: string },
): Promise<number> {
  return withBundle(location, options.password, async (bundle) => {
    if (options.json === true) {
      await write(
        `${JSON.stringify({ name: bundle.name, kind: bundle.kind, members: bundle.members, problems: bundle.problems }, null, 2)}\n`,
      );
      return 0;
    }
    await write(`${bundle.name}: ${bundle.kind}, ${bundle.members.length} members, sha256 ${bundle.sha256}\n`);
    for (const problem of bundle.problems) {
      await write(`  ! ${problem.where}: ${problem.detail}\n`);
    }
    for (const { path, kind, size, records, unreadable, problems } of bundle.members) {
      const note = unreadable !== null ? `unreadable: ${unreadable}` : records === null ? '' : `${records} records`;
      await write(`${kind.padEnd(18)} ${String(size).padStart(11)}  ${path}${note === '' ? '' : `  (${note})`}\n`);
      for (const problem of problems) {
        await write(`${''.padEnd(32)}! ${problem.detail}\n`);
      }
    }
    return 0;
  });
}
