interface Held<Value> {
  readonly value: Promise<Value>;
  /** Bytes; 0 while it is being made. */
  size: number;
}

/** Keeps the values that were used last: a number of them, and fewer when they are large. */
export class RecentlyUsed<Value> {
  private readonly held = new Map<string, Held<Value>>();

  /** @param mostBytes what the values may take together; the one that was used last stays whatever it takes */
  constructor(
    private readonly mostValues: number,
    private readonly mostBytes: number,
    private readonly sizeOf: (value: Value) => number,
  ) {}

  /** The value of `key`, made where it is not held. One that could not be made is not held. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const entry = this.held.get(key) ?? this.make(key, make);
    this.held.delete(key);
    this.held.set(key, entry);
    this.trim();
    return entry.value;
  }

  clear(): void {
    this.held.clear();
  }

  private make(key: string, make: () => Promise<Value>): Held<Value> {
    const entry: Held<Value> = { value: make(), size: 0 };
    entry.value.then(
      (value) => {
        entry.size = this.sizeOf(value);
        this.trim();
      },
      () => {
        if (this.held.get(key) === entry) {
          this.held.delete(key);
        }
      },
    );
    return entry;
  }

  private trim(): void {
    let bytes = 0;
    let values = 0;
    for (const [key, { size }] of [...this.held].reverse()) {
      bytes += size;
      values += 1;
      if (values > 1 && (values > this.mostValues || bytes > this.mostBytes)) {
        this.held.delete(key);
      }
    }
  }
}
