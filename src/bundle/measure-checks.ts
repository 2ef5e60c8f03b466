import type { Lists } from './content-lists.ts';
import type { ProblemLog } from './log.ts';
import { isSafePath } from './paths.ts';
import type { References } from './references.ts';

/** Units that the interface knows how to format; others are shown as they are. */
export const knownUnits: ReadonlySet<string> = new Set([
  ...['ns', 'us', 'µs', 'ms', 's', 'min', 'h', 'd', 'weeks', 'months'],
  ...['%', 'ratio', 'count', 'points', 'lines', 'files', 'rows', 'tests', 'cases', 'tokens'],
  ...['B', 'kB', 'MB', 'GB', 'KiB', 'MiB', 'GiB', 'req/s', 'ops/s', '/s', '/min', '/h', '/d'],
  ...['score', 'hours', 'days', 'minutes', 'seconds'],
]);

const currency = /^[A-Z]{3}$/;

/** Metrics and budgets: units, points, files, and what they refer to. */
export function checkMeasures(lists: Lists, refs: References, log: ProblemLog): void {
  const unit = (text: string, path: string): void => {
    if (knownUnits.has(text) || currency.test(text.split('/')[0] ?? '')) return;
    log.report('unit-unknown', path, { params: { unit: text } });
  };
  for (const { value: metric, path } of lists.metrics ?? []) {
    unit(metric.unit, `${path}/unit`);
    refs.item(metric.item, `${path}/item`);
    refs.evidences(metric.evidence, `${path}/evidence`);
    const { series, seriesFile } = metric;
    if (series !== undefined) {
      const times = series.t.length;
      const uneven =
        series.v.length !== times ||
        (series.category !== undefined && series.category.length !== times);
      if (uneven) {
        const params = { metric: metric.id, times, values: series.v.length };
        log.report('series-uneven', `${path}/series`, { params, affects: [metric.id] });
      }
      if (seriesFile !== undefined) {
        const params = { metric: metric.id };
        log.report('series-and-file', `${path}/seriesFile`, { params });
      }
    }
    if (seriesFile !== undefined && !isSafePath(seriesFile.path)) {
      const params = { text: seriesFile.path };
      log.report('unsafe-path', `${path}/seriesFile/path`, { params, affects: [metric.id] });
    }
  }
  for (const { value: budget, path } of lists.budgets ?? []) {
    refs.item(budget.item, `${path}/item`);
    refs.metric(budget.spend, `${path}/spend`);
    const spend = refs.unitOf(budget.spend);
    if (spend !== undefined && spend !== budget.currency) {
      const params = { unit: spend, expected: budget.currency };
      log.report('unit-mismatch', `${path}/spend`, { params });
    }
    for (const [k, stated] of (budget.statedIn ?? []).entries()) {
      refs.evidence(stated.evidence, `${path}/statedIn/${k}/evidence`);
    }
  }
}
