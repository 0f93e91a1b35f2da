import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { grammarScopes } from './tokenizer';

interface ThemeFile {
  readonly include?: string;
  readonly tokenColors?: readonly {
    readonly scope?: string | readonly string[];
    readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
  }[];
}

/** Selectors to which every default theme gives a colour, and the two that only give a style. */
const coloured = [
  'comment',
  'constant.character.escape',
  'constant.language',
  'constant.numeric',
  'entity.name.function',
  'entity.name.type',
  'invalid',
  'keyword.operator',
  'markup.heading',
  'storage.type',
  'string',
  'support.type',
  'variable',
];
const styled = ['markup.bold', 'markup.underline'];
/** A colour of the newest themes only; another scope of the same name serves the rest. */
const partly = ['entity.name.section'];

/** The themes that VS Code brings, where the hosts of the tests are installed. */
const themeFiles = [
  'dark_modern',
  'dark_plus',
  '2026-dark',
  'light_modern',
  'light_plus',
  '2026-light',
  'hc_black',
  'hc_light',
];

function installedThemes(): string[] {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const hosts = path.join(cache, 'autopilot-log-triage', 'hosts');
  const inside = ['node_modules', 'code-server', 'lib', 'vscode', 'extensions', 'theme-defaults', 'themes'];
  return (existsSync(hosts) ? readdirSync(hosts) : [])
    .flatMap((host) => themeFiles.map((theme) => path.join(hosts, host, ...inside, `${theme}.json`)))
    .filter((file) => existsSync(file));
}

/** The single-scope selectors of a theme, with those that it includes. */
function selectorsOf(file: string, keep: 'foreground' | 'fontStyle'): string[] {
  const { include, tokenColors = [] } = parseWithComments(readFileSync(file, 'utf8')) as ThemeFile;
  const own = tokenColors
    .filter(({ settings }) => settings[keep] !== undefined)
    .flatMap(({ scope = [] }) => (typeof scope === 'string' ? scope.split(',') : scope))
    .map((selector) => selector.trim())
    .filter((selector) => selector !== '' && !selector.includes(' '));
  return include === undefined ? own : [...selectorsOf(path.join(path.dirname(file), include), keep), ...own];
}

/** Theme files have line comments and trailing commas. */
function parseWithComments(text: string): unknown {
  const plain = text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*/g, (_match, quoted?: string) => quoted ?? '');
  return JSON.parse(plain.replace(/,(\s*[\]}])/g, '$1'));
}

function isReached(scope: string, selectors: readonly string[]): boolean {
  return selectors.some((selector) => scope === selector || scope.startsWith(`${selector}.`));
}

describe('the scopes of the log language', () => {
  it('each have a colour in the default themes', () => {
    for (const name of grammarScopes()) {
      assert.ok(
        name.split(' ').some((scope) => isReached(scope, coloured)),
        name,
      );
    }
  });

  it('are all known selectors', () => {
    for (const scope of grammarScopes().flatMap((name) => name.split(' '))) {
      assert.ok(isReached(scope, [...coloured, ...styled, ...partly]), scope);
    }
  });

  it('make warnings and errors differ from all else', () => {
    const bold = grammarScopes().filter((name) => name.startsWith('markup.bold'));
    assert.deepEqual(
      bold.map((name) => /severity\.(\w+)/.exec(name)?.[1]),
      ['error', 'warning'],
    );
  });

  for (const file of installedThemes()) {
    const theme = path.basename(file, '.json');
    it(`are coloured by ${theme} of ${/vscode-[\d.]+/.exec(file)?.[0] ?? 'VS Code'}`, () => {
      const foregrounds = selectorsOf(file, 'foreground');
      const styles = selectorsOf(file, 'fontStyle');
      assert.deepEqual(
        coloured.filter((selector) => !isReached(selector, foregrounds)),
        [],
      );
      assert.deepEqual(
        styled.filter((selector) => !isReached(selector, styles)),
        [],
      );
    });
  }
});
