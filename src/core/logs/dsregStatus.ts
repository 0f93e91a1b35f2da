import { linesOf } from '../bytes/lines';
import type { Understood } from './understood';

/** One `name : value` line of `dsregcmd /status`. */
export interface DsregFact {
  /** Title of the section as printed; titles may be localised, names are not. */
  readonly section: string;
  readonly name: string;
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Who ran dsregcmd. Collect diagnostics runs it as SYSTEM. */
export type DsregContext = 'system' | 'user' | 'unknown';

export interface DsregStatus {
  readonly facts: readonly DsregFact[];
  readonly context: DsregContext;
  readonly understood: Understood;
}

// `             AzureAdJoined : YES`; names are ASCII in every language of Windows.
const factShape = /^ {0,40}([A-Za-z][\w .()/-]{0,60}?) {0,40}: ?(.*)$/s;
const ruleShape = /^\+-+\+\s*$/;
/** The last line of every output, in some language, with this address. */
const footerShape = /aka\.ms|microsoft\.com\//i;

/** Does the text hold the output of `dsregcmd /status`? */
export function isDsregText(head: string): boolean {
  return /^ *AzureAdJoined *: /m.test(head);
}

/** Reads the output of `dsregcmd /status`. Lines without a name of their own go on with the value before them. */
export function parseDsregStatus(text: string): DsregStatus {
  const facts: { section: string; name: string; value: string; line: number }[] = [];
  let section = '';
  let isOpen = false;
  let strayLines = 0;
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const title = titleOf(line);
    const fact = title === null ? factShape.exec(line) : null;
    if (title !== null) {
      section = title;
      isOpen = false;
    } else if (fact !== null && section !== '') {
      facts.push({ section, name: fact[1]!, value: fact[2]!.trim(), line: number });
      isOpen = true;
    } else if (line.trim() === '' || ruleShape.test(line)) {
      isOpen = false;
    } else if (isOpen) {
      facts[facts.length - 1]!.value += `\n${line.trim()}`;
    } else if (!footerShape.test(line)) {
      strayLines += 1;
    }
  }
  return { facts, context: contextOf(facts), understood: { lines: totalLines - strayLines, of: totalLines } };
}

/** `| Device State    |` */
function titleOf(line: string): string | null {
  const whole = line.trimEnd();
  return whole.length > 2 && whole.startsWith('|') && whole.endsWith('|') ? whole.slice(1, -1).trim() : null;
}

/**
 * What the output says about the user who is signed in. Run as SYSTEM it speaks of SYSTEM instead: no token, no Hello
 * key, and an error for the account manager (0x80070520, no such logon session) that means nothing.
 */
const userNames: ReadonlySet<string> = new Set([
  'NgcSet',
  'NgcKeyId',
  'CanReset',
  'WorkplaceJoined',
  'WamDefaultSet',
  'WamDefaultAuthority',
  'WamDefaultId',
  'WamDefaultGUID',
  'AzureAdPrt',
  'AzureAdPrtUpdateTime',
  'AzureAdPrtExpiryTime',
  'AzureAdPrtAuthority',
  'EnterprisePrt',
  'EnterprisePrtUpdateTime',
  'EnterprisePrtExpiryTime',
  'EnterprisePrtAuthority',
  'IsUserAzureAD',
  'SessionIsNotRemote',
  'PreReqResult',
]);

/** Is this about the user who runs dsregcmd? Run as SYSTEM it says nothing about the user of the device. */
export function isUserFact(name: string): boolean {
  return userNames.has(name);
}

/** A value that can be relied on: `null` where there is none, and for what only a user's own run can tell. */
export function dsregValue({ facts, context }: DsregStatus, name: string): string | null {
  if (context !== 'user' && userNames.has(name)) {
    return null;
  }
  const value = facts.find((fact) => fact.name === name)?.value ?? '';
  return value === '' ? null : value;
}

/** The value may be localised, but `SYSTEM` and the elevations are not; a computer account ends in `$`. */
function contextOf(facts: readonly DsregFact[]): DsregContext {
  const valueOf = (name: string): string => facts.find((fact) => fact.name === name)?.value ?? '';
  const context = valueOf('User Context');
  if (/\bSYSTEM\b/.test(context) || /\$(?:,|$)/.test(valueOf('Executing Account Name'))) {
    return 'system';
  }
  return context.includes('ELEVATED') || valueOf('Executing Account Name') !== '' ? 'user' : 'unknown';
}
