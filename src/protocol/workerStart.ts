/** What the editor gives the worker when it starts it. */
export interface WorkerStart {
  /** Path of the translations into the language of the editor, see `translationsOf`; `null` for English. */
  readonly translationFile: string | null;
}
