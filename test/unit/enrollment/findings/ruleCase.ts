import type { Fragment } from './storyFragments';

/** A rule with a fragment of a story in which it has to speak, and one much like it in which it must not. */
export interface RuleCase {
  readonly rule: string;
  readonly finds: Fragment;
  readonly refuses: Fragment;
}
