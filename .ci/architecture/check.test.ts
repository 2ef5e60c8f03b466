import { describe, expect, it } from 'vitest';
import { checkArchitecture } from './check.ts';
import { exceptions as listedExceptions } from './exceptions.ts';
import type { Exception, Rule } from './findings.ts';

const today = '2026-11-21';

function rulesBroken(
  files: Readonly<Record<string, string>>,
  exceptions: readonly Exception[] = [],
): string[] {
  return checkArchitecture(new Map(Object.entries(files)), { exceptions, today }).map(
    ({ rule, file, line }) => `${rule} ${file}:${line}`,
  );
}

describe('a house in order', () => {
  it('gives no findings', () => {
    expect(
      rulesBroken({
        'src/lib/result.ts': 'export const ok = (value: Date): boolean => value instanceof Date;',
        'src/model/plan.ts': "import { ok } from '../lib/result.ts';\nexport const plan = ok;",
        'src/formats/csv.ts': "import papa from 'papaparse';\nexport const csv = papa;",
        'src/parts/badge.tsx': 'export const Badge = () => null;',
        'src/views/graph/graph.tsx':
          "import { Badge } from '../../parts/badge.tsx';\nexport const Graph = Badge;",
        'src/routes/router.ts':
          "export const load = () => import('../views/graph/graph.tsx').then((m) => m.Graph);",
        'src/main.tsx': "await import('../mocks/browser.ts');\nimport './ui/tokens.css';",
        'src/ui/tokens.css': ':root {}',
        'mocks/browser.ts': "import { setupWorker } from 'msw/browser';\nexport { setupWorker };",
        'cli/main.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };",
        'vite.config.ts': "import './src/lib/result.ts';",
        'src/gates/rules.test.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('x');",
      }),
    ).toEqual([]);
  });
});

