import { describe, expect, it } from 'vitest';
import { ResultMap } from './result-map.ts';

/** A result that counts how often it was put under its id. */
function result(id: string) {
  const own = {
    puts: 0,
    get id() {
      own.puts += 1;
      return id;
    },
  };
  return own;
}

describe('results by id', () => {
  it('are those of the list, without what was not judged', () => {
    const [a, b] = [result('a'), result('b')];
    expect([...new ResultMap().next([undefined, a, undefined, b])]).toEqual([
      ['a', a],
      ['b', b],
    ]);
  });

  it('are put in anew only where they are others, and what was given before stays as it was', () => {
    const results = new ResultMap<string, ReturnType<typeof result>>();
    const [a, b, other] = [result('a'), result('b'), result('b')];
    const list = [a, b];
    const before = results.next(list);
    // The list belongs to the engine, which writes into it.
    list[1] = other;
    const after = results.next(list);
    expect(before.get('b')).toBe(b);
    expect(after.get('b')).toBe(other);
    expect(after.get('a')).toBe(a);
    expect([a.puts, b.puts, other.puts]).toEqual([1, 1, 1]);
    expect(results.next(list)).not.toBe(after);
    expect([a.puts, b.puts, other.puts]).toEqual([1, 1, 1]);
  });
});
