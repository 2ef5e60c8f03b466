import { describe, expect, it } from 'vitest';
import {
  authorisationRuleId,
  conditionId,
  definitionId,
  evidenceId,
  gateId,
  itemId,
  probeId,
  roleId,
  stopConditionId,
} from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import type { Reading } from '../model/project-index.ts';
import {
  condition,
  evidence,
  gate,
  item,
  judgeCondition,
  needs,
  type Parts,
  waits,
  withFacts,
  YESTERDAY,
} from './testing/builders.ts';

/**
 * Whether an item was carried out decides what a probe must show. A damaged file leaves that in doubt,
 * wherever it stands between the file and the item; a file that is only missing does not.
 */

const damaged: Partial<Reading> = { digests: new Map([[evidenceId('file'), 'mismatch']]) };
const file = needs('file', 'file');
const here = needs('here', 'here');
const M = authorisationRuleId('M');
const lead = roleId('lead');

/** The item x, which its gate completes, with what keeps it from being complete. */
function plan(
  own: Partial<PlanItem>,
  { items = [], gates = [], evidence: more = [], ...rest }: Parts = {},
) {
  return {
    probes: [
      {
        id: probeId('p'),
        title: 'P',
        expectations: [
          { operator: 'equals', value: 0, before: itemId('x') },
          { operator: 'equals', value: 1, after: itemId('x') },
        ],
      },
    ],
    items: [item('x', own), ...items],
    gates: [gate('shown', { x: 'complete' }, [here]), ...gates],
    evidence: [
      evidence('here'),
      withFacts('seen', [{ type: 'observation', probe: probeId('p'), value: 0, at: YESTERDAY }]),
      ...more,
    ],
    ...rest,
  } satisfies Parts;
}

/** What is asked of the system while x stands as it does: passed before it, failed after it. */
function asked(parts: Parts, reading: Partial<Reading> = {}) {
  return judgeCondition({ kind: 'probe', probe: probeId('p') }, parts, reading).verdict;
}

const there: Parts = { evidence: [evidence('file')] };
const shown = { done: gate('done', { p: 'complete' }, [here]) };

const ways: readonly (readonly [string, (more: Parts) => Parts])[] = [
  [
    'in a gate that starts it',
    (more) => plan({}, { ...more, gates: [gate('g', { x: 'start' }, [file])] }),
  ],
  [
    'in a gate that completes it',
    (more) => plan({}, { ...more, gates: [gate('g', { x: 'complete' }, [file])] }),
  ],
  [
    'in a gate that its gate asks for',
    (more) =>
      plan(
        {},
        {
          ...more,
          gates: [
            gate('other', {}, [file]),
            gate('g', { x: 'start' }, [condition({ kind: 'gate', gate: gateId('other') })]),
          ],
        },
      ),
  ],
  [
    'in what it waits for',
    (more) =>
      plan(
        {},
        {
          ...more,
          items: [item('p')],
          gates: [gate('g', { p: 'complete' }, [file])],
          dependencies: waits('x', 'p'),
        },
      ),
  ],
  [
    'in what that waits for',
    (more) =>
      plan(
        {},
        {
          ...more,
          items: [item('p'), item('q')],
          gates: [shown.done, gate('g', { q: 'complete' }, [file])],
          dependencies: [...waits('x', 'p'), ...waits('p', 'q')],
        },
      ),
  ],
  [
    'in a gate between the phase before and its own',
    (more) =>
      plan(
        {},
        {
          ...more,
          items: [item('p')],
          gates: [shown.done, gate('g', { p: 'advance' }, [file])],
          dependencies: waits('x', 'p'),
        },
      ),
  ],
  [
    'in what it is part of',
    (more) =>
      plan(
        { parent: itemId('whole') },
        { ...more, items: [item('whole')], gates: [gate('g', { whole: 'start' }, [file])] },
      ),
  ],
  [
    'in a part of it',
    (more) =>
      plan(
        {},
        {
          ...more,
          items: [item('part', { parent: itemId('x') })],
          gates: [gate('g', { part: 'complete' }, [file])],
        },
      ),
  ],
  ['in what it links', (more) => plan({ evidence: [evidenceId('file')] }, more)],
  [
    'in what is linked for its progress',
    (more) => plan({ declared: { state: 'in-progress', evidence: [evidenceId('file')] } }, more),
  ],
];

