import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../model/problem.ts';
import { UiProvider } from '../ui/ui-provider.tsx';
import { ProblemList } from './problem-list.tsx';
import { ReasonText } from './reason-text.tsx';

function rows(...problems: readonly Problem[]): readonly HTMLElement[] {
  render(
    <UiProvider>
      <ProblemList problems={problems} />
    </UiProvider>,
  );
  return screen.getAllByRole('listitem');
}

describe('ProblemList', () => {
  it('says what, where, whom it concerns and what to do', () => {
    const [row] = rows({
      code: 'title-missing',
      severity: 'warning',
      params: { id: 'W1' },
      file: 'bundle.json',
      path: '/items/3/title',
      position: { line: 7, column: 12, offset: 90 },
      affects: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    });
    expect(row).toHaveTextContent('W1 has no title');
    expect(row).toHaveTextContent('line 7, column 12');
    expect(row).toHaveTextContent('/items/3/title');
    expect(row).toHaveTextContent('Concerns a, b, c, d, e, f +2');
    expect(row).toHaveTextContent('Give it one.');
    expect(within(row ?? document.body).getByRole('img', { name: 'Warning' })).toBeVisible();
  });

  it('shows a code from a newer engine as it is, and hostile text as text', () => {
    const listed = rows(
      { code: 'from-the-future', severity: 'error' },
      {
        code: 'title-missing',
        severity: 'fatal',
        params: { id: '<img src=x onerror=alert(1)>' },
        path: '/a\u202eb',
      },
    );
    expect(listed[0]).toHaveTextContent('from-the-future');
    expect(listed[1]).toHaveTextContent('<img src=x onerror=alert(1)> has no title');
    expect(document.querySelector('img[src]')).toBeNull();
    expect(listed[1]?.textContent).not.toContain('\u202e');
  });
});

describe('ReasonText', () => {
  it('is a sentence without markup', () => {
    render(
      <UiProvider>
        <ReasonText reason={{ code: 'tests-failed', params: { failed: 2, allowed: 0 } }} />
      </UiProvider>,
    );
    expect(screen.getByText(/2/)).toBeVisible();
  });
});
