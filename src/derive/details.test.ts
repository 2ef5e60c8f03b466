import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../gates/testing/everything.ts';
import { deliverableId, gateId, itemId } from '../model/ids.ts';
import { gateDetail, itemDetail, planContent } from './details.ts';
import { proofOfGate, proofOfItem } from './proof.ts';
import { edgeRows, gateRows, itemRows } from './rows.ts';
import { buildSnapshot } from './snapshot.ts';
import { buildStructure } from './structure.ts';
import { judged } from './testing/generated.ts';
import { condition, conditionCause, planOf } from './testing/plan.ts';
import type { ProofNode } from './types.ts';

const plan = () =>
  planOf({
    items: {
      A: {
        state: 'failed',
        causes: [conditionCause('GA', 'both')],
        item: { owner: 'team', class: 'core', numbers: [{ namespace: 'plan', value: '7' }] },
        result: { openGates: [gateId('GA')] },
      },
      B: {
        state: 'blocked',
        waitsFor: 'A',
        item: { order: 3, declared: { state: 'complete', raw: 'done' } },
      },
      C: { state: 'blocked', waitsFor: 'A B' },
      D: { state: 'blocked', waitsFor: 'C nowhere', parent: 'P' },
      P: { state: 'in-progress' },
    },
    gates: {
      GA: {
        guards: ['A complete', 'A start'],
        conditions: [
          condition('both', 'failed', {
            kind: 'all',
            parts: [condition('left', 'passed'), condition('right', 'failed')],
          }),
          condition('aside', 'missing', { blocking: false }),
          condition('fine', 'passed'),
        ],
        gate: { nonBypassable: true, declared: { verdict: 'passed' } },
        result: { contradicts: true },
      },
    },
    content: {
      classes: [{ id: 'core', title: 'Core' }],
      relations: [{ from: 'A', to: 'P', kind: 'see', stated: 'explicit' }],
    },
  });

/** A new plan for each test: what is derived is remembered with the plan. */
let context = plan();
beforeEach(() => {
  context = plan();
});

function outline(node: ProofNode | undefined): unknown {
  if (node === undefined) return undefined;
  const name =
    node.subject.kind === 'condition'
      ? node.subject.result.id
      : node.subject.kind === 'cause'
        ? node.subject.cause.kind
        : node.subject.id;
  const mark = node.repeated === true ? `${name} again` : name;
  return node.children.length === 0 ? mark : [mark, ...node.children.map(outline)];
}

describe('a proof', () => {
  it('leads from an item to the parts that decide', () => {
    expect(outline(proofOfItem(context, itemId('A')))).toEqual(['A', ['GA', ['both', 'right']]]);
    expect(outline(proofOfGate(context, gateId('GA')))).toEqual(['GA', ['both', 'right']]);
  });

  it('unfolds what is met again only once, nearest to the root', () => {
    expect(outline(proofOfItem(context, itemId('D')))).toEqual([
      'D',
      ['C', ['A', ['GA', ['both', 'right']]], ['B', 'A again']],
      'dangling',
    ]);
  });

  it('says why for every node', () => {
    const proof = proofOfItem(context, itemId('D'));
    expect(proof?.reason).toEqual({ code: 'item-declared', params: { state: 'blocked' } });
    expect(proof?.children.at(-1)?.reason).toEqual({
      code: 'item-dangling',
      params: { on: 'nowhere' },
    });
  });

  it('is about something that is there', () => {
    expect(proofOfItem(context, itemId('nobody'))).toBeUndefined();
    expect(proofOfGate(context, gateId('none'))).toBeUndefined();
  });

  it('of a chain of 2,500 items is cut, and says where', () => {
    const items = Object.fromEntries(
      Array.from({ length: 2_500 }, (_, at) => [
        `i${at}`,
        { state: 'blocked' as const, ...(at === 0 ? {} : { waitsFor: `i${at - 1}` }) },
      ]),
    );
    let node = proofOfItem(planOf({ items }), itemId('i2499'));
    let depth = 0;
    while (node?.children[0] !== undefined) {
      node = node.children[0];
      depth += 1;
    }
    expect(depth).toBe(2_000);
    expect(node?.repeated).toBe(true);
  });
});

