import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explainAgentLine } from '../../../src/core/catalog/agentLines';
import { codeTables } from '../../../src/core/catalog/codes/codeTables';
import { explainCode } from '../../../src/core/catalog/codes/explainCode';
import { explainUri } from '../../../src/core/catalog/cspUris';
import { allEvents } from '../../../src/core/catalog/events/eventCatalog';
import { packedLines, splitFields } from '../../../src/core/catalog/packedLines';
import { rebootUris } from '../../../src/core/catalog/rebootUris';
import { explainCredentialProvider } from '../../../src/core/catalog/values/credentialProviderNames';
import { explainFieldName } from '../../../src/core/catalog/values/fieldNames';
import { explainOobeConfig } from '../../../src/core/catalog/values/oobeConfig';
import { explainEspState, explainEspStep, explainOobeEventName } from '../../../src/core/catalog/values/oobeEventNames';
import { explainOobeNode } from '../../../src/core/catalog/values/oobeNodeNames';
import { explainShutdownReason } from '../../../src/core/catalog/values/shutdownReason';
import { explainSid } from '../../../src/core/catalog/values/sids';
import { explainPageButtons } from '../../../src/core/catalog/values/statusPageValues';
import { explainApplicationId } from '../../../src/core/catalog/wellKnownIds';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { codeFacts, eventFactsOf, exitCodeFacts, uriFacts } from '../../../src/core/language/knownFacts';
import { LogText } from '../../../src/core/language/logText';
import type { OutlineEntry } from '../../../src/core/language/outline';
import { decodeAs, encodingOf } from '../../../src/core/bytes/text';
import { renderEventLog } from '../../../src/core/logs/eventText';
import { speak } from '../../../src/core/words/language';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { textLinesOf } from '../language/fakeLog';
import { openScenario } from '../report/reportSample';
import { bracketLanguage, untranslated } from './brackets';

/** Of a log so many lines are looked at, and of each so many columns: enough to meet everything that repeats. */
const lookedAt = { lines: 200, columns: 160, step: 3 };

/** Without what a hover quotes from the log. */
function prose(markdown: string): string {
  return markdown.replaceAll(/(`+) .*? \1/g, ' | ').replaceAll(/\\(.)/g, '$1');
}

function assertSpoken(texts: Iterable<string>, names: readonly string[] = []): void {
  const left = new Set<string>();
  for (const text of texts) {
    const found = untranslated(text, names);
    if (found !== null) {
      left.add(`${found} ← ${text}`);
    }
  }
  assert.deepEqual([...left], []);
}

/** The keys of all tables of the catalogue: names, numbers and ids that something is known about. */
function keysOfEnumerations(): readonly string[] {
  const folder = 'src/core/catalog';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(path.join(folder, name), 'utf8').matchAll(/\benumeration\(`([^`]*)`\)/g)])
    .flatMap(([, table]) => packedLines(table!).map((line) => splitFields(line.trim(), 1)[0]!));
}

function* textsOfOutline(entries: readonly OutlineEntry[]): Generator<string> {
  for (const { kind, name, detail, children } of entries) {
    // Records, errors and keys are called by what stands in the log.
    yield kind === 'record' || kind === 'error' || kind === 'key' ? '' : name;
    yield kind === 'record' || kind === 'error' ? '' : detail;
    yield* textsOfOutline(children);
  }
}

interface Hover {
  readonly text: string;
  /** What the record holds: its sentence is filled in with some of it. */
  readonly values: readonly string[];
}

function* hoversOf(text: string, log: LogText): Generator<Hover> {
  const lines = text.split(/\r?\n/);
  for (const [line, { length }] of lines.slice(0, lookedAt.lines).entries()) {
    let shown = '';
    for (let column = 0; column < Math.min(length, lookedAt.columns); column += lookedAt.step) {
      const markdown = log.hover(line, column)?.markdown ?? '';
      if (markdown !== shown) {
        shown = markdown;
        yield { text: prose(markdown), values: valuesBelow(lines, line) };
      }
    }
  }
}

/** The values of the record that begins at a line, whole, as messages in them, and as far as they are shown. */
function valuesBelow(lines: readonly string[], header: number): readonly string[] {
  const end = lines.indexOf('', header);
  const block = lines.slice(header + 1, end < 0 ? undefined : end);
  const values = block.flatMap((line) => [
    line.slice(line.indexOf(' = ') + 3),
    ...[...line.matchAll(/"message"\s*:\s*"([^"]*)"/g)].map(([, message]) => message!),
  ]);
  return values
    .flatMap((value) => [value, value.replace(/ {2}\(.*\)$/, ''), value.slice(0, 119), value.slice(0, 60)])
    .filter((value) => value.includes(' '));
}

