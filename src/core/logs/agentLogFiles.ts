/**
 * The logs below `%ProgramData%\Microsoft\IntuneManagementExtension\Logs`, all of them CMTrace logs. Their names are
 * compared without case: Collect diagnostics writes them in lower case.
 */
export const agentLogNames = [
  'IntuneManagementExtension',
  'AppWorkload',
  'AppActionProcessor',
  'AgentExecutor',
  'HealthScripts',
  'ClientHealth',
  'ClientCertCheck',
  'DeviceHealthMonitoring',
  'Sensor',
  'Win32AppInventory',
  'ImeUI',
] as const;

export type AgentLogName = (typeof agentLogNames)[number];

/** Which agent log a file is, the live one or one that was rolled over; `null` for any other file. */
export function agentLogOf(path: string): AgentLogName | null {
  const name = nameParts(path).base.replace(/^_/, '').toLowerCase();
  return agentLogNames.find((candidate) => candidate.toLowerCase() === name) ?? null;
}

/**
 * Puts rolled-over logs, `<name>-YYYYMMDD-HHMMSS.log`, in the order of writing before the live `<name>.log` of the same
 * folder. Series keep the order in which their first file is given; what belongs to no series stays where it is.
 */
export function rolloverOrder(paths: readonly string[]): readonly string[] {
  const series = new Map<string, string[]>();
  for (const path of paths) {
    const { folder, base } = nameParts(path);
    const key = `${folder}/${base}`.toLowerCase();
    const files = series.get(key);
    if (files === undefined) {
      series.set(key, [path]);
    } else {
      files.push(path);
    }
  }
  return [...series.values()].flatMap((files) => files.sort((a, b) => compareStamps(nameParts(a), nameParts(b))));
}

interface NameParts {
  readonly folder: string;
  /** File name without extension and rollover stamp. */
  readonly base: string;
  /** `YYYYMMDD-HHMMSS`, which sorts as text; `null` for the live log. */
  readonly stamp: string | null;
}

function nameParts(path: string): NameParts {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const name = path.slice(slash + 1).replace(/\.log$/i, '');
  const stamp = /-(\d{8}-\d{6})$/.exec(name);
  return {
    folder: path.slice(0, Math.max(0, slash)),
    base: stamp === null ? name : name.slice(0, stamp.index),
    stamp: stamp?.[1] ?? null,
  };
}

function compareStamps(a: NameParts, b: NameParts): number {
  if (a.stamp === b.stamp) {
    return 0;
  }
  return b.stamp === null || (a.stamp !== null && a.stamp < b.stamp) ? -1 : 1;
}
