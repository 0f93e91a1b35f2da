import * as l10n from '@vscode/l10n';
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
import { phrase, spokenCount } from '../words/language';
import { duringWords, phaseStateText, phaseWords, stateWords } from '../enrollment/storyWords';

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
        `**${ofProcess ? l10n.t('Exit code') : l10n.t('Code')}** ${code(text)}${hexadecimal === null ? '' : ` = ${code(hexadecimal)}`}`,
        ...(paragraphs.length === 0 ? [l10n.t('Not in the catalogue.')] : paragraphs),
        ...(doc === null ? [] : [link(l10n.t('Documentation'), doc)]),
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
    return [
      l10n.t('**App** {0}', code(app.name)),
      l10n.t('{0} on the Enrollment Status Page', stateWords[app.state]),
      code(guid),
    ];
  }
  const name = index.appNames.get(bare);
  if (name !== undefined) {
    return [l10n.t('**App** {0}', code(name)), l10n.t('As this log names it'), code(guid)];
  }
  const application = explainApplicationId(bare);
  if (application !== null) {
    return [l10n.t('**Application of Entra ID**'), plain(application), code(guid)];
  }
  switch (role) {
    case 'app':
      return [l10n.t('**App id.** Its name is not in this log; Intune shows it under this id.'), code(guid)];
    case 'correlation':
      return [l10n.t('**Correlation id.** Records with the same id belong to one operation.'), code(guid)];
    case 'credentialProvider':
      return [
        l10n.t('**Credential provider** that does not come with Windows, or is not in the catalogue.'),
        code(guid),
      ];
    case 'unknown':
      return [];
  }
}

/** A security identifier, and whose it is where the bundle tells. */
export function sidHover({ story }: LogContext, sid: string): readonly string[] {
  const words = explainSid(sid);
  const user = story?.signIns.find(({ user: { sid: known } }) => known?.toUpperCase() === sid.toUpperCase())?.user;
  return [
    l10n.t('**Security identifier** {0}', code(sid)),
    ...(words === null ? [] : [plain(words)]),
    ...(user === undefined
      ? []
      : [
          user.name === null
            ? l10n.t('**In this bundle:** signs in')
            : l10n.t('**In this bundle:** signs in as {0}', code(user.name)),
        ]),
    ...(user?.class === 'oobe'
      ? [l10n.t('The account under which the setup experience runs until a person signs in.')]
      : []),
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
      : [`**${page === null ? l10n.t('Step of the status page') : l10n.t('Setup page')}** ${code(name)}`, plain(words)];
  }
  const { phase, subcategory } = found;
  const part = subcategory ?? phase;
  return [
    subcategory === null ? `**${phaseWords[phase.id]}**` : `**${plain(subcategory.id)}** · ${duringWords[phase.id]}`,
    l10n.t('In this bundle: {0}', phaseStateText(part)),
    ...span(part),
    ...(subcategory === null || subcategory.items.length === 0
      ? []
      : [
          spokenCount(
            subcategory.items.length,
            phrase('1 item: {1}'),
            phrase('{0} items: {1}'),
            subcategory.items
              .slice(0, 8)
              .map((item) => `${code(item.name ?? item.id)} ${stateWords[item.state]}`)
              .join(', '),
          ),
        ]),
  ];
}

/** An account name: what kind of account it is. */
export function accountHover({ story }: LogContext, account: string): readonly string[] {
  const user = account.slice(account.indexOf('\\') + 1).toLowerCase();
  const signIns = (story?.signIns ?? []).filter(({ user: { name } }) => name?.toLowerCase().endsWith(user) === true);
  return [
    l10n.t('**Account** {0}', code(account)),
    ...accountKind(account, user),
    ...(signIns.length === 0
      ? []
      : [
          spokenCount(
            signIns.length,
            phrase('**In this bundle:** one sign-in'),
            phrase('**In this bundle:** {0} sign-ins'),
          ),
        ]),
  ];
}

function accountKind(account: string, user: string): readonly string[] {
  if (/^defaultuser\d*$/.test(user)) {
    return [l10n.t('The account under which the setup experience runs until a person signs in.')];
  }
  if (/^AzureAD\\/i.test(account)) {
    return [l10n.t('An Entra ID account.')];
  }
  return /^NT AUTHORITY\\/i.test(account) ? [l10n.t('A built-in account of Windows.')] : [];
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
  const from = code(utcText(Date.parse(start)));
  return end === null
    ? [l10n.t('**From** {0}', from)]
    : [
        l10n.t(
          '**From** {0} **to** {1} ({2})',
          from,
          code(utcText(Date.parse(end))),
          shortDuration(Date.parse(end) - Date.parse(start)),
        ),
      ];
}
