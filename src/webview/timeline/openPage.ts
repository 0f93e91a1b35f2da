/*
 * What the commands, the pointer and the exports may do with a page that shows a bundle.
 */
import type { Selection } from '../../core/timeline/selection';
import type { TimeRange } from '../../core/timeline/timeScale';
import type { Boxes } from './boxes';
import type { Panels } from './panels';
import type { SearchBar } from './searchBar';
import type { Stage } from './stage';
import type { ViewSession } from './viewSession';

/**
 * Who changed the selection decides who has to be told, and whether it has to be brought into view: what the pointer
 * has met is there already.
 */
export type Origin = 'pointer' | 'canvas' | 'list' | 'host' | 'command' | 'restore';

export interface OpenPage {
  readonly session: ViewSession;
  readonly stage: Stage;
  readonly panels: Panels;
  readonly boxes: Boxes;
  readonly search: SearchBar;
  readonly selection: Selection | null;
  readonly select: (selection: Selection | null, origin: Origin) => void;
  /** Opens the log at the selection. */
  readonly open: (selection: Selection | null, preserveFocus: boolean) => void;
  /** Asks the host for a note on a range. */
  readonly annotate: (range: TimeRange) => void;
  /** A range that is being dragged; it becomes part of the view when it is done. */
  readonly dragSpan: (span: TimeRange | null) => void;
  /** Tells people who do not see the chart. */
  readonly announce: (text: string) => void;
  /** Tells everybody why nothing was done. */
  readonly explain: (text: string) => void;
  /** Puts the focus on the chart. */
  readonly focusChart: () => void;
}
