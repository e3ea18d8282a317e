import tseslint from 'typescript-eslint';

// ESLint's own rules that find mistakes which a reader overlooks.
const mistakes = Object.fromEntries(
  [
    'eqeqeq',
    'no-case-declarations',
    'no-constant-binary-expression',
    'no-debugger',
    'no-dupe-else-if',
    'no-duplicate-case',
    'no-empty',
    'no-fallthrough',
    'no-loss-of-precision',
    'no-self-assign',
    'no-self-compare',
    'no-sparse-arrays',
    'no-unreachable',
    'no-unsafe-finally',
    'no-useless-escape',
    'no-var',
    'object-shorthand',
    'use-isnan',
  ].map((rule) => [rule, 'error']),
);

// What the compiler cannot say: promises nobody waits for, `any` that leaks, conditions that are always true.
// Layout is prettier's; direction of imports is dependency-cruiser's; unused exports are knip's.
export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'test/conformance/node_modules/', 'src/parse/syntax-kinds.ts'] },
  { rules: mistakes },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unnecessary-type-arguments': 'error',
      // The compiler says it (noUnusedLocals) and knows a value that is only used as a type.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A method that answers a promise because its interface does needs no await.
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    // Tests and scripts talk to whoever runs them; a test may look at a value that has no type.
    files: ['test/**', 'scripts/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'URL',
          'WebAssembly',
          'TextDecoder',
          'TextEncoder',
          'console',
          'performance',
          'process',
          'fetch',
          'setTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': ['error', { destructuring: 'all' }] },
  },
);
