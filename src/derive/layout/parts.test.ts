import { describe, expect, it } from 'vitest';
import { layoutLevel } from './level.ts';
import { layoutPart } from './part.ts';
import type { Ports } from './part-input.ts';
import { type LevelInput, partInput, partsOf, rowsOfParts } from './parts.ts';
import { layerEdges } from './testing/layered.ts';
import { DEFAULT_SPACING } from './types.ts';

const none: Ports = {
  entity: new Int32Array(0),
  offset: new Float64Array(0),
  hint: new Float64Array(0),
};

const ports = (entity: readonly number[], hint?: readonly number[]): Ports => ({
  entity: Int32Array.from(entity),
  offset: Float64Array.from(entity, (_, at) => 3 * at),
  hint: Float64Array.from(hint ?? entity.map(() => Number.NaN)),
});

/** Entities of 100 along and 40 across. */
function level(
  rank: readonly number[],
  pairs: readonly (readonly [number, number])[],
  more: Partial<LevelInput> = {},
): LevelInput {
  return {
    along: new Float64Array(rank.length).fill(100),
    across: new Float64Array(rank.length).fill(40),
    rank: Int32Array.from(rank),
    edges: layerEdges(pairs),
    into: none,
    out: none,
    effort: 'full',
    spacing: DEFAULT_SPACING,
    ...more,
  };
}

const membersOf = (input: LevelInput) => {
  const { members, count } = partsOf(input);
  return Array.from({ length: count }, (_, part) => [
    ...members.list.subarray(members.start[part], members.start[part + 1]),
  ]);
};

describe('partsOf', () => {
  const mixed = level(
    [0, 1, 0, 0, 2, 0, 0, 0],
    [
      [2, 1],
      [0, 4],
      [1, 4],
      [5, 6],
    ],
    { into: ports([3, 1]), out: ports([3]) },
  );

  it('are what edges tie together, what only ports touch, and what nothing touches', () => {
    const parts = partsOf(mixed);
    expect(membersOf(mixed)).toEqual([[0, 1, 2, 4], [5, 6], [3]]);
    expect([...parts.isolated]).toEqual([7]);
    expect([...parts.of]).toEqual([0, 0, 0, 2, 0, 1, 1, -1]);
    expect([...parts.local]).toEqual([0, 1, 2, 0, 3, 0, 1, 0]);
  });

  it('stand in the order of their former places', () => {
    const former = Float64Array.from([500, 700, Number.NaN, 300, 600, 100, Number.NaN, 9]);
    expect(membersOf({ ...mixed, former })).toEqual([[5, 6], [3], [0, 1, 2, 4]]);
    const equal = new Float64Array(8).fill(5);
    expect(membersOf({ ...mixed, former: equal })).toEqual([[0, 1, 2, 4], [5, 6], [3]]);
    const unknown = new Float64Array(8).fill(Number.NaN);
    expect(membersOf({ ...mixed, former: unknown })).toEqual([[0, 1, 2, 4], [5, 6], [3]]);
  });

  it('are one when everything is tied, however', () => {
    expect(
      membersOf(
        level(
          [0, 1, 1, 0],
          [
            [3, 2],
            [0, 1],
            [3, 1],
          ],
        ),
      ),
    ).toEqual([[0, 1, 2, 3]]);
  });
});

