import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGrammar, type KnownIds, readReferences } from './references.ts';

function known(ids: readonly string[], before: readonly string[] = ids): KnownIds {
  const set = new Set(ids);
  return { has: (id) => set.has(id), all: ids, before };
}

const count = (prefix: string, from: number, to: number, width = 0): string[] =>
  Array.from(
    { length: to - from + 1 },
    (_, k) => `${prefix}${String(from + k).padStart(width, '0')}`,
  );

const phases = known(count('', 0, 12));
const targets = (text: string, ids: KnownIds = phases): readonly string[] =>
  readReferences(text, ids).flatMap((reference) => reference.targets);

describe('tokens of real dependency columns', () => {
  it.each([
    'none',
    'None',
    '—',
    '-',
    '--',
    'nothing.',
    'Nothing (first phase)',
    '',
    'N/A',
    '`none`',
  ])('%j needs nothing', (text) => expect(readReferences(text, phases)).toEqual([]));

  it.each<[string, readonly string[], KnownIds?]>([
    ['0-4', ['0', '1', '2', '3', '4']],
    ['2–6', ['2', '3', '4', '5', '6']],
    ['Phases 3-10', count('', 3, 10)],
    ['Phase 3, Phase 5 and 7', ['3', '5', '7']],
    ['03-01,02', ['03-01', '03-02'], known(['03-01', '03-02', '03-03'])],
    ['LMJ-1 to LMJ-3', count('LMJ-', 1, 3), known(count('LMJ-', 1, 9))],
    ['SB-10..13', count('SB-', 10, 13), known(count('SB-', 0, 13))],
    ['EXIST-01 through EXIST-12', count('EXIST-', 1, 12, 2), known(count('EXIST-', 1, 12, 2))],
    ['S00/W000-002', count('S00/W', 0, 2, 3), known(count('S00/W', 0, 2, 3))],
    ['F-57-2/3/4', ['F-57-2', 'F-57-3', 'F-57-4'], known(count('F-57-', 1, 4))],
    ['T6/T7', ['T6', 'T7'], known(['T6', 'T7'])],
    ['Sprint 1.16, 3.14', ['1.16', '3.14'], known(['1.16', '3.14'])],
    ['API-NOTE-*', ['API-NOTE-1', 'API-NOTE-2'], known(['API-NOTE-1', 'API-NOTE-2', 'API-NOTES'])],
    ['M-1', ['M-1'], known(['M-1', 'M-2'])],
  ])('%j', (text, expected, ids) => expect(targets(text, ids ?? phases)).toEqual(expected));

  it('keeps words in brackets as a condition', () => {
    expect(readReferences('1, 2–6 (any shipped subset)', phases)).toMatchObject([
      { raw: '1', targets: ['1'] },
      { raw: '2–6 (any shipped subset)', condition: 'any shipped subset' },
    ]);
    expect(readReferences('Phase 3 (accounting required for bills/expenses)', phases)).toEqual([
      {
        raw: 'Phase 3 (accounting required for bills/expenses)',
        targets: ['3'],
        unknown: [],
        condition: 'accounting required for bills/expenses',
      },
    ]);
    expect(readReferences('Phase 3-8 (US1-US6)', phases)).toMatchObject([
      { targets: count('', 3, 8), condition: 'US1-US6' },
    ]);
  });

  it('takes what stands above', () => {
    const ids = known(['A', 'B', 'C', 'D13'], ['A', 'B']);
    expect(targets('All above', ids)).toEqual(['A', 'B']);
    expect(targets('above + D13', ids)).toEqual(['A', 'B', 'D13']);
  });

  it('knows a wish from a need', () => {
    expect(readReferences('US1 helpful but not required', known(['US1', 'US2']))).toEqual([
      {
        raw: 'US1 helpful but not required',
        targets: ['US1'],
        unknown: [],
        condition: 'helpful but not required',
        optional: true,
      },
    ]);
  });
});

describe('what is not there', () => {
  it('is never matched by how it begins', () => {
    expect(readReferences('W1', known(['W10', 'W11']))).toEqual([
      { raw: 'W1', targets: ['W1'], unknown: ['W1'] },
    ]);
    expect(targets('W5', known(['W5', 'W5A', 'W50']))).toEqual(['W5']);
    expect(targets('W4-W6', known(['W4', 'W5', 'W5A', 'W6', 'W50']))).toEqual([
      'W4',
      'W5',
      'W6',
      'W5A',
    ]);
  });

  it('is named, also inside a range', () => {
    expect(readReferences('1-3', known(['1', '3']))).toEqual([
      { raw: '1-3', targets: ['1', '2', '3'], unknown: ['2'] },
    ]);
    expect(readReferences('the usual suspects', phases)).toEqual([
      {
        raw: 'the usual suspects',
        targets: ['the usual suspects'],
        unknown: ['the usual suspects'],
      },
    ]);
  });

  it('an id that exists as it stands is no range', () => {
    expect(targets('03-01', known(['03-01', '03', '01']))).toEqual(['03-01']);
  });

  it('names of one plan can be given', () => {
    const grammar = { ...defaultGrammar, aliases: { spine: ['1', '3'] } };
    expect(readReferences('Spine, 4', phases, grammar).flatMap((r) => r.targets)).toEqual([
      '1',
      '3',
      '4',
    ]);
  });
});

it('never throws, never invents, and keeps every token', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      for (const { raw, targets: found, unknown } of readReferences(text, phases)) {
        expect(text.replace(/\u00a0/g, ' ')).toBeTypeOf('string');
        expect(raw).not.toBe('');
        expect(found.filter((id) => !phases.has(id))).toEqual(unknown);
      }
    }),
    { numRuns: 500 },
  );
});