/** One planted violation for each way to break a rule. */
const planted: readonly {
  readonly rule: Rule;
  readonly why: string;
  readonly file: string;
  readonly text: string;
}[] = [
  {
    rule: 'layer',
    why: 'model reaches up to gates',
    file: 'src/model/a.ts',
    text: "import '../gates/b.ts';",
  },
  {
    rule: 'layer',
    why: 'a type-only import counts',
    file: 'src/gates/a.ts',
    text: "import type { B } from '../derive/b.ts';\nexport type A = B;",
  },
  {
    rule: 'layer',
    why: 'an inline import type counts',
    file: 'src/lib/a.ts',
    text: "export type A = import('../model/b.ts').B;",
  },
  {
    rule: 'layer',
    why: 'a re-export counts',
    file: 'src/ui/a.ts',
    text: "export { b } from '../model/b.ts';",
  },
  {
    rule: 'layer',
    why: 'a dynamic import counts',
    file: 'src/ui/a.ts',
    text: "export const load = () => import('../views/b/b.tsx');",
  },
  {
    rule: 'layer',
    why: 'a worker address counts',
    file: 'src/state/a.ts',
    text: "export const url = new URL('../queries/worker.ts', import.meta.url);",
  },
  {
    rule: 'layer',
    why: 'a query at the end of an address hides nothing',
    file: 'src/ui/a.ts',
    text: "import url from '../queries/worker.ts?worker&url';\nexport const x = url;",
  },
  {
    rule: 'layer',
    why: 'the command line stays away from the interface',
    file: 'cli/a.ts',
    text: "import '../src/views/b.ts';",
  },
  {
    rule: 'layer',
    why: 'end-to-end tests see the fixtures of the mocks only',
    file: 'e2e/a.ts',
    text: "import '../mocks/handlers.ts';",
  },
  {
    rule: 'layer',
    why: 'shipped code does not import test code',
    file: 'src/gates/a.ts',
    text: "import './testing/builders.ts';",
  },
  {
    rule: 'package',
    why: 'lib is free of packages',
    file: 'src/lib/a.ts',
    text: "import { z } from 'zod';\nexport const x = z;",
  },
  {
    rule: 'package',
    why: 'the core knows no React',
    file: 'src/derive/a.ts',
    text: "import { useMemo } from 'react';\nexport const x = useMemo;",
  },
  {
    rule: 'package',
    why: 'a path inside a package is that package',
    file: 'src/gates/a.ts',
    text: "import { sha256 } from '@noble/hashes/sha2.js';\nexport const x = sha256;",
  },
  {
    rule: 'package',
    why: 'the interface knows no Node',
    file: 'src/ui/a.ts',
    text: "import 'node:fs';",
  },
  {
    rule: 'package',
    why: 'a package loaded later is still a package',
    file: 'src/bundle/a.ts',
    text: "export const load = () => import('recharts');",
  },
  {
    rule: 'view',
    why: 'a view imports another view',
    file: 'src/views/graph/a.tsx',
    text: "import { B } from '../gates/b.tsx';\nexport const A = B;",
  },
  {
    rule: 'layer',
    why: 'what views share knows no view',
    file: 'src/parts/a.tsx',
    text: "import { B } from '../views/gates/b.tsx';\nexport const A = B;",
  },
  {
    rule: 'mocks',
    why: 'mocks in the start bundle',
    file: 'src/main.tsx',
    text: "import '../mocks/browser.ts';",
  },
  {
    rule: 'layer',
    why: 'mocks are for main only',
    file: 'src/app/a.ts',
    text: "await import('../../mocks/browser.ts');",
  },
  {
    rule: 'layer',
    why: 'the page stays away from the scripts that write the samples',
    file: 'mocks/a.ts',
    text: "import './samples/generate.ts';",
  },
  {
    rule: 'dynamic',
    why: 'an import that nobody can follow',
    file: 'src/app/a.ts',
    text: 'export const load = (name: string) => import(name);',
  },
  { rule: 'cycle', why: 'a module imports itself', file: 'src/lib/a.ts', text: "import './a.ts';" },
  {
    rule: 'place',
    why: 'a folder that the table does not know',
    file: 'src/utils/a.ts',
    text: 'export const a = 1;',
  },
  {
    rule: 'place',
    why: 'a file directly in src',
    file: 'src/helpers.ts',
    text: 'export const a = 1;',
  },
  { rule: 'top-level', why: 'a new folder at the root', file: 'tools/notes.md', text: '# Notes' },
  {
    rule: 'purity',
    why: 'the clock',
    file: 'src/gates/a.ts',
    text: 'export const a = () => Date.now();',
  },
  {
    rule: 'purity',
    why: 'the clock by construction',
    file: 'src/derive/a.ts',
    text: 'export const a = () => new Date();',
  },
  {
    rule: 'purity',
    why: 'the clock by call',
    file: 'src/derive/a.ts',
    text: 'export const a = () => Date();',
  },
  {
    rule: 'purity',
    why: 'the clock by another name',
    file: 'src/lib/a.ts',
    text: 'const { now } = Date;\nexport const a = now;',
  },
  {
    rule: 'purity',
    why: 'the clock as a value',
    file: 'src/lib/a.ts',
    text: 'export const holder = { Date };',
  },
  {
    rule: 'purity',
    why: 'the clock by a computed name',
    file: 'src/lib/a.ts',
    text: "export const a = () => Date['now']();",
  },
  {
    rule: 'purity',
    why: 'chance',
    file: 'src/formats/a.ts',
    text: 'export const a = Math.random;',
  },
  {
    rule: 'purity',
    why: 'chance through the global object',
    file: 'src/model/a.ts',
    text: 'export const a = () => globalThis.Math.random();',
  },
  {
    rule: 'length',
    why: 'a file of 401 lines',
    file: 'src/lib/a.ts',
    text: '// line\n'.repeat(401),
  },
  {
    rule: 'registry',
    why: 'a lock file bound to one registry',
    file: 'package-lock.json',
    text: ['{ "resolved"', '"https://example.org/a.tgz" }'].join(': '),
  },
  {
    rule: 'registry',
    why: 'a registry by name',
    file: 'docs/install.md',
    text: ['npm --registry https://registry', 'npmjs', 'org'].join('.'),
  },
  {
    rule: 'machine-path',
    why: 'a path of one machine',
    file: 'docs/start.md',
    text: ['cd ', 'work', 'main'].join('/'),
  },
  {
    rule: 'machine-path',
    why: 'a temporary folder',
    file: 'cli/a.ts',
    text: `export const a = '${['', 'tmp', 'x'].join('/')}';`,
  },
  {
    rule: 'mark',
    why: 'unfinished code',
    file: 'src/lib/a.ts',
    text: ['//', 'TO', 'DO later'].join(' ').replace('TO DO', 'TODO'),
  },
  {
    rule: 'mark',
    why: 'an unfinished page',
    file: 'docs/a.md',
    text: ['TO', 'DO: write'].join(''),
  },
  {
    rule: 'focus',
    why: 'one test only',
    file: 'src/lib/a.test.ts',
    text: "it.only('a', () => {});",
  },
  {
    rule: 'focus',
    why: 'one group of end-to-end tests only',
    file: 'e2e/a.spec.ts',
    text: "test.describe.only('a', () => {});",
  },
  {
    rule: 'syntax',
    why: 'a file that does not parse',
    file: 'src/lib/a.ts',
    text: 'export const =',
  },
  {
    rule: 'wording',
    why: 'text between tags',
    file: 'src/views/a/a.tsx',
    text: 'export const A = () => <p>Nothing is held back.</p>;',
  },
  {
    rule: 'wording',
    why: 'a label that is only heard',
    file: 'src/ui/a.tsx',
    text: 'export const A = () => <button type="button" aria-label="Close" />;',
  },
  {
    rule: 'wording',
    why: 'a word on one branch',
    file: 'src/parts/a.tsx',
    text: "export const A = ({ a }) => <p>{a ? a : 'None'}</p>;",
  },
  {
    rule: 'wording',
    why: 'a joined sentence',
    file: 'src/app/a.tsx',
    text: `export const A = ({ a }) => <p title={\`\${a} are open\`} />;`,
  },
  {
    rule: 'wording',
    why: 'an announcement',
    file: 'src/views/a/a.ts',
    text: "export const say = (announce) => announce('The list is shorter now');",
  },
  {
    rule: 'wording',
    why: 'an entry of a menu',
    file: 'src/views/a/a.ts',
    text: "export const entries = [{ id: 'a', label: 'Save' }];",
  },
  {
    rule: 'wording',
    why: 'a number in English whatever the language',
    file: 'src/views/a/a.ts',
    text: 'export const a = (value) => formatNumber(value, { digits: 1 });',
  },
];

