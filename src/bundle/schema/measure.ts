import { z } from 'zod';
import {
  aggregate,
  count,
  finite,
  id,
  ids,
  operator,
  seconds,
  sourceRef,
  text,
  texts,
  timestamp,
} from './common.ts';
import { anyCondition } from './condition.ts';
import { harmless, may, must } from './describe.ts';

const source = may(sourceRef, 'Where it stands.', { path: 'docs/contract.md', line: 60 }, harmless);
const exampleCondition = {
  id: 'x1',
  title: 'Runbook is there',
  kind: 'document',
  document: 'runbook',
};

const series = z
  .object({
    t: must(z.array(finite), 'Times in milliseconds since 1970.', [1_777_593_600_000]),
    v: must(z.array(z.union([finite, z.null()])), 'Values; `null` is a gap, never zero.', [212]),
    category: may(texts, 'A category for each point.', ['eu']),
  })
  .meta({ id: 'Series', description: 'Points of a metric in columns of equal length.' });

const seriesFile = z
  .object({
    path: must(text, 'Path of a CSV file in the bundle.', 'metrics/latency.csv'),
    timeColumn: must(text, 'Column of the times.', 'time'),
    valueColumn: must(text, 'Column of the values.', 'p95_ms'),
    where: may(z.record(z.string(), z.string()), 'Only rows with exactly these values.', {
      region: 'eu',
    }),
    categoryColumn: may(text, 'Column of the categories.', 'provider'),
    oneWhen: may(text, 'This word is 1 and any other is 0.', 'ok'),
  })
  .meta({ id: 'SeriesFile', description: 'Where the points stand when they are not inline.' });

const metricTarget = z
  .object({
    operator: must(operator, 'How the aggregate is compared.', 'at-most'),
    value: must(finite, 'With what, in the unit of the metric.', 250),
    aggregate: must(aggregate, 'How the points become one number.', 'p95'),
    minSamples: may(count, 'Least number of points.', 100),
    window: may(seconds, 'Only points at most this old. Seconds.', 604_800),
    source,
  })
  .meta({ id: 'MetricTarget', description: 'What a metric should reach.' });

export const metric = z
  .object({
    id: must(id, 'Id of the metric.', 'latency'),
    title: must(text, 'Its title.', 'Latency of checkout'),
    unit: must(text, '`ms`, `s`, `%`, `count`, `EUR`…', 'ms'),
    better: must(z.enum(['lower', 'higher']), 'Which way is good.', 'lower'),
    group: may(text, 'For grouping.', 'speed', harmless),
    item: may(id, 'The item that it belongs to.', 'W9'),
    target: may(metricTarget, 'What it should reach.', {
      operator: 'at-most',
      value: 250,
      aggregate: 'p95',
    }),
    evidence: may(ids, 'Where the points come from.', ['load-test']),
    series: may(series, 'The points.', { t: [1_777_593_600_000], v: [212] }),
    seriesFile: may(seriesFile, 'The file of the points.', {
      path: 'metrics/latency.csv',
      timeColumn: 'time',
      valueColumn: 'p95_ms',
    }),
    note: may(text, 'Why no value can be had.', 'Only known after launch', harmless),
    source,
  })
  .meta({ id: 'Metric', description: 'A measured quantity over time.' });

const money = finite.min(0);

export const budget = z
  .object({
    id: must(id, 'Id of the budget.', 'cloud'),
    title: must(text, 'Its title.', 'Cloud spend'),
    item: may(id, 'The item that it belongs to.', 'W9'),
    phase: may(text, 'The phase, in words.', 'pilot', harmless),
    currency: must(text, 'ISO 4217.', 'EUR'),
    dailyCap: may(money, 'Most for one day.', 50),
    monthlyCap: may(money, 'Most for one month.', 1000),
    alertAt: may(finite.min(0).max(1), 'Share of the monthly cap at which an alert is due.', 0.8),
    alertChannels: may(
      z.array(
        z.object({
          type: must(text, 'Sort of channel.', 'mail'),
          destination: must(text, 'Where it goes.', 'ops@example.org'),
        }),
      ),
      'Where alerts go.',
      [{ type: 'mail', destination: 'ops@example.org' }],
    ),
    minLead: may(
      seconds,
      'The alert must come this long before the cap is reached. Seconds.',
      172_800,
    ),
    maxDailyVariance: may(finite.min(0), 'Largest deviation of a day from plan, as a share.', 0.2),
    tokenCeilings: may(
      z.array(
        z.object({
          provider: must(text, 'The provider.', 'provider-a'),
          maxTokens: must(count, 'Most tokens.', 1_000_000),
          models: may(texts, 'For which models.', ['small']),
        }),
      ),
      'Most tokens for each provider.',
      [{ provider: 'provider-a', maxTokens: 1_000_000 }],
    ),
    statedIn: may(
      z.array(
        z.object({
          source: must(sourceRef, 'Where.', { path: 'docs/budget.md', line: 8 }),
          evidence: may(id, 'The piece of evidence, when it is one.', 'budget-export'),
          dailyCap: may(money, 'The daily cap stated there.', 50),
          monthlyCap: may(money, 'The monthly cap stated there.', 1000),
        }),
      ),
      'Every place that states a cap; they must agree.',
      [{ source: { path: 'docs/budget.md', line: 8 }, dailyCap: 50 }],
    ),
    spend: may(id, 'The metric of daily spend, in the currency.', 'spend'),
    alerts: may(
      z.array(
        z.object({
          at: must(timestamp, 'When.', '2026-05-20T08:00:00Z'),
          text: may(text, 'What it said.', '80 % reached', harmless),
        }),
      ),
      'Alerts that were sent.',
      [{ at: '2026-05-20T08:00:00Z' }],
    ),
    source,
  })
  .meta({ id: 'Budget', description: 'Caps on spend, and what happens near them.' });

