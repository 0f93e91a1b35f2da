import type { Translations } from '../core/words/language';

/** What the editor gives the worker when it starts it. */
export interface WorkerStart {
  /** The language of the editor; empty for English. */
  readonly translations: Translations;
}
