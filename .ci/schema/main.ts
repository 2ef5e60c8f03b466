import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { artefacts } from './artefacts.ts';

for (const [path, text] of artefacts()) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`${path}: ${text.length} characters`);
}
