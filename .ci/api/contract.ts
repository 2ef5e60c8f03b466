import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { parse } from 'yaml';

/** Where the contract and what is made from it lie, from the root of the project. */
export const contractFile = 'docs/api/openapi.yaml';
export const typesFile = 'src/api/generated/types.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The contract as plain data. */
export function readContract(text: string): Json {
  const document: Json = parse(text);
  return document;
}

/** What stands at a JSON pointer inside the contract. */
export function at(document: Json, pointer: string): Json | undefined {
  let here: Json | undefined = document;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null) return undefined;
    here = Object.entries(here).find(([key]) => key === name)?.[1];
  }
  return here;
}

/** TypeScript types of every schema in the contract. */
export async function contractTypes(text: string): Promise<string> {
  const schemas = at(readContract(text), '/components/schemas');
  const root: JSONSchema = JSON.parse(
    // The generator knows JSON Schema as it was before tuples had a name of their own.
    JSON.stringify({ title: 'Contract', type: 'object', definitions: schemas })
      .replaceAll('#/components/schemas/', '#/definitions/')
      .replaceAll('"prefixItems"', '"items"'),
  );
  const types = await compile(root, 'Contract', {
    bannerComment: '/* Made by `npm run generate:api` from docs/api/openapi.yaml. */',
    unreachableDefinitions: true,
    additionalProperties: false,
    format: true,
    style: { singleQuote: true },
  });
  return types
    .replaceAll(/ \*(?: \*)?\n \* This interface was referenced[^/]*\*\//g, ' */')
    .replaceAll(/\/\*\*\n \* This interface was referenced[^/]*\*\/\n/g, '')
    .replace('export interface Contract {}\n', '');
}
