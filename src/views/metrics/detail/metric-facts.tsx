import { memo, type ReactNode } from 'react';
import type { AggregateUse, MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { EvidenceLink, GateLink } from '../../../parts/links.tsx';
import { formatTarget, formatValue } from '../../../parts/quantity.ts';
import { ReasonText } from '../../../parts/reason-text.tsx';
import { metricTone } from '../../../parts/tones.ts';
import { useValues } from '../../../parts/use-values.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { distance } from '../metric-tile.tsx';
import { pText } from '../words/en-compare.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './detail.module.css';

/** How the metric stands, by what, and since when. */
export const MetricFacts = memo(function MetricFacts({
  picture,
  study,
}: {
  readonly picture: MetricPicture;
  readonly study: MetricStudy | undefined;
}): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  const format = useFormat();
  const { metric, row, uses } = picture;
  const studyFacts = useStudyFacts(picture, study);
  const say = (value: number): string => formatValue(value, row.unit, format.locale);
  const facts: KeyValue[] = [
    {
      id: 'verdict',
      name: words.verdict,
      value: (
        <StateBadge
          tone={metricTone[row.verdict]}
          word={row.verdict === 'no-target' ? words.withoutTarget : states.condition[row.verdict]}
        />
      ),
    },
    { id: 'reason', name: words.reason, value: <ReasonText reason={row.reason} /> },
    {
      id: 'value',
      name: words.value,
      value: row.value === undefined ? words.noValue : say(row.value),
    },
  ];
  if (uses.length > 0) {
    facts.push({
      id: 'aggregate',
      name: words.aggregate,
      value: uses.map((use) => <Use key={JSON.stringify([use.gate, use.condition])} use={use} />),
    });
  }
  if (row.target !== undefined) {
    facts.push({
      id: 'target',
      name: words.targetName,
      value: formatTarget(row.target, row.unit, format.locale),
    });
  }
  if (row.headroom !== undefined) {
    facts.push({
      id: 'distance',
      name: words.distance,
      value: distance(row.headroom, words, format),
    });
  }
  facts.push(...studyFacts);
  if (metric.evidence !== undefined && metric.evidence.length > 0) {
    facts.push({
      id: 'evidence',
      name: words.evidence,
      value: metric.evidence.map((evidence) => (
        <EvidenceLink key={evidence} evidence={evidence} className={styles.link}>
          <CodeRef code={evidence} />
        </EvidenceLink>
      )),
    });
  }
  const gates = uses.filter(({ gate }) => gate !== undefined);
  facts.push({
    id: 'used',
    name: words.usedBy,
    value:
      gates.length === 0
        ? words.usedByNone
        : gates.map(({ gate = '', condition, title }) => (
            <GateLink
              key={JSON.stringify([gate, condition])}
              gate={gate}
              condition={condition}
              className={styles.link}
            >
              <CodeRef code={gate} /> <SafeText text={title} />
            </GateLink>
          )),
  });
  if (metric.note !== undefined) {
    facts.push({ id: 'note', name: words.note, value: <SafeText text={metric.note} multiline /> });
  }
  return <KeyValueList items={facts} />;
});

/** The aggregate, its window and samples; too few are said, whatever they say. */
function Use({ use }: { readonly use: AggregateUse }): ReactNode {
  const words = useMetricsWords();
  const values = useValues();
  const format = useFormat();
  const window =
    use.window === undefined
      ? words.wholeWindow
      : words.lastWindow(format.duration(use.window * 1000) ?? '');
  const [evidence] = use.uses;
  return (
    <span className={styles.link}>
      {words.aggregateOf(values.measured(use.aggregate), window, use.samples)}
      <span className={styles.quiet}>
        {use.samples === 0
          ? words.untested
          : use.samples < use.needed
            ? words.tooFew(use.samples, use.needed)
            : words.neededSamples(use.needed)}
        {evidence?.pointer?.kind === 'cell' && (
          <>
            {' · '}
            <EvidenceLink evidence={evidence.evidence} pointer={evidence.pointer}>
              {words.rowLink(evidence.pointer.row)}
            </EvidenceLink>
          </>
        )}
      </span>
    </span>
  );
}

function useStudyFacts(
  { metric, row }: MetricPicture,
  study: MetricStudy | undefined,
): readonly KeyValue[] {
  const words = useMetricsWords();
  const format = useFormat();
  if (study === undefined) return [];
  const { breaches, trend, rate, samples, gaps } = study;
  const say = (value: number): string => formatValue(value, row.unit, format.locale);
  const at = (time: number): string => formatMoment(time, format.locale);
  const facts: KeyValue[] = [];
  // Where nothing was read, nothing can be said to have stayed within the target.
  if (breaches !== undefined && samples > 0) {
    const { first, longest, since, count } = breaches;
    facts.push({
      id: 'breach',
      name: words.firstBreach,
      value: first === undefined ? words.never : `${at(first.t)}: ${say(first.v)}`,
    });
    if (longest !== undefined) {
      facts.push({
        id: 'longest',
        name: words.longestBreach,
        value: words.longestFor(
          format.duration(longest.to - longest.from) ?? '',
          longest.samples,
          say(longest.worst.v),
        ),
      });
      facts.push({
        id: 'count',
        name: words.beyondCount,
        value: words.beyondOf(count, samples),
      });
    }
    if (since !== undefined) {
      facts.push({
        id: 'since',
        name: words.since,
        value: since.isBeyond ? words.beyondSince(at(since.t)) : words.withinSince(at(since.t)),
      });
    }
  }
  if (rate !== undefined) {
    const share = (value: number): string => format.percent(value, { digits: 2 }) ?? '';
    facts.push({
      id: 'rate',
      name: words.rateName,
      value: (
        <>
          {words.rateText(share(rate.share), rate.successes, rate.of)}
          <span className={styles.quiet}>
            {words.rateInterval(share(rate.low), share(rate.high))}
          </span>
        </>
      ),
    });
  }
  if (trend !== undefined) {
    const isBetter = (trend.direction === 'rising') === (metric.better === 'higher');
    const direction = trend.direction === 'none' ? 'none' : isBetter ? 'better' : 'worse';
    const p = pText(trend.p, (value) => format.number(value, { digits: 3 }));
    facts.push({
      id: 'trend',
      name: words.trend,
      value: words.trendText(direction, p, trend.values),
    });
  }
  if (gaps > 0) facts.push({ id: 'gaps', name: words.gaps, value: words.gapCount(gaps) });
  return facts;
}
