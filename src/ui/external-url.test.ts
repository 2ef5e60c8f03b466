import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExternalUrl } from './external-url.ts';
import type { LinkRefusal } from './wording/en.ts';

describe('parseExternalUrl', () => {
  it.each([
    ['https://example.org/run/88?x=1#l4', 'example.org', 'https://example.org/run/88?x=1#l4'],
    ['HTTPS://Example.ORG', 'example.org', 'https://example.org/'],
    ['  https://example.org/ ', 'example.org', 'https://example.org/'],
    ['http://localhost:8080/a', 'localhost:8080', 'http://localhost:8080/a'],
    ['https://b\u00fccher.example/', 'xn--bcher-kva.example', 'https://xn--bcher-kva.example/'],
    ['https://ex\u0430mple.org/', 'xn--exmple-4nf.org', 'https://xn--exmple-4nf.org/'],
    ['https://example.org/@team', 'example.org', 'https://example.org/@team'],
  ])('opens %s', (address, host, href) => {
    expect(parseExternalUrl(address)).toMatchObject({ ok: true, kind: 'web', host, href });
  });

  it('tells encrypted transport from plain', () => {
    expect(parseExternalUrl('https://a.example')).toMatchObject({ secure: true });
    expect(parseExternalUrl('http://a.example')).toMatchObject({ secure: false });
  });

  it('opens a bare mail address', () => {
    expect(parseExternalUrl('mailto:council@example.org')).toEqual({
      ok: true,
      kind: 'mail',
      href: 'mailto:council@example.org',
      address: 'council@example.org',
    });
  });

  const refused: readonly (readonly [string, LinkRefusal])[] = [
    ['javascript:alert(1)', 'scheme'],
    ['JaVaScRiPt:alert(1)', 'scheme'],
    [' javascript:alert(1)', 'scheme'],
    ['java\tscript:alert(1)', 'control-characters'],
    ['java\nscript:alert(1)', 'control-characters'],
    ['\u0001javascript:alert(1)', 'control-characters'],
    ['https://example.org/\u202egpj', 'control-characters'],
    ['https://exam\u200bple.org', 'control-characters'],
    ['data:text/html,<script>1</script>', 'scheme'],
    ['blob:https://example.org/1', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['view-source:https://example.org', 'scheme'],
    ['ftp://example.org', 'scheme'],
    ['https://ok@evil.test/', 'userinfo'],
    ['https://ok:pass@evil.test/', 'userinfo'],
    ['https://@evil.test/', 'userinfo'],
    ['https://example.org:443@evil.test', 'userinfo'],
    ['//evil.test/', 'not-absolute'],
    ['/path', 'not-absolute'],
    ['evidence/a.json', 'not-absolute'],
    ['', 'not-absolute'],
    ['https:evil.test', 'malformed'],
    ['https:/evil.test', 'malformed'],
    ['https:\\\\evil.test', 'malformed'],
    ['https://evil.test\\@example.org', 'malformed'],
    ['https://', 'malformed'],
    ['https:///evil.test', 'malformed'],
    ['https://a b.test', 'malformed'],
    ['https://[::1', 'malformed'],
    ['mailto:a@b.test?bcc=all@b.test', 'mail-headers'],
    ['mailto:', 'malformed'],
    ['mailto:a@b.test,c@d.test', 'malformed'],
    ['mailto:a%0Ab@c.test', 'malformed'],
  ];

  it.each(refused)('refuses %j: %s', (address, reason) => {
    expect(parseExternalUrl(address)).toEqual({ ok: false, reason });
  });

  it('never throws, and never gives anything but plain http, https or mail', () => {
    const schemes = fc.constantFrom('https://', 'javascript:', 'data:', 'mailto:', '//', '');
    fc.assert(
      fc.property(schemes, fc.string({ unit: 'binary' }), (scheme, rest) => {
        const url = parseExternalUrl(scheme + rest);
        if (!url.ok) return;
        const parsed = new URL(url.href);
        expect(['http:', 'https:', 'mailto:']).toContain(parsed.protocol);
        expect(parsed.username + parsed.password).toBe('');
        if (url.kind === 'web') expect(parsed.host).toBe(url.host);
      }),
    );
  });
});
