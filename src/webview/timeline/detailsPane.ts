import * as l10n from '@vscode/l10n';
import { wholeNumber } from '../../core/words/language';
import type { Description } from '../../core/timeline/description';
import { evidenceWords } from '../../core/timeline/description';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { createElement } from './dom';

/** More places than this are only counted: the list of a bundle's worst case must not fill the page. */
const shownEvidence = 30;

/** All there is to know about the selection, as text that can be read, copied and followed into the logs. */
export class DetailsPane {
  readonly element = createElement('section', {
    className: 'details',
    // Scrolls, so it has to be reachable by key as well.
    attributes: { 'aria-label': l10n.t('Details'), tabindex: '0' },
  });

  constructor(private readonly open: (evidence: EvidenceRef) => void) {
    this.show(null);
  }

  show(description: Description | null): void {
    this.element.classList.toggle('empty', description === null);
    this.element.scrollTop = 0;
    this.element.replaceChildren(
      ...(description === null
        ? [
            createElement('p', {
              className: 'secondary',
              text: l10n.t('Select something to see what is known about it.'),
            }),
          ]
        : this.contentOf(description)),
    );
  }

  private contentOf({ title, when, details, evidence }: Description): HTMLElement[] {
    const more = evidence.length - shownEvidence;
    return [
      createElement('h2', { className: 'description-title', text: title }),
      ...(when === '' ? [] : [createElement('p', { className: 'description-when', text: when })]),
      ...details.map(({ term, text }) =>
        term === null
          ? createElement('p', { text })
          : createElement('p', {}, createElement('strong', { text: `${term}: ` }), document.createTextNode(text)),
      ),
      ...(evidence.length === 0 ? [] : [createElement('h3', { text: l10n.t('Evidence') }), this.placesOf(evidence)]),
      ...(more > 0 ? [createElement('p', { text: l10n.t('and {0} more', wholeNumber(more)) })] : []),
    ];
  }

  private placesOf(evidence: readonly EvidenceRef[]): HTMLElement {
    const places = evidence.slice(0, shownEvidence).map((reference) => {
      const button = createElement('button', {
        className: 'link',
        text: evidenceWords(reference),
        attributes: { type: 'button', title: reference.path },
      });
      button.addEventListener('click', () => {
        this.open(reference);
      });
      return createElement('li', {}, button);
    });
    return createElement('ul', { className: 'places' }, ...places);
  }
}