describe('whether an item was carried out', () => {
  it.each(ways)('is in doubt when a file is damaged: %s', (_where, made) => {
    expect(asked(made(there), damaged)).toBe('unknown');
  });

  it.each(ways)('is certain when the file is there: %s', (_where, made) => {
    // With the file x is carried out, unless a part or what it waits for lacks a gate of its own.
    expect(asked(made(there))).toBe('failed');
  });

  it.each(ways)('is certain when the file is missing: %s', (_where, made) => {
    expect(asked(made({}))).toBe('passed');
  });

  const deferredUntil = (back: typeof file): Partial<PlanItem> => ({
    deferred: { reason: 'later', reactivatedWhen: back },
  });
  const other = gate('other', {}, [file]);
  const byGate = condition({ kind: 'gate', id: conditionId('back'), gate: gateId('other') });

  it('is in doubt while it cannot be told whether the item is in scope', () => {
    expect(asked(plan(deferredUntil(file), there), damaged)).toBe('unknown');
    expect(asked(plan(deferredUntil(file), there))).toBe('failed');
    expect(asked(plan(deferredUntil(file)))).toBe('passed');
  });

  it('is in doubt while a gate that would bring it back is in doubt', () => {
    const until = (more: Parts) => plan(deferredUntil(byGate), { ...more, gates: [other] });
    expect(asked(until(there), damaged)).toBe('unknown');
    expect(asked(until(there))).toBe('failed');
    expect(asked(until({}))).toBe('passed');
  });

  it('is in doubt while it cannot be told whether a stop holds', () => {
    const stopped = (more: Parts) =>
      plan(
        {},
        {
          ...more,
          stopConditions: [
            { id: stopConditionId('s'), title: 'S', items: [itemId('x')], safeWhile: file },
          ],
        },
      );
    expect(asked(stopped(there), damaged)).toBe('unknown');
    expect(asked(stopped(there))).toBe('failed');
  });

  it('is in doubt when reading the item went wrong, or the rule that would allow it', () => {
    const affects = (id: string): Partial<Reading> => ({
      problems: [{ code: 'x', severity: 'error', affects: [id] }],
    });
    expect(asked(plan({}), affects('x'))).toBe('unknown');
    const rule = {
      id: M,
      title: 'M',
      perStep: true,
      definitions: [
        {
          id: definitionId('D'),
          title: 'D',
          from: '2026-01-01T00:00:00Z',
          demands: [{ role: lead }],
        },
      ],
    };
    const allowed = plan(
      { forbidden: { reason: 'no', unless: 'M' } },
      { authorisationRules: [rule], roles: [{ id: lead, title: 'Lead' }] },
    );
    expect(asked(allowed, affects('M'))).toBe('unknown');
    expect(asked(allowed)).toBe('passed');
  });

  it('is certain of what is carried out, whatever else is damaged', () => {
    const beside = plan(
      {},
      { ...there, items: [item('p')], gates: [gate('g', { p: 'complete' }, [file])] },
    );
    expect(asked(beside, damaged)).toBe('failed');
  });

  it('is in doubt round a ring only by what comes from outside of it', () => {
    const ring = (more: Parts) =>
      plan(
        {},
        { ...more, items: [item('p')], dependencies: [...waits('x', 'p'), ...waits('p', 'x')] },
      );
    expect(asked(ring({}))).toBe('passed');
    const outside = {
      ...there,
      gates: [gate('g', { p: 'start' }, [file])],
    };
    expect(asked(ring(outside))).toBe('passed');
  });
});
