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
    digests: ['2d3f6940', '33a3b023', 'a30a4d96', 'e067ac91', '821da696', 'f6faca97'],
    gone: ['3dda8bca', '44a3bf58', '8fb30e69'],
  },
  {
    name: 'edges that lead back, double edges and loops',
    wish: { nodes: 12, edges: 30, back: 0.3, reach: 5, direction: 'down' },
    digests: ['c4ebda2e', 'fa4e2d49', '9516929d', '9b85ba2c', '34dbc501', '43cea7f2'],
    gone: ['9e4de75f', 'df2825c1', 'e425dbc1'],
  },
  {
    name: 'what hangs together in several parts',
    wish: { nodes: 40, edges: 22, reach: 3 },
    digests: ['eadd2f09', '2eee31cc', 'c546023f', 'ee7f043d', '94282c23', '1b0ad2dd'],
    gone: ['89ffb6d6', '112d08d9', 'd2560178'],
  },
  {
    name: 'many crossings',
    wish: { nodes: 60, edges: 130, reach: 20 },
    digests: ['590a3735', 'bd4d8c59', 'fd0e038f', '70f87b28', 'b2e0a473', 'b12ac0c5'],
    gone: ['3b81ff2f', '4053ede4', 'e8c289a9'],
  },
  {
    name: 'groups in groups',
    wish: { nodes: 30, edges: 45, groups: 5, back: 0.1, loose: 0.2, reach: 12 },
    digests: ['13a76fd9', 'c3e89ff5', '64bd1263', 'e5187204', '2f8c9ab6', '08b8e57f'],
    gone: ['83035d19', 'a16d08a2', '3017fa17'],
  },
  {
    name: 'groups, leading down',
    wish: { nodes: 24, edges: 30, groups: 4, back: 0.1, loose: 0.1, reach: 8, direction: 'down' },
    digests: ['c5496556', 'edf998d4', '3a5b9734', '21e38632', '9fe43df6', '08a9807f'],
    gone: ['690f04d9', '26f12780', '6b8bc562'],
  },
  {
    name: 'groups of which many are loose',
    wish: { nodes: 40, edges: 10, groups: 8, loose: 0.3, reach: 6 },
    digests: ['31abfb34', '8fdc0334', 'aad445ee', 'df202a1e', 'd0afb4b6', '29b25a33'],
    gone: ['be1a86a2', 'ca4ff56f', '575b8ec3'],
  },
  {
    name: 'a draft of groups',
    wish: { nodes: 30, edges: 45, groups: 5, back: 0.1, loose: 0.2, reach: 12 },
    more: { draft: true },
    digests: ['a5fa9835', '65f612ab', '763be0c5', 'd1455b8a', '93a4cba5', '23196a67'],
    gone: ['6b6a9c97', 'd45a644d', '4a6294ae'],
  },
  {
    name: 'other distances',
    wish: { nodes: 20, edges: 30, groups: 3, reach: 8 },
    more: { spacing: { layer: 31, node: 7, edge: 3, padding: 11, title: 17, part: 23 } },
    digests: ['e38076e9', 'cac8b53b', '5915d54f', 'de7e05eb', 'ffd66d50', '4520aaa8'],
    gone: ['fe177739', 'dadfcae3', 'b31b0c70'],
  },
  {
    name: 'rows, where a drawing is long',
    wish: { nodes: 60, edges: 90, reach: 4, scale: 10 },
    more: { fold: true },
    digests: ['4981dd13', 'd282dc21', '23246690', 'ad8c7e64', '43c4771d', '86c12aee'],
    gone: ['a407b699', '1b0225ef', '70e23306'],
  },
  {
    name: 'columns, where a layer is full',
    wish: { nodes: 80, edges: 100, hub: 0.8, scale: 10, even: true },
    more: { fold: true },
    digests: ['1a885eb7', '04803d19', '09d7c4b7', 'be98080e', '5c34a42b', 'acc36f19'],
    gone: ['3462d139', 'e0e69f99', 'a2189a4f'],
  },
  {
    name: 'rows in groups',
    wish: { nodes: 60, edges: 100, groups: 4, reach: 5, scale: 10, direction: 'down' },
    more: { fold: true },
    digests: ['6c267b85', '85ff1fd4', '5d235055', 'e3cca238', '9ba66564', '82b596ff'],
    gone: ['0863b930', '7dc550e2', 'f7098b4b'],
  },
];

const seeds = [1, 2, 3, 4, 5, 6];

describe('the same drawing in every release', () => {
  it.each(kinds)('of $name', ({ wish, more, digests }) => {
    const found = seeds.map((seed) =>
      digestOf(layoutGraph({ ...inputOf(drawnCase(seed, wish)), ...more })),
    );
    expect(found).toEqual(digests);
  });

  it.each(kinds)('of $name, going on from a former one', ({ wish, more, gone }) => {
    const found = seeds.slice(0, 3).map((seed) => {
      const own = drawnCase(seed, wish);
      const before = layoutGraph({ ...inputOf(own), ...more });
      return digestOf(layoutGraph({ ...goingOn(own, before, 4 + seed), ...more }));
    });
    expect(found).toEqual(gone);
  });
});
