import { entraObjectId } from '../catalog/values/sids';
import type { Sightings } from './sightings';

/** What of a person a group of values holds. */
interface Person {
  /** A key of the group. */
  readonly key: string;
  readonly names: readonly string[];
  readonly hasUpn: boolean;
  readonly hasEntraId: boolean;
}

/**
 * Brings the names of one person together that no log brings together: names that are the same but for blanks, dots
 * and case, and, where the bundle has one Entra user only, its UPN and its SID. At worst two people share a pseudonym;
 * none is left without one.
 */
export function linkPeople(sightings: Sightings): void {
  linkSameNames(sightings, peopleOf(sightings));
  const people = peopleOf(sightings);
  const withUpn = people.filter(({ hasUpn }) => hasUpn);
  const withId = people.filter(({ hasEntraId }) => hasEntraId);
  const nameless = people.filter(({ hasUpn, hasEntraId }) => !hasUpn && !hasEntraId);
  if (withUpn.length === 1 && withId.length === 1) {
    sightings.link(withUpn[0]!.key, withId[0]!.key);
  }
  if (withUpn.length + withId.length > 0 && withUpn.length <= 1 && withId.length <= 1 && nameless.length === 1) {
    sightings.link((withUpn[0] ?? withId[0])!.key, nameless[0]!.key);
  }
}

function peopleOf(sightings: Sightings): readonly Person[] {
  return sightings
    .groups()
    .filter((group) => group.some(({ kind, value }) => kind === 'user' || isEntraSid(value)))
    .map((group) => ({
      key: group[0]!.key,
      names: group.map(({ value }) => value).filter((value) => !isEntraSid(value)),
      hasUpn: group.some(({ value }) => value.includes('@')),
      hasEntraId: group.some(({ value }) => isEntraSid(value)),
    }));
}

function isEntraSid(value: string): boolean {
  return entraObjectId(value) !== null;
}

function linkSameNames(sightings: Sightings, people: readonly Person[]): void {
  const keyByName = new Map<string, string>();
  for (const { key, names } of people) {
    for (const name of names) {
      const squeezed = name
        .split('@')[0]!
        .toLowerCase()
        .replace(/[\s._-]/g, '');
      const known = keyByName.get(squeezed);
      if (known === undefined) {
        keyByName.set(squeezed, key);
      } else {
        sightings.link(known, key);
      }
    }
  }
}