/** What the logs name with more than one word. */
function namesIn({ phases, findings }: TriageDocument): readonly string[] {
  const items = phases.flatMap(({ subcategories }) => subcategories.flatMap((part) => part.items));
  return [...items.flatMap(({ name }) => name ?? []), ...findings.map(({ title }) => title)].sort(
    (a, b) => b.length - a.length,
  );
}

describe('in a language of brackets the log language', () => {
  before(() => {
    speak(bracketLanguage());
  });
  after(() => {
    speak({});
  });

  it('tells every event in it', () => {
    assertSpoken(
      allEvents().flatMap(({ provider, eventId }) => eventFactsOf(provider, eventId, '').paragraphs.map(prose)),
    );
  });

  it('tells every code in it', () => {
    const { hresult, ntstatus, win32, aadsts } = codeTables();
    const telling = [...hresult.keys(), ...ntstatus.keys()].map(
      (number) => `0x${number.toString(16).padStart(8, '0')}`,
    );
    const numbers = [...[...aadsts.keys()].map((number) => `AADSTS${number}`), ...telling];
    assert.ok(numbers.length > 800);
    assertSpoken(numbers.flatMap((code) => codeFacts(code).paragraphs.map(prose)));
    assertSpoken([...win32.keys()].map((number) => explainCode(String(number), 'win32')?.text ?? ''));
    assertSpoken(['0', '1641', '3010', '1618', '99'].flatMap((code) => exitCodeFacts(code).paragraphs.map(prose)));
  });

  it('tells every value in it', () => {
    const readers = [
      explainApplicationId,
      explainCredentialProvider,
      explainEspState,
      explainEspStep,
      explainFieldName,
      explainOobeEventName,
      explainOobeNode,
      explainSid,
      explainShutdownReason,
      explainPageButtons,
      explainOobeConfig,
    ];
    const keys = [
      ...keysOfEnumerations(),
      'S-1-5-80-1',
      'S-1-12-1-1-2-3-4',
      'S-1-5-21-1-2-3-500',
      'S-1-5-21-1-2-3-1001',
    ];
    const more = ['0x80020003', '0x00020012', '7', '2047', 'ESPDeviceSetup_ApplicationsInstallation_Failed'];
    const told = [...keys, ...more].flatMap((key) =>
      readers.map((read) => read(key)).filter((words) => words !== null),
    );
    assert.ok(told.length > 200);
    assertSpoken(told);
  });

  it('tells every line of the agent and every setting in it', () => {
    const lines = ['EMS Agent Started', 'Failed to get AAD token', 'lpExitCode 3010', 'Downloading app (id = x'];
    assertSpoken(
      lines.flatMap((line) => {
        const { words, proves, doesNotProve } = explainAgentLine(line)!;
        return [words, proves ?? '', doesNotProve ?? ''];
      }),
    );
    assertSpoken(rebootUris.flatMap(({ uri }) => uriFacts(uri).paragraphs.map(prose)));
    assertSpoken(['./Vendor/MSFT/AppLocker/x', './Vendor/MSFT/Reboot/x'].map((uri) => explainUri(uri)?.words ?? ''));
  });

  for (const scenario of allScenarios.filter((_, index) => index % 16 === 0)) {
    it(`shows a bundle in it: ${scenario.name}`, async () => {
      const { bundle, document: story } = await openScenario(scenario);
      const names = namesIn(story);
      let hovers = 0;
      for (const { path: member } of bundle.members.slice(0, 60)) {
        const content = await bundle.read(member, {});
        const log = bundle.logs.events.files.find((file) => file.path === member)?.log;
        if (!content.ok || (log === undefined && !/\.(?:log|txt|reg)$/i.test(member))) {
          continue;
        }
        const rendered = log === undefined ? null : renderEventLog(log, member);
        const text = rendered?.text ?? decodeAs(content.bytes, encodingOf(content.bytes));
        const shown = new LogText(textLinesOf(text), {
          path: member,
          copies: [],
          story,
          recordLines: rendered?.recordLines ?? null,
          channel: null,
          lineShift: 0,
        });
        assertSpoken(textsOfOutline(shown.outline()), names);
        assertSpoken(shown.inlays(0, lookedAt.lines).map((inlay) => inlay.text));
        const found = [...hoversOf(text, shown)];
        hovers += found.length;
        for (const { text: hover, values } of found) {
          assertSpoken([hover], [...names, ...values]);
        }
      }
      assert.ok(hovers > 20, `${hovers} hovers`);
    });
  }

  it('would be caught with a sentence that nobody translates', () => {
    assert.equal(untranslated(prose('**Proves** ⟦nothing⟧ ` some log text `')), null);
    assert.equal(untranslated(prose('**Does not** prove\\: ⟦a restart⟧')), 'Does not');
  });
});
