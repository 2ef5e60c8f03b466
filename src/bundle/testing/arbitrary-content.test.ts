import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildProject } from '../../model/build-project.ts';
import { arbitraryContent } from './arbitrary-content.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 120_000 });

describe('arbitraryContent', () => {
  it('is plain JSON: nothing is lost on the wire', () => {
    fc.assert(
      fc.property(arbitraryContent(), (content) => {
        expect(JSON.parse(JSON.stringify(content))).toEqual(content);
      }),
    );
  });

  it('has dependencies only on items that exist and come before, unless asked otherwise', () => {
    fc.assert(
      fc.property(arbitraryContent(), (content) => {
        const position = new Map(content.items.map((item, index) => [item.id, index]));
        for (const { item, on } of content.dependencies) {
          expect(position.get(on) ?? Number.NaN).toBeLessThan(position.get(item) ?? Number.NaN);
        }
      }),
    );
  });

  it('reaches every kind of condition', () => {
    const seen = new Set<string>();
    const visit = (condition: { readonly kind: string; readonly of?: unknown }): void => {
      seen.add(condition.kind);
    };
    for (const content of fc.sample(arbitraryContent(), { numRuns: 200, seed: 1 })) {
      for (const gate of buildProject(content).index.gates.values())
        for (const condition of gate.conditions) visit(condition);
    }
    expect([...seen].sort()).toHaveLength(19);
  });
});
