/** Something that is not in the bundle and would decide what is open. */
export interface CollectNext {
  readonly what: string;
  /** What it would settle, as one sentence. */
  readonly why: string;
  /** The command to run, or the way through a portal. */
  readonly how: string;
  readonly size: 'small' | 'medium' | 'large';
  /** What is open now: ids of reboots, sign-ins and phases, areas of security, or `enrollment`, `token`, `hello`, `policies.…`, `latentReboots`. */
  readonly decides: readonly [string, ...string[]];
}
