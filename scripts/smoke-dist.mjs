// Runs dist/cli.js as it lies in a fresh clone, with nothing installed: on a file with a defect and on one without.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'pyverdict-smoke-'));

function expectScan(name, code, exitCode, verdict) {
  writeFileSync(join(directory, name), code);
  const ended = spawnSync(process.execPath, [cli, 'scan', '--format', 'json', name], {
    cwd: directory,
    encoding: 'utf8',
  });
  const found = ended.status === exitCode ? JSON.parse(ended.stdout).verdict : undefined;
  if (found === verdict) return;
  console.error(
    `${name}: exit code ${ended.status}, verdict ${found}; expected ${exitCode} and ${verdict}\n${ended.stderr}`,
  );
  process.exitCode = 1;
}

try {
  expectScan('harmless.py', 'def main():\n    return 1\n', 0, 'no-explicit-defects');
  expectScan('defect.py', 'import requests\n\nrequests.get("https://example.org", verify=False)\n', 1, 'defects');
  console.log(execFileSync(process.execPath, [cli, '--version'], { encoding: 'utf8' }).trim());
} finally {
  rmSync(directory, { recursive: true, force: true });
}
