import assert from 'node:assert/strict';
import { plainMarkdown } from '../../../src/host/plainMarkdown';

describe('a text of the bundle in a hover', () => {
  it('draws no link, no list and no address, whatever a log says', () => {
    assert.equal(plainMarkdown('[x](command:y)'), '\\[x\\]\\(command\\:y\\)');
    assert.equal(plainMarkdown('1. https://x.example <b>'), '1\\. https\\:\\/\\/x\\.example \\<b\\>');
    assert.equal(plainMarkdown('- a_b* `c` &nbsp;'), '\\- a\\_b\\* \\`c\\` \\&nbsp\\;');
  });

  it('keeps spaces at which a line may break, one between two words', () => {
    assert.equal(plainMarkdown('at its  end\n\n# the Status\u00a0Page'), 'at its end \\# the Status Page');
  });

  it('shows a backslash as one', () => {
    assert.equal(plainMarkdown('AzureAD\\Adele'), 'AzureAD\\\\Adele');
  });
});
