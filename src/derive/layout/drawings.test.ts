import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout.ts';
import { inputOf } from './testing/cases.ts';
import { type Drawn, digestOf, drawnCase, goingOn } from './testing/drawings.ts';
import type { LayoutInput } from './types.ts';

/**
 * The same plan is drawn in the same way on every machine and in every release. A change here moves the
 * picture that everybody knows and has to be meant; then the new digests are written down.
 */
const kinds: readonly {
  readonly name: string;
  readonly wish: Drawn;
  readonly more?: Partial<LayoutInput>;
  readonly digests: readonly string[];
  /** When it goes on from a former one, of which some nodes are not known. */
  readonly gone: readonly string[];
}[] = [
  {
    name: 'a few nodes and edges',
    wish: { nodes: 9, edges: 12 },
    digests: ['2d3f6940', '33a3b023', 'a30a4d96', 'e067ac91'],
    gone: ['1e33f0d2', '8e38a300'],
  },
  {
    name: 'edges that lead back, double edges and loops',
    wish: { nodes: 12, edges: 30, back: 0.3, reach: 5, direction: 'down' },
    digests: ['c4ebda2e', 'fa4e2d49', '9516929d', '9b85ba2c'],
    gone: ['f374d039', '7bcf5ae9'],
  },
  {
    name: 'what hangs together in several parts',
    wish: { nodes: 40, edges: 22, reach: 3 },
    digests: ['eadd2f09', '4c7dac57', 'e83e263a', 'ee7f043d'],
    gone: ['590e4769', '92b85758'],
  },
  {
    name: 'many crossings',
    wish: { nodes: 36, edges: 80, reach: 14 },
    digests: ['a06e8eda', 'aebfb2f3', '00fdc433', '7abc6269'],
    gone: ['de7526fb', 'c2d00913'],
  },
  {
    name: 'groups in groups',
    wish: { nodes: 24, edges: 34, groups: 5, back: 0.1, loose: 0.2, reach: 12 },
    digests: ['3c869feb', '9e873be8', '553f0104', '23b19b65'],
    gone: ['f3d42274', '9b1d7e2d'],
  },
  {
    name: 'groups, leading down',
    wish: { nodes: 24, edges: 30, groups: 4, back: 0.1, loose: 0.1, reach: 8, direction: 'down' },
    digests: ['c5496556', 'edf998d4', '3a5b9734', '21e38632'],
    gone: ['ba93dab4', '99aa1cc6'],
  },
  {
    name: 'groups of which many are loose',
    wish: { nodes: 24, edges: 8, groups: 6, loose: 0.3, reach: 6 },
    digests: ['57cf05dd', 'c73079c8', 'a0bb0fdd', '1e545b3d'],
    gone: ['aa849c3e', 'e06fab5c'],
  },
  {
    name: 'a draft of groups',
    wish: { nodes: 24, edges: 34, groups: 5, back: 0.1, loose: 0.2, reach: 12 },
    more: { draft: true },
    digests: ['bef23df7', '86f40403', '7baf24ea', '75a3a245'],
    gone: ['605b4c8d', 'fed1aa05'],
  },
  {
    name: 'other distances',
    wish: { nodes: 20, edges: 30, groups: 3, reach: 8 },
    more: { spacing: { layer: 31, node: 7, edge: 3, padding: 11, title: 17, part: 23 } },
    digests: ['e38076e9', 'cac8b53b', '5915d54f', 'de7e05eb'],
    gone: ['946ee864', '09d3273a'],
  },
  {
    name: 'rows, where a drawing is long',
    wish: { nodes: 36, edges: 50, reach: 4, scale: 16 },
    more: { fold: true },
    digests: ['d8c42acd', 'b23f15b6', '0042c77d', '035c1c0c'],
    gone: ['f5ad71d7', '7af7fd07'],
  },
  {
    name: 'columns, where a layer is full',
    wish: { nodes: 60, edges: 70, hub: 0.85, scale: 16, even: true },
    more: { fold: true },
    digests: ['92af0eda', 'ac8de6d5', '1aa7a2ee', 'e64c6d60'],
    gone: ['37c923ac', 'aeb20863'],
  },
  {
    name: 'rows in groups',
    wish: { nodes: 40, edges: 60, groups: 1, loose: 0.1, reach: 4, scale: 16, direction: 'down' },
    more: { fold: true },
    digests: ['e38a32e0', 'ee6643dc', '05be5b37', '42100950'],
    gone: ['737b6804', '48bb3bd4'],
  },
];

const seeds = [1, 2, 3, 4];

describe('the same drawing in every release', () => {
  it.each(kinds)('of $name', ({ wish, more, digests }) => {
    const found = seeds.map((seed) =>
      digestOf(layoutGraph({ ...inputOf(drawnCase(seed, wish)), ...more })),
    );
    expect(found).toEqual(digests);
  });

  it.each(kinds)('of $name, going on from a former one', ({ wish, more, gone }) => {
    const found = seeds.slice(0, 2).map((seed) => {
      const own = drawnCase(seed, wish);
      const before = layoutGraph({ ...inputOf(own), ...more });
      return digestOf(layoutGraph({ ...goingOn(own, before, 4 + seed), ...more }));
    });
    expect(found).toEqual(gone);
  });
});
