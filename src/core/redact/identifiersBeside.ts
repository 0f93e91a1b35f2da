import type { LinePattern } from '../search/linePattern';
import { sightText } from './evidenceOfIdentity';
import type { Identifiers } from './identifier';
import { Sightings } from './sightings';

/** What goes into an export beside the bundle. */
export interface BesideBundle {
  /** Such as a report with the notes of a case. */
  readonly texts?: readonly string[];
  /** Who wrote the notes. */
  readonly authors?: readonly string[];
}

/** The identifiers of a bundle, and those that only texts beside it hold. */
export function identifiersBeside(
  { identifiers, isComplete }: Identifiers,
  { texts = [], authors = [] }: BesideBundle,
  patterns: readonly LinePattern[] = [],
): Identifiers {
  const sightings = new Sightings(patterns, new Set(identifiers.map(({ pseudonym }) => pseudonym)));
  texts.forEach((text) => {
    sightText(sightings, text, [text]);
  });
  authors.forEach((author) => sightings.add('author', author));
  const all = sightings.identifiers(identifiers);
  return { ...all, isComplete: isComplete && all.isComplete };
}
