import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePlan, scaled } from '../../bench/plans/generate.ts';
import { beginPlan } from './parse-plan.ts';
import { Beginning, PlanSkimmer, skimPlan } from './skim-plan.ts';
import { writeBundle } from './write-bundle.ts';

const encoder = new TextEncoder();

function written(changes: Record<string, unknown> = {}): Uint8Array {
  const bytes = writeBundle(generatePlan(scaled(1_000, 1))).get('bundle.json');
  if (bytes === undefined) throw new Error('The writer has written nothing');
  if (Object.keys(changes).length === 0) return bytes;
  const parsed: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytes));
  return encoder.encode(JSON.stringify({ ...parsed, ...changes }));
}

describe('skimPlan', () => {
  it('gives the outline of the whole plan', () => {
    const bytes = written();
    const skimmed = skimPlan(bytes, 'bundle.json');
    expect(skimmed).toBeDefined();
    expect(skimmed).toEqual(beginPlan(bytes, 'bundle.json').outline);
  });

  it('does not wait for what comes after the dependencies', () => {
    const bytes = written();
    const text = new TextDecoder().decode(bytes);
    const broken = encoder.encode(text.replace('"gates"', '"gates'));
    expect(skimPlan(broken, 'bundle.json')).toBeDefined();
    expect(beginPlan(broken, 'bundle.json').finish().content).toBeUndefined();
  });

  it('leaves to the whole reading what has a fault, is small, or stands in another order', () => {
    const root: Record<string, unknown> = JSON.parse(new TextDecoder().decode(written()));
    const { items, dependencies, ...others } = root;
    const last = { ...others, items, dependencies };
    expect(skimPlan(encoder.encode(JSON.stringify(last)), 'bundle.json')).toBeUndefined();
    const faulty = { items: [...(Array.isArray(items) ? items : []), { id: 7 }] };
    expect(skimPlan(written(faulty), 'bundle.json')).toBeUndefined();
    const small = writeBundle(generatePlan(scaled(50, 1))).get('bundle.json');
    expect(small && skimPlan(small, 'bundle.json')).toBeUndefined();
    expect(skimPlan(encoder.encode('{'.repeat(2_000_000)), 'bundle.json')).toBeUndefined();
    expect(skimPlan(new Uint8Array(2_000_000).fill(0x22), 'bundle.json')).toBeUndefined();
  });

  it('comes to the same while the file is on its way, wherever it is cut', () => {
    const bytes = written();
    const whole = skimPlan(bytes, 'bundle.json');
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length - 1), { maxLength: 30 }), (cuts) => {
        const skimmer = new PlanSkimmer('bundle.json');
        const told = [...cuts.toSorted((a, b) => a - b), bytes.length].flatMap((cut) => {
          const found = skimmer.add(bytes.subarray(0, cut), bytes.length);
          if (found !== undefined) expect(found.end).toBeLessThanOrEqual(cut);
          return found ?? [];
        });
        expect(told.map(({ outline }) => outline)).toEqual([whole]);
      }),
      { numRuns: 5 },
    );
  });

  it('finds a text that is cut behind its backslash, and the end of a root without the members', () => {
    const text = (value: unknown) => encoder.encode(JSON.stringify(value));
    const tricky = { project: { name: 'a"]}\\' }, revision: {}, dependencies: [], items: ['"'] };
    for (const [value, expected] of [
      [{ ...tricky, gates: [] }, text(tricky).length - 1],
      [{ items: [], dependencies: [] }, undefined],
    ] as const) {
      const bytes = text(value);
      const ends = new Set<number | undefined>();
      for (let cut = 0; cut <= bytes.length; cut += 1) {
        const beginning = new Beginning();
        const first = beginning.in(bytes.subarray(0, cut));
        const end = first ?? beginning.in(bytes);
        ends.add(end === 'none' ? undefined : end);
      }
      expect([...ends]).toEqual([expected]);
    }
  });

  it('never shows a sample as the real thing', () => {
    const { sample: _, ...real }: Record<string, unknown> = JSON.parse(
      new TextDecoder().decode(written()),
    );
    const bytesOf = (root: unknown) => encoder.encode(JSON.stringify(root));
    expect(skimPlan(bytesOf(real), 'bundle.json')?.sample).toBeUndefined();
    expect(skimPlan(bytesOf(real), 'bundle.json')).toBeDefined();
    expect(skimPlan(bytesOf({ ...real, sample: true }), 'bundle.json')).toBeUndefined();
  });
});
