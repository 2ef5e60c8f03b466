import { definitions, publicSchema } from './json-schema.ts';
import { withReference } from './reference.ts';
import { shapes } from './shapes.ts';
import { validatorCode, validatorTypes } from './validators.ts';

/** The documentation of the format; a part of it is generated. */
export const documentation = 'docs/bundle-format.md';

/**
 * Every generated file by its path from the root of the project.
 *
 * @param document the documentation as it stands
 */
export function artefacts(document: string): ReadonlyMap<string, string> {
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
    [documentation, withReference(document, strict)],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
