import { describe, expect, it } from 'vitest';
import type { FormatId } from '../format-id.ts';
import { readEvidence } from '../read-evidence.ts';
import { samples } from '../testing/samples.ts';
import { readBenchmarkHistory } from './benchmark-history.ts';
import { readBenchmarkText } from './benchmark-text.ts';

const seriesOf = (text: string, format: FormatId) => {
  const { report, facts, warnings } = readEvidence(new TextEncoder().encode(text), { format });
  if (report?.family !== 'benchmark') throw new Error(JSON.stringify(warnings));
  return { series: report.series, facts, warnings };
};

describe('measurements', () => {
  it.each([
    ['benchmark-list', 'parse', 'ms', 12.5],
    ['bencher', 'parse', undefined, 12.5],
    ['google-benchmark', 'parse', 'us', 12.5],
    ['pytest-benchmark', 'b.py::test_parse', 's', 0.002],
    ['jmh', 'org.example.Parse.run', 'ops/s', 1000],
    ['julia-benchmark', 'parse', 'ns', 31],
    ['benchmarkdotnet', 'Shop.Parse', 'ns', 24.8],
    ['benchmark-text', 'BenchmarkParse-8', 'ns/op', 325],
  ] as const)('of %s have name, unit and value', (format, name, unit, value) => {
    const { series, warnings } = seriesOf(samples[format], format);
    expect(series[0]).toMatchObject({ name, points: [{ value }] });
    expect(series[0]?.unit).toBe(unit);
    expect(warnings).toEqual([]);
  });

  it('of a single run are facts with pointers', () => {
    expect(seriesOf(samples['benchmark-list'], 'benchmark-list').facts[0]).toEqual({
      type: 'value',
      pointer: { kind: 'json', pointer: '/0/value' },
      value: 12.5,
      unit: 'ms',
    });
  });

  it('of a history are points in time, and no facts', () => {
    const { series, facts } = seriesOf(samples['benchmark-history'], 'benchmark-history');
    expect(series).toMatchObject([
      {
        name: 'parse',
        group: 'Core',
        better: 'smaller',
        points: [
          { value: 13, commit: 'a1', at: '2026-02-02T02:40:00Z' },
          { value: 12, range: '± 1' },
        ],
      },
    ]);
    expect(facts).toEqual([]);
  });

  it('in another unit are another series, and said', () => {
    const text = samples['benchmark-history'].replace(
      '"value": 12,\n            "unit": "ms"',
      '"value": 12,\n            "unit": "s"',
    );
    const { report, warnings } = readBenchmarkHistory(text);
    expect(report?.series.map(({ unit }) => unit)).toEqual(['ms', 's']);
    expect(warnings).toMatchObject([{ code: 'unit-differs', params: { unit: 'ms', other: 's' } }]);
  });

  it('say on which line of the script something is odd', () => {
    const text = samples['benchmark-history'].replace('"value": 13', '"value": "13"');
    const at = text.split('\n').findIndex((line) => line.includes('"13"')) + 1;
    expect(readBenchmarkHistory(text).warnings).toMatchObject([
      { code: 'number-unreadable', line: at },
    ]);
  });

  it('as tools print them: Cargo, Criterion, Benchmark.js, Luau, Catch2', () => {
    const text = [
      'test parse ... bench:      18,149 ns/iter (+/- 755)',
      'fib(10) x 1,431,759 ops/sec ±0.74% (93 runs sampled)',
      'SUCCESS: base64      :   15.041ms +/-  0.636% on luau',
      'Fibonacci 10                  100           208     7.1968 ms ',
      '                              344 ns        341 ns        349 ns ',
      '                               19 ns         11 ns         29 ns ',
    ].join('\n');
    expect(readBenchmarkText(text).report?.series).toMatchObject([
      { name: 'parse', unit: 'ns/iter', points: [{ value: 18_149, range: '± 755' }] },
      { name: 'fib(10)', unit: 'ops/sec', better: 'bigger', points: [{ value: 1_431_759 }] },
      { name: 'base64', unit: 'ms', points: [{ value: 15.041 }] },
      {
        name: 'Fibonacci 10',
        unit: 'ns',
        points: [{ value: 344, lower: 341, upper: 349, range: '± 19 ns' }],
      },
    ]);
  });

  it('of one name twice in a run are said', () => {
    const twice = `[${'{"name":"a","unit":"s","value":1},'.repeat(2).slice(0, -1)}]`;
    expect(seriesOf(twice, 'benchmark-list').warnings).toMatchObject([{ code: 'duplicate-name' }]);
  });
});
