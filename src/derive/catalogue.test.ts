import { describe, expect, it } from 'vitest';
import type { PlanDocument, Register } from '../model/document.ts';
import { documentId, evidenceId, itemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { planOf } from './testing/plan.ts';

type Own = Partial<Omit<PlanDocument, 'id'>>;

const paper = (id: string, own: Own = {}): PlanDocument => ({
  id: documentId(id),
  path: `${id}.md`,
  title: id,
  exists: true,
  ...own,
});

function catalogue(
  documents: readonly PlanDocument[],
  registers: readonly Register[] = [],
  items: readonly PlanItem[] = [],
): Catalogue {
  return catalogueOf(planOf({ items: {}, content: { documents, registers, items } }).project);
}

const remarksOf = (own: Own) => catalogue([paper('d', own)]).entries[0]?.remarks;

describe('a document', () => {
  it('without remarks is there and not locked', () => {
    expect(catalogue([paper('d')]).entries).toEqual([
      { document: paper('d'), lock: 'none', remarks: [] },
    ]);
    expect(catalogue([])).toEqual({
      entries: [],
      files: 0,
      collisions: [],
      gaps: [],
      uncovered: [],
      shared: [],
      unlisted: [],
      differences: [],
    });
  });

  it('is missing when it was looked for, and unchecked when nobody looked', () => {
    expect(remarksOf({ exists: false })).toEqual(['missing']);
    const { exists: _, ...unseen } = paper('d');
    const of = (own: Own) => catalogue([{ ...unseen, ...own }]).entries[0]?.remarks;
    expect(of({})).toEqual(['unchecked']);
    expect(of({ evidence: [] })).toEqual(['unchecked']);
    expect(of({ sha256: 'aa' })).toEqual([]);
    expect(of({ evidence: [evidenceId('e')] })).toEqual([]);
    expect(remarksOf({ exists: false, sha256: 'aa' })).toEqual(['missing']);
  });

  it.each<[string, Own, string, readonly string[]]>([
    ['the same bytes', { lock: { at: 't', sha256: 'AA' }, sha256: 'aa' }, 'kept', []],
    ['other bytes', { lock: { at: 't', sha256: 'aa' }, sha256: 'bb' }, 'broken', ['lock-broken']],
    ['no bytes now', { lock: { at: 't', sha256: 'aa' } }, 'unchecked', ['lock-unchecked']],
    ['no bytes then', { lock: { at: 't' }, sha256: 'aa' }, 'unchecked', ['lock-unchecked']],
    ['no lock', { sha256: 'aa' }, 'none', []],
  ])('that is locked is compared: %s', (_, own, lock, remarks) => {
    expect(catalogue([paper('d', own)]).entries[0]).toMatchObject({ lock, remarks });
  });

  it('that is locked may be amended by another document', () => {
    const locked = paper('d', { lock: { at: 't', sha256: 'aa' }, sha256: 'bb' });
    const amending = paper('e', { amends: [documentId('d')] });
    expect(catalogue([locked, amending]).entries[0]).toMatchObject({
      lock: 'amended',
      remarks: [],
    });
  });

  it('that is locked is no proposal', () => {
    const lock = { at: 't', sha256: 'aa' };
    const maturity = ['draft', 'proposed'];
    expect(remarksOf({ lock, sha256: 'aa', maturity })).toEqual(['locked-proposed']);
    expect(remarksOf({ lock, sha256: 'aa', maturity: ['draft'] })).toEqual([]);
    expect(remarksOf({ sha256: 'aa', maturity })).toEqual([]);
  });
});

describe('numbers', () => {
  it('name one file of a register', () => {
    const found = catalogue([
      paper('a', { register: 'r', number: '7' }),
      paper('b', { register: 'r', number: '7' }),
      paper('c', { register: 's', number: '7' }),
      paper('d', { register: 'r', number: '8' }),
      paper('e', { register: 'r', number: '8', path: 'd.md' }),
      paper('f', { register: 'r' }),
      paper('g', { register: 'r' }),
      paper('h', { number: '1' }),
      paper('i', { number: '1' }),
    ]);
    expect(found.collisions).toEqual([
      { register: 'r', number: '7', documents: ['a', 'b'] },
      { number: '1', documents: ['h', 'i'] },
    ]);
    expect(found.entries.filter(({ remarks }) => remarks.includes('number-shared')).length).toBe(4);
    expect(found.files).toBe(8);
  });

  const numbered = (numbers: readonly string[], own: Own = {}) =>
    numbers.map((number, at) => paper(`${own.phase ?? ''}${at}`, { number, ...own }));

  it('leave out what stands between the first and the last', () => {
    expect(catalogue(numbered(['009', '012', '003'])).gaps).toEqual([
      { numbers: ['004', '005', '006', '007', '008', '010', '011'], count: 7 },
    ]);
    expect(catalogue(numbered(['1', '2', '3', '2'])).gaps).toEqual([]);
    expect(catalogue(numbered(['9', '11'])).gaps).toEqual([{ numbers: ['10'], count: 1 }]);
  });

  it('are whole and not too long', () => {
    expect(catalogue(numbered(['1', '2a', 'b', '-5', '3'])).gaps).toEqual([
      { numbers: ['2'], count: 1 },
    ]);
    expect(catalogue(numbered(['1', '1234567890'])).gaps).toEqual([]);
    expect(catalogue(numbered(['123456789', '123456791'])).gaps[0]?.count).toBe(1);
  });

  it('that are left out are listed up to fifty, and counted', () => {
    const [gap] = catalogue(numbered(['1', '40', '100'])).gaps;
    expect(gap?.count).toBe(97);
    expect(gap?.numbers).toHaveLength(50);
    expect(gap?.numbers.at(-1)).toBe('52');
  });

  it('are looked at in each register and each phase of it', () => {
    const phase = itemId('p');
    const documents = [
      ...numbered(['1', '3'], { register: 'r', phase }),
      ...numbered(['2'], { register: 'r' }),
      ...numbered(['5', '7'], { register: 's' }),
    ];
    expect(catalogue(documents).gaps).toEqual([
      { register: 'r', phase: 'p', numbers: ['2'], count: 1 },
      { register: 's', numbers: ['6'], count: 1 },
    ]);
  });
});

describe('steps', () => {
  const item = (id: string, kind: string, parent?: string): PlanItem => ({
    id: itemId(id),
    kind,
    title: id,
    ...(parent === undefined ? {} : { parent: itemId(parent) }),
  });
  const steps = (...ids: readonly string[]) => ({ steps: ids.map(itemId) });

  it('of the kinds that documents serve are covered, or listed by their parent', () => {
    const items = [
      item('P', 'phase'),
      item('1', 'step', 'P'),
      item('2', 'step', 'P'),
      item('3', 'step'),
      item('4', 'step', 'P'),
    ];
    expect(catalogue([paper('a', steps('1', 'nowhere'))], [], items).uncovered).toEqual([
      { parent: 'P', steps: ['2', '4'] },
      { steps: ['3'] },
    ]);
    expect(catalogue([paper('a')], [], items).uncovered).toEqual([]);
  });

  it('are served by one file of a register', () => {
    const found = catalogue([
      paper('a', { register: 'r', ...steps('1', '1', '2') }),
      paper('b', { register: 'r', ...steps('1') }),
      paper('c', { register: 's', ...steps('2') }),
      paper('d', { register: 's', path: 'c.md', ...steps('2') }),
    ]);
    expect(found.shared).toEqual([{ step: '1', documents: ['a', 'b'] }]);
    expect(found.entries.map(({ remarks }) => remarks.includes('step-shared'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('registers', () => {
  it('say which files they do not list', () => {
    const registers = [
      { id: 'r', title: 'R', unlisted: ['x.md', 'y.md'] },
      { id: 's', title: 'S' },
    ];
    expect(catalogue([], registers).unlisted).toEqual([
      { register: 'r', path: 'x.md' },
      { register: 'r', path: 'y.md' },
    ]);
  });

  const both = (a: Own, b: Own) =>
    catalogue([
      paper('a', { path: 'same.md', register: 'r', ...a }),
      paper('b', { path: 'same.md', register: 's', ...b }),
    ]);

  it.each<['phase' | 'steps' | 'status' | 'number', Own, Own]>([
    ['phase', { phase: itemId('1') }, { phase: itemId('2') }],
    ['steps', { steps: [itemId('1')] }, { steps: [itemId('1'), itemId('2')] }],
    ['status', { status: 'done' }, { status: 'open' }],
    ['number', { number: '1' }, { number: '2' }],
  ])('may differ in the %s of a file', (name, a, b) => {
    const found = both(a, b);
    expect(found.differences).toEqual([{ path: 'same.md', documents: ['a', 'b'], in: [name] }]);
    expect(found.entries.map(({ remarks }) => remarks)).toEqual([
      ['registers-differ'],
      ['registers-differ'],
    ]);
    expect(both(a, a).differences).toEqual([]);
    expect(both(a, {}).differences).toEqual([]);
    expect(both(a, { ...b, register: 'r' }).differences).toEqual([]);
  });
});
