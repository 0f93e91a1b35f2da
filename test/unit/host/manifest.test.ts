import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandIds, internalCommandIds } from '../../../src/host/commandIds';
import { archiveViewType, bundleViewType, viewTypeFor } from '../../../src/host/timeline/timelineViewTypes';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly priority: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly order: number }>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly svg: string; readonly altText: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const manifestText = readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

describe('the manifest', () => {
  it('declares exactly the commands of the command table', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
  });

  it('keeps internal commands to itself', () => {
    for (const id of internalCommandIds) {
      assert.ok(!manifestText.includes(`"${id}"`), id);
    }
  });

  it('offers only known commands in menus and keybindings', () => {
    const known = new Set<string>(commandIds);
    const offered = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    assert.deepEqual(
      offered.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  it('guards every keybinding by a context key of its own', () => {
    for (const { command, when } of contributes.keybindings) {
      assert.match(when ?? '', /\bautopilotTriage\./, command);
    }
  });

  it('shows the short key of a command that also has one after Ctrl+Alt+J: VS Code shows the last', () => {
    const keys = new Map<string, string[]>();
    for (const { command, key, when } of contributes.keybindings) {
      keys.set(command, [...(keys.get(command) ?? []), `${key} ${when}`]);
    }
    const shown = [...keys.values()].filter((all) => all.length > 1).map((all) => all.at(-1)!);
    assert.ok(shown.length >= 4);
    assert.deepEqual(
      shown.filter((key) => key.startsWith('ctrl+alt+j')),
      [],
    );
  });

  it('ticks a step of the walkthrough off by what happened, not by a click', () => {
    const events = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap((step) => step.completionEvents));
    assert.deepEqual(
      events.filter((event) => !event.startsWith('onContext:autopilotTriage.')),
      [],
    );
  });

  it('declares the custom editors that the timeline registers', () => {
    assert.deepEqual(
      contributes.customEditors.map(({ viewType }) => viewType).sort(),
      [archiveViewType, bundleViewType].sort(),
    );
  });

  it('opens a file with the editor that the timeline expects for its name', () => {
    for (const { viewType, selector } of contributes.customEditors) {
      for (const { filenamePattern } of selector) {
        const name = filenamePattern.slice(filenamePattern.lastIndexOf('/') + 1).replaceAll('*', '2026');
        assert.equal(viewTypeFor(name), viewType, filenamePattern);
      }
    }
  });

  it('opens any cabinet, and zips of the collectors under the names that people give them, but no other zip', () => {
    for (const name of ['MDMDiagReport.cab', 'INC1 mdmdiag.ZIP', 'win11-23h2.cab', 'x-DiagLogs-PC-2026.zip']) {
      assert.equal(viewTypeFor(name), bundleViewType, name);
    }
    for (const name of ['autopilot-scripts.zip', 'collect-diagnostics.zip', 'photos.zip']) {
      assert.equal(viewTypeFor(name), archiveViewType, name);
    }
  });

  it('offers the editor for zips of any name, and forces it on none', () => {
    const archive = contributes.customEditors.find(({ viewType }) => viewType === archiveViewType);
    assert.equal(archive?.priority, 'option');
    assert.deepEqual(
      archive.selector.map(({ filenamePattern }) => filenamePattern),
      ['*.zip'],
    );
    const bundle = contributes.customEditors.find(({ viewType }) => viewType === bundleViewType);
    assert.ok(bundle?.selector.some(({ filenamePattern }) => filenamePattern.endsWith('/**/*.evtx')));
  });

  it('never takes the event logs of an open bundle for files: their text is what people open', () => {
    const patterns = contributes.customEditors.flatMap(({ selector }) =>
      selector.map((entry) => entry.filenamePattern),
    );
    assert.deepEqual(
      patterns.filter((pattern) => pattern.endsWith('.evtx') && !/^\{[\w,-]+\}:\//.test(pattern)),
      [],
    );
  });

  it('orders the settings by how often they are wanted, not by the alphabet', () => {
    const settings = Object.entries(contributes.configuration.properties);
    const ordered = settings.toSorted(([, a], [, b]) => a.order - b.order).map(([name]) => name);
    assert.deepEqual(ordered.slice(0, 2), ['autopilotTriage.timeDisplay', 'autopilotTriage.openWith']);
    assert.equal(new Set(settings.map(([, { order }]) => order)).size, settings.length);
  });

  it('has a text for every %key%, and no text without a key', () => {
    const keys = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(strings).sort());
  });

  it('has the words for each picture of the walkthrough in the picture too, where VS Code reads them out', () => {
    const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media));
    assert.equal(pictures.length, 4);
    for (const { svg, altText } of pictures) {
      const [, words] = /^<svg [^>]*\brole="img" lang="en" aria-label="([^"]+)">/.exec(readFileSync(svg, 'utf8')) ?? [];
      assert.equal(words, strings[altText.replaceAll('%', '')], svg);
    }
  });
});
