import { render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ConditionResult } from '../gates/types.ts';
import { conditionId, evidenceId } from '../model/ids.ts';
import { UiProvider } from '../ui/ui-provider.tsx';
import { ConditionCard } from './condition-card.tsx';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ children, to }: { readonly children: ReactNode; readonly to: string }) => (
    <button type="button" title={to}>
      {children}
    </button>
  ),
}));
vi.mock('./project-context.tsx', () => ({
  useOpenProject: () => ({ request: { project: 'p' } }),
}));

const use = {
  evidence: evidenceId('report'),
  pointer: { kind: 'lines', from: 3, to: 5 },
  digest: 'mismatch',
} as const;

const result: ConditionResult = {
  id: conditionId('c'),
  kind: 'tests',
  title: 'No case fails',
  blocking: true,
  verdict: 'waived',
  underlying: 'failed',
  reason: { code: 'tests-failed', params: { failed: 2, allowed: 0 } },
  expected: { value: 0, operator: 'at-most', of: 'failed' },
  actual: { value: 2, of: 'failed' },
  uses: [use, use],
  owner: 'Security',
  waiver: {
    id: 'w',
    author: 'Ada',
    reason: 'Known and contained',
    expires: '2026-12-01T00:00:00Z',
  },
};

function show(card: ReactNode): void {
  render(<UiProvider>{card}</UiProvider>);
}

function textOf(name: string): HTMLElement {
  const term = screen.getByText(name, { selector: 'dt' });
  const value = term.nextElementSibling;
  if (!(value instanceof HTMLElement)) throw new Error(`${name} has no value`);
  return value;
}

describe('ConditionCard', () => {
  it('says what is expected, what was found, and what the waiver hides', () => {
    show(<ConditionCard gate="G" result={result} />);
    expect(screen.getByRole('img', { name: 'Waived' })).toBeVisible();
    expect(textOf('expected')).toHaveTextContent('failed ≤ 0');
    expect(textOf('actual')).toHaveTextContent('failed 2');
    expect(textOf('waiver')).toHaveTextContent('Known and contained, granted by Ada until');
    expect(textOf('without it')).toHaveTextContent('Fails');
    expect(textOf('owner')).toHaveTextContent('Security');
  });

  it('leads to each place once, with the state of its digest', () => {
    show(<ConditionCard gate="G" result={result} />);
    const evidence = textOf('evidence');
    const links = within(evidence).getAllByRole('button');
    expect(links).toHaveLength(1);
    expect(links[0]).toHaveTextContent('report · lines 3–5');
    expect(links[0]).toHaveAttribute('title', '/p/$project/evidence');
    expect(evidence).toHaveTextContent('Digest differs');
  });

  it('explains parts in the same way', () => {
    const whole: ConditionResult = {
      ...result,
      kind: 'all',
      title: 'Both hold',
      uses: [],
      parts: [{ ...result, id: conditionId('part'), title: 'The first holds', verdict: 'failed' }],
    };
    show(<ConditionCard gate="G" result={whole} partsOpen />);
    expect(screen.getByRole('button', { name: '1 part' })).toBeVisible();
    expect(screen.getByText('The first holds')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Fails' })).toBeVisible();
  });

  it('marks what does not block', () => {
    show(<ConditionCard gate="G" result={{ ...result, blocking: false }} linked={false} />);
    expect(screen.getByText('informative')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'No case fails' })).toBeNull();
  });
});
