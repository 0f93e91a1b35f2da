import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertLinear } from '../linearTime';

interface Language {
  readonly id: string;
  readonly firstLine: string;
  readonly extensions: readonly string[];
  readonly filenames: readonly string[];
  readonly filenamePatterns: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly languages: readonly Language[] };
};
const language = manifest.contributes.languages.find(({ id }) => id === 'mdmlog');
assert.ok(language);

describe('the claim of the log language', () => {
  const firstLine = new RegExp(language.firstLine);

  const ours = [
    '<![LOG[EMS Agent Started]LOG]!><time="01:40:27.19" date="8-4-2026" component="A" type="1">',
    '\uFEFF<![LOG[a message of several lines',
    '# system.evtx · 1247 records · System',
    '# a.evtx · 1 record · Setup',
    '2026-08-20 02:07:58, Info                         [windeploy.exe] Starting',
    '2026-08-20 02:07:58, Warning                      SYSPRP Nothing to do',
    '2026-08-20 02:07:58, Fatal Error                  [setup.exe] Stopped',
    '\uFEFF2026-08-20 02:07:58, Info                  CBS    TI: --- Initializing ---',
  ];
  for (const line of ours) {
    it(`takes ${JSON.stringify(line.slice(0, 60))}`, () => {
      assert.match(line, firstLine);
    });
  }

  const others: readonly string[] = [
    '2026-08-20 02:07:58,123 INFO  [main] org.example.App - started',
    '2026-08-20 02:07:58, Info: started',
    '2026-08-20 02:07:58, info started',
    '2026-08-20 02:07:58.123 [info] started',
    '2026-08-20T02:07:58Z INFO started',
    '[2026-08-20 02:07:58] production.ERROR: it broke',
    'Aug 20 02:07:58 host kernel: Linux version 6.8',
    '127.0.0.1 - - [20/Aug/2026:02:07:58 +0000] "GET / HTTP/1.1" 200 5',
    '#Software: Microsoft Internet Information Services 10.0',
    '# Changelog',
    '# notes · of the day',
    '<?xml version="1.0"?>',
    '{"time":"2026-08-20T02:07:58Z","level":"info"}',
    'MSI (s) (A4:3C) [02:07:58:123]: Running as a service.',
    '=== Verbose logging started: 8/20/2026  2:07:58  Build type: SHIP UNICODE ===',
    '2026/08/20 02:07:58.123 1234 5678 Agent *START* Finding updates',
    '',
  ];
  for (const line of others) {
    it(`leaves ${JSON.stringify(line.slice(0, 60))}`, () => {
      assert.doesNotMatch(line, firstLine);
    });
  }

  it('does not take logs by their extension', () => {
    for (const extension of ['.log', '.txt', '.reg', '.xml', '.json', '.csv']) {
      assert.ok(!language.extensions.includes(extension), extension);
    }
    for (const pattern of [...language.filenames, ...language.filenamePatterns]) {
      assert.match(pattern, /^(?:CBS\.log$|dism\.log$|\*?[A-Za-z0-9]{6,})/, 'a name of one product, not any name');
    }
  });
});

describe('a word of the log language', () => {
  const { wordPattern } = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as { wordPattern: string };
  const wordsOf = (line: string) => [...line.matchAll(new RegExp(wordPattern, 'g'))].map(([word]) => word);

  const whole = [
    '5f568920-10ad-4dc0-a97e-b78a3255c351',
    '{5F568920-10AD-4DC0-A97E-B78A3255C351}',
    'Win32App_5f568920-10ad-4dc0-a97e-b78a3255c351_4',
    'S-1-12-1-101-202-303-404',
    './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags',
    './Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7B5F568920-10AD-4DC0-A97E-B78A3255C351%7D/DownloadInstall',
    './User/Vendor/MSFT/Policy/Config/Chrome~Policy~googlechrome/HomepageLocation',
    '0x80180014',
    'Microsoft-Windows-AAD',
    'ERROR_FILE_NOT_FOUND',
    '2026-08-20 02:07:58.1234567Z',
    'https://login.example.com/a?b=c',
  ];
  for (const word of whole) {
    it(`is ${word} as a whole`, () => {
      assert.deepEqual(wordsOf(`(${word}), x`), [word, 'x']);
      assert.deepEqual(wordsOf(`name = ${word}`), ['name', word]);
    });
  }

  it('is found in a long line at once', () => {
    assertLinear(1000, () => {
      wordsOf('./a-0x1{'.repeat(12_500));
    });
  });
});
