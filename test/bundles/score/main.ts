/*
 * Tells how well the engine tells the scenarios: `npm run scenarios`, one line for each scenario, then precision and
 * recall. `npm run scenarios -- <name>…` says for the named ones where the document differs from the truth.
 */
import { buildBundle } from '../build';
import { differences } from '../expectation';
import { allScenarios } from '../scenarios/allScenarios';
import { readScenario } from './readScenario';
import { countScenario } from './scenarioScore';
import { Scores } from './scores';

async function main(names: readonly string[]): Promise<number> {
  const chosen = allScenarios.filter(({ name }) => names.length === 0 || names.includes(name));
  const scores = new Scores();
  let told = 0;
  for (const scenario of chosen) {
    const built = buildBundle(scenario);
    const document = await readScenario(built);
    const different = differences(document, built.told.expected);
    countScenario(scores, document, built.told.expected);
    told += different.length === 0 ? 1 : 0;
    console.log(`${different.length === 0 ? 'ok  ' : 'FAIL'} ${scenario.name}: ${scenario.title}`);
    if (names.length > 0) {
      different.forEach((difference) => {
        console.log(`       ${difference}`);
      });
    }
  }
  console.log(`\n${told} of ${chosen.length} scenarios are told as they happened\n`);
  scores.lines().forEach((line) => {
    console.log(line);
  });
  return told === chosen.length && chosen.length > 0 && scores.isPerfect ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
