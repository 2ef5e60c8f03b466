import { describe, expect, it } from 'vitest';
import { resolveSourceUrl } from './safe-url.ts';

const base = 'https://app.example/wavegate/#/p/x';

describe('resolveSourceUrl', () => {
  it.each([
    ['bundles/', 'https://app.example/wavegate/bundles/'],
    ['../other/index.json', 'https://app.example/other/index.json'],
    ['/top.zip', 'https://app.example/top.zip'],
    ['http://127.0.0.1:8080/b', 'http://127.0.0.1:8080/b'],
    ['  bundles/ ', 'https://app.example/wavegate/bundles/'],
    ['https://h.example/b.zip#frag', 'https://h.example/b.zip'],
  ])('resolves %j', (url, expected) => {
    const resolved = resolveSourceUrl(url, base);
    expect(resolved.ok && resolved.value.href).toBe(expected);
  });

  it.each([
    '',
    '//evil.example/x',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:application/json,{}',
    'blob:https://app.example/1',
    'file:///etc/passwd',
    'ftp://h/x',
    'https://user@h.example/',
    'https://ok.example:pw@evil.example/',
    'https:\\\\evil.example',
    'https://h.example/a b',
    'https://h.example/\u0000',
    'https://',
  ])('refuses %j', (url) => {
    expect(resolveSourceUrl(url, base)).toMatchObject({ ok: false, error: { code: 'unsafe-url' } });
  });
});
