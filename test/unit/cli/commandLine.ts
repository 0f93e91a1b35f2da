import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Esbuild from 'esbuild';
import type { Translations } from '../../../src/core/words/language';

/** Loaded at run time: the tests are bundled, and a bundler cannot be bundled itself. */
const esbuild = createRequire(path.resolve('package.json'))('esbuild') as typeof Esbuild;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line, built as it is shipped and run as a process of its own. */
export class CommandLine {
  private constructor(
    /** For the files of the tests; gone after {@link remove}. */
    readonly folder: string,
    private readonly program: string,
  ) {}

  static async build(): Promise<CommandLine> {
    const folder = mkdtempSync(path.join(tmpdir(), 'command line ü '));
    const program = mkdtempSync(path.join(tmpdir(), 'program ü '));
    cpSync('l10n', path.join(program, 'l10n'), { recursive: true });
    await esbuild.build({
      entryPoints: { triage: 'src/engine/main.ts' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      outdir: path.join(program, 'dist'),
      logLevel: 'warning',
      logOverride: { 'empty-import-meta': 'silent' },
    });
    return new CommandLine(folder, program);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
    rmSync(this.program, { recursive: true });
  }

  /** Gives the program one more language, all of it in one file. */
  addLanguage(code: string, translations: Translations): void {
    const folder = path.join(this.program, 'l10n');
    writeFileSync(path.join(folder, `bundle.l10n.${code}.json`), JSON.stringify(translations));
    writeFileSync(path.join(folder, `catalog.${code}.json`), '{}');
  }

  /** Runs in {@link folder}; `closeAfter` stops reading after so many bytes, as `head` does. */
  run(args: readonly string[], closeAfter = Infinity): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path.join(this.program, 'dist', 'triage.js'), ...args], {
        cwd: this.folder,
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        stdout += chunk;
        if (stdout.length >= closeAfter) {
          child.stdout.destroy();
        }
      });
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        stderr += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({ code, stdout, stderr });
      });
    });
  }
}
