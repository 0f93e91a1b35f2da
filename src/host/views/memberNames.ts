import { channelNames } from '../../core/timeline/channelNames';
import type { MemberInfo } from '../../protocol/bundleService';
import type { OpenBundle } from '../bundle/openBundle';
import { shortLogName } from './logName';

type NamedBundle = Pick<OpenBundle, 'members' | 'document'>;

const namesOfBundles = new WeakMap<NamedBundle, ReadonlyMap<string, string>>();

/**
 * What people call a member: an event log by its channel, as the timeline does; any other file by its name without
 * what all such names begin with.
 */
export function memberName(bundle: NamedBundle, path: string): string {
  let names = namesOfBundles.get(bundle);
  if (names === undefined) {
    names = memberNames(bundle);
    namesOfBundles.set(bundle, names);
  }
  return names.get(path) ?? shortLogName(path);
}

function memberNames({ members, document }: NamedBundle): ReadonlyMap<string, string> {
  const covered = new Map(document.coverage.flatMap(({ log, path }) => (path === null ? [] : [[path, log] as const])));
  const told = members.flatMap(({ channel }) => channel ?? []);
  const channelOf = ({ kind, channel, path }: MemberInfo): string | null =>
    channel ?? (kind === 'evtx' ? (covered.get(path) ?? channelOfFileName(path, told)) : null);
  const channels = [...new Set(members.flatMap((member) => channelOf(member) ?? []))];
  const short = channelNames(channels);
  const nameOf = new Map(channels.map((channel, index) => [channel, short[index]!]));
  return new Map(
    members.map((member) => {
      const channel = channelOf(member);
      return [member.path, channel === null ? shortLogName(member.path) : nameOf.get(channel)!];
    }),
  );
}

/**
 * The channel that the collectors name a file after: for a log without records, which tells nothing itself.
 *
 * @param told channels of the bundle, for how the names are spelled
 */
function channelOfFileName(path: string, told: readonly string[]): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const collected = /^\(\d+\) Events (.+) Events\.evtx$/i.exec(name)?.[1];
  if (collected !== undefined) {
    const [provider = '', ...channel] = collected.split('_');
    return [provider, channel.join(' ')].filter((part) => part !== '').join('/');
  }
  const [, provider, channel] = /^(microsoft-windows-.+)-([a-z]+)\.evtx$/i.exec(name) ?? [];
  if (provider === undefined || channel === undefined) {
    return null;
  }
  const sibling = told.find((other) => other.toLowerCase().startsWith(`${provider.toLowerCase()}/`));
  return `${sibling?.slice(0, provider.length) ?? provider}/${channel.charAt(0).toUpperCase()}${channel.slice(1)}`;
}
