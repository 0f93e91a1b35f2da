import tseslint from 'typescript-eslint';

/** The rooms of src/core in the order in which data flows: each may import itself and those before it. */
const coreRooms = [
  'bytes',
  'words',
  'archive',
  'evtx',
  'catalog',
  'logs',
  'bundle',
  'enrollment',
  'language',
  'search',
  'timeline',
  'redact',
  'case',
  'report',
];

const oneWayThroughCore = coreRooms.map((room, index) => ({
  files: [`src/core/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...coreRooms.slice(index + 1).map((later) => ({
            group: [`**/${later}/*`, `!./${later}/*`],
            message: `core/${room} comes before core/${later}: data flows the other way.`,
          })),
          { group: ['vscode', 'node:*'], message: 'core runs anywhere: no vscode, no node.' },
        ],
      },
    ],
  },
}));

/**
 * What the host may hold of core and files in its own program: words and small pure helpers. All else it has through
 * `engine()`, so that it is loaded when a bundle opens and not when the extension activates.
 */
const heldByHost = [
  'core/words/\\w+',
  'core/bytes/(hex|sorted)',
  'core/bundle/recordCopies',
  'core/case/(anchor|anchorSource|anchorWords|bundleIdentity|caseDocument|sameValue|statedFacts|timelineNotes)',
  'core/enrollment/(adviceWords|storyWords|clock/isoTime|document/\\w+|findings/links)',
  'core/language/(logTail|storyTime)',
  'core/logs/partNotes',
  'core/report/(headline|reportForms)',
  'core/search/searchResult',
  'core/timeline/channelNames',
  'files/casePlace',
];

const lightHost = {
  files: ['src/host/**/*.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(?!(${heldByHost.join('|')})$)(core|files|worker|cli|engine)/`,
            allowTypeImports: true,
            message: 'Call it through engine(), so that nothing of it is loaded before a bundle opens.',
          },
        ],
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test/ui/node_modules/', '.vscode-test/', '.cache/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...tseslint.configs.stylisticTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      curly: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // The decoders index typed arrays whose bounds they have just checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  ...oneWayThroughCore,
  lightHost,
  {
    // Typed handlers are registered as promises on purpose: the runners await them.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['it', 'describe'], package: 'mocha' }] },
      ],
    },
  },
);
