import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdicts } from '../../src/gates/types.ts';
import * as buildSequence from './build-sequence/sample.ts';
import * as implementationWaves from './implementation-waves/sample.ts';
import type { SampleBundle } from './shared/sample-bundle.ts';
import { golden, judge } from './shared/testing/judged.ts';
import * as specsIndex from './specs-index/sample.ts';

const SAMPLES: readonly SampleBundle[] = [
  implementationWaves.sample('48'),
  implementationWaves.sample('47'),
  buildSequence.sample(),
  specsIndex.sample(),
];
const judged = SAMPLES.map((sample): [string, SampleBundle, Verdicts] => [
  `${sample.project} ${sample.revision}`,
  sample,
  judge(sample),
]);

function verdictsOf(project: string): Verdicts {
  const found = judged.find(([, sample]) => sample.project === project);
  if (found === undefined) throw new Error(`No sample ${project}`);
  return found[2];
}

const state = (project: string) => {
  const { items } = verdictsOf(project);
  return new Map([...items.values()].map((item) => [String(item.id), item.state]));
};
const gate = (project: string, id: string) =>
  [...verdictsOf(project).gates.values()].find((entry) => entry.id === id);
const condition = (project: string, gateId: string, id: string) =>
  gate(project, gateId)?.conditions.find((entry) => entry.id === id);
const rule = (project: string, id: string) =>
  verdictsOf(project).invariants.find((entry) => entry.id === id);

