import { expect, it } from 'vitest';
import { readPrometheus } from './prometheus.ts';

it('reads names, labels with escapes, values and times', () => {
  const text = [
    '# HELP http_requests_total Requests.',
    '# TYPE http_requests_total counter',
    'http_requests_total{method="post",path="/a\\"b\\\\c"} 1027 1395066363000',
    'up 1',
    'latency{quantile="0.99",} NaN',
    'bucket{le="+Inf"} +Inf',
  ].join('\n');
  expect(readPrometheus(text)).toEqual({
    samples: [
      {
        name: 'http_requests_total',
        labels: { method: 'post', path: '/a"b\\c' },
        value: 1027,
        at: 1395066363000,
        line: 3,
      },
      { name: 'up', labels: {}, value: 1, line: 4 },
      { name: 'latency', labels: { quantile: '0.99' }, value: null, line: 5 },
      { name: 'bucket', labels: { le: '+Inf' }, value: null, line: 6 },
    ],
    unreadable: [],
  });
});

it('names the lines that are none', () => {
  expect(readPrometheus('a b c d\nx{y=1} 2\nz{"} 1\nok 3\n')).toMatchObject({
    samples: [{ name: 'ok', value: 3 }],
    unreadable: [1, 2, 3],
  });
});
