import { describe, expect, it } from 'vitest';
import { parseIndex } from './parse-index.ts';
import { isSafePath } from './paths.ts';

const read = (value: unknown) =>
  parseIndex(new TextEncoder().encode(JSON.stringify(value)), 'index.json');
const project = {
  id: 'shop',
  title: 'Shop',
  revisions: [{ id: 'r1', createdAt: '2026-05-04T09:00:00Z', path: 'projects/shop/r1/' }],
};

describe('parseIndex', () => {
  it('lists projects and revisions as they stand', () => {
    expect(read({ wavegate: '1.0.0', projects: [project] })).toEqual({
      projects: [project],
      problems: [],
    });
  });

  it('leaves out what cannot be read and keeps the rest', () => {
    const index = read({
      wavegate: '1.0.0',
      projects: [
        { id: 'broken' },
        { ...project, revisions: [{ id: 'r0', path: '../secret' }, ...project.revisions] },
        { ...project, title: 'Again' },
        { ...project, id: 'odd', mood: 'good', revisions: [{ id: 'r', path: 'r', label: 5 }] },
      ],
    });
    expect(index.projects.map(({ id, revisions }) => [id, revisions.map((one) => one.id)])).toEqual(
      [
        ['shop', ['r1']],
        ['odd', ['r']],
      ],
    );
    expect(index.problems.map(({ code, path }) => [code, path])).toEqual([
      ['title-missing', '/projects/0'],
      ['record-unreadable', '/projects/0'],
      ['unsafe-path', '/projects/1/revisions/0/path'],
      ['duplicate-id', '/projects/2'],
      ['member-unknown', '/projects/3/mood'],
      ['member-left-out', '/projects/3/revisions/0/label'],
    ]);
  });

  it.each([
    [[], 'not-an-object'],
    [{ projects: [] }, 'version-missing'],
    [{ wavegate: '2.0.0', projects: [] }, 'version-unsupported'],
    [{ wavegate: '1.0.0', projects: {} }, 'collection-unreadable'],
  ])('says why %j lists nothing', (value, code) => {
    expect(read(value)).toMatchObject({ projects: [], problems: [{ code }] });
  });
});

describe('isSafePath', () => {
  it.each(['a', 'a/b.json', 'é/日本 1.json', '...', '.hidden', 'a..b'])('allows %j', (path) => {
    expect(isSafePath(path)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    'a/../b',
    './a',
    '/a',
    '//host/a',
    'a//b',
    'a/',
    'C:/a',
    'c:a',
    'file:a',
    'https://x/y',
    'javascript:x',
    'a\\b',
    'a\0',
    'a\nb',
    'a\u202eb',
    'a\ud800',
    'x'.repeat(1025),
  ])('refuses %j', (path) => {
    expect(isSafePath(path)).toBe(false);
  });
});