describe('rows', () => {
  it('of items carry what the plan and the engine say', () => {
    expect(itemRows(context).get(itemId('A'))).toMatchObject({
      classTitle: 'Core',
      owner: 'team',
      numbers: ['7'],
      pips: ['failed', 'passed'],
      ownFailure: true,
      held: false,
      hasChildren: false,
    });
    expect(itemRows(context).get(itemId('B'))).toMatchObject({
      order: 3,
      declared: 'complete',
      declaredRaw: 'done',
      pips: [],
    });
    expect(itemRows(context).get(itemId('P'))?.hasChildren).toBe(true);
  });

  it('of edges say what they carry and what follows from others', () => {
    expect(
      edgeRows(context).map((row) => [row.item, row.on, row.status, row.redundant, row.dangling]),
    ).toEqual([
      ['B', 'A', 'blocking', false, false],
      ['C', 'A', 'blocking', true, false],
      ['C', 'B', 'blocking', false, false],
      ['D', 'C', 'blocking', false, false],
      ['D', 'nowhere', 'blocking', false, true],
    ]);
  });

  it('of optional edges block nothing and make nothing redundant', () => {
    const of = planOf({
      items: { A: { state: 'ready' }, B: { state: 'ready' } },
      content: {
        dependencies: [
          { item: itemId('B'), on: itemId('A'), optional: true, condition: 'if shipped' },
          { item: itemId('B'), on: itemId('A'), origin: 'positional' },
        ],
      },
    });
    expect(edgeRows(of)).toEqual([
      {
        item: 'B',
        on: 'A',
        status: 'optional',
        origin: 'explicit',
        condition: 'if shipped',
        redundant: false,
        dangling: false,
      },
      {
        item: 'B',
        on: 'A',
        status: 'waiting',
        origin: 'positional',
        redundant: false,
        dangling: false,
      },
    ]);
  });

  it('of gates show passes too, and what was recorded', () => {
    expect(gateRows(context)).toMatchObject([
      {
        id: 'GA',
        verdict: 'failed',
        nonBypassable: true,
        declared: 'passed',
        contradicts: true,
        conditions: [
          { id: 'both', verdict: 'failed', blocking: true },
          { id: 'aside', verdict: 'missing', blocking: false },
          { id: 'fine', verdict: 'passed', blocking: true },
        ],
      },
    ]);
  });

  it('count what the engine did not judge as blocked and unknown', () => {
    const unjudged = planOf({
      items: { A: { state: 'complete' } },
      gates: { G: { conditions: [] } },
    });
    const silent = {
      ...unjudged,
      verdicts: { ...unjudged.verdicts, items: new Map(), gates: new Map() },
    };
    expect(itemRows(silent).get(itemId('A'))).toMatchObject({ state: 'blocked', held: true });
    expect(gateRows(silent)[0]?.verdict).toBe('unknown');
  });
});

describe('details', () => {
  it('of an item gather what hangs on it', () => {
    const detail = itemDetail(context, 'A');
    expect(detail?.dependents.map(({ item }) => item)).toEqual(['B', 'C']);
    expect(detail?.dependsOn).toEqual([]);
    expect(detail?.relations).toHaveLength(1);
    expect(detail?.gates.map(({ gate }) => gate.id)).toEqual(['GA']);
    expect(detail?.release.causes.map(({ key }) => key)).toEqual(['condition.GA.right']);
    expect(itemDetail(context, 'P')?.children.map(({ id }) => id)).toEqual(['D']);
    expect(itemDetail(context, 'nobody')).toBeUndefined();
  });

  it('of an item name the relations of either end, each once', () => {
    const relation = (from: string, to: string) => ({
      from,
      to,
      kind: 'see' as const,
      stated: 'explicit' as const,
    });
    const relations = [relation('A', 'B'), relation('B', 'B'), relation('X', 'A')];
    const of = planOf({
      items: { A: { state: 'ready' }, B: { state: 'ready' }, C: { state: 'ready' } },
      content: { relations },
    });
    const [toB, own, fromX] = relations;
    expect(itemDetail(of, 'A')?.relations).toEqual([toB, fromX]);
    expect(itemDetail(of, 'B')?.relations).toEqual([toB, own]);
    expect(itemDetail(of, 'C')?.relations).toEqual([]);
    expect(itemDetail(planOf({ items: { A: { state: 'ready' } } }), 'A')?.relations).toEqual([]);
  });

  it('of a gate carry its conditions', () => {
    expect(gateDetail(context, 'GA')?.result.verdict).toBe('failed');
    expect(gateDetail(context, 'none')).toBeUndefined();
  });
});

