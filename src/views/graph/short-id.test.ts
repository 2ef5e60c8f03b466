import { describe, expect, it } from 'vitest';
import { partsOfId, shortId } from './short-id.ts';

describe('an id without room', () => {
  it('keeps its end, by which it differs from its neighbours', () => {
    expect(shortId('pipeline/build-linux-arm64', 16)).toBe('pipeli…nux-arm64');
    expect(partsOfId('pipeline/build-linux-arm64')).toEqual(['pipeline/build-li', 'nux-arm64']);
  });

  it('stays whole where it fits, and is never longer than its room', () => {
    expect(shortId('W3', 5)).toBe('W3');
    expect(partsOfId('S00/W000-002')).toEqual(['S00/W000-002', '']);
    for (let room = 1; room < 30; room += 1) {
      expect([...shortId('a'.repeat(40), room)]).toHaveLength(room);
    }
  });
});