describe('partInput', () => {
  it('has the entities, edges and ports of the part, numbered anew, and ranks without gaps', () => {
    const input = level(
      [0, 3, 7, 1, 7, 2],
      [
        [0, 3],
        [1, 2],
        [1, 4],
      ],
      {
        into: ports([5, 4, 1], [50, 40, 10]),
        out: ports([2, 3]),
        former: Float64Array.from([0, 10, 20, 30, 40, 50]),
        formerAlong: Float64Array.from([0, 1, 2, 3, 4, 5]),
        along: Float64Array.from([100, 101, 102, 103, 104, 105]),
        across: Float64Array.from([40, 41, 42, 43, 44, 45]),
      },
    );
    const parts = partsOf(input);
    const rows = rowsOfParts(input, parts);
    const second = partInput(input, parts, rows, 1);
    expect([...second.rank]).toEqual([0, 1, 1]);
    expect([...second.along]).toEqual([101, 102, 104]);
    expect([...second.across]).toEqual([41, 42, 44]);
    expect([[...second.edges.from], [...second.edges.to]]).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect([...second.into.entity]).toEqual([2, 0]);
    expect([...second.into.offset]).toEqual([3, 6]);
    expect([...second.into.hint]).toEqual([40, 10]);
    expect([...second.out.entity]).toEqual([1]);
    expect([...(second.former ?? [])]).toEqual([10, 20, 40]);
    expect([...(second.formerAlong ?? [])]).toEqual([1, 2, 4]);
    expect([second.effort, second.spacing, 'shape' in second]).toEqual([
      'full',
      DEFAULT_SPACING,
      false,
    ]);
    const shape = { along: 5, across: 6 };
    expect(partInput({ ...input, shape }, parts, rows, 0).shape).toBe(shape);
    expect([...partInput(input, parts, rows, 2).rank]).toEqual([0]);
  });

  it('is what the level has where everything is one part', () => {
    const own = level([0, 4], [[0, 1]], { into: ports([0]) });
    const of = (input: LevelInput) => {
      const parts = partsOf(input);
      return partInput(input, parts, rowsOfParts(input, parts), 0);
    };
    const plain = of(own);
    expect([...plain.rank]).toEqual([0, 1]);
    expect(plain.edges).toBe(own.edges);
    expect(plain.into).toBe(own.into);
    expect(['former' in plain, 'formerAlong' in plain]).toEqual([false, false]);
    const former = new Float64Array(2);
    const formerAlong = new Float64Array(2);
    expect(of({ ...own, former }).former).toBe(former);
    expect('formerAlong' in of({ ...own, former })).toBe(false);
    expect(of({ ...own, former, formerAlong }).formerAlong).toBe(formerAlong);
  });

  it('spreads over layers what only ports touch', () => {
    const ranksOf = (count: number) => {
      const input = level(new Array<number>(count).fill(0), [], {
        into: ports(Array.from({ length: count }, (_, at) => at)),
      });
      const parts = partsOf(input);
      const { rank } = partInput(input, parts, rowsOfParts(input, parts), 0);
      return [0, 1, 2, 3].map((own) => rank.filter((at) => at === own).length);
    };
    expect(ranksOf(20)).toEqual([8, 8, 4, 0]);
    // The root of 49 times 1.6, rounded up.
    expect(ranksOf(49)).toEqual([12, 12, 12, 12]);
  });
});

describe('layoutPart', () => {
  it('sets layers one after another, each as thick as the thickest in it', () => {
    const { along, centre, alongSize, acrossSize, bends } = layoutPart(
      level(
        [0, 1, 2, 1],
        [
          [0, 1],
          [1, 2],
          [0, 3],
          [0, 2],
        ],
        { along: Float64Array.from([100, 50, 30, 70]) },
      ),
    );
    expect([...along]).toEqual([0, 164, 298, 164]);
    expect([alongSize, acrossSize]).toEqual([328, 110]);
    expect(Math.min(...centre)).toBe(20);
    expect([...bends.offsets]).toEqual([0, 0, 0, 0, 1]);
    expect([bends.enter[0], bends.leave[0]]).toEqual([164, 234]);
  });

  it('has its ports at its borders, in the order of what they lead to', () => {
    const found = layoutPart(
      level(
        [0, 1, 1],
        [
          [0, 1],
          [0, 2],
        ],
        { into: ports([0, 2]), out: ports([2, 1]) },
      ),
    );
    const [, one = 0, two = 0] = found.centre;
    const [first = 0, second = 0] = found.outCentre;
    expect(Math.sign(first - second)).toBe(Math.sign(two - one));
    expect(found.intoCentre).toHaveLength(2);
    // The padding stands between the border and what is inside.
    expect([...found.along]).toEqual([20, 184, 184]);
    expect(found.alongSize).toBe(304);
    // The port into layer 1 passes layer 0.
    expect([...found.bends.offsets]).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect([found.bends.enter[0], found.bends.leave[0]]).toEqual([20, 120]);
  });

  it('keeps ports in the order of their far ends as long as the nodes allow', () => {
    const order = (hints: readonly number[]) => {
      const { centre } = layoutPart(level([0, 0, 0], [], { into: ports([0, 1, 2], hints) }));
      return [0, 1, 2].sort((a, b) => (centre[a] ?? 0) - (centre[b] ?? 0));
    };
    expect(order([30, 10, 20])).toEqual([1, 2, 0]);
    expect(order([-5, Number.NaN, -9])).toEqual([2, 0, 1]);
  });
});

