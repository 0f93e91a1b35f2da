import assert from 'node:assert/strict';
import { maskSecrets } from '../../../src/core/logs/secretText';
import { assertQuick } from './assertQuick';

const jwt = 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJ4In0.c2lnbmF0dXJl_-x';

describe('a text with secrets', () => {
  const masked: readonly (readonly [string, string])[] = [
    [`token ${jwt} end`, 'token (masked) end'],
    [`Authorization: Bearer ${'aB3_'.repeat(8)}==`, 'Authorization: Bearer (masked)'],
    ['{"refresh_token":"0.AXoA-Bc_d","expires_in":1}', '{"refresh_token":"(masked)","expires_in":1}'],
    [String.raw`\"access_token\" : \"abc\/def+gh=\"`, String.raw`\"access_token\" : \"(masked)\"`],
    ['""id_token"":""abcdefgh12""', '""id_token"":""(masked)""'],
    ['AuthToken = AAAABBBBCCCC', 'AuthToken = (masked)'],
    ['<Data Name="AuthToken">AAAABBBBCCCC</Data>', '<Data Name="AuthToken">(masked)</Data>'],
    [
      'https://wns2-bl2p.notify.windows.com/?token=AwYAAADx%2bY%3d, NoSync',
      'https://wns2-bl2p.notify.windows.com/?token=(masked), NoSync',
    ],
    ['uri=%3ftoken%3dAwYAAADxY', 'uri=%3ftoken%3d(masked)'],
  ];
  for (const [text, shown] of masked) {
    it(`is shown as ${shown}`, () => {
      assert.equal(maskSecrets(text), shown);
      assert.equal(maskSecrets(shown), shown);
    });
  }

  const plain = [
    'Bearer authentication is used',
    'token_type: Bearer',
    'has_token = True',
    'got AuthToken',
    'eyJ is how it begins',
    'Win32App_0a1b2c3d-0000-4000-8000-00000000abcd_1',
    'Add UserToken with length 2034 into WebRequest',
  ];
  for (const text of plain) {
    it(`keeps: ${text}`, () => {
      assert.equal(maskSecrets(text), text);
    });
  }

  it('keeps its line breaks, and no line of it grows', () => {
    const lines = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? `a ${jwt} b` : `Bearer\tx${index}`));
    const shown = maskSecrets(lines.join('\r\n')).split('\r\n');
    assert.equal(shown.length, lines.length);
    assert.ok(shown.every((line, index) => line.length <= lines[index]!.length));
  });

  it('takes time in proportion to its length', () => {
    assertQuick('masking', () => {
      for (const piece of ['eyJ', 'eyJ.', 'eyJ ', '_token', '_token=\\\\', 'Bearer ', '&token=', 'xeyJaaaa']) {
        maskSecrets(piece.repeat(100_000));
      }
    });
  });
});
