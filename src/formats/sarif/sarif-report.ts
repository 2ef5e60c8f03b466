import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type {
  SarifNotification,
  SarifReport,
  SarifResult,
  SarifRun,
  SarifTotals,
} from '../reports/sarif-report.ts';
import { readResult } from './sarif-result.ts';
import { contextOf, levelOf, type SarifContext } from './sarif-rules.ts';

/**
 * Reads static analysis results. Results of kinds other than `fail`, suppressed ones and such that are
 * gone are listed and counted apart. A run without `results` tells nothing, which is not the same as
 * having found nothing.
 *
 * Source: SARIF 2.1.0, OASIS Standard (2020).
 */
export function readSarifReport(source: string | Uint8Array): ReportReading<SarifReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const version = root.at('version').text();
  if (version === undefined && !root.at('runs').exists) {
    return { warnings: [{ code: 'not-this-format' }] };
  }
  const log = new WarningLog();
  log.addAll(warnings);
  if (version === undefined || !version.startsWith('2.1')) {
    log.add('version-unknown', { params: { version: version ?? '' } });
  }
  if (!root.at('runs').isList) {
    log.add('member-missing', { pointer: root.at('runs').place, params: { member: 'runs' } });
  }
  const runs: SarifRun[] = [];
  const results: SarifResult[] = [];
  for (const run of root.at('runs').items()) {
    if (!run.isObject) {
      log.add('record-unreadable', { pointer: run.place });
      continue;
    }
    const context = contextOf(run, runs.length, log);
    runs.push(readRun(context));
    for (const result of run.at('results').items()) results.push(readResult(result, context));
  }
  return {
    report: {
      family: 'sarif',
      version: version ?? '',
      runs,
      results,
      totals: totalsOf(runs, results),
    },
    warnings: withJsonLines(log.warnings, text),
  };
}

function readRun({ run, rules, log }: SarifContext): SarifRun {
  const driver = run.at('tool').at('driver');
  const name = driver.at('name').text();
  if (name === undefined) {
    log.add('member-missing', { pointer: run.place, params: { member: 'tool/driver/name' } });
  }
  if (run.at('externalPropertyFileReferences').exists) {
    const { place } = run.at('externalPropertyFileReferences');
    log.add('not-understood', {
      pointer: place,
      params: { what: 'external properties', count: 1 },
    });
  }
  const version = driver.at('version').text() ?? driver.at('semanticVersion').text();
  const invocations = run.at('invocations').items();
  const outcomes = invocations.flatMap((entry) => entry.at('executionSuccessful').boolean() ?? []);
  const startedAt = instant(invocations[0]?.at('startTimeUtc').text() ?? '');
  const endedAt = instant(invocations.at(-1)?.at('endTimeUtc').text() ?? '');
  const category = run.at('automationDetails').at('id').text();
  return {
    tool: { name: name ?? '', ...(version !== undefined && { version }) },
    rules: rules.map(({ rule }) => rule),
    ...(run.at('results').isList && { resultCount: run.at('results').items().length }),
    ...(outcomes.length > 0 && { successful: outcomes.every(Boolean) }),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    notifications: invocations.flatMap((entry) => [
      ...notifications(entry.at('toolExecutionNotifications'), 'tool'),
      ...notifications(entry.at('toolConfigurationNotifications'), 'configuration'),
    ]),
    ...(category !== undefined && { category }),
    pointer: run.place,
  };
}

function notifications(
  list: JsonNode,
  about: SarifNotification['about'],
): readonly SarifNotification[] {
  return list.items().map((entry) => ({
    level: levelOf(entry.at('level'), 'warning'),
    message: entry.at('message').at('text').text() ?? entry.at('descriptor').at('id').text() ?? '',
    about,
  }));
}

function totalsOf(runs: readonly SarifRun[], results: readonly SarifResult[]): SarifTotals {
  const open = results.filter(
    ({ kind, suppressed, baseline }) =>
      (kind === 'fail' || kind === 'unknown') && !suppressed && baseline !== 'absent',
  );
  const count = (level: SarifResult['level']): number =>
    open.filter((result) => result.level === level).length;
  return {
    // A level that nobody knows counts as the gravest.
    error: count('error') + count('unknown'),
    warning: count('warning'),
    note: count('note'),
    none: count('none'),
    otherKinds: results.filter(({ kind }) => kind !== 'fail' && kind !== 'unknown').length,
    suppressed: results.filter(({ suppressed }) => suppressed).length,
    runsWithoutResults: runs.filter(({ resultCount }) => resultCount === undefined).length,
    failedRuns: runs.filter(({ successful }) => successful === false).length,
  };
}
