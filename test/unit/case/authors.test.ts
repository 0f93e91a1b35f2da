import assert from 'node:assert/strict';
import { authorsOf } from '../../../src/core/case/authors';
import { emptyCase } from '../../../src/core/case/caseDocument';

describe('the authors of a case', () => {
  it('are all who have done anything, also in what does not read', () => {
    const at = '2026-02-17T12:00:00.000Z';
    const finding = { kind: 'finding', item: 'finding-1', place: null } as const;
    assert.deepEqual(
      authorsOf({
        ...emptyCase,
        stars: [{ by: 'Ada', at, anchor: finding }],
        verdicts: [{ by: 'Grace', at, finding: 'x', verdict: 'agree', note: 'by Nobody' }],
        stated: { ...emptyCase.stated, oneTime: { by: 'Ada', at, value: true } },
        unread: { ...emptyCase.unread, annotations: [{ replies: [{ created: { by: 'Lena' } }] }] },
      }),
      ['Ada', 'Grace', 'Lena'],
    );
  });

  it('are nobody where nothing was done', () => {
    assert.deepEqual(authorsOf(emptyCase), []);
  });
});
