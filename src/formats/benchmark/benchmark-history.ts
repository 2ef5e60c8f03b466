import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import { instant, instantOfMillis } from '../input/quantities.ts';
import { decodeText } from '../input/text.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { BenchmarkReport } from '../reports/benchmark-report.ts';
import { addNamed } from './benchmark-json.ts';
import { SeriesBuilder } from './series-builder.ts';

const assignment = /^\s*window\.BENCHMARK_DATA\s*=\s*/;

const directions: Readonly<Record<string, 'smaller' | 'bigger'>> = {
  customSmallerIsBetter: 'smaller',
  customBiggerIsBetter: 'bigger',
};

/**
 * Reads the history that github-action-benchmark keeps as `data.js`. It is never executed: behind its one
 * assignment must stand JSON and nothing else, or nothing is read. Pointers address that JSON.
 */
export function readBenchmarkHistory(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  const decoded = decodeText(source);
  const start = assignment.exec(decoded.text)?.[0];
  if (start === undefined) return { warnings: [{ code: 'not-this-format' }] };
  const linesBefore = start.split('\n').length - 1;
  const json = decoded.text.slice(start.length).replace(/\s*;?\s*$/, '');
  const { root, warnings } = readJsonDocument(json);
  const shifted = warnings.map((warning) =>
    warning.line === undefined ? warning : { ...warning, line: warning.line + linesBefore },
  );
  if (root === undefined) {
    const isScript = warnings.some(({ code }) => code === 'syntax');
    const line = shifted[0]?.line;
    return {
      warnings: isScript
        ? [{ code: 'script-refused', ...(line === undefined ? {} : { line }) }]
        : shifted,
    };
  }
  const log = new WarningLog();
  log.addAll(decoded.warnings);
  log.addAll(shifted);
  const series = new SeriesBuilder(log);
  const tools = new Set<string>();
  for (const [group, runs] of root.at('entries').entries()) {
    for (const run of runs.items()) {
      const tool = run.at('tool').text() ?? '';
      tools.add(tool);
      const commit = run.at('commit').at('id').text();
      const date = run.at('date').number();
      const at =
        date === undefined
          ? instant(run.at('commit').at('timestamp').text() ?? '')
          : instantOfMillis(date);
      const better = Object.hasOwn(directions, tool) ? directions[tool] : undefined;
      for (const bench of run.at('benches').items()) {
        addNamed(bench, series, log, {
          group,
          ...(better !== undefined && { better }),
          ...(at !== undefined && { at }),
          ...(commit !== undefined && { commit }),
        });
      }
    }
  }
  const [tool] = tools;
  const report = series.finish(tools.size === 1 && tool !== undefined ? { name: tool } : undefined);
  if (report === undefined) return { warnings: [...log.warnings, { code: 'not-this-format' }] };
  const located = withJsonLines(log.warnings, json).map((warning, index) =>
    log.warnings[index]?.line === undefined && warning.line !== undefined
      ? { ...warning, line: warning.line + linesBefore }
      : warning,
  );
  return { report, warnings: located };
}
