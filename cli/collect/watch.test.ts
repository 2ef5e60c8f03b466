import { expect, it, vi } from 'vitest';
import { folderWith, writeFiles } from '../testing/files.ts';
import { wavegate } from '../testing/world.ts';

const row = (id: string): string => `| ${id} | Work | none |\n`;
const table = (...ids: string[]): string =>
  `| Wave | Title | Depends on |\n|---|---|---|\n${ids.map(row).join('')}`;

it('collects again whenever something changes, survives a bad file, and ends when it is told to', async () => {
  const folder = folderWith({
    'plan.md': table('W1', 'W2'),
    'wavegate.yaml':
      'wavegate: 1\nproject: { id: p }\nplans: [{ files: plan.md, format: table, kind: wave }]\n',
  });
  const said: string[] = [];
  const stop = new AbortController();
  const ended = wavegate(['collect', '--watch', '-C', folder], {
    stdout: (text) => said.push(text),
    stderr: (text) => said.push(text),
    signal: stop.signal,
  });
  const says = (text: string) =>
    vi.waitFor(() => expect(said.join('')).toContain(text), { timeout: 30_000, interval: 20 });
  await says('Collected 2 items');
  await says('Watching');
  writeFiles(folder, { 'plan.md': table('W1', 'W2', 'W3') });
  await says('Collected 3 items');
  writeFiles(folder, { 'wavegate.yaml': 'wavegate: 2\n' });
  await says('wavegate: Invalid');
  stop.abort();
  expect((await ended).exitCode).toBe(0);
});