describe('the content', () => {
  it('judges what no gate asks for by the engine', () => {
    const { project } = planOf({
      items: {},
      content: {
        contracts: [
          {
            id: 'k',
            title: 'K',
            categories: [],
            deliverables: [
              {
                id: deliverableId('d'),
                title: 'D',
                path: 'd.ts',
                category: 'c',
                kind: 'source',
              },
            ],
          },
        ],
      },
    });
    const [contract] = planContent(judged(project)).contracts;
    expect(contract?.deliverables[0]?.result?.verdict).toBe('missing');
  });
});

describe('the rest of the content', () => {
  it('is nothing where the plan says nothing', () => {
    const content = planContent(planOf({ items: {} }));
    const { catalogue: _catalogue, ...lists } = content;
    for (const [name, list] of Object.entries(lists)) expect(list, name).toEqual([]);
  });

  it('is what the plan says', () => {
    const said = {
      roles: everything.roles ?? [],
      authorisationRules: everything.authorisationRules ?? [],
      authorisations: everything.authorisations ?? [],
      probes: everything.probes ?? [],
      invariants: everything.invariants ?? [],
      documents: everything.documents ?? [],
      registers: [{ id: 'r', title: 'Register' }],
      checklists: [{ id: 'l', title: 'List', groups: [] }],
      relations: [{ from: 'A', to: 'B', kind: 'see' as const, stated: 'explicit' as const }],
    };
    const sources = [{ path: 'plan.md' }];
    const project = { ...everything.project, sources };
    const content = planContent(planOf({ items: {}, content: { ...said, project } }));
    const { authorisationRules, ...same } = said;
    expect(content).toMatchObject({ ...same, rules: authorisationRules, sources });
  });
});

describe('structure and snapshot', () => {
  it('hold the plan and its counts', () => {
    const structure = buildStructure(context.project);
    expect(structure.items.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D', 'P']);
    expect(structure.items[3]).toEqual({
      id: 'D',
      kind: 'wave',
      title: 'Title of D',
      parent: 'P',
    });
    expect(structure.sample).toBe(false);
    const snapshot = buildSnapshot({
      ...context,
      bundle: { origin: 'x.zip', formatVersion: '1.0', bundleId: 'abc', bytes: 7 },
      asOfOrigin: 'now',
    });
    expect(snapshot.bundle).toEqual({
      origin: 'x.zip',
      formatVersion: '1.0',
      bundleId: 'abc',
      bytes: 7,
      counts: {
        items: 5,
        dependencies: 5,
        gates: 1,
        conditions: 4,
        evidence: 0,
        metrics: 0,
        points: 0,
        documents: 0,
        deliverables: 0,
        authorisationRules: 0,
      },
      problems: { fatal: 0, error: 0, warning: 0 },
      digests: { match: 0, mismatch: 0, absent: 0, unreadable: 0, unchecked: 0 },
    });
    expect(snapshot).toMatchObject({ asOf: '2026-06-02T00:00:00Z', asOfOrigin: 'now' });
    expect(snapshot.items.map(({ slack }) => slack)).toEqual([0, 0, 0, 0, 0]);
  });
});
