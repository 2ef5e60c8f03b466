import { describe, expect, it } from 'vitest';
import { lostFields } from './lost-fields.ts';

describe('what a page made nothing of', () => {
  it('is what was written and not read, value by value', () => {
    expect(
      lostFields('?depth=-1&state=failed&state=bogus&item=W3&page=2&q=', {
        depth: undefined,
        state: ['failed'],
        item: 'W3',
        page: 2,
      }),
    ).toEqual([
      { name: 'depth', value: '-1' },
      { name: 'state', value: 'bogus' },
    ]);
  });

  it('is nothing of a link that was read as it stands', () => {
    expect(lostFields('', {})).toEqual([]);
    expect(lostFields('?a=undefined', { a: undefined })).toHaveLength(1);
    expect(lostFields('?a=x&a=x', { a: ['x'] })).toEqual([]);
  });
});
