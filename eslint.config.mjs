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
