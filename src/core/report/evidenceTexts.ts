import type { EvidenceRef } from '../enrollment/document/evidence';
import { placeText, placesText } from './places';
import { quoteKey, quotesPerClaim, type QuoteSource } from './quotes';
import { Lines } from './template/texts';

/** Where a claim stands, and what stands there. */
export function evidenceTexts(evidence: readonly EvidenceRef[], quotes: QuoteSource) {
  return {
    places: placesText(evidence),
    quotes: evidence.slice(0, quotesPerClaim).flatMap((ref) => {
      const text = quotes.get(quoteKey(ref));
      return text === undefined
        ? []
        : [{ place: placeText(ref), note: ref.note ?? '', text: new Lines(text, 'quote') }];
    }),
  };
}
