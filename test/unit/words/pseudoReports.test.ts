import assert from 'node:assert/strict';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { overviewOf } from '../../../src/core/report/overview';
import { reportModel } from '../../../src/core/report/reportModel';
import { summarize } from '../../../src/core/report/summary';
import { Lines, Markup } from '../../../src/core/report/template/texts';
import { builtInTemplate } from '../../../src/core/report/templates/builtInTemplate';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { channelSeries } from '../../../src/core/timeline/channelSeries';
import { describeSelection } from '../../../src/core/timeline/description';
import { legendOf } from '../../../src/core/timeline/paint/legend';
import { allItems } from '../../../src/core/timeline/selection';
import { facetsOf } from '../../../src/core/timeline/view/facets';
import { timelineFacts } from '../../../src/core/timeline/view/itemFacts';
import { spanWords, summariseSpan } from '../../../src/core/timeline/view/spanSummary';
import { noFilter } from '../../../src/core/timeline/view/timelineFilter';
import { timeDisplay, utcDisplay } from '../../../src/core/timeline/timeDisplay';
import { speak, type Translations } from '../../../src/core/words/language';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { openScenario } from '../report/reportSample';
import { allGerman } from './brackets';

/*
 * A language in which every known text stands in brackets: what is not in any was never handed to a translation. The
 * texts of the document are put in brackets beforehand; they are tested where they are made.
 */

const open = '⟦';
const close = '⟧';

function pseudoLanguage(): Translations {
  return Object.fromEntries(Object.keys(allGerman()).map((english) => [english, `${open}${english}${close}`]));
}

/** Texts for people have a blank; ids, names of fields and times have none, or no letters. */
function isProse(text: string): boolean {
  return /[A-Za-z]{2} |[ ][A-Za-z]{2}/.test(text);
}

function bracketed<T>(value: T, key = ''): T {
  if (typeof value === 'string') {
    // Places are shown by the end of their path: a bracket would be cut in two.
    const shown = key === 'path' ? value.replaceAll(' ', '-') : isProse(value) ? `${open}${value}${close}` : value;
    return shown as T;
  }
  if (Array.isArray(value)) {
    return value.map((inner: unknown) => bracketed(inner)) as T;
  }
  return typeof value === 'object' && value !== null
    ? (Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bracketed<unknown>(inner, name)])) as T)
    : value;
}

/** What stands outside of all brackets. */
function outside(text: string): string {
  let depth = 0;
  return Array.from(text, (character) => {
    depth += character === open ? 1 : character === close ? -1 : 0;
    return depth > 0 || character === close ? ' | ' : character;
  }).join('');
}

/** Two words behind each other that nobody has translated; names of logs, files and paths are none. */
function untranslated(text: string): string | null {
  const data = /User Device Registration|\S*[/\\#:.@_~{}=<>0-9]\S*|\bUTC\b|\bsha256\b/g;
  return /\b[A-Za-z]{2,} [A-Za-z]{2,}\b/.exec(outside(text).replace(data, ' | '))?.[0] ?? null;
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    yield value;
  } else if (typeof value === 'object' && value !== null && !(value instanceof Markup) && !(value instanceof Lines)) {
    for (const inner of Object.values(value)) {
      yield* textsIn(inner);
    }
  }
}

function assertSpoken(what: string, value: unknown): void {
  const left = [...textsIn(value)].flatMap((text) => {
    const found = untranslated(text);
    return found === null ? [] : [`${found} ← ${text}`];
  });
  assert.deepEqual(left, [], what);
}

describe('in a language of brackets', () => {
  before(() => {
    speak(pseudoLanguage());
  });
  after(() => {
    speak({});
  });

  for (const scenario of allScenarios) {
    it(`reports and timeline say nothing in English: ${scenario.name}`, async () => {
      const { bundle, told } = await openScenario(scenario);
      const document: TriageDocument = bracketed(told.document);
      const series = channelSeries(bundle.logs.events, told.clock);
      assertSpoken('overview', overviewOf(document));
      assertSpoken('summary', summarize(document).split('\n'));
      const options = { scope: 'starred', lostStars: 2, namesAuthors: true, isRedacted: true } as const;
      const input = {
        document,
        told: document,
        series,
        quotes: new Map<string, string>(),
        caseDocument: null,
        options,
      };
      assertSpoken('report', { ...reportModel(input), tool: '' });

      const model = buildTimeline(document, series);
      const items = model.lanes.flatMap((lane) => (lane.kind === 'story' ? allItems(lane) : []));
      assertSpoken(
        'items',
        items.map(({ label, rowLabel, plural, title, details, spoken }) => ({
          label,
          rowLabel,
          plural,
          title,
          details,
          spoken,
        })),
      );
      assertSpoken(
        'lanes',
        model.lanes.map((lane) => describeSelection({ kind: 'lane', lane })),
      );
      assertSpoken('legend', legendOf(model));
      const facts = timelineFacts(model, [document]);
      assertSpoken(
        'facets',
        Object.values(facetsOf(model, facts, noFilter)).map((values) => values.map(({ label }) => label)),
      );
      assertSpoken('span', spanWords(summariseSpan(model, model.extent), model.extent, utcDisplay));
      const { heading, column } = timeDisplay('elapsed', model);
      assertSpoken('times', [heading(0), column([0]).heading, timeDisplay('device', model).column([0]).heading]);
    });
  }

  it('the templates of reports say nothing in English', () => {
    for (const form of ['markdown', 'html'] as const) {
      const text = builtInTemplate(form)
        .replace(/<style>[^]*<\/style>|<!DOCTYPE html>/g, '')
        .replace(/\{\{[^{}]*\}\}|<[^<>]*>/g, ' | ');
      assertSpoken(form, text.split('\n'));
    }
  });

  it('a text that nobody has translated is found', () => {
    assert.equal(untranslated(`${open}after ${open}5 min${close}${close}, was seen`), 'was seen');
    assert.equal(untranslated(`${open}after ${open}5 min${close} of it${close} · Shell-Core.evtx #3`), null);
  });
});
