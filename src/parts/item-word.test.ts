import { describe, expect, it } from 'vitest';
import { formatCount } from '../lib/format/list.ts';
import { en } from './wording/item-words.ts';
import { de } from './wording/item-words-de.ts';

const wave = { one: 'wave', other: 'waves' };
const sortie = { one: 'sortie', other: 'sorties' };

describe('the word for an item', () => {
  it.each([
    [en, undefined, ['1 item', '2 items']],
    [en, wave, ['1 wave', '2 waves']],
    [de, undefined, ['1 Vorgang', '2 Vorgänge']],
    [de, wave, ['1 Welle', '2 Wellen']],
    [de, sortie, ['1 sortie', '2 sorties']],
  ])('is the project’s own, or else the language’s', (words, own, said) => {
    expect([1, 2].map((count) => formatCount(count, words(own)))).toEqual(said);
  });
});
