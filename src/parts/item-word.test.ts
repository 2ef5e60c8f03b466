import { describe, expect, it } from 'vitest';
import { formatCount } from '../lib/format/list.ts';
import { projectId } from '../model/ids.ts';
import { itemForms } from './item-word.ts';

describe('the word for an item', () => {
  it('is the project’s own, or else item', () => {
    const plain = { id: projectId('p'), title: 'Plan' };
    const own = { ...plain, itemWord: { one: 'wave', other: 'waves' } };
    expect([1, 2].map((count) => formatCount(count, itemForms(own)))).toEqual([
      '1 wave',
      '2 waves',
    ]);
    expect([1, 2].map((count) => formatCount(count, itemForms(plain)))).toEqual([
      '1 item',
      '2 items',
    ]);
  });
});
