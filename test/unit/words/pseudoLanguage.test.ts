import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { speak } from '../../../src/core/words/language';
import { buildBundle } from '../../bundles/build';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { readScenario } from '../../bundles/score/readScenario';
import { bracketLanguage, untranslated } from './brackets';

/** The fields of the document that hold sentences for people. */
const sentenceFields: ReadonlySet<string> = new Set([
  'title',
  'advice',
  'confidenceWhy',
  'wouldDecide',
  'why',
  'note',
  'credentialWhy',
  'meaning',
  'scopeNote',
  'what',
]);

function* sentencesIn(value: unknown, field = ''): Generator<string> {
  if (typeof value === 'string') {
    if (sentenceFields.has(field)) {
      yield value;
    }
  } else if (Array.isArray(value)) {
    for (const inner of value) {
      yield* sentencesIn(inner, field);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield* sentencesIn(inner, name);
    }
  }
}

/** What logs name with more than one word. */
function namesIn(document: TriageDocument): readonly string[] {
  const items = document.phases.flatMap(({ subcategories }) => subcategories.flatMap((part) => part.items));
  const causes = document.reboots.flatMap(({ otherCauses }) => otherCauses);
  const logs = document.coverage.map(({ log }) => log);
  return [
    ...[...items, ...causes, ...(document.devicePreparation?.workloads ?? [])].flatMap(({ name }) => name ?? []),
    ...logs,
    // Lines of the log of the pages, quoted as evidence.
    'Device rename required by Autopilot policy',
    'Autopilot update installed and needs reboot',
  ].sort((a, b) => b.length - a.length);
}

describe('in a language of brackets', () => {
  before(() => {
    speak(bracketLanguage());
  });
  after(() => {
    speak({});
  });

  for (const scenario of allScenarios) {
    it(`the story says nothing in English: ${scenario.name}`, async () => {
      const document = await readScenario(buildBundle(scenario));
      const names = namesIn(document);
      const left = [...sentencesIn(document)].flatMap((sentence) => {
        const found = untranslated(sentence, names);
        return found === null ? [] : [`${found} ← ${sentence}`];
      });
      assert.deepEqual([...new Set(left)], []);
    });
  }

  it('a sentence that nobody translates is seen', () => {
    assert.equal(untranslated('⟦The app ⟧Contoso VPN⟦ failed⟧', ['Contoso VPN']), null);
    assert.equal(untranslated('⟦Only ⟧a restart after⟦ failed⟧', []), 'restart after');
  });
});

describe('the rules of findings', () => {
  it('mark every fixed text as a phrase, whether a scenario meets it or not', () => {
    const folder = 'src/core/enrollment/findings/rules';
    const unmarked = readdirSync(folder).flatMap((file) =>
      [
        ...readFileSync(path.join(folder, file), 'utf8').matchAll(
          /\b(?:title|advice|price|because|what|note|why):\s*(?:'[^'\n]* |"[^"\n]* |`[^`]*[a-z]{2} [a-z])/g,
        ),
      ].map(([found]) => `${file}: ${found}`),
    );
    assert.deepEqual(unmarked, []);
  });
});
