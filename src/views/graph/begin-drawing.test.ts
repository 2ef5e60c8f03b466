import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { layoutGraph } from '../../derive/layout/layout.ts';
import type { PlanStructure } from '../../derive/types.ts';
import { itemId } from '../../model/ids.ts';
import { type LayoutEngine, layoutQuery, type NumberedStructure } from '../../queries/layout.ts';
import { packStructure } from '../../queries/packed-structure.ts';
import { createSession } from '../../queries/session.ts';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import { beginDrawing } from './begin-drawing.ts';
import { madeUpStructure } from './made-up-structure.ts';
import { lastLayoutKey, numberedPlan } from './numbered-plan.ts';
import { columnsOf } from './plan-columns.ts';
import { inItsDirection } from './plan-direction.ts';
import { buildPlanGraph, planGraphOf } from './plan-graph.ts';

const request: OpenRequest = {
  source: { kind: 'static', url: 'here/' },
  project: 'large',
  now: '2026-06-02T00:00:00Z',
};
const clients: QueryClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.clear();
});

function large(): PlanStructure {
  const { items, ...rest } = madeUpStructure();
  return {
    ...rest,
    items: [0, 1].flatMap((copy) =>
      items.map((item) => ({ ...item, id: itemId(`${item.id}${'x'.repeat(copy)}`) })),
    ),
  };
}

/** A session that knows one structure, a layout that counts what it is asked, and whom both told. */
function stage(structure: PlanStructure, told?: NumberedStructure) {
  const ports: { layout: MessagePort[]; session: MessagePort[] } = { layout: [], session: [] };
  const laidOut: number[] = [];
  const session: BundleSession = {
    ...createSession({
      openSource: () => {
        throw new Error('Nothing is read here');
      },
    }),
    structure: async () => ({ ok: true, value: structure }),
    structureTo: async (_, port) => {
      ports.session.push(port);
      port.close();
    },
  };
  const engine: LayoutEngine = {
    layout: async (input) => {
      laidOut.push(input.nodes.width.length);
      return layoutGraph({ ...input, draft: true });
    },
    draftsFrom: async (port) => {
      ports.layout.push(port);
      port.close();
      return told;
    },
  };
  const queryClient = new QueryClient();
  clients.push(queryClient);
  const begin = () => beginDrawing({ session, queryClient }, request, engine);
  return { begin, ports, laidOut, queryClient, engine };
}

describe('beginDrawing', () => {
  it('joins the threads, and has the layout of a large plan under way before there is a page', async () => {
    const structure = large();
    const { begin, ports, laidOut, queryClient, engine } = stage(structure);
    await begin();
    expect([ports.layout.length, ports.session.length]).toEqual([1, 1]);
    const { input } = numberedPlan(planGraphOf(structure), undefined);
    await queryClient.ensureQueryData(layoutQuery(engine, input));
    expect(laidOut).toEqual([input.nodes.width.length]);
  });

  it('asks with the very numbers that the thread of the layout has told', async () => {
    const structure = large();
    const columns = columnsOf(packStructure(structure));
    const told = { columns, numbers: inItsDirection(columns) };
    const { begin, queryClient, engine } = stage(structure, told);
    await begin();
    const { input } = numberedPlan(planGraphOf(structure), undefined);
    expect(input).toBe(told.numbers.input);
    expect(queryClient.getQueryState(layoutQuery(engine, input).queryKey)).toBeDefined();
    const { input: own } = numberedPlan(buildPlanGraph(structure), undefined);
    expect(layoutQuery(engine, own).queryKey).toEqual(layoutQuery(engine, input).queryKey);
  });

  it('leaves a plan that is known, and one that goes on from a former drawing, to the page', async () => {
    const known = stage(large());
    await known.begin();
    await known.begin();
    expect(known.ports.session).toHaveLength(1);
    const later = stage(large());
    later.queryClient.setQueryData(lastLayoutKey(request), {
      direction: 'right',
      boxes: new Map(),
    });
    await later.begin();
    expect(later.ports.session).toHaveLength(0);
  });

  it('asks for no layout of a small plan', async () => {
    const { begin, laidOut } = stage(madeUpStructure());
    await begin();
    expect(laidOut).toEqual([]);
  });
});
