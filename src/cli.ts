// The command line. In: arguments. Out: an exit code; what was asked for on standard output, everything else on standard
// error. Errors are caught here, once: what the user can mend is 2, a bug of ours is 3.
import { ConfigurationError } from './base/configuration-error.ts';
import { version } from './base/version.ts';
import { deadline } from './deadline.ts';
import { safeLines, terminalLog } from './deliver/terminal-log.ts';
import type { Command } from './options/from-command-line.ts';
import { fromCommandLine } from './options/from-command-line.ts';
import { helpText } from './options/help-text.ts';
import type { Settings } from './options/options-table.ts';
import { readGitHubContext } from './options/read-github-context.ts';
import { toOptions } from './options/to-options.ts';
import { tuneEngine } from './tune-engine.ts';

async function main(args: readonly string[]): Promise<number> {
  const command = fromCommandLine(args);
  switch (command.name) {
    case 'help':
      process.stdout.write(helpText());
      return 0;
    case 'version':
      process.stdout.write(`pyverdict ${version}\n`);
      return 0;
    case 'completion': {
      const { completionScript } = await import('./options/completion.ts');
      process.stdout.write(completionScript(command.shell));
      return 0;
    }
    case 'explain':
    case 'rules':
      process.stdout.write(await rulesText(command));
      return 0;
    case 'scan':
      return scan(command.settings);
    case 'baseline':
      return writeBaseline(command.settings);
    case 'compare': {
      const { compareSarif } = await import('./compare-sarif.ts');
      process.stdout.write(
        await compareSarif(command.other, command.settings, process.cwd(), terminalLog(process.stderr, true)),
      );
      return 0;
    }
    case 'suppress': {
      const { suppressFinding } = await import('./suppress-finding.ts');
      process.stdout.write(
        await suppressFinding(command, command.settings, process.cwd(), terminalLog(process.stderr, true)),
      );
      return 0;
    }
    case 'test-rules': {
      const { testRules } = await import('./test-rules.ts');
      tuneEngine();
      const { text, passed } = testRules(command.rules, process.cwd());
      process.stdout.write(text);
      return passed ? 0 : 1;
    }
    case 'init': {
      const { initProject } = await import('./init-project.ts');
      process.stdout.write(await initProject(process.cwd()));
      return 0;
    }
  }
}

async function rulesText(command: Extract<Command, { name: 'explain' | 'rules' }>): Promise<string> {
  const [{ bundleFor }, { readOwnRules }] = await Promise.all([
    import('./rules/bundle-for.ts'),
    import('./options/own-rules.ts'),
  ]);
  const bundle = await bundleFor(readOwnRules(process.cwd()));
  if (command.name === 'explain') {
    const [{ explainRule }, { requireRule }] = await Promise.all([
      import('./rules/explain.ts'),
      import('./rules/find-rule.ts'),
    ]);
    return explainRule(requireRule(bundle.rules, command.rule));
  }
  if (!command.json) return (await import('./rules/explain.ts')).listRules(bundle.rules);
  const { describeRule } = await import('./rules/describe-rule.ts');
  return `${JSON.stringify(bundle.rules.map(describeRule), null, 2)}\n`;
}

async function writeBaseline(settings: Partial<Settings>): Promise<number> {
  const file = settings['sarif-file'] ?? 'pyverdict-baseline.sarif';
  const code = await scan({ ...settings, 'sarif-file': file, 'fail-scope': 'none', quiet: true, format: 'text' });
  if (code === 0)
    process.stdout.write(
      `${safeLines(`Wrote ${file}. "pyverdict scan --baseline ${file}" fails on what is not in it.`)}\n`,
    );
  return code;
}

async function scan(settings: Partial<Settings>): Promise<number> {
  const log = terminalLog(process.stderr, settings.quiet === true);
  const file = settings['explain-context'] ?? '';
  if (file !== '') {
    const { explainContext } = await import('./explain-context.ts');
    process.stdout.write(await explainContext(file, settings, process.cwd(), log));
    return 0;
  }
  const uploads = (settings.upload ?? 'never') !== 'never';
  const github = uploads ? readGitHubContext(process.env, process.env['GITHUB_TOKEN'] ?? '') : undefined;
  const facts = { host: 'command-line', directory: process.cwd(), colour: wantsColour(), changing: [] } as const;
  const options = await toOptions(settings, { ...facts, ...(github && { github }) });
  tuneEngine();
  // Loaded only now: help and wrong usage need no analyser.
  const { run } = await import('./run.ts');
  const delivery = await run(options, log, deadline(options.timeoutMinutes));
  if (delivery.failure !== undefined) complain(delivery.failure);
  return delivery.exitCode;
}

/** FORCE_COLOR and NO_COLOR by their conventions: set and not empty. */
function wantsColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

function complain(message: string): void {
  process.stderr.write(`pyverdict: ${safeLines(message)}\n`);
}

// `pyverdict scan | head` closes the pipe while we print: whoever reads has seen enough, and the exit code still counts.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// The exit code is set and the process left to end by itself: process.exit() would cut off what a pipe has not taken yet.
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof ConfigurationError) {
    complain(error.message);
    process.exitCode = 2;
  } else {
    complain(
      `internal failure, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 3;
  }
}
