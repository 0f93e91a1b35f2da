/*
 * What the page asks of the host about the selection, and where the host looks when it comes back.
 */
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { Selection } from '../../core/timeline/selection';
import { evidenceOf } from '../../core/timeline/selection';
import type { TimeRange } from '../../core/timeline/timeScale';
import type { FromTimeline } from '../../protocol/timelineMessages';
import { bundleOf } from './bundleOf';
import type { VsCodeApi } from './vscodeApi';

export class HostLink {
  constructor(private readonly api: VsCodeApi) {}

  readonly post = (message: FromTimeline): void => {
    this.api.postMessage(message);
  };

  /** Opens the log where the selection has its first evidence, if it has any. */
  open(selection: Selection | null, preserveFocus: boolean): void {
    const evidence = selection === null ? null : evidenceOf(selection);
    if (evidence !== null) {
      this.openEvidence(selection, evidence, preserveFocus);
    }
  }

  /** Opens the log at one place of what is known about the selection. */
  openEvidence(selection: Selection | null, evidence: EvidenceRef, preserveFocus: boolean): void {
    this.post({ type: 'openEvidence', bundle: bundleOf(selection), evidence, preserveFocus });
  }

  /** Asks for a note on a range. */
  annotate(selection: Selection | null, { start, end }: TimeRange): void {
    this.post({
      type: 'annotate',
      bundle: bundleOf(selection),
      start,
      end,
      storyId: selection?.kind === 'item' ? selection.item.storyId : null,
      evidence: selection === null ? null : evidenceOf(selection),
    });
  }
}
