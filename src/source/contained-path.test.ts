import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containedPath, pathToUrl } from './contained-path.ts';

describe('containedPath', () => {
  it.each([
    'bundle.json',
    'evidence/run 1/report.xml',
    'evidence/100%.csv',
    'evidence/ü#1?.txt',
    'a/..b/c..',
    '...x/y',
  ])('accepts %j as it is', (path) => {
    expect(containedPath(path)).toEqual({ ok: true, value: path });
  });

  it('drops a leading ./', () => {
    expect(containedPath('./a/b')).toEqual({ ok: true, value: 'a/b' });
  });

  it.each([
    '',
    '/etc/passwd',
    '//evil/x',
    '..',
    '../x',
    'a/../../x',
    'a/./b',
    'a//b',
    'a/',
    'a\\..\\b',
    'C:/x',
    'c:x',
    'http://evil/x',
    'file:///x',
    'javascript:alert(1)',
    '%2e%2e/x',
    '%2E%2e%2fx',
    'a/%2e./x',
    '%252e%252e/x',
    '%25252e%25252e/x',
    '%2525252525252e/x',
    'a%2f..%2fb',
    'a%5c..%5cb',
    '%00',
    'a\u0000b',
    'a\nb',
    'a\u0085b',
    '.. /x',
    '.../x',
    'a/ /b',
    '\ud800',
    'x'.repeat(1025),
  ])('refuses %j', (path) => {
    expect(containedPath(path)).toMatchObject({ ok: false, error: { code: 'unsafe-path' } });
  });

  it('takes folders when asked', () => {
    expect(containedPath('projects/a/1/', { folder: true })).toEqual({
      ok: true,
      value: 'projects/a/1',
    });
    expect(containedPath('', { folder: true })).toEqual({ ok: true, value: '' });
    expect(containedPath('../', { folder: true }).ok).toBe(false);
  });

  it('never lets an accepted path leave its folder, whatever a server decodes', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%2e', '%2E', '%2f', '%5c', '%25', '%', ':', 'a', ' '),
      fc.string({ maxLength: 3, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const checked = containedPath(pieces.join(''));
        if (!checked.ok) return;
        const base = 'https://host.example/in/side/';
        let sent = pathToUrl(checked.value);
        for (let round = 0; round < 6; round += 1) {
          const url = new URL(sent, base);
          expect(url.origin).toBe('https://host.example');
          expect(url.pathname.startsWith('/in/side/')).toBe(true);
          expect(url.search + url.hash === '' || round > 0).toBe(true);
          try {
            sent = decodeURIComponent(sent);
          } catch {
            return;
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
