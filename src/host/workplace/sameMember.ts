import type { OpenBundle } from '../bundle/openBundle';

type WithMembers = Pick<OpenBundle, 'members'>;

/** What the member at `path` of `before` is called in the same bundle read again; `null` where it has none there. */
export function sameMember(before: WithMembers, path: string, now: WithMembers): string | null {
  return now.members[before.members.findIndex((member) => member.path === path)]?.path ?? null;
}
