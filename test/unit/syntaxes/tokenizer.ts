import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type StateStack } from 'vscode-textmate';

/** A piece of a line and the scopes it has beyond the one of the whole grammar. */
export interface ScopedToken {
  readonly text: string;
  readonly scopes: readonly string[];
}

const grammarFile = path.resolve('syntaxes', 'mdmlog.tmLanguage.json');
const rootScope = 'text.log.mdm';

let loading: Promise<IGrammar> | undefined;

/** The grammar of the log language, run by the engine that VS Code runs it with. */
export function logGrammar(): Promise<IGrammar> {
  return (loading ??= loadGrammar());
}

async function loadGrammar(): Promise<IGrammar> {
  // The tests are bundled, the engine is not: it is found from where the repository is.
  const resolve = createRequire(path.resolve('package.json')).resolve;
  const wasm = readFileSync(resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) =>
      Promise.resolve(scope === rootScope ? parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile) : null),
  });
  const grammar = await registry.loadGrammar(rootScope);
  if (grammar === null) {
    throw new Error(`no grammar with scope ${rootScope}`);
  }
  return grammar;
}

/** The tokens of each line, with the state carried from line to line. */
export function tokenizeLines(grammar: IGrammar, lines: readonly string[]): ScopedToken[][] {
  let state: StateStack = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .filter(({ startIndex }) => startIndex < line.length)
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.filter((scope) => scope !== rootScope),
      }));
  });
}

/** Every scope name that the grammar file can give. */
export function grammarScopes(): string[] {
  const scopes = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'name' || key === 'contentName') && typeof value === 'string') {
          scopes.add(value);
        }
        walk(value);
      }
    }
  };
  const { patterns, repository } = JSON.parse(readFileSync(grammarFile, 'utf8')) as Record<string, unknown>;
  walk([patterns, repository]);
  return [...scopes].sort();
}