describe('a planted violation', () => {
  it.each(planted)('is found ($rule: $why)', ({ rule, file, text }) => {
    const place = rule === 'top-level' ? 'tools' : file;
    expect(rulesBroken({ [file]: text }).map((found) => found.replace(/:\d+$/, ''))).toContain(
      `${rule} ${place}`,
    );
  });

  it('is planted for every rule but the one about exceptions', () => {
    const rules: Record<Exclude<Rule, 'exception'>, true> = {
      cycle: true,
      dynamic: true,
      focus: true,
      layer: true,
      length: true,
      'machine-path': true,
      mark: true,
      mocks: true,
      package: true,
      place: true,
      purity: true,
      registry: true,
      syntax: true,
      'top-level': true,
      view: true,
      wording: true,
    };
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  });

  it('stands at its line', () => {
    expect(
      rulesBroken({ 'src/lib/a.ts': 'export const a = 1;\n\nexport const b = Date.now();' }),
    ).toEqual(['purity src/lib/a.ts:3']);
  });

  it('is a circle also across several modules', () => {
    const findings = checkArchitecture(
      new Map([
        ['src/lib/a.ts', "import './b.ts';"],
        ['src/lib/b.ts', "import type { C } from './c.ts';\nexport type B = C;"],
        ['src/lib/c.ts', "export const load = () => import('./a.ts');"],
        ['src/lib/d.ts', "import './a.ts';"],
      ]),
      { exceptions: [], today },
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'modules import one another: src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts',
    ]);
  });

  it('is nothing when the word is only data', () => {
    expect(
      rulesBroken({
        'src/gates/a.ts': [
          "export const forbidden = ['TODO', 'Date.now()', 'it.only('];",
          'export const at = new Date(0).getTime() + Date.UTC(2026, 0) + Math.max(1, 2);',
          'export interface Clock { readonly Date: Date }',
          'export const named = { Date: at, crypto: 1 }.crypto;',
        ].join('\n'),
      }),
    ).toEqual([]);
  });
});

describe('an exception', () => {
  const files = { 'src/model/a.ts': "import '../gates/b.ts';\nimport '../gates/c.ts';" };
  const exception: Exception = {
    rule: 'layer',
    file: 'src/model/a.ts',
    reason: 'moves with the next format version',
    until: today,
  };

  it('covers what it names up to its last day', () => {
    expect(rulesBroken(files, [exception])).toEqual([]);
  });

  it('with a target covers that target only', () => {
    expect(rulesBroken(files, [{ ...exception, target: 'src/gates/b.ts' }])).toEqual([
      'layer src/model/a.ts:2',
    ]);
  });

  it('that ran out fails and covers nothing', () => {
    expect(rulesBroken(files, [{ ...exception, until: '2026-11-20' }])).toEqual([
      'layer src/model/a.ts:1',
      'exception src/model/a.ts:1',
      'layer src/model/a.ts:2',
    ]);
  });

  it('that nothing needs fails', () => {
    expect(rulesBroken({}, [exception])).toEqual(['exception src/model/a.ts:1']);
  });

  it('without a reason or a date fails', () => {
    expect(rulesBroken(files, [{ ...exception, reason: ' ' }])).toContain(
      'exception src/model/a.ts:1',
    );
    expect(rulesBroken(files, [{ ...exception, until: 'later' }])).toContain(
      'exception src/model/a.ts:1',
    );
  });

  it('in the list of the project names a day within six months', () => {
    for (const { until, reason } of listedExceptions) {
      expect(until <= '2027-05-31', reason).toBe(true);
    }
  });
});
