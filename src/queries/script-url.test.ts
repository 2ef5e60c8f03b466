import { beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => vi.resetModules());

describe('ownScriptUrl', () => {
  it('gives the address of a script of the page', async () => {
    const { ownScriptUrl } = await import('./script-url.ts');
    expect(ownScriptUrl('assets/worker.js')).toBe(
      new URL('assets/worker.js', document.baseURI).href,
    );
  });

  it('refuses scripts from elsewhere', async () => {
    const { ownScriptUrl } = await import('./script-url.ts');
    expect(() => ownScriptUrl('https://evil.example/w.js')).toThrow(TypeError);
    expect(() => ownScriptUrl('data:text/javascript,1')).toThrow(TypeError);
  });

  it('asks the one policy of the page where there are Trusted Types', async () => {
    const createPolicy = vi.fn(
      (_: string, rules: { createScriptURL: (url: string) => string }) => ({
        createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }),
      }),
    );
    vi.stubGlobal('trustedTypes', { createPolicy });
    const { ownScriptUrl } = await import('./script-url.ts');
    expect(ownScriptUrl('a.js')).toEqual({ trusted: new URL('a.js', document.baseURI).href });
    ownScriptUrl('b.js');
    expect(createPolicy).toHaveBeenCalledOnce();
    expect(createPolicy.mock.calls[0]?.[0]).toBe('wavegate');
    expect(() => ownScriptUrl('//evil.example/w.js')).toThrow(TypeError);
  });
});
