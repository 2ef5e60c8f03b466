import { describe, expect, it } from 'vitest';
import { createEvaluation, type Evaluation } from '../gates/evaluate.ts';
import type { DigestState, Evidence } from '../model/evidence.ts';
import {
  authorisationRuleId,
  deliverableId,
  documentId,
  evidenceId,
  gateId,
  itemId,
  metricId,
} from '../model/ids.ts';
import type { Severity } from '../model/problem.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Reading } from '../model/project-index.ts';
import { gateResult, gatesOf, itemResult } from './results.ts';
import { buildSnapshot } from './snapshot.ts';
import { buildStructure } from './structure.ts';
import { condition, type PlanSpec, planOf } from './testing/plan.ts';

const bundle = { origin: 'x.zip', formatVersion: '1.0', bundleId: 'abc', bytes: 7 };

function snapshotOf(spec: Partial<PlanSpec>) {
  return buildSnapshot({ ...planOf({ items: {}, ...spec }), bundle, asOfOrigin: 'chosen' });
}

const evidence = (id: string): Evidence => ({ id: evidenceId(id), kind: 'record', name: id });

describe('a snapshot', () => {
  it('of an empty plan has nothing, and counts nothing', () => {
    const own = snapshotOf({});
    expect(own).toMatchObject({
      sample: false,
      asOfOrigin: 'chosen',
      items: [],
      edges: [],
      gates: [],
      metrics: [],
      invariants: [],
      findings: [],
      notes: [],
    });
    expect(own).not.toHaveProperty('sampleNote');
    expect(new Set(Object.values(own.bundle.counts))).toEqual(new Set([0]));
  });

  it('counts what the bundle holds', () => {
    const deliverable = (id: string) => ({
      id: deliverableId(id),
      title: id,
      path: id,
      category: 'c',
      kind: 'source',
    });
    const contract = (id: string, ...own: readonly string[]) => ({
      id,
      title: id,
      categories: [],
      deliverables: own.map(deliverable),
    });
    const metric = (id: string, ...v: readonly number[]) => ({
      id: metricId(id),
      title: id,
      unit: 'ms',
      better: 'lower' as const,
      ...(v.length === 0 ? {} : { series: { t: v, v } }),
    });
    const content: Partial<ProjectContent> = {
      sample: true,
      sampleNote: 'made up',
      notes: [{ id: 'n', kind: 'conflict', text: 'two say otherwise' }],
      metrics: [metric('m', 1, 2, 3), metric('n', 4), metric('o')],
      documents: [{ id: documentId('d'), path: 'd.md', title: 'D' }],
      contracts: [contract('k', 'a', 'b'), contract('l', 'c')],
      authorisationRules: [
        { id: authorisationRuleId('r'), title: 'R', perStep: false, definitions: [] },
      ],
    };
    const own = snapshotOf({
      items: { A: { state: 'ready' }, B: { state: 'blocked', waitsFor: 'A' } },
      gates: {
        G: {
          conditions: [
            condition('c', 'failed', {
              kind: 'any',
              parts: [condition('d', 'failed'), condition('e', 'missing')],
            }),
          ],
        },
        H: { conditions: [condition('f', 'passed')] },
      },
      evidence: [evidence('e')],
      content,
    });
    expect(own.bundle.counts).toEqual({
      items: 2,
      dependencies: 1,
      gates: 2,
      conditions: 3,
      evidence: 1,
      metrics: 3,
      points: 4,
      documents: 1,
      deliverables: 3,
      authorisationRules: 1,
    });
    expect(own).toMatchObject({ sample: true, sampleNote: 'made up', notes: content.notes });
    expect(own.metrics.map(({ id }) => id)).toEqual(['m', 'n', 'o']);
    expect(own.gates.map(({ id }) => id)).toEqual(['G', 'H']);
    expect(own.edges.map(({ item, on }) => [item, on])).toEqual([['B', 'A']]);
  });

  it('counts problems by how grave they are, and files by what became of their bytes', () => {
    const problems = (['warning', 'error', 'warning', 'fatal', 'warning', 'error'] as const).map(
      (severity: Severity) => ({ code: 'odd', severity }),
    );
    const digests: readonly (readonly [string, DigestState])[] = [
      ['a', 'match'],
      ['b', 'match'],
      ['c', 'mismatch'],
      ['d', 'absent'],
      ['e', 'unreadable'],
    ];
    const reading: Partial<Reading> = {
      problems,
      digests: new Map(digests.map(([id, state]) => [evidenceId(id), state])),
    };
    const pieces = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(evidence);
    expect(snapshotOf({ reading, evidence: pieces }).bundle).toMatchObject({
      ...bundle,
      problems: { fatal: 1, error: 2, warning: 3 },
      digests: { match: 2, mismatch: 1, absent: 1, unreadable: 1, unchecked: 2 },
    });
  });

  it('tells the slack of open items only', () => {
    const { items } = snapshotOf({
      items: {
        A: { state: 'complete' },
        B: { state: 'ready' },
        C: { state: 'blocked', waitsFor: 'B' },
        D: { state: 'ready' },
      },
    });
    expect(items.map((row) => row.slack)).toEqual([undefined, 0, 0, 1]);
    expect(items[0]).not.toHaveProperty('slack');
  });
});

