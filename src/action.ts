// The Action. In: the runner's environment. Out: outputs, a log, a job summary; the step fails last, if at all. Errors
// are caught here, once.
import { ConfigurationError } from './base/configuration-error.ts';
import { deadline } from './deadline.ts';
import { fetchFile, fetchFolder } from './deliver/fetch-file.ts';
import { withoutToken } from './deliver/github-api.ts';
import { safeLines } from './deliver/terminal-log.ts';
import { workflowLog } from './deliver/workflow-log.ts';
import { fromActionInputs } from './options/from-action-inputs.ts';
import { optionsTable } from './options/options-table.ts';
import { readGitHubContext } from './options/read-github-context.ts';
import { toOptions } from './options/to-options.ts';
import { tuneEngine } from './tune-engine.ts';

const environment = process.env;
const token = environment['INPUT_TOKEN']?.trim() ?? '';
const core = await import('@actions/core');
let failure: string | undefined;
try {
  // Before anything else can print.
  if (token !== '') core.setSecret(token);
  const github = readGitHubContext(environment, token);
  const options = await toOptions(fromActionInputs(environment), {
    host: 'action',
    directory: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    colour: false,
    ...(github && { github }),
    ...(github && {
      fetchFile: (path: string, commit: string) => fetchFile(github, path, commit),
      fetchFolder: (path: string, commit: string) => fetchFolder(github, path, commit),
    }),
    changing: changingTexts(),
  });
  tuneEngine();
  const { run } = await import('./run.ts');
  ({ failure } = await run(options, workflowLog(core), deadline(options.timeoutMinutes)));
} catch (error) {
  core.setOutput('verdict', 'failed');
  failure = withoutToken(describe(error), token);
  const { writeFailedRun } = await import('./deliver/write-failed-run.ts');
  const written = writeFailedRun(
    environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    sarifPaths(),
    safeLines(failure),
    error instanceof ConfigurationError,
    actionAddress(),
  );
  if (written !== undefined) core.setOutput('sarif-file', written);
  const sentence = 'Failed: the analysis did not finish.';
  await core.summary
    .emptyBuffer()
    .addRaw(`# pyverdict\n\n${sentence} The log of this step says why.\n`, true)
    .write()
    .catch(() => core.info('There is no job summary to write to.'));
}
if (failure !== undefined) core.setFailed(`pyverdict: ${safeLines(failure)}`);

function describe(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  return `internal failure, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Where the workflow has this Action from. */
function actionAddress(): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository } = environment;
  return server && repository && /^https?:\/\//.test(server) ? `${server}/${repository}` : undefined;
}

/** Where results.sarif belongs, by the input and by default. */
function sarifPaths(): string[] {
  const given = environment['INPUT_SARIF-FILE']?.trim() ?? '';
  const usual = optionsTable.find(({ name }) => name === 'sarif-file')!.default;
  return given === '' ? [usual] : [given, usual];
}

// Short numbers (attempt 1) are left alone: they are in too many names that do not change.
function changingTexts(): string[] {
  const sha = environment['GITHUB_SHA'] ?? '';
  const texts = [sha, sha.slice(0, 7), environment['GITHUB_RUN_ID'] ?? '', environment['GITHUB_RUN_NUMBER'] ?? ''];
  return texts.filter((text) => text.length >= 4);
}
