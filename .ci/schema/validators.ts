import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { Definitions } from './json-schema.ts';

/** A validator for one type: its name in the schema, and where the model declares it. */
interface Target {
  readonly schema: string;
  readonly type: string;
  readonly from: string;
}

const target = (from: string, ...names: string[]): Target[] =>
  names.map((name) => ({ schema: name, type: name, from }));

const targets: readonly Target[] = [
  ...target('project', 'ProjectInfo', 'Revision', 'Tier', 'AcceptanceCategory', 'StrengthScale'),
  ...target('common', 'Definition', 'Person', 'Note'),
  ...target(
    'plan',
    'Policy',
    'ItemClass',
    'PlanItem',
    'Dependency',
    'Relation',
    'Role',
    'Checklist',
    'Workflow',
  ),
  ...target('condition', 'Condition'),
  ...target('gate', 'Gate', 'Guard', 'Waiver', 'Invariant', 'StopCondition', 'StopEvent'),
  ...target(
    'governance',
    'AuthorisationRule',
    'AuthorisationDefinition',
    'AuthorisationRecord',
    'Probe',
    'Reverification',
  ),
  ...target('document', 'PlanDocument', 'Register'),
  ...target('contract', 'Contract', 'Deliverable', 'Attempt', 'PatternRule'),
  ...target('metric', 'Metric', 'Budget'),
  ...target('evidence', 'Evidence', 'Fact'),
];

/** Types that only the wire has; `src/bundle/wire.ts` declares them. */
const wireTargets: readonly Target[] = target('wire', 'EvidenceCollection', 'IndexProject');

const exportName = (name: string): string => `is${name}`;

/**
 * Code of the validators, without `eval` and without imports. They refuse members that the format
 * does not know, so that the reader notices them; it then strips and reports them.
 */
export function validatorCode(all: Definitions): string {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: false,
    discriminator: true,
    strictNumbers: true,
    unicode: false,
    inlineRefs: false,
    messages: false,
    // It warns of `unicode`, which here only decides whether an id is empty.
    logger: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  ajv.addVocabulary(['harmless', 'fallback']);
  ajv.addSchema({ $id: 'bundle', $defs: bareDefinitions(all) });
  const names = [...targets, ...wireTargets].map(({ schema }) => schema);
  const code = standalone(
    ajv,
    Object.fromEntries(names.map((name) => [exportName(name), `bundle#/$defs/${name}`])),
  );
  if (/\brequire\(|^import /m.test(code)) throw new Error('a validator needs a module at run time');
  return `/* Generated from src/bundle/schema by npm run generate. */\n${slim(code)}\n`;
}

/** What only serves messages: the schemas themselves, and where in them a rule stands. */
function slim(code: string): string {
  const bare = code
    .replaceAll(/schemaPath:"[^"]*",/g, '')
    .replaceAll(/params:\{(?:allowedValues|type): schema\d+[^}]*\}/g, 'params:{}');
  const stray = /\bschema\d+\b(?! = )(?!\.properties, key)[^,;)]*/.exec(bare);
  if (stray !== null) throw new Error(`a validator looks into its schema: ${stray[0]}`);
  const used = new Set([...bare.matchAll(/\bschema\d+\b(?! = )/g)].map(([name]) => name));
  return bare.replaceAll(
    /const (schema\d+) = (\{.*?\});(?=const|export|function|\n)/g,
    (_all, name: string, schema: string) =>
      used.has(name) ? `const ${name} = ${memberNames(JSON.parse(schema))};` : '',
  );
}

/** Of a schema that is still used, only the names of the members are looked up. */
function memberNames({ properties }: { readonly properties: Record<string, unknown> }): string {
  const names = Object.keys(properties).map((name) => [name, 1]);
  return JSON.stringify({ properties: Object.fromEntries(names) });
}

/** Texts for people have no place in the code. */
function bareDefinitions(all: Definitions): unknown {
  return JSON.parse(
    JSON.stringify(all, (key, value: unknown) =>
      key === 'examples' || (key === 'description' && typeof value === 'string')
        ? undefined
        : value,
    ),
  );
}

export function validatorTypes(): string {
  const files = [...new Set(targets.map(({ from }) => from))].sort();
  const imports = files.map((file) => {
    const types = targets.filter(({ from }) => from === file).map(({ type }) => type);
    return `import type { ${types.sort().join(', ')} } from '../../model/${file}.ts';`;
  });
  const wire = wireTargets.map(({ type }) => type).sort();
  const all = [...targets, ...wireTargets].sort((a, b) => (a.schema < b.schema ? -1 : 1));
  return `${[
    '/* Generated from src/bundle/schema by npm run generate. */',
    ...imports,
    `import type { ${wire.join(', ')} } from '../wire.ts';`,
    `import type { Validator } from '../validator.ts';`,
    '',
    ...all.map(
      ({ schema, type }) => `export declare const ${exportName(schema)}: Validator<${type}>;`,
    ),
  ].join('\n')}\n`;
}