const patternRule = z
  .object({
    id: must(id, 'Id of the rule.', 'no-todo'),
    pattern: must(text, 'The pattern.', 'TODO'),
    dialect: must(z.enum(['literal', 're2']), 'How it is read.', 'literal'),
    flags: may(text, 'RE2 flags: `i`, `m`, `s`.', 'i'),
    appliesTo: may(z.enum(['text', 'line']), 'Whole text or line by line.', 'line'),
    minCount: may(count, 'For required patterns. Default 1.', 1),
    note: may(text, 'A remark.', 'Case matters', harmless),
  })
  .meta({ id: 'PatternRule', description: 'A pattern with its dialect.' });
const patterns = z.array(patternRule);
const examplePattern = [{ id: 'no-todo', pattern: 'TODO', dialect: 'literal' }];

export const deliverable = z
  .object({
    id: must(id, 'Id of the deliverable.', 'd-1'),
    number: may(text, 'Its number in the contract.', '1', harmless),
    title: must(text, 'Its title.', 'Gate engine'),
    path: must(text, 'Where it must be.', 'src/gate.ts'),
    category: must(text, 'Id of a category of the contract.', 'code'),
    kind: must(text, '`source`, `test`, `metrics`, `document`…', 'source'),
    purpose: may(text, 'What it is for.', 'Judges gates', harmless),
    lines: may(
      z.object({
        min: may(count, 'Least lines.', 80),
        max: may(count, 'Most lines.', 400),
        count: must(z.enum(['physical', 'data-rows']), 'What counts as a line.', 'physical'),
      }),
      'How long it must be.',
      { min: 80, max: 400, count: 'physical' },
    ),
    minRows: may(count, 'Least data rows.', 100),
    columns: may(texts, 'Columns that it must have.', ['time', 'p95_ms']),
    required: may(patterns, 'Patterns that it must contain.', examplePattern),
    forbidden: may(patterns, 'Patterns that it must not contain.', examplePattern),
    minCounts: may(z.record(z.string(), finite), 'Least structural counts.', { methods: 4 }),
    mustContain: may(
      z.array(
        z.object({
          kind: must(text, '`method`, `section`, `table`…', 'method'),
          name: must(text, 'Its name.', 'evaluate'),
        }),
      ),
      'Things it must contain by name.',
      [{ kind: 'method', name: 'evaluate' }],
    ),
    requirements: may(texts, 'Demands in words, not computed.', ['Pure'], harmless),
    item: may(id, 'The item that delivers it.', 'W3'),
    measuredBy: may(id, 'Evidence with the `file` fact.', 'measured'),
    source,
  })
  .meta({ id: 'Deliverable', description: 'A file that the contract asks for.' });

const target = z
  .object({
    id: must(id, 'Id of the target.', 't-1'),
    title: must(text, 'Its title.', 'Latency'),
    metric: may(id, 'The metric.', 'latency'),
    aggregate: may(aggregate, 'How the points become one number.', 'p95'),
    operator: must(operator, 'How it is compared.', 'at-most'),
    value: must(finite, 'With what.', 250),
    unit: must(text, 'Unit of the value.', 'ms'),
    evidencePath: may(text, 'The file that is said to prove it.', 'metrics/latency.csv'),
    evidenceNote: may(
      text,
      'What the document says when it names no file.',
      'see load test',
      harmless,
    ),
    column: may(text, 'Column in that file.', 'p95_ms'),
    minSamples: may(count, 'Least number of points.', 100),
    statedIn: must(z.enum(['summary', 'section']), 'Summary table or own section.', 'summary'),
    deliverable: may(id, 'The deliverable that it belongs to.', 'd-1'),
    source,
  })
  .meta({ id: 'Target', description: 'A number that the contract promises.' });

