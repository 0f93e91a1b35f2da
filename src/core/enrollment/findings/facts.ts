import { keyChannels } from '../../catalog/providers';
import type { LogCoverage } from '../../bundle/coverage';
import type { Signal, SignalKind, SignalOf } from '../signals/signal';
import { SignalIndex } from '../signals/signalIndex';
import { speaksOfToken } from '../signIns/tokenStory';
import type { Boot } from '../document/boots';
import type { EvidenceRef } from '../document/evidence';
import type { CauseVerdict, Reboot, RebootCause } from '../document/reboots';
import type { MovePrice } from '../document/securityImpact';
import type { TriageDocument } from '../document/triageDocument';

/** The document before its findings. */
export type Story = Omit<TriageDocument, 'findings'>;

/** All records of one kind that the pages of OOBE have logged under one name. */
export interface Marker {
  readonly name: string;
  readonly count: number;
  /** What the last one says. */
  readonly message: string;
  /** The first few. */
  readonly evidence: readonly EvidenceRef[];
}

/** A log that the story leans on, and what is lost without it, as a phrase. */
export interface KeyLog {
  readonly covered: LogCoverage;
  readonly tells: string;
}

/** More of the same would not be read. */
const enoughEvidence = 20;

/** The story and its signals, indexed once so that each rule costs no more than what it looks at. */
export class Facts {
  readonly markers: readonly Marker[];
  readonly keyLogs: readonly KeyLog[];
  /** Restarts while the Enrollment Status Page ran. */
  readonly rebootsInEnrollment: readonly Reboot[];
  /** Settings that some restart is put down to. */
  readonly blamedUris: ReadonlySet<string>;
  private readonly signals: SignalIndex;
  private readonly boots: ReadonlyMap<string, Boot>;
  private readonly reboots: ReadonlyMap<string, Reboot>;
  private readonly covered: ReadonlySet<string>;
  private readonly prices: ReadonlyMap<string, readonly MovePrice[]>;
  private readonly crashes: ReadonlySet<string>;
  private readonly tokenSigns: ReadonlySet<string>;

  constructor(
    readonly story: Story,
    signals: readonly Signal[],
  ) {
    this.signals = new SignalIndex(signals);
    this.markers = markersOf(this.all('espMarker'));
    this.keyLogs = keyLogsOf(story.coverage);
    this.rebootsInEnrollment = story.reboots.filter(isInEnrollment);
    this.blamedUris = new Set(story.reboots.flatMap((reboot) => blamed(reboot).map(({ uri }) => uri)));
    this.reboots = new Map(story.reboots.map((reboot) => [reboot.id, reboot]));
    this.boots = new Map(story.boots.map((boot) => [boot.id, boot]));
    this.prices = new Map(story.moves.map(({ subject, price }) => [subject, price]));
    this.crashes = new Set(this.all('dirtyStop').flatMap(({ bugcheck, ref }) => (bugcheck ? [placeOf(ref)] : [])));
    this.tokenSigns = new Set(signals.flatMap((signal) => (speaksOfToken(signal) ? [placeOf(signal.ref)] : [])));
    this.covered = new Set(story.coverage.flatMap(({ log, state }) => (state === 'present' ? [log] : [])));
  }

  /** Signals of one kind, ascending by time. */
  all<Kind extends SignalKind>(kind: Kind): readonly SignalOf<Kind>[] {
    return this.signals.ofKind(kind);
  }

  /** The restart of that id. */
  reboot(id: string | null): Reboot | undefined {
    return id === null ? undefined : this.reboots.get(id);
  }

  /** The boot that a restart ended in. */
  bootAfter({ boot }: Reboot): Boot | undefined {
    return this.boots.get(boot);
  }

  /** What moving a setting out of device setup costs, as far as it is known. */
  pricesOf(uri: string): readonly MovePrice[] {
    return this.prices.get(uri) ?? [];
  }

  /** Does this record tell of a stop error? */
  isCrash(ref: EvidenceRef): boolean {
    return this.crashes.has(placeOf(ref));
  }

  /** Does this record or line speak of the user's token? */
  speaksOfToken(ref: EvidenceRef): boolean {
    return this.tokenSigns.has(placeOf(ref));
  }

  /** Does this log hold everything of the enrollment? */
  covers(log: string): boolean {
    return this.story.coverage.some((one) => one.log === log && one.coversEnrollment === 'all');
  }

  /** Are there records of this log? */
  has(log: string): boolean {
    return this.covered.has(log);
  }
}

/** Did it happen while the Enrollment Status Page ran? */
export function isInEnrollment({ during }: Reboot): boolean {
  return during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup';
}

/** The places of the first few signals. */
export function refsOf(signals: readonly Signal[]): readonly EvidenceRef[] {
  return signals.slice(0, enoughEvidence).map(({ ref }) => ref);
}

/** Each place once, with what was noted of it first. */
export function onePlaceEach(refs: readonly EvidenceRef[]): readonly EvidenceRef[] {
  const seen = new Set<string>();
  return refs.filter((ref) => {
    const place = placeOf(ref);
    return !seen.has(place) && seen.add(place);
  });
}

function placeOf(ref: EvidenceRef): string {
  return 'recordId' in ref ? `${ref.path}#${ref.recordId}` : `${ref.path}:${ref.line}`;
}

function markersOf(signals: readonly SignalOf<'espMarker'>[]): readonly Marker[] {
  const byName = new Map<string, SignalOf<'espMarker'>[]>();
  for (const signal of signals) {
    const known = byName.get(signal.name);
    if (known === undefined) {
      byName.set(signal.name, [signal]);
    } else {
      known.push(signal);
    }
  }
  return [...byName].map(([name, all]) => ({
    name,
    count: all.length,
    message: all.at(-1)?.message ?? '',
    evidence: refsOf(all),
  }));
}

function keyLogsOf(coverage: Story['coverage']): readonly KeyLog[] {
  return coverage.flatMap((covered) => {
    const key = keyChannels.find(({ channel }) => channel === covered.log);
    return key === undefined ? [] : [{ covered, tells: key.tells }];
  });
}

/** The causes that a restart is put down to. */
export function blamed({ causes }: Reboot): readonly RebootCause[] {
  return causes.filter(isBlamed);
}

/** Is the restart put down to it? What is only possible is not blamed. */
export function isBlamed({ verdict }: { readonly verdict: CauseVerdict }): boolean {
  return verdict === 'confirmed' || verdict === 'likely';
}
