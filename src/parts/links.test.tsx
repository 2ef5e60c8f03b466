import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EvidenceLink, GateLink, ItemLink, MetricLink } from './links.tsx';
import { renderInProject } from './testing/in-project.tsx';

const pointer = { kind: 'cell', row: 3, column: 'a:b&c' } as const;

const links = {
  item: <ItemLink item="W 1/ü">x</ItemLink>,
  gate: <GateLink gate="G&1">x</GateLink>,
  condition: (
    <GateLink gate="G" condition="c#d">
      x
    </GateLink>
  ),
  evidence: <EvidenceLink evidence="e">x</EvidenceLink>,
  place: (
    <EvidenceLink evidence="e" pointer={pointer}>
      x
    </EvidenceLink>
  ),
  metric: <MetricLink metric="m">x</MetricLink>,
};

describe('links inside a project', () => {
  it.each([
    ['item', '/p/waves/graph', { item: 'W 1/ü' }],
    ['gate', '/p/waves/gates', { gate: 'G&1' }],
    ['condition', '/p/waves/gates', { gate: 'G', condition: 'c#d' }],
    ['evidence', '/p/waves/evidence', { id: 'e' }],
    ['place', '/p/waves/evidence', { id: 'e', at: 'cell:3:a%3Ab%26c' }],
    ['metric', '/p/waves/metrics', { metric: 'm' }],
  ] as const)('lead to the %s', (kind, page, search) => {
    renderInProject(links[kind]);
    const href = screen.getByRole('link', { name: 'x' }).getAttribute('href') ?? '';
    const url = new URL(href, 'https://a.example');
    expect(url.pathname).toBe(page);
    expect(Object.fromEntries(url.searchParams)).toEqual(search);
  });
});
