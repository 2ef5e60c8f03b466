import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Meter, RatioBar } from './bars.tsx';
import { ExternalLink } from './external-link.tsx';
import { ErrorState, PartialBanner, StaleBanner } from './feedback.tsx';
import { PageHeading } from './page-heading.tsx';
import { Panel, PanelRow, PanelRows } from './panel.tsx';
import { Pips } from './pips.tsx';
import { Progress } from './progress.tsx';
import { Quantity, RelativeTime } from './relative-time.tsx';
import { CodeRef, SafeText } from './safe-text.tsx';
import { SkeletonRows } from './skeleton.tsx';
import { stateTones } from './state.ts';
import { StateBadge, StateGlyph } from './state-glyph.tsx';
import { renderUi } from './testing/render-ui.tsx';

describe('states', () => {
  it.each(stateTones)('writes %s as glyph and word', (tone) => {
    const { container } = renderUi(<StateBadge tone={tone} word="This word" />);
    expect(screen.getByText('This word')).toBeVisible();
    expect(container.querySelector('svg')).toHaveAttribute('data-tone', tone);
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('names a glyph that stands alone', () => {
    renderUi(<StateGlyph tone="stale" label="Stale" />);
    expect(screen.getByRole('img', { name: 'Stale' })).toBeInTheDocument();
  });
});

describe('text from a bundle', () => {
  it('isolates direction and shows controls', () => {
    const { container } = renderUi(<SafeText text={'a\u202eb'} />);
    expect(container.querySelector('bdi')).toHaveTextContent('aU+202Eb');
    expect(container.textContent).not.toContain('\u202e');
  });

  it('shows markup as text', () => {
    const { container } = renderUi(<SafeText text="<img src=x onerror=alert(1)>" />);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeInTheDocument();
  });

  it('keeps lines only where a block is shown', () => {
    const { container, rerender } = renderUi(<SafeText text={'a\nb'} />);
    expect(container).toHaveTextContent('aU+000Ab');
    rerender(<SafeText text={'a\nb'} multiline />);
    expect(container.querySelector('bdi')?.textContent).toBe('a\nb');
  });

  it('flags ids with look-alike letters and keeps the whole of a short one', () => {
    const { container } = renderUi(<CodeRef code={'g\u0430te-0000000000'} id most={7} />);
    expect(screen.getByRole('img', { name: 'mixes alphabets that look alike' })).toBeVisible();
    expect(container.querySelector('code')).toHaveAttribute('title', 'g\u0430te-0000000000');
  });

  it('makes a link that names its host and gives nothing away', () => {
    renderUi(<ExternalLink address="https://ci.example.org/88" label="Run 88" />);
    const link = screen.getByRole('link', { name: /Run 88 .*opens ci\.example\.org in a new tab/ });
    expect(link).toHaveAttribute('href', 'https://ci.example.org/88');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveTextContent('ci.example.org');
  });

  it('shows a refused address as text with the reason', () => {
    renderUi(<ExternalLink address="javascript:alert(1)" label="Open report" />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Open report')).toBeVisible();
    expect(screen.getByText('javascript:alert(1)')).toBeVisible();
    expect(screen.getByText(/only http, https and mailto/)).toBeVisible();
  });

  it('marks plain http in the host', () => {
    renderUi(<ExternalLink address="http://old.example/" label="Old" />);
    expect(screen.getByText('http://old.example')).toBeVisible();
  });
});

describe('values', () => {
  it('gives a time as distance with the exact minute beside it', () => {
    const { container } = renderUi(
      <RelativeTime at="2026-11-18T09:00:00Z" now="2026-11-21T14:02:00Z" />,
    );
    const time = container.querySelector('time');
    expect(time).toHaveAttribute('title', '18 Nov 2026, 09:00 UTC');
    expect(time).toHaveAttribute('datetime', '2026-11-18T09:00:00Z');
    expect(screen.getByText('3 days ago')).toHaveAttribute('data-print', 'none');
    expect(screen.getByText('18 Nov 2026, 09:00 UTC')).toHaveAttribute('data-print', 'only');
  });

  it('says so when a time or a number is none', () => {
    const { container } = renderUi(
      <>
        <RelativeTime at="last week" now="2026-11-21T14:02:00Z" />
        <Quantity value={Number.NaN} unit="ms" />
      </>,
    );
    expect(container).toHaveTextContent('last week (no time)');
    expect(container).toHaveTextContent('no number');
  });
});

describe('bars', () => {
  it('counts pips and parts by state in their names', () => {
    renderUi(
      <>
        <Pips label="Conditions" tones={['passed', 'passed', 'failed']} />
        <RatioBar
          label="Gates"
          parts={[
            { tone: 'passed', count: 2 },
            { tone: 'stale', count: 0 },
            { tone: 'missing', count: 1, word: 'Lacking' },
          ]}
        />
      </>,
    );
    expect(screen.getByRole('img', { name: 'Conditions: 2 passed, 1 failed' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'Gates: 2 passed, 1 lacking' })).toBeVisible();
  });

  it('tells the truth in words when a meter overflows', () => {
    renderUi(<Meter label="Budget" value={520} max={450} valueText="520 of 450" tone="failed" />);
    const meter = screen.getByRole('meter', { name: 'Budget' });
    expect(meter).toHaveAttribute('aria-valuenow', '450');
    expect(meter).toHaveAttribute('aria-valuetext', '520 of 450');
  });

  it('has no value while nobody knows how long it takes', () => {
    renderUi(
      <>
        <Progress label="Reading" value={null} />
        <Progress label="Hashing" value={0.256} />
      </>,
    );
    expect(screen.getByRole('progressbar', { name: 'Reading' })).not.toHaveAttribute(
      'aria-valuenow',
    );
    expect(screen.getByRole('progressbar', { name: 'Hashing' })).toHaveAttribute(
      'aria-valuenow',
      '26',
    );
  });
});

describe('pages and feedback', () => {
  it('answers the question in the heading', () => {
    renderUi(<PageHeading question="Can it start?" answer="No." />);
    expect(screen.getByRole('heading', { level: 1, name: 'No.' })).toBeVisible();
    expect(screen.getByText('Can it start?')).toBeVisible();
  });

  it('names a panel by its title and lists its rows', () => {
    renderUi(
      <Panel title="Causes">
        <PanelRows>
          <PanelRow title="Tests fail" end="5 waves" />
        </PanelRows>
      </Panel>,
    );
    const region = screen.getByRole('region', { name: 'Causes' });
    expect(within(region).getByRole('listitem')).toHaveTextContent('Tests fail5 waves');
  });

  it('says what failed, where, and what to do', () => {
    renderUi(<ErrorState what="It broke." where="/items/4" remedy="Reload." />);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('It broke.');
    expect(within(alert).getByText('Where')).toBeVisible();
    expect(within(alert).getByText('What to do')).toBeVisible();
  });

  it('announces loading, incomplete and stale', () => {
    renderUi(
      <>
        <SkeletonRows rows={3} />
        <PartialBanner>3 files lack.</PartialBanner>
        <StaleBanner lastGood="2026-11-21T11:40:00Z" now="2026-11-21T14:02:00Z" />
      </>,
    );
    const said = screen.getAllByRole('status').map((region) => region.textContent ?? '');
    expect(said.some((text) => text.includes('Loading'))).toBe(true);
    expect(said.some((text) => text.includes('Incomplete3 files lack.'))).toBe(true);
    expect(said.some((text) => text.includes('Last good reading 2 hours ago'))).toBe(true);
  });
});
