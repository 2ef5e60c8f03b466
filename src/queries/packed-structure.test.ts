import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanStructure } from '../derive/types.ts';
import { itemId, projectId, revisionId } from '../model/ids.ts';
import { packStructure, unpackStructure } from './packed-structure.ts';

const ids = fc.constantFrom('a', 'b', 'c', '', '__proto__', 'a b').map(itemId);
const optional = <T>(of: fc.Arbitrary<T>, key: string) =>
  fc.option(of, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));

const structures: fc.Arbitrary<PlanStructure> = fc.record({
  info: fc.constant({ id: projectId('p'), title: 'P' }),
  revision: fc.constant({ id: revisionId('1'), createdAt: '2026-01-01T00:00:00Z' }),
  sample: fc.boolean(),
  items: fc.array(
    fc
      .tuple(
        fc.record({ id: ids, kind: fc.constantFrom('phase', 'wave'), title: fc.string() }),
        optional(ids, 'parent'),
        optional(fc.integer(), 'order'),
      )
      .map(([item, parent, order]) => ({ ...item, ...parent, ...order })),
  ),
  dependencies: fc.array(
    fc
      .tuple(
        fc.record({ item: ids, on: ids }),
        optional(fc.boolean(), 'optional'),
        optional(fc.string(), 'condition'),
      )
      .map(([dependency, flag, condition]) => ({ ...dependency, ...flag, ...condition })),
  ),
});

describe('packStructure', () => {
  it('comes back as it was, through the clone between threads', () => {
    fc.assert(
      fc.property(structures, (structure) => {
        expect(unpackStructure(structuredClone(packStructure(structure)))).toEqual(structure);
      }),
    );
  });
});
