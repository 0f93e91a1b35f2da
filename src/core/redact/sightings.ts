import { entraObjectId } from '../catalog/values/sids';
import type { LinePattern } from '../search/linePattern';
import { pseudonymWords, type Identifier, type IdentifierKind, type Identifiers } from './identifier';

/** More different values than this no bundle has; a hostile one is cut here, and said to be. */
const maxValues = 20_000;
/** Longer values are data, not names. */
const longestValue = 16_384;

/** Names that may speak of one and the same thing. */
type Family = 'person' | 'tenant' | IdentifierKind;

interface Sighted {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** Spelled as it was seen first. */
  parent: string;
  /** In the order of seeing. */
  readonly order: number;
}

/** What was seen of the identifiers of a bundle: values, and which of them name the same thing. */
export class Sightings {
  private readonly sighted = new Map<string, Sighted>();
  private isCut = false;

  /**
   * @param patterns of one's own: whatever fits one is an identifier
   * @param pseudonyms that stand in the text already: they name nobody
   */
  constructor(
    readonly patterns: readonly LinePattern[] = [],
    private readonly pseudonyms: ReadonlySet<string> = new Set(),
  ) {}

  /** Notes a value and gives back its key for {@link link}. */
  add(kind: IdentifierKind, value: string): string | null {
    const trimmed = value.trim();
    if (trimmed.length < 2 || this.isPseudonym(trimmed)) {
      return null;
    }
    if (trimmed.length > longestValue) {
      this.isCut = true;
      return null;
    }
    const key = `${familyOf(kind)} ${trimmed.toLowerCase()}`;
    const known = this.sighted.get(key);
    if (known === undefined) {
      if (this.sighted.size >= maxValues) {
        this.isCut = true;
        return null;
      }
      this.sighted.set(key, { kind, value: trimmed, parent: key, order: this.sighted.size });
      this.linkObjectId(kind, trimmed, key);
    } else if (known.kind === 'sid' && kind === 'user') {
      this.sighted.set(key, { ...known, kind });
    }
    return key;
  }

  /** Two values name the same person, device or tenant. */
  link(a: string | null, b: string | null): void {
    if (a === null || b === null) {
      return;
    }
    const [first, second] = [this.rootOf(a), this.rootOf(b)].sort(
      (x, y) => this.sighted.get(x)!.order - this.sighted.get(y)!.order,
    ) as [string, string];
    this.sighted.get(second)!.parent = first;
  }

  /** Values by what they name, in the order of seeing. */
  groups(): readonly (readonly { readonly kind: IdentifierKind; readonly value: string; readonly key: string }[])[] {
    const groups = new Map<string, { kind: IdentifierKind; value: string; key: string }[]>();
    for (const [key, { kind, value }] of this.sighted) {
      const root = this.rootOf(key);
      const group = groups.get(root) ?? [];
      group.push({ kind, value, key });
      groups.set(root, group);
    }
    return [...groups.values()];
  }

  /**
   * The identifiers under their pseudonyms.
   *
   * @param known of earlier exports of the case: they keep their pseudonyms
   */
  identifiers(known: readonly Identifier[] = []): Identifiers {
    const pseudonymOf = new Map<string, string>();
    for (const { kind, values, pseudonym } of known) {
      values.forEach((value) => pseudonymOf.set(`${familyOf(kind)} ${value.toLowerCase()}`, pseudonym));
    }
    // A device may be called `DEVICE-1`: no pseudonym is anyone's name.
    const taken = new Set(known.flatMap(({ pseudonym, values }) => [pseudonym, ...values.map(inUpperCase)]));
    this.sighted.forEach(({ value }) => taken.add(inUpperCase(value)));
    const next = new Map<IdentifierKind, number>();
    const byPseudonym = new Map(known.map((identifier) => [identifier.pseudonym, identifier]));
    for (const group of this.groups()) {
      const kind = kindOfGroup(group.map((member) => member.kind));
      let pseudonym = group.map(({ key }) => pseudonymOf.get(key)).find((name) => name !== undefined);
      while (pseudonym === undefined || (taken.has(pseudonym) && !byPseudonym.has(pseudonym))) {
        const number = (next.get(kind) ?? 0) + 1;
        next.set(kind, number);
        const name = `${pseudonymWords[kind]}-${number}`;
        pseudonym = taken.has(name) ? undefined : name;
      }
      taken.add(pseudonym);
      const earlier = byPseudonym.get(pseudonym);
      const values = [...new Set([...(earlier?.values ?? []), ...group.map(({ value }) => value)])];
      byPseudonym.set(pseudonym, { kind: earlier?.kind ?? kind, pseudonym, values });
    }
    return { identifiers: [...byPseudonym.values()], isComplete: !this.isCut };
  }

  /** An Entra SID is an object id in another spelling. */
  private linkObjectId(kind: IdentifierKind, value: string, key: string): void {
    const objectId = kind === 'user' || kind === 'sid' ? entraObjectId(value) : null;
    if (objectId !== null) {
      this.link(key, this.add(kind, objectId));
    }
  }

  /** Nothing but pseudonyms: `USER-1.HOST-1`. */
  private isPseudonym(value: string): boolean {
    const rest = value.replace(/[A-Z-]{1,20}-\d{1,6}/g, (name) => (this.pseudonyms.has(name) ? '' : name));
    return rest.length < value.length && !/[\p{L}\d]/u.test(rest);
  }

  private rootOf(key: string): string {
    let root = key;
    for (let parent = this.sighted.get(root)!.parent; parent !== root; parent = this.sighted.get(root)!.parent) {
      root = parent;
    }
    // Shortens the way for the next one.
    this.sighted.get(key)!.parent = root;
    return root;
  }
}

function inUpperCase(value: string): string {
  return value.toUpperCase();
}

function familyOf(kind: IdentifierKind): Family {
  switch (kind) {
    case 'user':
    case 'sid':
      return 'person';
    case 'tenant':
    case 'domain':
      return 'tenant';
    default:
      return kind;
  }
}

/** A SID with a name is a user, a domain with an id is a tenant. */
function kindOfGroup(kinds: readonly IdentifierKind[]): IdentifierKind {
  return kinds.find((kind) => kind === 'user' || kind === 'tenant') ?? kinds[0]!;
}
