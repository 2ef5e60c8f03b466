import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

it('is the same reviewer after a reload, with a name or without', async () => {
  const { useReviewer } = await import('./reviewer.ts');
  const { id } = useReviewer.getState();
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  vi.resetModules();
  const next = await import('./reviewer.ts');
  expect(next.useReviewer.getState()).toMatchObject({ id, name: '' });
  next.useReviewer.getState().setName('Ada');
  vi.resetModules();
  const last = await import('./reviewer.ts');
  expect(last.useReviewer.getState()).toMatchObject({ id, name: 'Ada' });
});

it('is somebody new where what was kept is damaged', async () => {
  localStorage.setItem(
    'wavegate.reviewer',
    JSON.stringify({ state: { id: '', name: 7 }, version: 1 }),
  );
  const { useReviewer } = await import('./reviewer.ts');
  expect(useReviewer.getState().id).toMatch(/^[0-9a-f]{32}$/);
  expect(useReviewer.getState().name).toBe('');
});
