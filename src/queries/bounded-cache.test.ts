import { describe, expect, it, vi } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

describe('BoundedCache', () => {
  it('asks once while the question is under way, and once for all', async () => {
    const cache = new BoundedCache<number>(2);
    const make = vi.fn(async () => 1);
    expect(await Promise.all([cache.get('a', make), cache.get('a', make)])).toEqual([1, 1]);
    await cache.get('a', make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('forgets what was used longest ago', async () => {
    const cache = new BoundedCache<string>(2);
    const make = vi.fn(async () => '');
    await cache.get('a', make);
    await cache.get('b', make);
    await cache.get('a', make);
    await cache.get('c', make);
    expect(make).toHaveBeenCalledTimes(3);
    await cache.get('a', make);
    expect(make).toHaveBeenCalledTimes(3);
    await cache.get('b', make);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it('keeps no failure, thrown or answered', async () => {
    const cache = new BoundedCache<boolean>(2, (value) => value);
    const make = vi.fn(async () => false);
    await cache.get('a', make);
    await cache.get('a', make);
    expect(make).toHaveBeenCalledTimes(2);
    const fail = vi.fn(async (): Promise<boolean> => {
      throw new Error('no');
    });
    await expect(cache.get('b', fail)).rejects.toThrow('no');
    await expect(cache.get('b', fail)).rejects.toThrow('no');
    expect(fail).toHaveBeenCalledTimes(2);
  });
});
