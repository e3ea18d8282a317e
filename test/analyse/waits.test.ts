// What the rules about waiting and UUIDs say beside their messages: replacements, related places, merged rules, order.
import { expect, test } from 'vitest';
import { playRounds } from '../../src/analyse/waiting/round-count.ts';
import type { Detection } from '../../src/analyse/analysis.ts';
import { analyseTexts } from '../../src/scan-example.ts';
import { ruleFolder } from '../rule-folder.ts';

function detect(code: string, files: Readonly<Record<string, string>>): Detection[] {
  const rules = ruleFolder.rules.map((file) => file.rule).filter((rule) => rule.code === code);
  const set = { rules, models: ruleFolder.models, all: rules, hash: code, familiesNotExamined: [] };
  return [...analyseTexts(files, set).detections];
}

const poll = (look: string, made: string): string => `import subprocess
import threading
import time

def test_it():
    subject = ${made}
    for _ in range(10):
        if subject.${look}:
            break
        time.sleep(0.5)
`;

test.each([
  ['is_set()', 'threading.Event()', 'subject.wait(5)'],
  ['poll() is not None', "subprocess.Popen(['ls'])", 'subject.wait(timeout=5)'],
  ['is_alive()', 'threading.Thread()', 'subject.join(5)'],
])('polling %s of %s has a wait of its own', (look, made, replacement) => {
  const [found] = detect('BP101', { 'tests/test_it.py': poll(look, made) });
  expect(found!.fix).toContain(replacement);
});

test('the shared wait helper in reach that is called most is named and linked', () => {
  const helpers = `import time

class Base:
    def wait_for_port(self, port, timeout=5):
        pass

    def wait_for_state(self, state, max_retries=10):
        pass

    def start(self):
        self.wait_for_state('ready')
`;
  const code = `import time
from tests.base import Base

class ServerTest(Base):
    def test_it(self):
        for _ in range(10):
            if self.server.ready():
                break
            time.sleep(0.5)
`;
  const [found] = detect('BP101', { 'tests/base.py': helpers, 'tests/test_it.py': code });
  expect(found!.fix).toContain('`wait_for_state` (tests/base.py line 7)');
  expect(found!.fix).toContain('`max_retries`');
  expect(found!.related).toMatchObject([{ file: 'tests/base.py', message: 'shared wait helper' }]);
});

test('a budget without a reason carries the rule about unexplained timing and links the pause', () => {
  const code = poll('ready()', 'make()');
  const [found] = detect('BP151', { 'tests/test_it.py': code });
  expect(found).toMatchObject({ mergedRules: ['BP406'], related: [{ message: 'the pause' }] });
  const explained = code.replace('    for', '    # Starting takes up to 4 seconds.\n    for');
  expect(detect('BP151', { 'tests/test_it.py': explained })[0]).not.toHaveProperty('mergedRules');
});

test('a UUID is one detection for all its places, the defining one first', () => {
  const value = '8f6d1e52-90aa-4f0b-9c3e-27d40b5a6c11';
  const files: Record<string, string> = { 'tests/fixtures.py': `class Images:\n    small = {'id': '${value}'}\n` };
  files['tests/test_mocks.py'] = `def test_mock(api):\n    api.boot.return_value = '${value}'\n`;
  for (let i = 10; i < 30; i++) files[`tests/test_${i}.py`] = `def test_it(api):\n    api.boot(image='${value}')\n`;
  const found = detect('BP201', files);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ file: 'tests/test_10.py', groupKey: value });
  expect(found[0]!.message).toContain('defined in tests/fixtures.py line 2 and repeated in 20 other files');
  expect(found[0]!.related).toHaveLength(10);
  expect(found[0]!.related[0]).toMatchObject({ file: 'tests/fixtures.py', message: 'defined here' });
  // The definition and the answer of a mock are linked, but nothing is to be done there.
  expect(found[0]!.otherPlaces).toHaveLength(19);
  expect(found[0]!.otherPlaces!.map(({ file }) => file)).not.toContain('tests/test_mocks.py');
});

test('rounds are played in the order of the text', () => {
  const look = { kind: 'look' } as const;
  const pause = { kind: 'pause' } as const;
  const step = { kind: 'step', by: 1 } as const;
  const check = { kind: 'check', holds: (counter: number) => counter < 3 } as const;
  expect(playRounds([check, look, pause, step], 0)).toEqual({ looks: 3, pauses: 3, pausesBeforeLastLook: 2 });
  expect(playRounds([look, step, check, pause], 0)).toEqual({ looks: 3, pauses: 2, pausesBeforeLastLook: 2 });
  expect(playRounds([look, pause], 0, 4)).toEqual({ looks: 4, pauses: 4, pausesBeforeLastLook: 3 });
  expect(playRounds([look, pause], 0)).toBeUndefined();
});
