// Bundles the extension, its worker with the command line, and the pages; `--tests` bundles the tests instead.
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  logOverride: { 'empty-import-meta': 'silent' },
};

/** @type {esbuild.BuildOptions} */
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

/** @type {esbuild.BuildOptions[]} */
const product = [
  { ...node, entryPoints: { extension: 'src/host/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  // The worker of the editor, the command line, and what the extension loads when the first bundle or log is shown: one
  // file, since nearly all of the three is the same code.
  {
    ...node,
    entryPoints: { triage: 'src/engine/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shared,
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
    entryPoints: { timeline: 'src/webview/timeline/main.ts', overview: 'src/webview/overview/main.ts' },
    outdir: 'dist',
  },
];

/** Every file below `folder` whose name ends in `suffix`. */
function filesBelow(folder, suffix) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}

/** @type {esbuild.BuildOptions} */
const testShared = { ...node, sourcemap: 'linked', minify: false, external: ['vscode', 'mocha', 'playwright-core'] };

/** @type {() => esbuild.BuildOptions[]} */
const tests = () => [
  { ...testShared, entryPoints: filesBelow('test/unit', '.test.ts'), outbase: 'test', outdir: 'out/test' },
  {
    ...testShared,
    entryPoints: [...filesBelow('test/host', '.test.ts'), 'test/host/index.ts'],
    outbase: 'test',
    outdir: 'out/test',
  },
  { ...testShared, entryPoints: filesBelow('test/ui', '.test.ts'), outbase: 'test', outdir: 'out/test' },
  { ...testShared, entryPoints: ['test/bundles/main.ts'], outbase: 'test', outdir: 'out/test' },
  {
    ...testShared,
    entryPoints: filesBelow('test/bench', '.bench.ts'),
    outbase: 'test',
    outdir: 'out/test',
    external: [...testShared.external, '@ts-evtx/core'],
  },
];

/** The synthetic bundle that ships, for the walkthrough: the same bytes every time. */
async function writeSample() {
  const outfile = path.resolve('out/shippedSample.js');
  await esbuild.build({
    ...node,
    minify: false,
    sourcemap: false,
    entryPoints: ['test/bundles/shippedSample.ts'],
    outfile,
  });
  mkdirSync('dist/sample', { recursive: true });
  writeFileSync('dist/sample/DiagLogs-SAMPLE.zip', require(outfile).shippedSample());
}

async function main() {
  if (flags.has('--tests')) {
    // A test whose source is gone must not run on.
    rmSync('out/test', { recursive: true, force: true });
  }
  const builds = flags.has('--tests') ? tests() : product;
  if (flags.has('--watch')) {
    const contexts = await Promise.all(builds.map((options) => esbuild.context({ ...options, logLevel: 'info' })));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  await Promise.all(
    builds.filter((options) => Object.keys(options.entryPoints).length > 0).map((options) => esbuild.build(options)),
  );
  if (!flags.has('--tests')) {
    await writeSample();
  }
}

main().catch(() => process.exit(1));