const attempt = z
  .object({
    number: must(count, 'Which attempt.', 2),
    at: may(timestamp, 'When.', '2026-05-01T09:00:00Z'),
    exitCode: may(z.int(), 'Exit code of the validator.', 1),
    verdict: must(z.enum(['accepted', 'rejected', 'pending']), 'What came out.', 'rejected'),
    report: may(id, 'Evidence of it.', 'validator-report'),
    note: may(text, 'A remark.', 'Two files missing', harmless),
  })
  .meta({ id: 'Attempt', description: 'A try to get the contract accepted.' });

const statedCount = z
  .object({
    id: must(id, 'Id of the count.', 'files'),
    title: must(text, 'What is counted.', 'Deliverables'),
    stated: must(finite, 'The number that the text states.', 22),
    counted: may(finite, 'The number listed, when it cannot be recomputed.', 22),
    of: may(
      z.enum(['deliverables', 'checkboxes', 'items', 'documents', 'targets']),
      'What to count in the bundle.',
      'deliverables',
    ),
    category: may(text, 'Only of this category.', 'code'),
    source,
  })
  .meta({ id: 'StatedCount', description: 'A stated number beside what is listed.' });

export const contract = z
  .object({
    id: must(id, 'Id of the contract.', 'phase-4'),
    title: must(text, 'Its title.', 'Phase 4'),
    item: may(id, 'The item that it belongs to.', 'P4'),
    file: may(text, 'The document.', 'docs/contract.md', harmless),
    validator: may(
      z.object({
        command: must(text, 'The command.', 'npm run validate'),
        acceptedExitCode: must(z.int(), 'The exit code that means accepted.', 0),
      }),
      'What decides acceptance; never run here.',
      { command: 'npm run validate', acceptedExitCode: 0 },
    ),
    reportPath: may(text, 'Where the validator reports.', 'out/report.json', harmless),
    categories: must(
      z.array(
        z.object({
          id: must(id, 'Id of the category.', 'code'),
          title: must(text, 'Its title.', 'Code'),
          count: must(count, 'How many deliverables it should have.', 8),
        }),
      ),
      'Categories of deliverables.',
      [{ id: 'code', title: 'Code', count: 8 }],
    ),
    deliverables: must(z.array(deliverable), 'The files.', [
      { id: 'd-1', title: 'Gate engine', path: 'src/gate.ts', category: 'code', kind: 'source' },
    ]),
    totals: may(
      z.object({
        files: may(count, 'Number of files.', 22),
        lines: may(
          z.object({ min: must(count, 'Least.', 4000), max: must(count, 'Most.', 6000) }),
          'Lines of all files.',
          { min: 4000, max: 6000 },
        ),
      }),
      'Totals that the contract states.',
      { files: 22 },
    ),
    forbidden: may(patterns, 'Patterns that no deliverable may contain.', examplePattern),
    crossChecks: may(z.array(anyCondition), 'Facts that must agree.', [exampleCondition]),
    targets: may(z.array(target), 'Numbers that it promises.', [
      {
        id: 't-1',
        title: 'Latency',
        operator: 'at-most',
        value: 250,
        unit: 'ms',
        statedIn: 'summary',
      },
    ]),
    definitionOfDone: may(z.array(anyCondition), 'When it is done.', [exampleCondition]),
    attemptLimit: may(count, 'Most attempts.', 3),
    attempts: may(z.array(attempt), 'Attempts so far.', [{ number: 1, verdict: 'rejected' }]),
    history: may(
      z.array(
        z.object({
          item: must(text, 'The earlier phase.', 'P3'),
          number: must(count, 'Which attempt.', 2),
          verdict: must(z.enum(['accepted', 'rejected']), 'What came out.', 'accepted'),
          note: may(text, 'A remark.', 'Second try', harmless),
        }),
      ),
      'How earlier phases went.',
      [{ item: 'P3', number: 2, verdict: 'accepted' }],
      harmless,
    ),
    counts: may(z.array(statedCount), 'Numbers that the text states.', [
      { id: 'files', title: 'Deliverables', stated: 22, of: 'deliverables' },
    ]),
    tag: may(text, 'Tag of the release.', 'v1.4.0', harmless),
    mentionedPaths: may(
      z.array(
        z.object({
          path: must(text, 'The path.', 'src/old.ts'),
          why: must(text, 'Why it is no deliverable.', 'replaced'),
        }),
      ),
      'Paths that are mentioned and are no deliverable.',
      [{ path: 'src/old.ts', why: 'replaced' }],
    ),
    source,
  })
  .meta({ id: 'Contract', description: 'What must be delivered, file by file.' });
