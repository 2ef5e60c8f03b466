import { readSeriesFile } from '../../../../src/bundle/series-csv.ts';
import { evaluate } from '../../../../src/gates/evaluate.ts';
import type { ConditionResult, Verdicts } from '../../../../src/gates/types.ts';
import { buildProject } from '../../../../src/model/build-project.ts';
import { digestOf } from '../exhibit.ts';
import { bytesOf, type SampleBundle } from '../sample-bundle.ts';

/**
 * Judges a sample as it is written: digests compared with the bytes, points read from the CSV
 * files, at the instant of the revision.
 */
export function judge(sample: SampleBundle): Verdicts {
  const { content, files } = sample;
  const tables = (content.metrics ?? []).flatMap((metric) => {
    const { seriesFile } = metric;
    const bytes = bytesOf(files.get(seriesFile?.path ?? '') ?? '');
    return seriesFile === undefined
      ? []
      : [{ metric: metric.id, ...readSeriesFile(seriesFile, bytes, metric.id) }];
  });
  const project = buildProject(content, {
    problems: tables.flatMap((table) => table.problems),
    digests: new Map(
      (content.evidence ?? []).map((entry) => [
        entry.id,
        entry.digest?.sha256 === digestOf(files.get(entry.path ?? '') ?? '') ? 'match' : 'mismatch',
      ]),
    ),
    series: new Map(
      tables.flatMap(({ metric, series }) =>
        series === undefined ? [] : [[metric, series] as const],
      ),
    ),
  });
  return evaluate(project, { asOf: content.revision.createdAt });
}

/** The verdicts in a form that is easy to read and to compare: words and reason codes. */
export function golden(verdicts: Verdicts): object {
  const condition = (result: ConditionResult): object => ({
    [result.id]: `${result.verdict}: ${result.reason.code}${result.blocking ? '' : ' (informative)'}`,
  });
  return {
    asOf: verdicts.asOf,
    items: Object.fromEntries(
      [...verdicts.items.values()].map((item) => [
        item.id,
        `${item.state}: ${item.reason.code}; ${item.readiness}, ${item.permission}`,
      ]),
    ),
    gates: Object.fromEntries(
      [...verdicts.gates.values()].map((gate) => [
        gate.id,
        {
          verdict: `${gate.verdict}: ${gate.reason.code}${gate.contradicts ? ' (contradicts the record)' : ''}`,
          conditions: Object.assign({}, ...gate.conditions.map(condition)),
        },
      ]),
    ),
    invariants: Object.fromEntries(
      verdicts.invariants.map((rule) => [
        rule.id,
        `${rule.verdict}: ${[rule.reason.code, ...rule.counterexamples.map((one) => one.reason.code)].join(', ')}`,
      ]),
    ),
    findings: verdicts.findings.map((finding) => ({
      [finding.reason.code]: finding.reason.params ?? {},
    })),
  };
}
