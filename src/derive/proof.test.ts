import { describe, expect, it } from 'vitest';
import { conditionId, gateId, itemId, stopConditionId } from '../model/ids.ts';
import { proofOfGate, proofOfItem } from './proof.ts';
import { condition, conditionCause, type PlanSpec, planOf } from './testing/plan.ts';
import type { ProofNode } from './types.ts';

/** A node and what stands under it, by keys. */
function tree(node: ProofNode | undefined): unknown {
  if (node === undefined) return undefined;
  const name = node.repeated === true ? `${node.key} again` : node.key;
  return node.children.length === 0 ? name : [name, ...node.children.map(tree)];
}

const ofItem = (id: string, spec: PlanSpec) => proofOfItem(planOf(spec), itemId(id));
const ofGate = (id: string, spec: PlanSpec) => proofOfGate(planOf(spec), gateId(id));

describe('the proof of an item', () => {
  it('names the item with its state and reason', () => {
    const items: PlanSpec['items'] = { A: { state: 'ready' } };
    expect(ofItem('A', { items })).toStrictEqual({
      key: 'item:A',
      subject: { kind: 'item', id: 'A', title: 'Title of A', state: 'ready' },
      reason: { code: 'item-declared', params: { state: 'ready' } },
      children: [],
    });
  });

  it('of what is complete needs nothing', () => {
    const items: PlanSpec['items'] = {
      A: { state: 'complete', waitsFor: 'B', causes: [{ kind: 'item', item: itemId('A') }] },
      B: { state: 'ready' },
    };
    expect(tree(ofItem('A', { items }))).toBe('item:A');
  });

  it('leads to the open parts of a whole, once it has begun', () => {
    const items = (state: 'in-progress' | 'ready' | 'blocked'): PlanSpec['items'] => ({
      P: { state },
      A: { state: 'complete', parent: 'P' },
      B: { state: 'deferred', parent: 'P' },
      C: { state: 'ready', parent: 'P' },
      D: { state: 'blocked', parent: 'P' },
    });
    const open = ['item:P', 'item:C', 'item:D'];
    expect(tree(ofItem('P', { items: items('in-progress') }))).toEqual(open);
    expect(tree(ofItem('P', { items: items('blocked') }))).toEqual(open);
    expect(tree(ofItem('P', { items: items('ready') }))).toBe('item:P');
  });

  it('names a part once that it waits for anyway', () => {
    const items: PlanSpec['items'] = {
      P: { state: 'in-progress', waitsFor: 'C' },
      C: { state: 'ready', parent: 'P' },
    };
    expect(tree(ofItem('P', { items }))).toEqual(['item:P', 'item:C']);
  });

  it('leads to causes of its own, to other items, and to gates that are not shown yet', () => {
    const items: PlanSpec['items'] = {
      A: {
        state: 'blocked',
        causes: [
          conditionCause('G', 'c'),
          conditionCause('H', 'd'),
          { kind: 'item', item: itemId('A') },
          { kind: 'item', item: itemId('B') },
          { kind: 'item', item: itemId('gone') },
          { kind: 'stop', stop: stopConditionId('S'), item: itemId('A') },
        ],
        result: { openGates: [gateId('G')] },
      },
      B: { state: 'ready' },
    };
    const gates: PlanSpec['gates'] = {
      G: { conditions: [condition('c', 'missing')] },
      H: { conditions: [condition('d', 'stale')] },
    };
    const proof = ofItem('A', { items, gates });
    expect(tree(proof)).toEqual([
      'item:A',
      ['gate:G', 'condition.G.c'],
      ['gate:H', 'condition.H.d'],
      'item.A',
      'item:B',
      'item.gone',
      'stop.S.A',
    ]);
    const [gate, , own, , gone, stop] = proof?.children ?? [];
    expect(gate?.subject).toEqual({ kind: 'gate', id: 'G', title: 'Gate G', verdict: 'failed' });
    expect(gate?.reason).toEqual({ code: 'gate-open' });
    expect(gate?.children[0]?.reason).toEqual({ code: 'evidence-none' });
    expect(own?.reason).toEqual({ code: 'item-declared', params: { state: 'blocked' } });
    expect(gone?.reason.code).toBe('not-judged');
    expect(stop?.reason).toEqual({ code: 'item-stopped', params: { stop: 'S' } });
  });

  it('calls by its id, and unknown, a gate that the plan does not have', () => {
    const items: PlanSpec['items'] = {
      A: { state: 'blocked', result: { openGates: [gateId('lost')] } },
    };
    expect(ofItem('A', { items })?.children).toStrictEqual([
      {
        key: 'gate:lost',
        subject: { kind: 'gate', id: 'lost', title: 'lost', verdict: 'unknown' },
        reason: { code: 'not-judged' },
        children: [],
      },
    ]);
  });
});

describe('the proof of a gate', () => {
  it('leads to open blocking conditions and their open parts', () => {
    const gates: PlanSpec['gates'] = {
      G: {
        conditions: [
          condition('all', 'failed', {
            kind: 'all',
            parts: [
              condition('fine', 'passed'),
              condition('bad', 'failed'),
              condition('waived', 'waived'),
            ],
          }),
          condition('aside', 'failed', { blocking: false }),
          condition('good', 'passed'),
        ],
      },
    };
    expect(tree(ofGate('G', { items: {}, gates }))).toEqual([
      'gate:G',
      ['condition.G.all', 'condition.G.bad'],
    ]);
  });

  it('that has passed leads nowhere', () => {
    const gates: PlanSpec['gates'] = {
      G: { verdict: 'passed', conditions: [condition('c', 'failed')] },
    };
    expect(tree(ofGate('G', { items: {}, gates }))).toBe('gate:G');
  });

  it('shows what holds where that is the fault', () => {
    const gates: PlanSpec['gates'] = {
      G: {
        conditions: [
          condition('not', 'failed', { kind: 'not', parts: [condition('holds', 'passed')] }),
        ],
      },
    };
    expect(tree(ofGate('G', { items: {}, gates }))).toEqual([
      'gate:G',
      ['condition.G.not', 'condition.G.holds'],
    ]);
  });

  it('leads on through gates that it asks for, once round a ring', () => {
    const asks = (id: string, gate: string) =>
      condition(id, 'failed', {
        kind: 'gate',
        gate: gateId(gate),
        parts: [condition(`${id}part`, 'failed')],
      });
    const gates: PlanSpec['gates'] = {
      G: { conditions: [asks('1', 'H'), asks('2', 'lost')] },
      H: { conditions: [asks('3', 'G')] },
    };
    expect(tree(ofGate('G', { items: {}, gates }))).toEqual([
      'gate:G',
      ['condition.G.1', ['gate:H', ['condition.H.3', 'gate:G again']]],
      ['condition.G.2', 'condition.G.2part'],
    ]);
  });

  it('knows conditions by their gate', () => {
    const gates: PlanSpec['gates'] = {
      G: { conditions: [condition('c', 'failed')] },
    };
    expect(ofGate('G', { items: {}, gates })?.children[0]?.subject).toMatchObject({
      kind: 'condition',
      gate: 'G',
      result: { id: conditionId('c') },
    });
  });
});
