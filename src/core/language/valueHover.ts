import { hexOfDecimal } from '../catalog/codes/explainCode';
import { explainCredentialProvider } from '../catalog/values/credentialProviderNames';
import { explainEspStep } from '../catalog/values/oobeEventNames';
import { explainOobeNode } from '../catalog/values/oobeNodeNames';
import { explainSid } from '../catalog/values/sids';
import { explainApplicationId } from '../catalog/wellKnownIds';
import type { Phase, Subcategory } from '../enrollment/document/phases';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { codeFacts, exitCodeFacts } from './knownFacts';
import type { LogContext } from './logContext';
import { code, link, plain } from './markdown';
import { shortDuration } from '../words/duration';
import { utcText } from '../words/instant';
import type { GuidRole } from './tokens';
import { phaseWords, stateWords } from '../enrollment/storyWords';

/**
 * A result code: its name and meaning, and of decimal numbers the hexadecimal form that people look up.
 *
 * @param ofProcess whether a program returned it: then any number means something
 */
export function codeHover(text: string, ofProcess: boolean): readonly string[] {
  const { paragraphs, doc } = ofProcess ? exitCodeFacts(text) : codeFacts(text);
  const hexadecimal = hexOfDecimal(text);
  return paragraphs.length === 0 && hexadecimal === null
    ? []
    : [
        `**${ofProcess ? 'Exit code' : 'Code'}** ${code(text)}${hexadecimal === null ? '' : ` = ${code(hexadecimal)}`}`,
        ...(paragraphs.length === 0 ? ['Not in the catalogue.'] : paragraphs),
        ...(doc === null ? [] : [link('Documentation', doc)]),
      ];
}

/** A GUID: the app or credential provider that it names, or at least what kind of id it is. */
export function guidHover({ story, index }: LogContext, guid: string, role: GuidRole): readonly string[] {
  const bare = guid.replace(/[{}]/g, '').toLowerCase();
  const credential = explainCredentialProvider(`{${bare}}`);
  if (credential !== null) {
    return [plain(credential), code(guid)];
  }
  const app = story === null ? null : appNamed(story, bare);
  if (app !== null) {
    return [`**App** ${code(app.name)}`, `${stateWords[app.state]} on the Enrollment Status Page`, code(guid)];
  }
  const name = index.appNames.get(bare);
  if (name !== undefined) {
    return [`**App** ${code(name)}`, 'As this log names it', code(guid)];
  }
  const application = explainApplicationId(bare);
  if (application !== null) {
    return ['**Application of Entra ID**', plain(application), code(guid)];
  }
  switch (role) {
    case 'app':
      return ['**App id.** Its name is not in this log; Intune shows it under this id.', code(guid)];
    case 'correlation':
      return ['**Correlation id.** Records with the same id belong to one operation.', code(guid)];
    case 'credentialProvider':
      return ['**Credential provider** that does not come with Windows, or is not in the catalogue.', code(guid)];
    case 'unknown':
      return [];
  }
}

/** A security identifier, and whose it is where the bundle tells. */
export function sidHover({ story }: LogContext, sid: string): readonly string[] {
  const words = explainSid(sid);
  const user = story?.signIns.find(({ user: { sid: known } }) => known?.toUpperCase() === sid.toUpperCase())?.user;
  return [
    `**Security identifier** ${code(sid)}`,
    ...(words === null ? [] : [plain(words)]),
    ...(user === undefined
      ? []
      : [`**In this bundle:** signs in${user.name === null ? '' : ` as ${code(user.name)}`}`]),
    ...(user?.class === 'oobe' ? ['The account under which the setup experience runs until a person signs in.'] : []),
  ];
}

/** A phase, a subcategory or a page of the setup experience. */
export function phaseHover({ story }: LogContext, name: string): readonly string[] {
  const page = explainOobeNode(name);
  const found = story === null ? null : partOfPhases(story, name);
  if (found === null) {
    const words = page ?? explainEspStep(name);
    return words === null
      ? []
      : [`**${page === null ? 'Step of the status page' : 'Setup page'}** ${code(name)}`, plain(words)];
  }
  const { phase, subcategory } = found;
  const part = subcategory ?? phase;
  return [
    subcategory === null
      ? `**${phaseWords[phase.id]}**`
      : `**${plain(subcategory.id)}** · ${phaseWords[phase.id].toLowerCase()}`,
    `In this bundle: ${stateWords[part.state]}`,
    ...span(part),
    ...(subcategory === null || subcategory.items.length === 0
      ? []
      : [
          `${subcategory.items.length} items: ${subcategory.items
            .slice(0, 8)
            .map((item) => `${code(item.name ?? item.id)} ${stateWords[item.state]}`)
            .join(', ')}`,
        ]),
  ];
}

/** An account name: what kind of account it is. */
export function accountHover({ story }: LogContext, account: string): readonly string[] {
  const user = account.slice(account.indexOf('\\') + 1).toLowerCase();
  const signIns = (story?.signIns ?? []).filter(({ user: { name } }) => name?.toLowerCase().endsWith(user) === true);
  return [
    `**Account** ${code(account)}`,
    ...accountKind(account, user),
    ...(signIns.length === 0
      ? []
      : [`**In this bundle:** ${signIns.length === 1 ? 'one sign-in' : `${signIns.length} sign-ins`}`]),
  ];
}

function accountKind(account: string, user: string): readonly string[] {
  if (/^defaultuser\d*$/.test(user)) {
    return ['The account under which the setup experience runs until a person signs in.'];
  }
  if (/^AzureAD\\/i.test(account)) {
    return ['An Entra ID account.'];
  }
  return /^NT AUTHORITY\\/i.test(account) ? ['A built-in account of Windows.'] : [];
}

function appNamed(
  story: TriageDocument,
  guid: string,
): { readonly name: string; readonly state: Phase['state'] } | null {
  for (const item of story.phases.flatMap(({ subcategories }) => subcategories).flatMap(({ items }) => items)) {
    if (item.name !== null && item.id.toLowerCase().includes(guid)) {
      return { name: item.name, state: item.state };
    }
  }
  return null;
}

interface FoundPart {
  readonly phase: Phase;
  readonly subcategory: Subcategory | null;
}

function partOfPhases(story: TriageDocument, name: string): FoundPart | null {
  const wanted = comparable(name);
  for (const phase of story.phases) {
    if (comparable(phase.id) === wanted) {
      return { phase, subcategory: null };
    }
    const subcategory = phase.subcategories.find(
      ({ id }) => comparable(id) === wanted || comparable(id).endsWith(`.${wanted}`),
    );
    if (subcategory !== undefined) {
      return { phase, subcategory };
    }
  }
  return null;
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/(?:sub)?category/g, '');
}

function span({ start, end }: Pick<Phase, 'start' | 'end'>): readonly string[] {
  if (start === null) {
    return [];
  }
  const from = `**From** ${code(utcText(Date.parse(start)))}`;
  return end === null
    ? [from]
    : [`${from} **to** ${code(utcText(Date.parse(end)))} (${shortDuration(Date.parse(end) - Date.parse(start))})`];
}
