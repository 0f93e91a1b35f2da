import { findingKey } from '../core/case/anchorSource';
import type { Anchor, Place } from '../core/case/anchor';
import type { BundlePlaces } from '../core/case/bundlePlaces';
import type { ResolvedAnchor } from '../core/case/resolveAnchor';
import type { EvidenceRef } from '../core/enrollment/document/evidence';
import type { TriageDocument } from '../core/enrollment/document/triageDocument';
import type { RedactedView } from '../core/redact/redactedView';

/**
 * Places of notes while names are hidden. A case knows members and findings by their own names, whatever the screen
 * shows: what is noted stays where it is when redaction is switched.
 */
export class ShownPlaces {
  /** Findings by their keys: as the screen has them, and as the case has them. */
  private readonly shownFindings: ReadonlyMap<string, string>;
  private readonly realFindings: ReadonlyMap<string, string>;

  constructor(
    /** Of the bundle as it was collected. */
    private readonly places: BundlePlaces,
    private readonly story: TriageDocument,
    private readonly view: Pick<RedactedView, 'told' | 'redact' | 'shownPath' | 'realPath'>,
  ) {
    const shown = view.told.document.findings.map(findingKey);
    const real = story.findings.map(findingKey);
    this.shownFindings = new Map(real.map((key, index) => [key, shown[index]!]));
    this.realFindings = new Map(shown.map((key, index) => [key, real[index]!]));
  }

  placeOf(evidence: EvidenceRef, count: number, signal: AbortSignal): Promise<Place | null> {
    return this.places.placeOf({ ...evidence, path: this.view.realPath(evidence.path) }, count, signal);
  }

  /** @param anchors as the case has them */
  async resolve(anchors: readonly Anchor[], signal: AbortSignal): Promise<readonly ResolvedAnchor[]> {
    const resolved = await this.places.resolve(anchors, this.story, signal);
    return resolved.map((anchor) => this.shown(anchor));
  }

  /** What a case says of what the screen shows. */
  anchorInCase(shown: Anchor): Anchor {
    switch (shown.kind) {
      case 'member':
        return { ...shown, path: this.view.realPath(shown.path) };
      case 'finding':
        return { ...shown, item: this.realFindings.get(shown.item) ?? shown.item };
      default:
        return shown;
    }
  }

  /** What names a member or a finding on the screen; `undefined` for any other text. */
  shownName(real: string): string | undefined {
    return this.shownFindings.get(real) ?? this.view.shownPath(real);
  }

  /** A text from beside the bundle, such as one of a case, without the names in the bundle. */
  redact(text: string): string {
    return this.shownName(text) ?? this.view.redact(text);
  }

  private shown(anchor: ResolvedAnchor): ResolvedAnchor {
    const why = this.redact(anchor.why);
    return anchor.outcome === 'lost'
      ? { ...anchor, why }
      : {
          ...anchor,
          why,
          refs: anchor.refs.map((ref) => ({ ...ref, path: this.redact(ref.path) })),
          path: anchor.path === null ? null : this.redact(anchor.path),
          item: anchor.item === null ? null : (this.shownFindings.get(anchor.item) ?? anchor.item),
        };
  }
}
