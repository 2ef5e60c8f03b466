import type { Fact, FileFact } from '../../../src/model/evidence.ts';
import { metricId } from '../../../src/model/ids.ts';
import { type Exhibit, exhibit } from '../shared/exhibit.ts';
import { csvText } from '../shared/records.ts';
import { noisy } from '../shared/series.ts';
import { measured } from './measure.ts';
import { deliverable, measurement } from './names.ts';

type Cell = string | number | null;

function table(
  number: number,
  path: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  facts: readonly Fact[],
): Exhibit {
  const text = csvText(columns, rows);
  const shape: Partial<FileFact> = { rows: rows.length, columns };
  return exhibit(
    {
      id: measurement(number),
      kind: 'metrics',
      path,
      mediaType: 'text/csv',
      collectedAt: '2026-11-19T18:00:00Z',
      observedAt: '2026-11-19T17:00:00Z',
      producer: { id: 'ci' },
      covers: [deliverable(number)],
    },
    text,
    [measured(path, text, shape), ...facts],
  );
}

const series = (id: string, column: string, rows: number): Fact => ({
  type: 'series',
  metric: metricId(id),
  pointer: { kind: 'rows', from: 1, to: rows, column },
});

/** `2026-11-18T08:00:00Z` and so on, every ten minutes. */
function minute(index: number): string {
  const minutes = index * 10;
  const hour = String(8 + Math.floor(minutes / 60)).padStart(2, '0');
  return `2026-11-18T${hour}:${String(minutes % 60).padStart(2, '0')}:00Z`;
}

const CACHE_ROWS = [42, 44, 41, 45, 43, 46, 44, 45].flatMap((p95, index): Cell[][] => [
  [minute(index), 'GET', p95 - 23, 'p50'],
  [minute(index), 'GET', p95, 'p95'],
  [minute(index), 'GET', p95 + 19, 'p99'],
]);

const TASKS = ['planning', 'coding', 'review'] as const;
const EXPECTED = { planning: 'openai', coding: 'anthropic', review: 'openai' };

/** Eleven of twelve, as in the example of the document; the eighth choice is wrong. */
const ACCURACY_ROWS = Array.from({ length: 12 }, (_, index): Cell[] => {
  const task = TASKS[index % 3] ?? 'planning';
  const correct = index !== 7;
  const expected = EXPECTED[task];
  return [minute(index), task, expected, correct ? expected : 'local', String(correct)];
});

const DESTINATIONS = ['slack', 'email', 'webhook'] as const;

/** Twenty of twenty, below the minimum of 25 rows. */
const DELIVERY_ROWS = noisy(41, 20, 1150, 700).map((latency, index): Cell[] => [
  minute(index),
  DESTINATIONS[index % 3] ?? 'slack',
  `corr-${String(index + 1).padStart(4, '0')}`,
  'delivered',
  Math.round(latency),
]);

const DAILY_CAP = 450;
const MONTHLY_CAP = 12_000;

function month(prefix: string, spending: readonly number[]): Cell[][] {
  return spending.map((spent, index) => [
    `${prefix}-${String(index + 1).padStart(2, '0')}`,
    1,
    spent,
    DAILY_CAP,
    spending.slice(0, index + 1).reduce((sum, day) => sum + day, 0),
    MONTHLY_CAP,
  ]);
}

const whole = (values: readonly number[]): readonly number[] => values.map(Math.round);

/** October reaches 80 % of the monthly cap before its end, November does not yet. */
const BUDGET_ROWS = [
  ...month('2026-10', whole(noisy(7, 31, 375, 40))),
  ...month('2026-11', whole(noisy(11, 19, 395, 40))),
];

/** The first day on which a month has used 80 % of its cap. */
export const ALERT_DAY = String(
  BUDGET_ROWS.find((row) => Number(row[4]) >= MONTHLY_CAP * 0.8)?.[0] ?? '',
);

export const TABLES: readonly Exhibit[] = [
  table(
    18,
    'metrics/performance/state_cache_latency.csv',
    ['timestamp', 'operation', 'latency_ms', 'percentile'],
    CACHE_ROWS,
    [series('redis-get-p95', 'latency_ms', CACHE_ROWS.length)],
  ),
  table(
    19,
    'metrics/quality/model_routing_accuracy.csv',
    ['timestamp', 'task_type', 'expected_provider', 'actual_provider', 'correct'],
    ACCURACY_ROWS,
    [series('router-accuracy', 'correct', ACCURACY_ROWS.length)],
  ),
  table(
    20,
    'notifications/delivery_log.csv',
    ['timestamp', 'destination', 'correlation_id', 'status', 'latency_ms'],
    DELIVERY_ROWS,
    [
      series('notification-latency', 'latency_ms', DELIVERY_ROWS.length),
      series('notification-success', 'status', DELIVERY_ROWS.length),
    ],
  ),
  table(
    21,
    'metrics/cost/budget_report.csv',
    ['date', 'phase', 'daily_spend_eur', 'daily_cap_eur', 'monthly_spend_eur', 'monthly_cap_eur'],
    BUDGET_ROWS,
    [
      series('daily-spend', 'daily_spend_eur', BUDGET_ROWS.length),
      ...BUDGET_ROWS.flatMap((row, index): Fact[] => [
        cell(index + 1, 'daily_cap_eur', Number(row[3])),
        cell(index + 1, 'monthly_cap_eur', Number(row[5])),
      ]),
    ],
  ),
];

/** How many days the budget report holds. */
export const BUDGET_DAYS = BUDGET_ROWS.length;

function cell(row: number, column: string, value: number): Fact {
  return { type: 'value', pointer: { kind: 'cell', row, column }, value };
}
