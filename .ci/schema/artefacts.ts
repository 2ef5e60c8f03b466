import { definitions, publicSchema } from './json-schema.ts';
import { shapes } from './shapes.ts';
import { validatorCode, validatorTypes } from './validators.ts';

/** Every generated file by its path from the root of the project. */
export function artefacts(): ReadonlyMap<string, string> {
  const strict = definitions(true);
  return new Map([
    [
      'public/schema/bundle-1.0.schema.json',
      json(publicSchema('Bundle', 'Wavegate bundle 1.0', 'bundle-1.0.schema.json')),
    ],
    [
      'public/schema/evidence-1.0.schema.json',
      json(publicSchema('Evidence', 'Wavegate evidence record 1.0', 'evidence-1.0.schema.json')),
    ],
    [
      'public/schema/index-1.0.schema.json',
      json(publicSchema('Index', 'Wavegate index 1.0', 'index-1.0.schema.json')),
    ],
    ['src/bundle/generated/validators.js', validatorCode(strict)],
    ['src/bundle/generated/validators.d.ts', validatorTypes()],
    [
      'src/bundle/generated/shapes.ts',
      [
        '/* Generated from src/bundle/schema by npm run generate. */',
        "import type { Shape } from '../shape.ts';",
        '',
        `export const shapes: Readonly<Record<string, Shape>> = ${JSON.stringify(shapes(strict))};`,
        '',
      ].join('\n'),
    ],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
