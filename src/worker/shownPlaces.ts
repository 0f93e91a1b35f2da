import type { Anchor, Place } from '../core/case/anchor';
import type { BundlePlaces } from '../core/case/bundlePlaces';
import type { ResolvedAnchor } from '../core/case/resolveAnchor';
import type { EvidenceRef } from '../core/enrollment/document/evidence';
import type { TriageDocument } from '../core/enrollment/document/triageDocument';
import type { RedactedView } from '../core/redact/redactedView';

/**
 * Places of notes while names are hidden. A case knows members by their own paths, whatever the screen shows: notes stay
 * where they are when redaction is switched.
 */
export class ShownPlaces {
  constructor(
    /** Of the bundle as it was collected. */
    private readonly places: BundlePlaces,
    private readonly story: TriageDocument,
    private readonly view: Pick<RedactedView, 'redact' | 'realPath'>,
  ) {}

  placeOf(evidence: EvidenceRef, count: number, signal: AbortSignal): Promise<Place | null> {
    return this.places.placeOf({ ...evidence, path: this.view.realPath(evidence.path) }, count, signal);
  }

  async resolve(anchors: readonly Anchor[], signal: AbortSignal): Promise<readonly ResolvedAnchor[]> {
    const real = anchors.map((anchor) =>
      anchor.kind === 'member' ? { ...anchor, path: this.view.realPath(anchor.path) } : anchor,
    );
    const resolved = await this.places.resolve(real, this.story, signal);
    return resolved.map((anchor) => this.shown(anchor));
  }

  private shown(anchor: ResolvedAnchor): ResolvedAnchor {
    const { redact } = this.view;
    const why = redact(anchor.why);
    return anchor.outcome === 'lost'
      ? { ...anchor, why }
      : {
          ...anchor,
          why,
          refs: anchor.refs.map((ref) => ({ ...ref, path: redact(ref.path) })),
          path: anchor.path === null ? null : redact(anchor.path),
        };
  }
}