describe('the keys of whoever looks', () => {
  const said = (code: 'attested-with-key' | 'evidence-none') =>
    condition(code, 'passed', { reason: { code } });
  const spec: PlanSpec = {
    items: {},
    gates: {
      G: {
        conditions: [
          said('attested-with-key'),
          condition('both', 'passed', {
            kind: 'all',
            parts: [said('attested-with-key'), said('evidence-none')],
          }),
        ],
      },
      H: { conditions: [said('evidence-none')] },
    },
  };
  const of = (...keys: readonly { id: string; name?: string }[]) =>
    buildSnapshot({ ...planOf(spec), bundle, asOfOrigin: 'chosen', keys });

  it('are named, with how many conditions hold by them', () => {
    expect(of({ id: 'k1', name: 'Release' }, { id: 'k2' }).keys).toEqual({
      tried: [{ id: 'k1', name: 'Release' }, { id: 'k2' }],
      conditions: 2,
    });
    expect(of({ id: 'k2' }).keys?.tried[0]).not.toHaveProperty('name');
  });

  it('are not spoken of where nobody chose any', () => {
    expect(of()).not.toHaveProperty('keys');
    const none = buildSnapshot({ ...planOf(spec), bundle, asOfOrigin: 'chosen' });
    expect(none).not.toHaveProperty('keys');
  });
});

it('a snapshot asks the evaluation at hand, and makes no other', () => {
  const target = { operator: 'at-most', value: 5, aggregate: 'max' } as const;
  const series = { t: [1], v: [1] };
  const metric = { id: metricId('m'), title: 'M', unit: 'ms', better: 'lower', series, target };
  const context = planOf({ items: {}, content: { metrics: [{ ...metric, better: 'lower' }] } });
  const asked: string[] = [];
  const evaluation: Evaluation = {
    ...createEvaluation(context.project, { asOf: context.verdicts.asOf }),
    judge: ({ id, title, kind }) => {
      asked.push(id);
      return { ...condition(id, 'passed'), title, kind };
    },
  };
  const { metrics } = buildSnapshot({ ...context, evaluation, bundle, asOfOrigin: 'chosen' });
  expect(asked).toEqual(['target']);
  expect(metrics[0]?.verdict).toBe('passed');
});

describe('the structure', () => {
  it('carries what is drawn, and what is not given is not there', () => {
    const { project } = planOf({
      items: {
        A: { state: 'ready', item: { order: 0 } },
        B: { state: 'ready', parent: 'A', dependsOn: 'A' },
      },
      content: { sample: true },
    });
    expect(buildStructure(project)).toEqual({
      info: project.project,
      revision: project.revision,
      sample: true,
      items: [
        { id: 'A', kind: 'wave', title: 'Title of A', order: 0 },
        { id: 'B', kind: 'wave', title: 'Title of B', parent: 'A' },
      ],
      dependencies: [{ item: 'B', on: 'A' }],
    });
  });
});

describe('what the engine said nothing of', () => {
  const judged = planOf({
    items: { A: { state: 'complete', item: { declared: { state: 'complete' } } } },
    gates: {
      G: { guards: ['A start'], conditions: [], gate: { declared: { verdict: 'passed' } } },
      H: { guards: ['A advance', 'A complete'], conditions: [] },
      I: { guards: ['A complete', 'A start'], conditions: [] },
      J: { guards: ['A advance'], conditions: [] },
    },
  });
  const silent = {
    ...judged,
    verdicts: { ...judged.verdicts, items: new Map(), gates: new Map() },
  };

  it('is blocked as an item, by itself', () => {
    const item = silent.project.index.items.get(itemId('A'));
    if (item === undefined) throw new Error('There is no item');
    expect(itemResult(judged, item).state).toBe('complete');
    expect(itemResult(silent, item)).toEqual({
      id: 'A',
      state: 'blocked',
      declared: 'complete',
      ownFailure: false,
      held: true,
      readiness: 'unproven',
      permission: 'not-required',
      reason: { code: 'not-judged' },
      waitsFor: [],
      openGates: [],
      ownCauses: [{ kind: 'item', item: 'A' }],
    });
  });

  it('is unknown as a gate, with what was recorded', () => {
    const of = (id: string) => {
      const gate = silent.project.index.gates.get(gateId(id));
      if (gate === undefined) throw new Error('There is no gate');
      return gateResult(silent, gate);
    };
    const unknown = {
      verdict: 'unknown',
      reason: { code: 'not-judged' },
      conditions: [],
      contradicts: false,
    };
    expect(of('G')).toEqual({ id: 'G', ...unknown, declared: { verdict: 'passed' } });
    expect(of('H')).toEqual({ id: 'H', ...unknown });
    expect(of('H')).not.toHaveProperty('declared');
  });

  it('has its gates in the order of its life, each once', () => {
    expect(gatesOf(judged, itemId('A')).map(({ id }) => id)).toEqual(['G', 'I', 'H', 'J']);
    expect(gatesOf(judged, itemId('nobody'))).toEqual([]);
  });
});