describe('layoutLevel', () => {
  const at = ({ along, across }: { along: Float64Array; across: Float64Array }) =>
    Array.from(along, (own, entity) => [own, across[entity]]);

  it('stands parts beside and under one another, and what is loose in a grid under them', () => {
    // A chain of three, two of two, and three loose ones.
    const found = layoutLevel(
      level(
        [0, 1, 2, 0, 1, 0, 1, 0, 0, 0],
        [
          [0, 1],
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ),
    );
    expect(at(found)).toEqual([
      [0, 0],
      [164, 0],
      [328, 0],
      [0, 80],
      [164, 80],
      [0, 160],
      [164, 160],
      [0, 240],
      [120, 240],
      [240, 240],
    ]);
    expect([found.alongSize, found.acrossSize]).toEqual([428, 280]);
  });

  it('fills the room under a short part beside a deep one', () => {
    // One that leads to three, 264 by 160, and six of two, 264 by 40: rows have room for 575.
    const found = layoutLevel(
      level(
        [0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
        [
          [0, 1],
          [0, 2],
          [0, 3],
          ...[4, 6, 8, 10, 12, 14].map((first): [number, number] => [first, first + 1]),
        ],
      ),
    );
    expect(at(found).filter((_, entity) => entity > 3 && entity % 2 === 0)).toEqual([
      [304, 0],
      [304, 80],
      [0, 200],
      [304, 200],
      [0, 280],
      [304, 280],
    ]);
    expect([found.alongSize, found.acrossSize]).toEqual([568, 320]);
  });

  it('begins a row anew for what is longer than the one above it', () => {
    // A deep one of two layers, then one of two and one of three layers.
    const found = layoutLevel(
      level(
        [0, 1, 1, 1, 1, 0, 1, 0, 1, 2],
        [
          [0, 1],
          [0, 2],
          [0, 3],
          [0, 4],
          [5, 6],
          [7, 8],
          [8, 9],
        ],
      ),
    );
    expect([5, 7].map((entity) => [found.along[entity], found.across[entity]])).toEqual([
      [304, 0],
      [0, 260],
    ]);
    expect([found.alongSize, found.acrossSize]).toEqual([568, 300]);
  });

  it('stands what is large and loose side by side as far as the drawing goes', () => {
    const along = Float64Array.from([300, 300, 300, 10, 10, 10, 10, 10]);
    const found = layoutLevel(
      level(new Array<number>(8).fill(0), [], { along, across: new Float64Array(8).fill(100) }),
    );
    // Two side by side are 620 by 360, which is larger in a pane of 1.6 than one in a row, 300 by 480.
    expect(at(found)).toEqual([
      [0, 0],
      [320, 0],
      [0, 120],
      ...[0, 30, 60, 90, 120].map((left) => [left, 260]),
    ]);
  });

  it('stacks parts that edges of the border lead to', () => {
    const found = layoutLevel(
      level(
        [0, 1, 0, 1, 0],
        [
          [0, 1],
          [2, 3],
        ],
        { into: ports([0, 2]) },
      ),
    );
    expect(at(found)).toEqual([
      [20, 0],
      [184, 0],
      [20, 80],
      [184, 80],
      [0, 160],
    ]);
    expect([...found.intoCentre]).toEqual([20, 103]);
    expect([found.alongSize, found.acrossSize]).toEqual([284, 200]);
  });

  it('makes a level that edges lead into no longer for a better proportion', () => {
    const [free, tied] = [false, true].map((isTied) =>
      layoutLevel(level([0, 1, 0, 0, 0, 0, 0], [[0, 1]], isTied ? { into: ports([0]) } : {})),
    );
    expect([free?.alongSize, tied?.alongSize].map((length) => Math.round(length ?? 0))).toEqual([
      340, 284,
    ]);
  });

  it('puts what is much larger before the grid', () => {
    const found = layoutLevel(
      level([0, 0, 0, 0, 0], [], {
        along: Float64Array.from([100, 400, 100, 100, 100]),
        across: Float64Array.from([40, 40, 40, 61, 40]),
      }),
    );
    expect(at(found)).toEqual([
      [0, 161],
      [0, 0],
      [120, 161],
      [0, 60],
      [240, 161],
    ]);
    expect([found.alongSize, found.acrossSize]).toEqual([400, 201]);
  });
});
