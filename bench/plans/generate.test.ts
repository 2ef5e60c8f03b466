import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvidenceLines } from '../../src/bundle/evidence-lines.ts';
import { parsePlan } from '../../src/bundle/parse-plan.ts';
import { evidenceLines } from '../../src/bundle/write-bundle.ts';
import { evaluate } from '../../src/gates/evaluate.ts';
import { buildProject } from '../../src/model/build-project.ts';
import type { Condition } from '../../src/model/condition.ts';
import { randomFrom } from '../support/random.ts';
import { createdAt, generatePlan, scaled } from './generate.ts';
import { layeredPairs, phasedPairs } from './graph.ts';

const sizes = fc.integer({ min: 100, max: 900 });

describe('generatePlan', () => {
  it('makes a plan of exactly the size that was asked for', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (items, seed) => {
        const size = scaled(items, 4);
        const plan = generatePlan(size, seed);
        expect(plan.items).toHaveLength(size.items);
        expect(plan.dependencies).toHaveLength(size.dependencies);
        expect(plan.gates).toHaveLength(size.gates);
        expect(plan.evidence).toHaveLength(size.evidence);
        const conditions = (plan.gates ?? []).flatMap((gate) => gate.conditions.flatMap(withParts));
        expect(conditions).toHaveLength(size.conditions);
      }),
      { numRuns: 20 },
    );
  });

  it('makes the same plan again from the same seed, and another from another', () => {
    const size = scaled(200);
    expect(generatePlan(size, 5)).toEqual(generatePlan(size, 5));
    expect(generatePlan(size, 5)).not.toEqual(generatePlan(size, 6));
  });

  it('makes bundles in which the reader finds no fault', () => {
    const plan = generatePlan(scaled(300));
    const bytes = new TextEncoder().encode(JSON.stringify({ wavegate: '1.0.0', ...plan }));
    const parsed = parsePlan(bytes, 'bundle.json');
    expect(parsed.problems).toEqual([]);
    expect(parsed.content).toEqual(plan);
    const lines = new TextEncoder().encode(evidenceLines(plan.evidence ?? []));
    expect(parseEvidenceLines(lines, 'evidence.ndjson').problems).toEqual([]);
  });

  it('uses the usual kinds of conditions, and most of them pass but not all', () => {
    const plan = generatePlan(scaled(1_000));
    const { gates } = evaluate(buildProject(plan), { asOf: createdAt });
    const verdicts = [...gates.values()].map(({ verdict }) => verdict);
    const passed = verdicts.filter((verdict) => verdict === 'passed').length;
    expect(passed).toBeGreaterThan(verdicts.length / 2);
    expect(new Set(verdicts)).toContain('failed');
    const kinds = new Set(
      (plan.gates ?? []).flatMap((gate) => gate.conditions.map(({ kind }) => kind)),
    );
    for (const kind of [
      'evidence',
      'tests',
      'metric',
      'value',
      'authorisation',
      'review',
      'all',
      'any',
      'gate',
    ]) {
      expect(kinds).toContain(kind);
    }
  });
});

function withParts(condition: Condition): readonly Condition[] {
  const parts = 'of' in condition && Array.isArray(condition.of) ? condition.of : [];
  return [condition, ...parts.flatMap(withParts)];
}

describe('layeredPairs', () => {
  it('leads from smaller to larger numbers, never twice the same way', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (nodes, seed) => {
        const pairs = layeredPairs(nodes, 2 * nodes, randomFrom(seed));
        expect(new Set(pairs.map(([from, to]) => from * nodes + to)).size).toBe(2 * nodes);
        expect(pairs.every(([from, to]) => from < to && to < nodes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses what so few nodes cannot hold', () => {
    expect(() => layeredPairs(4, 50, randomFrom(1))).toThrow(RangeError);
  });
});

describe('phasedPairs', () => {
  it('keeps nine edges in ten inside their phase, the others come from the one before', () => {
    const nodes = 1_000;
    const pairs = phasedPairs(nodes, 2_000, 10, randomFrom(1));
    const steps = pairs.map(([from, to]) => Math.floor(to / 100) - Math.floor(from / 100));
    expect(steps.filter((step) => step === 1)).toHaveLength(180);
    expect(steps.filter((step) => step === 0)).toHaveLength(1_820);
    expect(new Set(pairs.map(([from, to]) => from * nodes + to)).size).toBe(2_000);
  });
});
