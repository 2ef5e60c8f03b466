import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const example = readFileSync('.ci/testing/engine-example.ts', 'utf8');

it('the example of the engine stands on its page as it is', () => {
  expect(readFileSync('docs/engine.md', 'utf8')).toContain(example);
});

it('the example of the engine runs on its own, and says what the page promises', () => {
  const said = execFileSync(
    process.execPath,
    ['.ci/testing/engine-example.ts', 'mocks/golden/1.0/small.json', '2026-05-05T00:00:00Z'],
    { encoding: 'utf8' },
  );
  expect(said.split('\n')).toEqual(
    expect.arrayContaining([
      'gate G1: passed',
      '  condition c1: passed (tests-passed)',
      'item W0: contradicted, waits for nothing',
      'item W1: blocked, waits for W0',
      'may start: nothing',
    ]),
  );
});
