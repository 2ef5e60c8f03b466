import type { ReactNode } from 'react';
import { Badge, CountBadge } from './badge.tsx';
import { Meter, RatioBar } from './bars.tsx';
import styles from './gallery.module.css';
import { KeyValueList, Stat, StatStrip } from './key-values.tsx';
import { ToneText } from './page-heading.tsx';
import { Panel, PanelGrid, PanelRow, PanelRows } from './panel.tsx';
import { Pips } from './pips.tsx';
import { Progress } from './progress.tsx';
import { ExactTime, Quantity, RelativeTime } from './relative-time.tsx';
import { CodeRef, SafeText } from './safe-text.tsx';
import { stateTones } from './state.ts';
import { StateBadge, StateGlyph } from './state-glyph.tsx';
import { useWording } from './wording/use-wording.ts';

const now = '2026-11-21T14:02:00Z';

const sizes = [11, 12, 13, 15, 17, 20, 26] as const;

/** Type, state colours and glyphs, and the pieces that carry content. */
export function GalleryStates(): ReactNode {
  const words = useWording();
  return (
    <>
      <Panel title="Type">
        <div className={styles.scale}>
          {sizes.map((size) => (
            <span key={size} style={{ fontSize: `var(--size-${size})` }}>
              Gate {size}
            </span>
          ))}
          <CodeRef code="sha256:9f3c04d1" />
        </div>
      </Panel>
      <Panel title="States">
        <div className={styles.stack}>
          <div className={styles.swatches}>
            {stateTones.map((tone) => (
              <div key={tone} className={styles.swatch} data-tone={tone}>
                <StateGlyph tone={tone} size={20} />
                {words.states[tone]}
              </div>
            ))}
          </div>
          <div className={styles.line}>
            {stateTones.map((tone) => (
              <StateBadge key={tone} tone={tone} word={words.states[tone]} />
            ))}
          </div>
          <div className={styles.line}>
            {stateTones.map((tone) => (
              <StateGlyph key={tone} tone={tone} label={words.states[tone]} />
            ))}
            {stateTones.map((tone) => (
              <StateGlyph key={tone} tone={tone} size={32} />
            ))}
          </div>
          <div className={styles.line}>
            <StateBadge tone="failed" word="Fails" look="plain" />
            <Badge>cannot be waived</Badge>
            <Badge look="outline">Sample data</Badge>
            <Badge look="accent">3 selected</Badge>
            <CountBadge>126</CountBadge>
          </div>
        </div>
      </Panel>
      <PanelGrid columns="wide-first">
        <Panel
          title="What holds it back"
          aside="by waves released"
          padding="none"
          footer={
            <>
              Smallest set that unblocks everything: <CodeRef code="W3" strong />
            </>
          }
        >
          <PanelRows>
            <PanelRow
              lead={<StateGlyph tone="failed" label={words.states.failed} />}
              code={<CodeRef code="W3" strong />}
              title="Blocking proof fails: 2 of 41 tests"
              note={<CodeRef code="junit/tools.xml · line 212" />}
              end="5 waves"
              endNote="tools team"
            />
            <PanelRow
              lead={<StateGlyph tone="missing" label={words.states.missing} />}
              code={<CodeRef code="W5" strong />}
              title="Authorisation for the step is absent"
              note="needs 1 council record"
              end="3 waves"
              endNote="governance"
            />
          </PanelRows>
        </Panel>
        <Panel title="Values">
          <div className={styles.stack}>
            <KeyValueList
              items={[
                {
                  id: 'time',
                  name: 'Collected',
                  value: <RelativeTime at="2026-11-18T09:00:00Z" now={now} />,
                },
                { id: 'exact', name: 'Judged as of', value: <ExactTime at={now} /> },
                { id: 'size', name: 'Size', value: <Quantity value={1_536_000} unit="bytes" /> },
                { id: 'latency', name: 'Latency', value: <Quantity value={45.25} unit="ms" /> },
                { id: 'bad', name: 'Unreadable', value: <Quantity value={Number.NaN} unit="ms" /> },
                {
                  id: 'bidi',
                  name: 'Hostile title',
                  value: <SafeText text={'invoice\u202egpj.exe\u0007'} />,
                },
                { id: 'mix', name: 'Look-alike id', value: <CodeRef code={'g\u0430te-1'} id /> },
                {
                  id: 'digest',
                  name: 'Digest',
                  value: <CodeRef code="sha256:9f3c04d1bb20aa9e77a4c1d2e3f40516a1" most={20} />,
                },
              ]}
            />
            <KeyValueList
              look="inset"
              items={[
                { id: 'expected', name: 'expected', value: 'all 41 tests pass' },
                {
                  id: 'actual',
                  name: 'actual',
                  value: (
                    <strong>
                      <ToneText tone="failed">39 pass, 2 fail</ToneText>
                    </strong>
                  ),
                },
              ]}
            />
          </div>
        </Panel>
      </PanelGrid>
      <StatStrip>
        <Stat
          label="Cache read latency p95"
          value={<Quantity value={45} unit="ms" />}
          note="target < 50"
        />
        <Stat
          label="Router decision p95"
          value={
            <ToneText tone="failed">
              <Quantity value={131} unit="ms" />
            </ToneText>
          }
          note="above target < 120"
        />
        <Stat
          label="Routing accuracy"
          value={<Quantity value={93} unit="%" />}
          note="target ≥ 92"
        />
        <Stat label="Daily spend" value={<Quantity value={412} unit="EUR" />} note="cap €450" />
      </StatStrip>
      <Panel title="Bars">
        <div className={styles.grid}>
          <Meter label="Daily budget" value={412} max={450} valueText="€412 of €450" mark={400} />
          <Meter
            label="Monthly budget"
            value={520}
            max={450}
            valueText="€520 of €450"
            tone="failed"
          />
          <Progress label="Hashing evidence" value={0.26} detail="312 of 1,204 files" />
          <Progress label="Reading bundle" value={null} />
          <RatioBar
            label="Conditions"
            legend
            parts={[
              { tone: 'passed', count: 31 },
              { tone: 'failed', count: 3 },
              { tone: 'missing', count: 6 },
              { tone: 'not-reached', count: 8 },
            ]}
          />
          <div className={styles.line}>
            <Pips
              label="Conditions of G-W3"
              tones={['passed', 'passed', 'failed', 'missing', 'stale', 'passed']}
            />
            <Pips
              label="Conditions of G-W9"
              tones={Array.from({ length: 18 }, () => 'not-reached' as const)}
            />
          </div>
        </div>
      </Panel>
    </>
  );
}
