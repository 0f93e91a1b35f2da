/**
 * Names of a log from short to long:
 * `DeviceManagement`, `DeviceManagement/Admin`, `DeviceManagement-Enterprise-Diagnostics-Provider/Admin`. Views are narrow,
 * and four channels of the MDM client begin with the same 28 letters.
 */
function namesOf(log: string): readonly [string, string, string] {
  const full = log.replace(/^Microsoft-Windows-/i, '');
  const withoutRole = full.replace(/(-Enterprise)?-Diagnostics(-Provider)?(?=\/|$)/i, '');
  return [withoutRole.replace(/\/(Operational|Admin)$/i, ''), withoutRole, full];
}

/** The shortest name of each log that no other of them could have; a number tells equal logs apart. */
export function channelNames(logs: readonly string[]): readonly string[] {
  const names = logs.map(namesOf);
  const shared = [0, 1, 2].map((length) => counts(names.map((own) => own[length]!)));
  const taken = new Map<string, number>();
  return names.map((own) => {
    const unique = own.find((name, length) => shared[length]?.get(name) === 1);
    const label = unique ?? own[2];
    const times = (taken.get(label) ?? 0) + 1;
    taken.set(label, times);
    return times === 1 ? label : `${label} (${times})`;
  });
}

function counts(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) {
    found.set(text, (found.get(text) ?? 0) + 1);
  }
  return found;
}
