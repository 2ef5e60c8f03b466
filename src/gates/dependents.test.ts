import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import { authorisationRecordId, authorisationRuleId, evidenceId, itemId } from '../model/ids.ts';
import type { Touched } from './change.ts';
import { Dependents } from './dependents.ts';
import { buildPlanGraph, type PlanGraph } from './plan-graph.ts';
import { evidence } from './testing/builders.ts';
import { everything } from './testing/everything.ts';

const project = buildProject(everything);

/** A node by its kind and id. */
function named(graph: PlanGraph, node: number): string {
  const { length: items } = graph.items;
  if (node < items) return `start of ${graph.items[node]?.id}`;
  if (node < 2 * items) return `end of ${graph.items[node - items]?.id}`;
  const gate = graph.gates[node - 2 * items];
  if (gate !== undefined) return `gate ${gate.id}`;
  const stop = graph.stops[node - 2 * items - graph.gates.length];
  if (stop !== undefined) return `stop ${stop.id}`;
  return `rule ${graph.invariants[node - 2 * items - graph.gates.length - graph.stops.length]?.id}`;
}

const NOTHING: Touched = {
  removed: [],
  added: [],
  compared: [],
  records: [],
  waivers: [],
  items: [],
};
const of = (
  touched: Partial<Touched>,
  graph = buildPlanGraph(project),
  dependents = new Dependents(graph, project),
) => [...dependents.of({ ...NOTHING, ...touched })].map((node) => named(graph, node)).toSorted();
const piece = (id: string) => {
  const found = project.index.evidence.get(evidenceId(id));
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
};

describe('who looks at a piece of evidence', () => {
  it.each<readonly [string, readonly string[]]>([
    ['link', ['end of done', 'end of in-phase-1']],
    ['own-link', ['end of word']],
    ['minutes', ['gate permit']],
    ['exception', ['end of forbidden', 'start of forbidden']],
    ['signature', ['end of master']],
    ['new-leave', ['start of lifted']],
    ['finding', ['start of lifted']],
    ['waiver', ['gate waiver']],
    ['own-rule', ['rule own']],
    ['stated', ['gate budget']],
    ['doc', ['gate document']],
    ['return', ['start of deferred']],
    ['sign-off', ['gate advance']],
    ['report', ['gate chain', 'gate kind']],
    ['path', ['gate path']],
    ['cover', ['gate cover']],
    ['observation', ['gate probe']],
    ['rehearsal', ['gate rehearsal']],
    ['attestation', ['gate attestation']],
    ['reviewing', ['gate review']],
    ['file', ['gate delivery']],
    ['series', ['gate metric']],
    ['yes', ['gate compare', 'gate first', 'stop safe']],
    ['also', ['gate compare', 'gate recorded']],
    ['no', ['gate waiver']],
  ])('%s: %j', (id, expected) => {
    expect(of({ removed: [piece(id)] })).toEqual(expected);
    expect(of({ added: [piece(id)] })).toEqual(expected);
    expect(of({ compared: [piece(id)] })).toEqual(expected);
  });

  it('are all pieces of that plan, so that none is looked at unseen', () => {
    const graph = buildPlanGraph(project);
    const dependents = new Dependents(graph, project);
    for (const entry of everything.evidence ?? []) {
      expect(of({ added: [entry] }, graph, dependents)).not.toEqual([]);
    }
  });

  it('is nobody where nothing looks at it', () => {
    expect(of({ added: [evidence('stray', { path: 'stray.json', covers: ['nothing'] })] })).toEqual(
      [],
    );
    expect(of({})).toEqual([]);
  });
});

describe('who looks at something else', () => {
  it('is the gate, the step or the stop that a record can move', () => {
    const record = (id: string) => {
      const found = project.authorisations?.find((entry) => entry.id === id);
      if (found === undefined) throw new Error(`There is no ${id}`);
      return { records: [found] };
    };
    expect(of(record('a'))).toEqual(['gate permit']);
    expect(of(record('f'))).toEqual(['end of forbidden', 'start of forbidden']);
    expect(of(record('m'))).toEqual(['end of master']);
    expect(of(record('s'))).toEqual(['start of lifted']);
    const [first] = record('a').records;
    if (first === undefined) throw new Error('There is no record');
    const elsewhere = { ...first, rule: authorisationRuleId('S'), steps: [itemId('other')] };
    expect(of({ records: [elsewhere] })).toEqual([]);
    const other = { ...elsewhere, id: authorisationRecordId('s') };
    expect(of({ records: [other] })).toEqual(['start of lifted']);
  });

  it('is the gate of a waiver', () => {
    const [waiver] = project.waivers ?? [];
    if (waiver === undefined) throw new Error('There is no waiver');
    expect(of({ waivers: [waiver] })).toEqual(['gate waiver']);
    expect(of({ waivers: [{ ...waiver, gate: 'nowhere' as never }] })).toEqual([]);
  });

  it('is what waits for an item, and what asks whether it was carried out', () => {
    expect(of({ items: [itemId('done')] })).toEqual([
      'end of done',
      'gate probe',
      'start of after-done',
      'start of done',
      'start of proof-wanted',
    ]);
    expect(of({ items: [itemId('rehearsed')] })).toEqual([
      'end of rehearsed',
      'gate rehearsal',
      'start of rehearsed',
    ]);
    expect(of({ items: [itemId('nobody')] })).toEqual([]);
  });
});

describe('what a change brings', () => {
  it('is looked at from then on', () => {
    const graph = buildPlanGraph(project);
    const dependents = new Dependents(graph, project);
    const [record] = project.authorisations ?? [];
    const [waiver] = project.waivers ?? [];
    const item = project.index.items.get(itemId('second'));
    if (record === undefined || waiver === undefined || item === undefined) throw new Error();
    const piecesOf = (id: string) => of({ added: [evidence(id)] }, graph, dependents);
    for (const id of ['new-minutes', 'new-excuse', 'new-link']) expect(piecesOf(id)).toEqual([]);
    const at = graph.itemAt.get(item.id) ?? -1;
    graph.items[at] = {
      ...item,
      declared: { state: 'complete', evidence: [evidenceId('new-link')] },
    };
    dependents.learn({
      ...NOTHING,
      records: [{ ...record, evidence: [evidenceId('new-minutes')] }],
      waivers: [
        { ...waiver, evidence: [evidenceId('new-excuse')] },
        { ...waiver, gate: 'nowhere' as never },
      ],
      items: [item.id, itemId('nobody')],
    });
    graph.items[at] = item;
    expect(piecesOf('new-minutes')).toEqual(['gate permit']);
    expect(piecesOf('new-excuse')).toEqual(['gate waiver']);
    expect(piecesOf('new-link')).toEqual(['end of second']);
  });
});
