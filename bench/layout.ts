import process from 'node:process';
import { layoutGraph } from '../src/derive/layout/layout.ts';
import { countStraightCrossings, totalEdgeLength } from '../src/derive/layout/measure.ts';
import type { LayoutInput } from '../src/derive/layout/types.ts';

import { changedGraph, flatGraph, nodeSize, phasedGraph } from './layout/graphs.ts';
import { dotLayout, elkLayout, type OtherLayout } from './layout/others.ts';
import type { Placed } from './layout/placed.ts';
import { shapes } from './layout/shapes.ts';
import { inTurns, timed } from './support/measure.ts';
import type { Benchmark, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const large = 10_000;
const middle = 3_000;
const boxSeconds = Number(process.env['BENCH_ELK_SECONDS'] ?? 60);
const phasedBoxSeconds = 60;
const dotBoxSeconds = Number(process.env['BENCH_DOT_SECONDS'] ?? 60);
const rounds = 4;
const stableSamples = 9;
const shapeSamples = 3;
const draftSamples = 7;

/** The own layered layout against elkjs layered and Graphviz dot, and against itself after a small change. */
export const layout: Benchmark = {
  name: 'layout',
  title: 'Laying out the graph',
  run: async () => {
    const flat = await compareFlat(elkLayout, boxSeconds);
    const phased = await against(phasedGraph(large), elkLayout, phasedBoxSeconds * 1000);
    const dot = await compareFlat(dotLayout, dotBoxSeconds);
    const folded = compareFolded();
    const stable = compareStable();
    const unusual = compareShapes();
    const drafts = compareDrafts();
    const atLeast =
      flat.other === undefined
        ? { note: `elkjs was ended after ${boxSeconds} s: the ratio is a lower bound.` }
        : {};
    const speed: Part = {
      name: 'layout.speed',
      title: '10,000 nodes and 20,000 edges, times faster than elkjs layered',
      ratio: flat.otherMs / median(flat.ownMs),
      goal: 200,
      better: 'higher',
      samples: flat.ownMs.length,
      ...atLeast,
    };
    return {
      parts: [
        speed,
        ...qualityParts('layout.', flat.quality),
        ...dotParts(dot),
        {
          name: 'layout.phases-speed',
          title: '10,000 nodes in phases, times faster than elkjs with separate children',
          ratio: phased.otherMs / median(phased.ownMs),
          goal: 50,
          better: 'higher',
          samples: phased.ownMs.length,
          ...(phased.other === undefined && {
            note: `elkjs was ended after ${phasedBoxSeconds} s: the ratio is a lower bound.`,
          }),
        },
        ...qualityParts('layout.phases-', phased).slice(0, 1),
        ...stable.parts,
        unusual.part,
        drafts.part,
      ],
      context: {
        flat: contextOf(flat),
        quality: contextOf(flat.quality),
        dot: contextOf(dot),
        dotQuality: contextOf(dot.quality),
        phases: contextOf(phased),
        folded,
        stable: stable.context,
        shapes: unusual.context,
        drafts: drafts.context,
      },
    };
  },
};

/** How much longer the worst shape takes for each node, edge and bend than the usual waves. */
function compareShapes() {
  const waves = flatGraph(middle);
  const perUnit = (input: LayoutInput) => {
    layoutGraph(input);
    const taken = Array.from({ length: shapeSamples }, () => timed(() => layoutGraph(input)));
    const { routes } = layoutGraph(input);
    const units = input.nodes.width.length + input.edges.from.length + routes.points.length / 2;
    return { ms: median(taken), each: median(taken) / units };
  };
  const usual = perUnit(waves);
  const found = Object.entries(shapes).map(([name, make]) => ({ name, ...perUnit(make()) }));
  const part: Part = {
    name: 'layout.shapes',
    title: 'The worst of seven unusual shapes, for each node, edge and bend, to waves',
    ratio: Math.max(...found.map(({ each }) => each)) / usual.each,
    goal: 3,
    better: 'lower',
    samples: shapeSamples,
    note: 'Diamonds, a star, bipartite, a chain, long edges, fifty levels of nesting, cycles.',
  };
  return {
    part,
    context: Object.fromEntries(
      found.map(({ name, ms, each }) => [name, { ms, toWaves: each / usual.each }]),
    ),
  };
}

/** How much sooner a draft stands than the thorough layout. */
function compareDrafts() {
  const input = phasedGraph(large);
  const times = inTurns(
    { own: () => layoutGraph({ ...input, draft: true }), other: () => layoutGraph(input) },
    draftSamples,
  );
  const part: Part = {
    name: 'layout.draft',
    title: 'A draft of 10,000 nodes in phases, times faster than the thorough layout',
    ratio: median(times.other) / median(times.own),
    goal: 3,
    better: 'higher',
    samples: draftSamples,
  };
  return { part, context: { draftMs: median(times.own), fullMs: median(times.other) } };
}

interface Race {
  readonly input: LayoutInput;
  readonly ownMs: readonly number[];
  readonly own: Pick<Placed, 'x' | 'y'>;
  /** The time box when it was not enough. */
  readonly otherMs: number;
  readonly other: Placed | undefined;
}

/** The other engine once, the own one before and after it. */
async function against(input: LayoutInput, layOut: OtherLayout, boxMs: number): Promise<Race> {
  layoutGraph(input);
  const before = Array.from({ length: rounds }, () => timed(() => layoutGraph(input)));
  const other = await layOut(input, boxMs);
  const after = Array.from({ length: rounds }, () => timed(() => layoutGraph(input)));
  return {
    input,
    ownMs: [...before, ...after],
    own: layoutGraph(input),
    otherMs: other?.ms ?? boxMs,
    other,
  };
}

/** Crossings and lengths are compared on a smaller graph when the other engine was ended. */
async function compareFlat(
  layOut: OtherLayout,
  seconds: number,
): Promise<Race & { readonly quality: Race }> {
  const race = await against(flatGraph(large), layOut, seconds * 1000);
  const quality =
    race.other === undefined ? await against(flatGraph(middle), layOut, seconds * 1000) : race;
  return { ...race, quality };
}

function dotParts(dot: Race & { readonly quality: Race }): readonly Part[] {
  const { input, own, other } = dot.quality;
  const speed: Part = {
    name: 'layout.dot-speed',
    title: '10,000 nodes and 20,000 edges, times faster than Graphviz dot',
    ratio: dot.otherMs / median(dot.ownMs),
    goal: 50,
    better: 'higher',
    samples: dot.ownMs.length,
    ...(dot.other === undefined && {
      note: `dot was ended after ${dotBoxSeconds} s: the ratio is a lower bound.`,
    }),
  };
  if (other === undefined) return [speed];
  return [
    speed,
    {
      name: 'layout.dot-crossings',
      title: `Crossings of straight edges, to Graphviz dot, ${input.nodes.width.length.toLocaleString('en')} nodes`,
      ratio: crossings(input, own) / crossings(input, other),
      goal: 1.05,
      better: 'lower',
      samples: 1,
    },
  ];
}

/**
 * What folding costs and gains; the other engines do not fold by default, so they are compared with the
 * drawing as it is without.
 */
function compareFolded() {
  const input = phasedGraph(large);
  const plain = layoutGraph(input);
  const folded = layoutGraph({ ...input, fold: true });
  const onScreen = ({ width, height }: { readonly width: number; readonly height: number }) =>
    Math.min(16 / width, 10 / height);
  return {
    timesAsLargeOnAScreen: onScreen(folded) / onScreen(plain),
    crossingsToUnfolded: crossings(input, folded) / crossings(input, plain),
    edgeLengthToUnfolded: edgeLength(input, folded) / edgeLength(input, plain),
    ms: median(
      Array.from({ length: shapeSamples }, () =>
        timed(() => layoutGraph({ ...input, fold: true })),
      ),
    ),
  };
}

function qualityParts(prefix: string, race: Race): readonly Part[] {
  const { own, other, input } = race;
  if (other === undefined) return [];
  const size = `${input.nodes.width.length.toLocaleString('en')} nodes`;
  const common = { goal: 1, better: 'lower', samples: 1 } as const;
  return [
    {
      ...common,
      name: `${prefix}crossings`,
      title: `Crossings of straight edges, to elkjs, ${size}`,
      ratio: crossings(input, own) / crossings(input, other),
    },
    {
      ...common,
      name: `${prefix}edge-length`,
      title: `Total length of straight edges, to elkjs, ${size}`,
      ratio: edgeLength(input, own) / edgeLength(input, other),
    },
  ];
}

function compareStable() {
  const before = flatGraph(middle);
  const known = layoutGraph(before);
  const after = changedGraph(before);
  const count = after.nodes.width.length;
  const former = (corner: Float64Array) => {
    const all = new Float64Array(count).fill(Number.NaN);
    all.set(corner);
    return all;
  };
  const seeded: LayoutInput = { ...after, previous: { x: former(known.x), y: former(known.y) } };
  const times = inTurns(
    { own: () => layoutGraph(seeded), other: () => layoutGraph(after) },
    stableSamples,
  );
  const kept = layoutGraph(seeded);
  const anew = layoutGraph(after);
  const moves = (to: Pick<Placed, 'x' | 'y'>) =>
    Array.from(known.x, (x, at) => {
      const dx = (to.x[at] ?? 0) - x;
      const dy = (to.y[at] ?? 0) - (known.y[at] ?? 0);
      return Math.hypot(dx, dy) / nodeSize.width;
    });
  const parts: readonly Part[] = [
    {
      name: 'layout.stable-move',
      title: 'A small change to 3,000 nodes: median move of a node in node widths',
      ratio: median(moves(kept)),
      goal: 1,
      better: 'lower',
      samples: known.x.length,
      unit: 'node widths',
    },
    {
      name: 'layout.stable-speed',
      title: 'The same change, times faster than from scratch',
      ratio: median(times.other) / median(times.own),
      goal: 5,
      better: 'higher',
      samples: stableSamples,
    },
  ];
  return {
    parts,
    context: {
      fromScratchMs: median(times.other),
      seededMs: median(times.own),
      medianMoveFromScratch: median(moves(anew)),
      medianMoveAside: median(movesAside(known, kept)),
      crossingsSeeded: crossings(after, kept),
      crossingsFromScratch: crossings(after, anew),
    },
  };
}

type Corners = Pick<Placed, 'x' | 'y'>;

/** Moves in node widths, without the shift that all nodes have in common. */
function movesAside(before: Corners, after: Corners): readonly number[] {
  const dx = Array.from(before.x, (x, at) => (after.x[at] ?? 0) - x);
  const dy = Array.from(before.y, (y, at) => (after.y[at] ?? 0) - y);
  const shift = { x: median(dx), y: median(dy) };
  return dx.map((x, at) => Math.hypot(x - shift.x, (dy[at] ?? 0) - shift.y) / nodeSize.width);
}

/** Both engines by one measure: straight lines between the centres of nodes. */
function straight({ nodes, edges }: LayoutInput, { x, y }: Corners) {
  return {
    x: x.map((left, at) => left + (nodes.width[at] ?? 0) / 2),
    y: y.map((top, at) => top + (nodes.height[at] ?? 0) / 2),
    ...edges,
  };
}

function crossings(input: LayoutInput, corners: Corners): number {
  return countStraightCrossings(straight(input, corners));
}

function edgeLength(input: LayoutInput, corners: Corners): number {
  return totalEdgeLength(straight(input, corners));
}

function contextOf({ input, ownMs, own, otherMs, other }: Race) {
  return {
    nodes: input.nodes.width.length,
    edges: input.edges.from.length,
    ownMs: median(ownMs),
    otherMs,
    otherFinished: other !== undefined,
    ownCrossings: crossings(input, own),
    ownEdgeLength: edgeLength(input, own),
    ...(other !== undefined && {
      otherCrossings: crossings(input, other),
      otherEdgeLength: edgeLength(input, other),
    }),
  };
}
