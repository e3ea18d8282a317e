// How imports may go, in sentences.

/** The stages in the order in which data passes them: a stage imports only itself and those before it. */
export const stages = [
  'base',
  'rules',
  'discover',
  'parse',
  'model',
  'advisories',
  'analyse',
  'findings',
  'report',
  'deliver',
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const oneWay = stages.slice(0, -1).map((stage, i) => ({
  name: `${stage}-knows-no-later-stage`,
  severity: 'error',
  comment: `Data goes one way: ${stage} comes before ${stages.slice(i + 1).join(', ')}.`,
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(${stages.slice(i + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...oneWay,
    {
      name: 'stages-know-no-entry-point',
      severity: 'error',
      comment: 'run.ts, cli.ts and action.ts know the stages, never the other way round.',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'only-entry-points-know-the-options-table',
      severity: 'error',
      comment: 'A stage gets the Options of src/base; how they were written on a command line is not its business.',
      from: { path: `^src/(${stages.join('|')})/` },
      to: { path: '^src/options/' },
    },
    {
      name: 'analyse-knows-no-sarif',
      severity: 'error',
      comment: 'SARIF is one of several forms of a report.',
      from: { path: '^src/', pathNot: '^src/report/' },
      to: { path: '(^src/report/sarif/|@types/sarif|@microsoft/sarif)' },
    },
    {
      name: 'report-knows-no-syntax-tree',
      severity: 'error',
      from: { path: '^src/(report|deliver)/' },
      to: { path: '^src/parse/' },
    },
    {
      name: 'only-parse-knows-tree-sitter',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(parse/|scan\\.ts$)' },
      to: { path: 'tree-sitter|^src/parse/(flat-parser|native)' },
    },
    {
      name: 'only-deliver-and-the-action-know-the-toolkit',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(deliver/|action\\.ts$)' },
      to: { path: '@actions/' },
    },
    {
      name: 'the-toolkit-is-loaded-lazily',
      severity: 'error',
      comment: 'It costs more start-up than a small scan.',
      from: { path: '^src/' },
      to: { path: '@actions/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-program-knows-no-tests-and-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'the-program-needs-no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Types may refer to each other; modules that run may not. The interpreter is as recursive as the language: expressions ' +
        'contain calls, calls run frames, frames walk statements (docs/decisions/0005).',
      from: { path: '^src/', pathNot: '^src/analyse/(interpreter|taint)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-exists',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
