import { speak, type Translations } from '../../core/words/language';

/** The host writes the editor's language into the page; before anything is said, the page takes it from there. */
export function speakLanguageOf({ dataset: { translations } }: HTMLElement): void {
  if (translations !== undefined) {
    speak(JSON.parse(translations) as Translations);
  }
}
