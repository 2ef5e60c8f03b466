import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { conformanceChecks } from './conformance.ts';
import { contractFile } from './contract.ts';

/* Checks the server at an address: `npm run conformance -- http://127.0.0.1:4400/api/ --token …`. */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { token: { type: 'string' } },
});
const [address] = positionals;
if (address === undefined || !URL.canParse(address)) {
  console.error('npm run conformance -- <address of the interface> [--token <token>]');
  process.exit(64);
}
const root = address.endsWith('/') ? address : `${address}/`;
const contract = await readFile(new URL(`../../${contractFile}`, import.meta.url), 'utf8');
let failed = 0;
const checks = conformanceChecks(contract, {
  root,
  ...(values.token === undefined ? {} : { token: values.token }),
});
console.log(`1..${checks.length}`);
for (const [at, { name, run }] of checks.entries()) {
  try {
    const nothing = await run();
    console.log(`ok ${at + 1} - ${name}${nothing === undefined ? '' : ` # SKIP ${nothing}`}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${at + 1} - ${name}\n  ${error instanceof Error ? error.message : error}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