describe.each(judged)('%s', (_, sample, verdicts) => {
  it('gets the verdicts that stand in its golden file', async () => {
    const file = join(import.meta.dirname, 'golden', `${sample.project}.${sample.revision}.json`);
    await expect(`${JSON.stringify(golden(verdicts), null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it('gets the same verdicts from input in another order', () => {
    const { content } = sample;
    const turned: SampleBundle = {
      ...sample,
      content: {
        ...content,
        items: content.items.toReversed(),
        dependencies: content.dependencies.toReversed(),
        evidence: (content.evidence ?? []).toReversed(),
        gates: (content.gates ?? []).toReversed(),
      },
    };
    const again = judge(turned);
    for (const [id, item] of verdicts.items) expect(again.items.get(id)?.state).toBe(item.state);
    for (const [id, entry] of verdicts.gates) {
      expect(again.gates.get(id)?.verdict).toBe(entry.verdict);
    }
  });
});

describe('the notes say what the engine says', () => {
  it.each(['implementation-waves', 'build-sequence', 'specs-index'])('%s', (project) => {
    const file = join(import.meta.dirname, '../../docs/verdicts', `${project}.md`);
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, id = '', verdict = '', why = '']) => ({ id, verdict, why }))
      .filter(({ verdict }) => verdict !== 'verdict');
    const { items, gates } = verdictsOf(project);
    const computed = new Map<string, string>([
      ...[...items.values()].map((item) => [String(item.id), item.state] as const),
      ...[...gates.values()].map((entry) => [String(entry.id), entry.verdict] as const),
    ]);
    for (const { id, verdict, why } of rows) {
      expect({ id, verdict }).toEqual({ id, verdict: computed.get(id) });
      expect(why).not.toBe('');
    }
    const told = new Set(rows.map(({ id }) => id));
    expect([...items.keys()].filter((id) => !told.has(id))).toEqual([]);
  });
});

describe('rules and traps that only a verdict can show', () => {
  it('R-000-1 holds every phase behind an open gate of an earlier one', () => {
    const states = state('build-sequence');
    expect(['P2', 'P3', 'P4', 'P5'].map((id) => states.get(id))).toEqual([
      'in-progress',
      'blocked',
      'blocked',
      'blocked',
    ]);
  });

  it('R-000-2 contradicts the stage that is declared closed, whatever was recorded or waived', () => {
    expect(state('build-sequence').get('S03')).toBe('contradicted');
    expect(gate('build-sequence', 'G-COMM')).toMatchObject({
      verdict: 'failed',
      contradicts: true,
    });
    expect(condition('build-sequence', 'G-COMM', 'stale-cursor')?.verdict).toBe('failed');
    expect(rule('build-sequence', 'fail-fast-1')?.counterexamples[0]?.items).toContain('S03');
  });

  it('R-000-3 T-000-4 never passes condition 5 while ids and a tier are missing', () => {
    const result = condition('build-sequence', 'G-COMM', 'acceptance');
    expect(result?.verdict).toBe('missing');
    expect(result?.parts?.map((part) => part.verdict)).toEqual([
      'missing',
      'passed',
      'passed',
      'missing',
    ]);
  });

  it('R-000-4 tells a box without evidence from one with a dead link', () => {
    const codes = rule('build-sequence', 'fail-fast-2')?.counterexamples.map(
      (one) => one.reason.code,
    );
    expect(new Set(codes)).toEqual(new Set(['box-without-evidence', 'box-link-broken']));
  });

  it('R-000-7 T-000-3 contradicts a step begun too early and leaves the recurring one alone', () => {
    expect(state('build-sequence').get('step 6')).toBe('contradicted');
    expect(state('build-sequence').get('step 9')).toBe('in-progress');
  });

  it('R-001-1 starts nothing whose dependencies are not reached', () => {
    const states = state('implementation-waves');
    for (const id of ['W4', 'W5A', 'W5B', 'W6', 'W7', 'W8', 'W9', 'W10']) {
      expect(states.get(id)).toBe('blocked');
    }
  });

  it('R-001-2 takes the sign-off of W2 back when its evidence is gone', () => {
    expect(state('implementation-waves').get('W2')).toBe('contradicted');
    expect(condition('implementation-waves', 'G-W2', 'usage-round-trip')?.verdict).toBe('missing');
    const earlier = judged.find(([, { revision }]) => revision === '47')?.[2];
    const before = [...(earlier?.gates.values() ?? [])].map((entry) => [entry.id, entry.verdict]);
    expect(Object.fromEntries(before)).toMatchObject({ 'G-W1': 'failed', 'G-W2': 'passed' });
  });

  it('R-001-3 finds the label that comes before W5A', () => {
    expect(rule('implementation-waves', 'enterprise-ready')?.verdict).toBe('violated');
  });

  it('R-001-4 does not let components stand for browser paths', () => {
    expect(condition('implementation-waves', 'G-W7-W8', 'chat-paths')).toMatchObject({
      verdict: 'missing',
      reason: { code: 'evidence-too-weak' },
    });
    expect(condition('implementation-waves', 'G-W7-W8', 'component-supplement')).toMatchObject({
      verdict: 'passed',
      blocking: false,
    });
  });

  it('R-001-5 counts the admissible report alone', () => {
    const result = condition('implementation-waves', 'G-W0', 'contract');
    expect(result?.verdict).toBe('passed');
    expect(result?.actual?.value).toBe(12);
    expect(new Set(result?.uses.map((use) => use.evidence))).toEqual(new Set(['E-W0-contract']));
  });

  it('R-001-6 leaves W11 deferred', () => {
    expect(state('implementation-waves').get('W11')).toBe('deferred');
  });

  it('T-001-5 never passes the gate without conditions', () => {
    expect(gate('implementation-waves', 'G-W5B')).toMatchObject({
      verdict: 'missing',
      reason: { code: 'gate-without-blocking-condition' },
    });
  });

  it('R-003-2 finds the broken lock, by gate, rule and finding', () => {
    expect(condition('specs-index', 'G-P1-LOCK', '08_rbac_model.md')?.verdict).toBe('failed');
    expect(rule('specs-index', 'lock')?.verdict).toBe('violated');
    const codes = verdictsOf('specs-index').findings.map((finding) => finding.reason.code);
    expect(codes).toContain('document-lock-broken');
  });

  it('R-003-3 T-003-1 finds the four shared numbers', () => {
    const found = rule('specs-index', 'numbers')?.counterexamples.map((one) => [
      one.reason.params?.['number'],
      one.reason.params?.['count'],
    ]);
    expect(Object.fromEntries(found ?? [])).toEqual({ '20': 2, '21': 2, '25': 6, '26': 4 });
  });

  it('R-003-5 T-003-3 T-003-7 contradicts the locked phase', () => {
    expect(state('specs-index').get('phase 1')).toBe('contradicted');
    const proposed = gate('specs-index', 'G-P1-FINAL')?.conditions.filter(
      (entry) => entry.reason.code === 'document-status',
    );
    expect(proposed).toHaveLength(4);
    expect(state('specs-index').get('phase 1 step 13')).toBe('in-progress');
  });

  it('T-003-2 contradicts a step that is declared complete without a document', () => {
    expect(state('specs-index').get('phase 2 step 14')).toBe('contradicted');
  });
});
