import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { artefacts, documentation } from './artefacts.ts';

for (const [path, text] of artefacts(await readFile(documentation, 'utf8'))) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`${path}: ${text.length} characters`);
}
