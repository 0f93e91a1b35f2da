/*
 * The panel of the lanes, beside them: each can be shown or hidden, pinned, made thin and moved, by mouse and by keys.
 */
import * as l10n from '@vscode/l10n';
import type { Direction } from '../../core/timeline/keyboardOrder';
import type { Lane } from '../../core/timeline/timelineModel';
import type { LaneArrangement, LaneTrait } from '../../core/timeline/view/laneArrangement';
import { naturalArrangement, withTrait } from '../../core/timeline/view/laneArrangement';
import { createButton, createPressButton, createToggle } from '../controls';
import { createElement } from './dom';
import { createPanel } from './sidePanel';

export interface LanesListener {
  readonly arrange: (arrangement: LaneArrangement) => void;
  readonly move: (laneId: string, direction: Direction) => void;
  readonly close: () => void;
}

interface LaneRow {
  readonly element: HTMLElement;
  readonly follow: (arrangement: LaneArrangement) => void;
}

export class LanesPanel {
  readonly element: HTMLElement;
  private arrangement: LaneArrangement = naturalArrangement;
  private readonly rows = new Map<string, LaneRow>();
  private readonly list = createElement('ul', { className: 'lane-rows' });

  constructor(private readonly listener: LanesListener) {
    const reset = createButton({
      text: l10n.t('Reset'),
      title: l10n.t('Reset all lanes to their natural order'),
      onPress: () => {
        listener.arrange(naturalArrangement);
      },
    });
    this.element = createPanel({ title: l10n.t('Lanes'), buttons: [reset], close: listener.close }, this.list);
  }

  /** `lanes`: all of them in the user's order, hidden ones too. */
  show(lanes: readonly Lane[], arrangement: LaneArrangement): void {
    this.arrangement = arrangement;
    const elements = lanes.map((lane) => {
      const row = this.rowOf(lane);
      row.follow(arrangement);
      return row.element;
    });
    const isSame =
      elements.length === this.list.children.length && elements.every((each, at) => this.list.children[at] === each);
    if (!isSame) {
      const focused = document.activeElement;
      this.list.replaceChildren(...elements);
      // A lane that was moved takes the focus with it.
      if (focused instanceof HTMLElement && this.list.contains(focused)) {
        focused.focus();
      }
    }
  }

  private rowOf({ id, label }: Lane): LaneRow {
    const known = this.rows.get(id);
    if (known !== undefined) {
      return known;
    }
    const row = this.createRow(id, label);
    this.rows.set(id, row);
    return row;
  }

  private createRow(id: string, label: string): LaneRow {
    const setTrait = (trait: LaneTrait, has: boolean): void => {
      this.listener.arrange(withTrait(this.arrangement, id, trait, has));
    };
    const flip = (trait: LaneTrait) => (): void => {
      setTrait(trait, !this.arrangement[trait].includes(id));
    };
    const shown = createToggle(label, l10n.t('Show {0}', label), (checked) => {
      setTrait('hidden', !checked);
    });
    const pin = createPressButton({
      text: l10n.t('Top'),
      title: l10n.t('Top: pin {0} there', label),
      onPress: flip('pinned'),
    });
    const thin = createPressButton({
      text: l10n.t('Thin'),
      title: l10n.t('Thin: {0}', label),
      onPress: flip('collapsed'),
    });
    const move = (text: string, title: string, direction: Direction): HTMLElement =>
      createButton({
        text,
        title,
        onPress: () => {
          this.listener.move(id, direction);
        },
      });
    const element = createElement(
      'li',
      { className: 'lane-row' },
      shown.element,
      pin.element,
      thin.element,
      move('↑', l10n.t('Move {0} up', label), -1),
      move('↓', l10n.t('Move {0} down', label), 1),
    );
    return {
      element,
      follow: ({ hidden, pinned, collapsed }) => {
        shown.setChecked(!hidden.includes(id));
        pin.setPressed(pinned.includes(id));
        thin.setPressed(collapsed.includes(id));
      },
    };
  }
}
