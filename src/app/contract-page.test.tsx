import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { planOf, waves } from './testing/plans.ts';
import { renderPlan } from './testing/render-app.tsx';
import { renderSample } from './testing/sample-app.tsx';

vi.mock('../ui/save-file.ts', () => ({ saveBlob: vi.fn() }));

describe('the report of a contract', () => {
  it('is saved as data and for reading, with the bundle by its digest', async () => {
    const { saveBlob } = await import('../ui/save-file.ts');
    const { user } = renderSample('/p/phase-contract/contract');
    const saved = async (button: string): Promise<{ name: string; text: string }> => {
      await user.click(await screen.findByText(button));
      const [blob, name = ''] = vi.mocked(saveBlob).mock.lastCall ?? [];
      return { name, text: (await blob?.text()) ?? '' };
    };
    const data = await saved('Save the report (JSON)');
    expect(data.name).toBe('contract-PHASE_1_CORE_ARCHITECTURE_2025-2026-11-20.json');
    expect(await screen.findByText(`Saved as ${data.name}`)).toBeVisible();
    const report: unknown = JSON.parse(data.text);
    expect(report).toMatchObject({
      report: 'wavegate-contract',
      version: 1,
      bundle: expect.stringMatching(/^[0-9a-f]{64}$/),
      project: { id: 'phase-contract', sample: true },
      summary: { deliverables: { met: 15, of: 22 }, attempts: { made: 1, limit: 2 } },
    });
    expect(report).toHaveProperty('deliverables.5.patterns');
    expect(data.text).toContain('"code":');
    const { name, text } = await saved('Save the report (Markdown)');
    expect(name).toMatch(/\.md$/);
    expect(text).toMatch(/^# Contract report: Core architecture/);
    expect(text).toContain('- Deliverables as agreed: 15 of 22');
    expect(text).toContain('in lines 88, 131');
  });
});

describe('the page of contracts', () => {
  it('opens a deliverable in the link, and closes it', async () => {
    const { user, url } = renderSample('/p/phase-contract/contract');
    const button = (): HTMLElement => {
      const found = screen.getAllByText('Budget guardrails')[0]?.closest('button');
      if (found === null || found === undefined) throw new Error('The title is no button.');
      return found;
    };
    await screen.findAllByText('Budget guardrails');
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    await user.click(button());
    await waitFor(() => expect(url()).toContain('deliverable=D06'));
    expect((await screen.findByText('lines 88, 131')).closest('a')).toHaveAttribute(
      'href',
      expect.stringContaining('id=D06-file'),
    );
    await user.click(button());
    await waitFor(() => expect(url()).not.toContain('deliverable'));
  });

  it('narrows the deliverables by the link, and counts them all the same', async () => {
    renderSample('/p/phase-contract/contract?verdict=failed');
    expect(await screen.findByText('Core implementation: 4 of 6')).toBeVisible();
    expect(screen.getByRole('button', { name: /Budget guardrails/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /State repository/ })).toBeNull();
  });

  it('names a deliverable that the contract does not have', async () => {
    renderSample('/p/phase-contract/contract?deliverable=D99');
    expect(await screen.findByText('The contract has no deliverable D99')).toBeVisible();
  });

  it('says so when the plan has no contract', async () => {
    renderPlan('contract', planOf({ items: waves('A') }));
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'This plan has no contract',
    );
  });
});
