/**
 * Keeps the most recently used values up to a sum of bytes. What is pushed out is merely forgotten: whoever
 * still works with it may go on.
 */
export class ByteCache<Key, Value> {
  /** A Map iterates in the order of insertion; every use re-inserts, so the first key is the least recent. */
  private readonly kept = new Map<Key, { readonly value: Value; readonly bytes: number }>();
  private total = 0;

  constructor(readonly maxBytes: number) {}

  /** Sum of what is kept, bytes. */
  get bytes(): number {
    return this.total;
  }

  /** The value kept under `key`, which thereby becomes the most recently used. */
  get(key: Key): Value | undefined {
    const found = this.kept.get(key);
    if (found === undefined) {
      return undefined;
    }
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** Keeps `value` (or gives it its new weight); one that is larger than the whole cache is not kept. */
  set(key: Key, value: Value, bytes: number): void {
    this.forget(key);
    if (bytes > this.maxBytes) {
      return;
    }
    this.kept.set(key, { value, bytes });
    this.total += bytes;
    for (const leastRecent of this.kept.keys()) {
      if (this.total <= this.maxBytes) {
        break;
      }
      this.forget(leastRecent);
    }
  }

  private forget(key: Key): void {
    const found = this.kept.get(key);
    if (found !== undefined) {
      this.kept.delete(key);
      this.total -= found.bytes;
    }
  }
}
