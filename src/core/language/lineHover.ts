import * as l10n from '@vscode/l10n';
import { explainAgentLine } from '../catalog/agentLines';
import { explainFieldName } from '../catalog/values/fieldNames';
import { explainRegistryKey, explainRegistryValue } from '../catalog/values/registryValues';
import { isUserFact, parseDsregStatus } from '../logs/dsregStatus';
import { codeFacts } from './knownFacts';
import type { LogContext } from './logContext';
import { code, plain } from './markdown';

/** A registry key, and what it holds. */
export function registryKeyHover(key: string): readonly string[] {
  const words = explainRegistryKey(key);
  return [l10n.t('**Registry key**'), code(key), ...(words === null ? [] : [plain(words)])];
}

/** A registry value with its data. */
export function registryValueHover(context: LogContext, line: number, name: string, data: string): readonly string[] {
  const number = /^[DQ]WORD:([0-9a-f]{1,16})\s*$/i.exec(data);
  const value =
    number === null ? data.replace(/^"|"\s*$/g, '').replaceAll('\\"', '"') : BigInt(`0x${number[1]!}`).toString();
  const key = keyAbove(context, line);
  const [words, names, place] = [
    explainRegistryValue(key, name, value),
    explainFieldName(name),
    explainRegistryKey(key),
  ];
  return [
    l10n.t('**Registry value** {0}', code(name)),
    ...(number === null ? [] : [l10n.t('{0} decimal', code(value))]),
    ...(words === null ? [] : [plain(words)]),
    ...(names === null ? [] : [plain(names)]),
    ...(place === null ? [] : [l10n.t('**Its key:** {0}', plain(place))]),
  ];
}

/** Keys have some dozens of values; those with more are looked at no further, so that a hover stays quick. */
const valuesOfKey = 3000;

/** Path of the key that a value is in; empty where it is far above or missing. */
function keyAbove({ lines }: LogContext, line: number): string {
  for (let above = line - 1; above >= Math.max(0, line - valuesOfKey); above -= 1) {
    const text = lines.line(above);
    if (text.startsWith('[')) {
      return text.slice(1, text.lastIndexOf(']'));
    }
  }
  return '';
}

/** A name and its value in a status report or in JSON; nothing where neither is in the catalogue. */
export function fieldHover(context: LogContext, name: string, data: string): readonly string[] {
  const names = explainFieldName(name);
  const words = explainRegistryValue('', name, data);
  const codes = [...data.matchAll(/\b0x[0-9a-f]{8}\b/gi)].flatMap(([text]) => codeFacts(text).paragraphs);
  const notes = [
    ...(names === null ? [] : [plain(names)]),
    ...(words === null ? [] : [l10n.t('**Here** {0}', plain(words))]),
    ...codes,
    ...(context.index.format === 'deviceState' ? userNote(context, name) : []),
  ];
  return notes.length === 0 ? [] : [`**${plain(name)}** ${code(data)}`, ...notes];
}

/** An output of dsregcmd has some hundred lines. */
const longestReport = 5000;

/** Whose state it is. */
function userNote({ lines }: LogContext, name: string): readonly string[] {
  if (!isUserFact(name) || lines.lineCount > longestReport) {
    return [];
  }
  switch (parseDsregStatus(lines.text()).context) {
    case 'system':
      return [
        l10n.t(
          '**Not about the user:** dsregcmd ran as SYSTEM here, so this says nothing about the user of the device. NO and 0x80070520 are normal for SYSTEM.',
        ),
      ];
    case 'user':
      return [l10n.t('About the user who ran dsregcmd.')];
    case 'unknown':
      return [l10n.t('About the user who ran dsregcmd; who that was is not told here.')];
  }
}

/** A message of the Intune agent: what it means, what it proves and what it is easily taken for. */
export function messageHover(message: string): readonly string[] {
  const meaning = explainAgentLine(message);
  if (meaning === null) {
    return [];
  }
  const { words, proves, doesNotProve } = meaning;
  return [
    plain(words),
    ...(proves === null ? [] : [l10n.t('**Proves** {0}', plain(proves))]),
    ...(doesNotProve === null ? [] : [l10n.t('**Does not prove** {0}', plain(doesNotProve))]),
  ];
}
