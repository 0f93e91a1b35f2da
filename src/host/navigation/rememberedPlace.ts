import type * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { isEvidenceRef } from '../../protocol/timelineMessages';
import type { BundleOpener } from '../bundle/bundleOpener';
import { Disposable } from '../disposable';
import type { StoryFocus } from './storyFocus';

const storageKey = 'storyPlace';

/** The place in a story where a window was left. */
interface LeftPlace {
  readonly key: string;
  readonly evidence: EvidenceRef | null;
  readonly itemId: string | null;
}

/** Brings the selection in views and timeline back after a reload, as soon as its bundle is open again. */
export class RememberedPlace extends Disposable {
  constructor(storage: vscode.Memento, focus: StoryFocus, opener: Pick<BundleOpener, 'onDidOpen'>) {
    super();
    const left = storage.get<unknown>(storageKey);
    this.register(
      opener.onDidOpen((bundle) => {
        if (focus.current === undefined && isLeftPlace(left) && left.key === bundle.key) {
          const { evidence, itemId } = left;
          focus.moveTo({ bundle, evidence, itemId, origin: 'restored' });
        }
      }),
    );
    this.register(
      focus.onDidChange(({ bundle, evidence, itemId }) => {
        void storage.update(storageKey, { key: bundle.key, evidence, itemId } satisfies LeftPlace);
      }),
    );
  }
}

function isLeftPlace(value: unknown): value is LeftPlace {
  const { key, evidence, itemId } = (value ?? {}) as Partial<Record<keyof LeftPlace, unknown>>;
  return (
    typeof key === 'string' &&
    (evidence === null || isEvidenceRef(evidence)) &&
    (itemId === null || typeof itemId === 'string')
  );
}
