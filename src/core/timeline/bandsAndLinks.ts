/*
 * What joins lanes: bands that cut through all logs, and the links from cause to effect.
 */
import type { Boot } from '../enrollment/document/boots';
import type { Reboot } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { clockItemId, zoneItemId } from './clockItems';
import { latentItemId } from './latentItems';
import type { Band, BandStyle, Link, TimelineItem } from './timelineModel';

/** The boot that ended each reboot's downtime, where the bundle shows it. */
export function matchBoots(reboots: readonly Reboot[], boots: readonly Boot[]): ReadonlyMap<Reboot, Boot> {
  const byId = new Map(boots.map((boot) => [boot.id, boot]));
  return new Map(
    reboots.flatMap((reboot): [Reboot, Boot][] => {
      const boot = byId.get(reboot.boot);
      return boot === undefined ? [] : [[reboot, boot]];
    }),
  );
}

export function bandsOf(
  document: TriageDocument,
  items: ReadonlyMap<string, TimelineItem>,
  bootOf: ReadonlyMap<Reboot, Boot>,
): readonly Band[] {
  const bands: Band[] = [];
  const add = (id: string, style: BandStyle): void => {
    const item = items.get(id);
    if (item !== undefined) {
      bands.push({ item, style, start: item.start, end: item.end });
    }
  };
  const rebooted = new Set(bootOf.values());
  for (const reboot of document.reboots) {
    add(reboot.id, rebootStyle(reboot, bootOf.get(reboot)));
  }
  for (const boot of document.boots.filter((candidate) => !rebooted.has(candidate))) {
    const style = lonelyBootStyle(boot.kind);
    if (style !== null) {
      add(boot.id, style);
    }
  }
  document.clock.steps.forEach((_, index) => {
    const id = clockItemId(index);
    add(id, items.get(id)?.kind === 'sleep' ? 'sleep' : 'clockStep');
  });
  document.sleeps?.forEach(({ id }) => {
    add(id, 'sleep');
  });
  document.clock.localOffsets.slice(1).forEach((_, index) => {
    add(zoneItemId(index), 'zoneChange');
  });
  return bands;
}

function rebootStyle(reboot: Reboot, boot: Boot | undefined): BandStyle {
  if (boot?.kind === 'powerLoss' || (boot === undefined && reboot.class === 'unexpected')) {
    return 'powerLoss';
  }
  return reboot.expected === false ? 'uncalledRestart' : 'restart';
}

/** How a boot cuts through the logs when no reboot with a downtime tells. */
function lonelyBootStyle(kind: Boot['kind']): BandStyle | null {
  switch (kind) {
    case 'restart':
      return 'restart';
    case 'powerLoss':
      return 'powerLoss';
    case 'shutdownAndStart':
      return 'shutdown';
    case 'fastStartup':
      return 'fastStartup';
    case 'firstBoot':
    case 'unknown':
      return null;
  }
}

/** Flags and other causes to their reboot, a reboot to the sign-in after it and to what it did to the token. */
export function linksOf(document: TriageDocument, items: ReadonlyMap<string, TimelineItem>): readonly Link[] {
  const links: Link[] = [];
  const add = (from: string, to: string, verdict: Link['verdict']): void => {
    const [cause, effect] = [items.get(from), items.get(to)];
    if (cause !== undefined && effect !== undefined && cause.shape !== 'none') {
      links.push({ from: cause, to: effect, verdict });
    }
  };
  for (const { id, causes, otherCauses } of document.reboots) {
    causes.forEach(({ verdict }, index) => {
      add(`flag/${id}/${index + 1}`, id, verdict);
    });
    otherCauses.forEach(({ verdict }, index) => {
      add(`other/${id}/${index + 1}`, id, verdict);
    });
  }
  document.policies.latentReboots.forEach(({ mayHaveCaused }, index) => {
    for (const id of mayHaveCaused) {
      add(latentItemId(index), id, 'possible');
    }
  });
  for (const { id, afterReboot } of document.signIns) {
    if (afterReboot !== null) {
      add(afterReboot, id, 'confirmed');
    }
  }
  return links;
}
