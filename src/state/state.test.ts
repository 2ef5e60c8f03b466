import { beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
  vi.resetModules();
});

function store(name: string, state: unknown, version = 1): void {
  localStorage.setItem(name, JSON.stringify({ state, version }));
}

describe('theme', () => {
  it('follows the system until somebody chooses, and remembers the choice', async () => {
    const { useTheme } = await import('./theme.ts');
    expect(useTheme.getState().theme).toBe('system');
    expect(document.documentElement).not.toHaveAttribute('data-theme');
    useTheme.getState().setTheme('contrast');
    expect(document.documentElement).toHaveAttribute('data-theme', 'contrast');
    vi.resetModules();
    delete document.documentElement.dataset['theme'];
    const next = await import('./theme.ts');
    expect(next.useTheme.getState().theme).toBe('contrast');
    expect(document.documentElement).toHaveAttribute('data-theme', 'contrast');
    next.useTheme.getState().setTheme('system');
    expect(document.documentElement).not.toHaveAttribute('data-theme');
  });

  it.each([
    ['a theme that is gone', { theme: 'sepia' }, 1],
    ['another shape', ['dark'], 1],
    ['nothing', null, 1],
    ['a later version', { theme: 'neon' }, 9],
  ])('starts anew from %s', async (_, state, version) => {
    store('wavegate.theme', state, version);
    const { useTheme } = await import('./theme.ts');
    expect(useTheme.getState().theme).toBe('system');
    expect(useTheme.getState().setTheme).toBeTypeOf('function');
  });

  it('starts anew from damaged text', async () => {
    localStorage.setItem('wavegate.theme', '{"state":');
    const { useTheme } = await import('./theme.ts');
    expect(useTheme.getState().theme).toBe('system');
  });

  it('works where the browser refuses to store', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { useTheme } = await import('./theme.ts');
    useTheme.getState().setTheme('dark');
    expect(useTheme.getState().theme).toBe('dark');
  });
});

describe('panels', () => {
  it('keeps sizes within limits and resets them', async () => {
    const { panelDefaults, panelLimits, usePanels } = await import('./panels.ts');
    const { resize, reset, setCollapsed } = usePanels.getState();
    resize('sidebar', 5);
    resize('gateDetail', 9999);
    resize('evidenceViewer', Number.NaN);
    setCollapsed('sidebar', true);
    expect(usePanels.getState().sizes).toEqual({
      ...panelDefaults,
      sidebar: panelLimits.min,
      gateDetail: panelLimits.max,
    });
    expect(usePanels.getState().collapsed).toEqual({ sidebar: true });
    reset('sidebar');
    expect(usePanels.getState().sizes.sidebar).toBe(panelDefaults.sidebar);
  });

  it('takes from storage what still makes sense', async () => {
    store('wavegate.panels', {
      sizes: { sidebar: 300, gateDetail: 'wide', unknown: 4, metricDetail: -1 },
      collapsed: { sidebar: true, gateDetail: 'yes' },
    });
    const { panelDefaults, panelLimits, usePanels } = await import('./panels.ts');
    expect(usePanels.getState().sizes).toEqual({
      ...panelDefaults,
      sidebar: 300,
      metricDetail: panelLimits.min,
    });
    expect(usePanels.getState().collapsed).toEqual({ sidebar: true });
  });
});

describe('language', () => {
  it('follows the browser until somebody chooses, and remembers the choice', async () => {
    const { useLanguageChoice } = await import('./language.ts');
    expect(useLanguageChoice.getState().choice).toBe('system');
    useLanguageChoice.getState().choose('de');
    vi.resetModules();
    const next = await import('./language.ts');
    expect(next.useLanguageChoice.getState().choice).toBe('de');
  });

  it('starts anew from a language that is gone', async () => {
    store('wavegate.language', { choice: 'tlh' });
    const { useLanguageChoice } = await import('./language.ts');
    expect(useLanguageChoice.getState().choice).toBe('system');
  });
});

describe('trusted keys', () => {
  const key = {
    algorithm: 'ed25519',
    id: 'ab'.repeat(32),
    name: 'council',
    bytes: new Uint8Array(32).fill(7),
  } as const;

  it('last as long as the page unless the viewer keeps them', async () => {
    const first = await import('./trusted-keys.ts');
    first.useTrustedKeys.getState().trust(key);
    expect(JSON.stringify({ ...localStorage })).not.toContain(key.id);
    vi.resetModules();
    const second = await import('./trusted-keys.ts');
    expect(second.useTrustedKeys.getState().keys).toEqual([]);
    second.useTrustedKeys.getState().trust(key);
    second.useTrustedKeys.getState().keep(true);
    vi.resetModules();
    const third = await import('./trusted-keys.ts');
    expect(third.useTrustedKeys.getState()).toMatchObject({ keys: [key], isKept: true });
    third.useTrustedKeys.getState().distrust(key.id);
    third.useTrustedKeys.getState().trust({ ...key, id: 'cd'.repeat(32) });
    third.useTrustedKeys.getState().keep(false);
    expect(JSON.stringify({ ...localStorage })).not.toContain('cdcd');
  });

  it('takes from storage what is a key, and nothing when nobody asked to keep them', async () => {
    const good = { ...key, bytes: `${'B'.repeat(42)}A=` };
    const keys = [null, 'x', { ...good, id: 'no' }, { ...good, bytes: 'AAAA' }, good];
    store('wavegate.trusted-keys', { isKept: true, keys });
    expect((await import('./trusted-keys.ts')).useTrustedKeys.getState().keys).toHaveLength(1);
    vi.resetModules();
    store('wavegate.trusted-keys', { keys });
    expect((await import('./trusted-keys.ts')).useTrustedKeys.getState().keys).toEqual([]);
  });
});
