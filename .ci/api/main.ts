import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { contractFile, contractTypes, typesFile } from './contract.ts';

const types = await contractTypes(await readFile(contractFile, 'utf8'));
await mkdir(dirname(typesFile), { recursive: true });
await writeFile(typesFile, types);
console.log(`${typesFile}: ${types.length} characters`);
