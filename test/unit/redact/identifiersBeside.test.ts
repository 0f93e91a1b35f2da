import assert from 'node:assert/strict';
import type { Identifier, Identifiers } from '../../../src/core/redact/identifier';
import { identifiersBeside } from '../../../src/core/redact/identifiersBeside';
import { redactExport } from '../../../src/core/redact/redactExport';

const adele: Identifier = { kind: 'user', pseudonym: 'USER-1', values: ['adele@contoso.example'] };
const host: Identifier = { kind: 'host', pseudonym: 'HOST-1', values: ['PC-12', 'USER-2'] };
const ofBundle: Identifiers = { identifiers: [adele, host], isComplete: true };

describe('names that only a text beside the bundle holds', () => {
  it('get pseudonyms of their own: who is written about, and who wrote', async () => {
    const text = 'Ask lena@fabrikam.example, not adele@contoso.example. Noted by Grace Vexmoor, confirmed by gvexmoor.';
    const all = identifiersBeside(ofBundle, { texts: [text], authors: ['Grace Vexmoor', 'gvexmoor'] });
    const { text: redacted, leaks } = await redactExport(text, all);
    assert.deepEqual(leaks, []);
    assert.equal(redacted, 'Ask USER-3, not USER-1. Noted by AUTHOR-1, confirmed by AUTHOR-2.');
  });

  it('are not the pseudonyms that stand in it', async () => {
    const text = 'ComputerName: HOST-1\r\nUserName: USER-1\r\nC:\\Users\\USER-1.HOST-1\\x';
    const all = identifiersBeside(ofBundle, { texts: [text] });
    assert.deepEqual(all, ofBundle);
    assert.equal((await redactExport(text, all)).text, text);
  });

  it('are found beside a pseudonym too', async () => {
    const text = 'C:\\Users\\quill.HOST-1\\x';
    const all = identifiersBeside(ofBundle, { texts: [text] });
    assert.doesNotMatch((await redactExport(text, all)).text, /quill/);
  });

  it('are all there, or nothing is called clean', () => {
    const isComplete = false;
    assert.equal(identifiersBeside({ ...ofBundle, isComplete }, { texts: ['x'] }).isComplete, false);
  });
});
