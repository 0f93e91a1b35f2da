import assert from 'node:assert/strict';
import { applyCommand } from '../../../src/core/case/applyCommand';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import { mergeAll, mergeCases } from '../../../src/core/case/mergeCases';
import { readCase } from '../../../src/core/case/readCase';
import { writeCase, writeCaseLine } from '../../../src/core/case/writeCase';
import { SeededRandom } from '../../bundles/seededRandom';
import { excerptOf } from '../../../src/core/case/excerpt';
import { statedPass } from '../../../src/core/case/statedFacts';
import { randomCommand, randomlyChanged } from './randomCase';
import { blankCase, minute } from './sampleCase';

/** Two colleagues who started from one case and have merged now and then. */
function colleagues(random: SeededRandom): { base: CaseDocument; mine: CaseDocument; theirs: CaseDocument } {
  let base = randomlyChanged(blankCase, 12, random);
  let mine = base;
  let theirs = base;
  for (let round = random.below(4); round >= 0; round -= 1) {
    mine = randomlyChanged(mine, random.below(8), random, ['ada', 'grace']);
    theirs = randomlyChanged(theirs, random.below(8), random, ['linus', 'ken']);
    if (round > 0 && random.below(2) === 0) {
      mine = mergeCases(mine, theirs, base).case;
      base = theirs;
    }
  }
  return { base, mine, theirs };
}

function eachSeed(check: (random: SeededRandom) => void): void {
  for (let seed = 1; seed <= 300; seed += 1) {
    try {
      check(new SeededRandom(seed));
    } catch (error) {
      throw new Error(`with seed ${seed}`, { cause: error });
    }
  }
}

describe('merging cases, whatever was done', () => {
  it('does not depend on which side is mine', () => {
    eachSeed((random) => {
      const { base, mine, theirs } = colleagues(random);
      assert.deepEqual(mergeCases(mine, theirs).case, mergeCases(theirs, mine).case);
      assert.deepEqual(mergeCases(mine, theirs, base).case, mergeCases(theirs, mine, base).case);
    });
  });

  it('gives the same when it is done again', () => {
    eachSeed((random) => {
      const { base, mine, theirs } = colleagues(random);
      const merged = mergeCases(mine, theirs, base).case;
      assert.deepEqual(mergeCases(merged, merged).case, merged);
      assert.deepEqual(mergeCases(merged, theirs).case, merged);
      assert.deepEqual(mergeCases(merged, mine, base).case, merged);
      assert.deepEqual(mergeCases(merged, theirs).conflicts, []);
    });
  });

  it('does not depend on the order in which three colleagues meet, as long as nobody deletes', () => {
    eachSeed((random) => {
      const base = randomlyChanged(blankCase, 12, random);
      const change = (before: CaseDocument, by: string): CaseDocument =>
        randomlyChanged(before, 8, random, [by], ({ kind }) => kind !== 'delete');
      const mine = change(base, 'ada');
      const theirs = change(random.pick([base, mine]), 'linus');
      const third = change(random.pick([base, mine, theirs, mergeCases(mine, theirs).case]), 'margaret');
      assert.deepEqual(mergeAll([mine, theirs, third]), mergeAll([third, mine, theirs]));
    });
  });

  it('loses no text that a side has written since', () => {
    eachSeed((random) => {
      const base = randomlyChanged(blankCase, 10, random);
      const mine = randomlyChanged(base, 6, random, ['ada']);
      const theirs = randomlyChanged(base, 6, random, ['linus']);
      const merged = JSON.stringify(mergeCases(mine, theirs).case.annotations);
      for (const side of [mine, theirs]) {
        for (const { id, text, edited } of side.annotations) {
          const known = base.annotations.find((note) => note.id === id);
          const isNews = known?.text !== text && (known === undefined || edited?.at !== known.edited?.at);
          assert.ok(!isNews || merged.includes(JSON.stringify(text)), `${id}: ${text}`);
        }
      }
    });
  });

  it('is the same before and after a way through a file', () => {
    eachSeed((random) => {
      const { mine, theirs } = colleagues(random);
      const merged = mergeCases(mine, theirs).case;
      for (const text of [writeCase(merged), writeCaseLine(merged)]) {
        const read = readCase(text, 'case');
        assert.ok(read.ok);
        assert.deepEqual(read.problems, []);
        assert.deepEqual(read.case, merged);
      }
    });
  });

  it('carries one deed over by its excerpt alone', () => {
    eachSeed((random) => {
      const before = randomlyChanged(blankCase, 15, random);
      const applied = applyCommand(before, randomCommand(before, random), 'ada', minute(600));
      if (applied.ok) {
        assert.deepEqual(mergeCases(before, excerptOf(applied.case, applied.subjects)).case, applied.case);
      }
    });
  });

  it('undoes and does again', () => {
    eachSeed((random) => {
      const before = randomlyChanged(blankCase, 15, random);
      const once = applyCommand(before, randomCommand(before, random), 'ada', minute(600));
      if (!once.ok || once.undo === null) {
        return;
      }
      const undone = applyCommand(once.case, once.undo, 'ada', minute(601));
      assert.ok(undone.ok && undone.undo !== null);
      assert.deepEqual(said(undone.case), said(before));
      const redone = applyCommand(undone.case, undone.undo, 'ada', minute(602));
      assert.ok(redone.ok);
      assert.deepEqual(said(redone.case), said(once.case));
    });
  });
});

/** A case without who and when: undoing is a deed of its own. */
function said({ annotations, verdicts, stars, stated }: CaseDocument): unknown {
  const pass = statedPass({ stated });
  return JSON.parse(
    JSON.stringify({ annotations, verdicts, stars, pass }, (name, value: unknown) =>
      name === 'at' || name === 'by' || name === 'edited' || (name === 'resolved' && value !== null) ? '' : value,
    ),
  );
}
