import { existsSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { sha256Hex } from '../../src/bundle/digest.ts';
import { readJunit } from '../../src/formats/junit.ts';
import { readPlaywright } from '../../src/formats/playwright.ts';
import { type FormatReading, warningText } from '../../src/formats/reading.ts';
import type { Evidence, Fact, ValueFact } from '../../src/model/evidence.ts';
import { evidenceId } from '../../src/model/ids.ts';
import type { Goal, Measured } from './plan.ts';

/** A file that a tool wrote, with what a reader found in it. */
export interface Exhibit {
  /** Absent where the tool did not run. */
  readonly file?: { readonly path: string; readonly bytes: Uint8Array };
  readonly evidence: Evidence;
}

/**
 * The place of a report that no tool wrote in this run. It holds nothing, so that what asks for it goes without;
 * that is known, and no reference is broken.
 */
export function notRun(id: string, kind: string, name: string): (commit: string) => Exhibit {
  return (commit) => ({
    evidence: {
      id: evidenceId(id),
      kind,
      name,
      commit,
      warnings: ['not-run'],
      // A report without its tests could not be judged; of these it is known that none ran.
      ...(kind === 'test-report' && {
        facts: [{ type: 'tests', total: 0, passed: 0, failed: 0, skipped: 0 }],
      }),
    },
  });
}

interface Described {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  readonly collector: string;
}

/**
 * The bytes of a report, without the path of the checkout and the name of the machine: they say nothing
 * about the project, and a bundle is published.
 */
function published(file: string): Uint8Array {
  const text = readFileSync(file, 'utf8')
    .replaceAll(`${process.cwd()}/`, '')
    .replaceAll(process.cwd(), '.')
    .replaceAll(hostname(), 'host');
  return new TextEncoder().encode(text);
}

function exhibit(
  file: string,
  described: Described,
  commit: string,
  read: (text: string) => FormatReading,
): Exhibit {
  const bytes = published(file);
  const { facts, warnings } = read(new TextDecoder().decode(bytes));
  const at = statSync(file).mtime.toISOString();
  return {
    file: { path: described.path, bytes },
    evidence: {
      id: evidenceId(described.id),
      kind: described.kind,
      name: described.name,
      path: described.path,
      digest: { sha256: sha256Hex(bytes) },
      size: bytes.byteLength,
      mediaType: described.mediaType,
      collectedAt: at,
      observedAt: at,
      collector: { name: described.collector },
      commit,
      producer: { id: 'continuous-integration' },
      facts: facts.map(withoutPassedCases),
      annotations: { redacted: 'path of the checkout, name of the machine' },
      ...(warnings.length > 0 && { warnings: warnings.map(warningText) }),
    },
  };
}

/** Thousands of passed cases stand in the file; the record keeps the totals and what did not pass. */
function withoutPassedCases(fact: Fact): Fact {
  if (fact.type !== 'tests' || fact.cases === undefined) return fact;
  const { cases, ...rest } = fact;
  const open = cases.filter((entry) => entry.outcome !== 'passed');
  return open.length > 0 ? { ...rest, cases: open } : rest;
}

export function unitTests(file: string, commit: string): Exhibit {
  return exhibit(
    file,
    {
      id: 'unit-tests',
      kind: 'test-report',
      name: 'Unit and component tests',
      path: 'evidence/unit-tests.xml',
      mediaType: 'application/xml',
      collector: 'vitest',
    },
    commit,
    readJunit,
  );
}

export function endToEndTests(file: string, commit: string): Exhibit {
  return exhibit(
    file,
    {
      id: 'e2e-tests',
      kind: 'test-report',
      name: 'End-to-end tests',
      path: 'evidence/e2e-tests.json',
      mediaType: 'application/json',
      collector: 'playwright',
    },
    commit,
    readPlaywright,
  );
}

const coverageSchema = z.object({
  total: z.object({
    lines: z.object({ pct: z.number() }),
    branches: z.object({ pct: z.number() }),
    functions: z.object({ pct: z.number() }),
  }),
});

const valueFact = (pointer: string, value: number, unit?: string): ValueFact => ({
  type: 'value',
  pointer: { kind: 'json', pointer },
  value,
  ...(unit !== undefined && { unit }),
});

export function coverage(file: string, commit: string): Exhibit {
  return exhibit(
    file,
    {
      id: 'coverage',
      kind: 'coverage',
      name: 'Coverage of unit and component tests',
      path: 'evidence/coverage.json',
      mediaType: 'application/json',
      collector: 'vitest',
    },
    commit,
    (text) => {
      const { total } = coverageSchema.parse(JSON.parse(text));
      return {
        facts: (['lines', 'branches', 'functions'] as const).map((kind) =>
          valueFact(`/total/${kind}/pct`, total[kind].pct, '%'),
        ),
        warnings: [],
      };
    },
  );
}

/** The report that `npm run bench` writes. */
const benchSchema = z.object({
  when: z.iso.datetime(),
  results: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      ratio: z.number(),
      goal: z.number(),
      better: z.enum(['lower', 'higher']),
      unit: z.string().optional(),
    }),
  ),
});

export function benchmarks(
  file: string,
  commit: string,
): { readonly exhibit: Exhibit; readonly measured: Measured } {
  const goals: Goal[] = [];
  let when = '';
  const made = exhibit(
    file,
    {
      id: 'benchmarks',
      kind: 'benchmark',
      name: 'Benchmarks',
      path: 'evidence/benchmarks.json',
      mediaType: 'application/json',
      collector: 'bench',
    },
    commit,
    (text) => {
      const report = benchSchema.parse(JSON.parse(text));
      when = report.when;
      const facts = report.results.map((result, index) => {
        const pointer = `/results/${index}/ratio`;
        goals.push({
          id: result.name,
          title: result.title ?? result.name,
          pointer,
          better: result.better,
          goal: result.goal,
          measured: result.ratio,
          unit: result.unit ?? 'ratio',
        });
        return valueFact(pointer, result.ratio);
      });
      return { facts, warnings: [] };
    },
  );
  return { exhibit: made, measured: { when, goals } };
}

const mutationSchema = z.object({
  score: z.number(),
  /** Files of the engine that the score does not speak of. */
  open: z.number(),
  commit: z.string(),
  files: z.record(z.string(), z.object({ source: z.string() })),
});

/**
 * The score that `npm run mutation` writes. It speaks of the commit under
 * judgement as long as the files are those that were measured, and of its own commit otherwise.
 */
export function mutation(file: string, commit: string): Exhibit {
  const measured = mutationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const isPresent = Object.entries(measured.files).every(
    ([path, { source }]) => existsSync(path) && sha256Hex(readFileSync(path)) === source,
  );
  return exhibit(
    file,
    {
      id: 'mutation',
      kind: 'mutation-report',
      name: 'Mutation tests of the engine',
      path: 'evidence/mutation.json',
      mediaType: 'application/json',
      collector: 'stryker',
    },
    isPresent ? commit : measured.commit,
    (text) => {
      const { score, open } = mutationSchema.parse(JSON.parse(text));
      return { facts: [valueFact('/score', score, '%'), valueFact('/open', open)], warnings: [] };
    },
  );
}
