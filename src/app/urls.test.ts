import { createMemoryHistory } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { createQueryClient, makeRouter } from './router.tsx';
import { planOf, waves } from './testing/plans.ts';
import { memorySession, now } from './testing/render-app.tsx';

const plan = planOf({ items: waves('A') });

function routerAt(at: string): ReturnType<typeof makeRouter> {
  return makeRouter(
    {
      session: memorySession({ plans: { waves: plan } }),
      defaultSource: { kind: 'static', url: 'bundles/' },
      now,
      history: createMemoryHistory({ initialEntries: [at] }),
    },
    createQueryClient(),
  );
}

/** What the routes make of a link: the page, and the fields that have a value. */
function readUrl(at: string): { page: string; search: object } {
  const router = routerAt(at);
  const last = router.matchRoutes(router.latestLocation).at(-1);
  const search = Object.entries(last?.search ?? {}).filter(([, value]) => value !== undefined);
  return { page: last?.routeId ?? '', search: Object.fromEntries(search) };
}

function writeUrl(at: string): string {
  const router = routerAt(at);
  return router.options.stringifySearch?.(readUrl(at).search) ?? '';
}

/** Every page with every parameter that it knows. */
const urls = [
  '/',
  '/?source=local%3A0f',
  '/gallery',
  '/p/waves/overview?source=api%3Ahttps%3A%2F%2Fa.example%2F&rev=r1&asOf=2026-06-01T08%3A00%3A00Z&keys=0123456789abcdef',
  '/p/waves/graph?item=W3&tab=gates&show=table&q=tool&state=failed&state=blocked&focus=why&edges=all',
  '/p/waves/gates?gate=G-1&condition=c&q=x&verdict=passed&verdict=stale',
  '/p/waves/evidence?id=e&at=lines%3A3-5&as=text&q=x&kind=k&item=W3&gate=G-1&use=orphan&sort=size&order=desc',
  '/p/waves/metrics?part=budgets&metric=m&q=x&verdict=failed&verdict=no-target&set=g&sort=name&view=step&from=2026-06-01T08%3A00%3A00Z&to=2026-06-02T08%3A00%3A00.5Z&scale=log&with=n&with=o&base=r0&hide=target&hide=m&also=levels&page=3&budget=b&month=2026-05',
  '/p/waves/bundle?severity=error',
  '/p/a%2Fb%20%C3%A9/gates?gate=%3Cscript%3E',
] as const;

describe('the links of the app', () => {
  it('are these', () => {
    expect(Object.fromEntries(urls.map((url) => [url, readUrl(url)]))).toMatchInlineSnapshot(`
      {
        "/": {
          "page": "/",
          "search": {},
        },
        "/?source=local%3A0f": {
          "page": "/",
          "search": {
            "source": "local:0f",
          },
        },
        "/gallery": {
          "page": "/gallery",
          "search": {},
        },
        "/p/a%2Fb%20%C3%A9/gates?gate=%3Cscript%3E": {
          "page": "/p/$project/gates",
          "search": {
            "gate": "<script>",
          },
        },
        "/p/waves/bundle?severity=error": {
          "page": "/p/$project/bundle",
          "search": {
            "severity": "error",
          },
        },
        "/p/waves/evidence?id=e&at=lines%3A3-5&as=text&q=x&kind=k&item=W3&gate=G-1&use=orphan&sort=size&order=desc": {
          "page": "/p/$project/evidence",
          "search": {
            "as": "text",
            "at": "lines:3-5",
            "gate": "G-1",
            "id": "e",
            "item": "W3",
            "kind": "k",
            "order": "desc",
            "q": "x",
            "sort": "size",
            "use": "orphan",
          },
        },
        "/p/waves/gates?gate=G-1&condition=c&q=x&verdict=passed&verdict=stale": {
          "page": "/p/$project/gates",
          "search": {
            "condition": "c",
            "gate": "G-1",
            "q": "x",
            "verdict": [
              "passed",
              "stale",
            ],
          },
        },
        "/p/waves/graph?item=W3&tab=gates&show=table&q=tool&state=failed&state=blocked&focus=why&edges=all": {
          "page": "/p/$project/graph",
          "search": {
            "edges": "all",
            "focus": "why",
            "item": "W3",
            "q": "tool",
            "show": "table",
            "state": [
              "failed",
              "blocked",
            ],
            "tab": "gates",
          },
        },
        "/p/waves/metrics?part=budgets&metric=m&q=x&verdict=failed&verdict=no-target&set=g&sort=name&view=step&from=2026-06-01T08%3A00%3A00Z&to=2026-06-02T08%3A00%3A00.5Z&scale=log&with=n&with=o&base=r0&hide=target&hide=m&also=levels&page=3&budget=b&month=2026-05": {
          "page": "/p/$project/metrics",
          "search": {
            "also": [
              "levels",
            ],
            "base": "r0",
            "budget": "b",
            "from": "2026-06-01T08:00:00Z",
            "hide": [
              "target",
              "m",
            ],
            "metric": "m",
            "month": "2026-05",
            "page": 3,
            "part": "budgets",
            "q": "x",
            "scale": "log",
            "set": "g",
            "sort": "name",
            "to": "2026-06-02T08:00:00.5Z",
            "verdict": [
              "failed",
              "no-target",
            ],
            "view": "step",
            "with": [
              "n",
              "o",
            ],
          },
        },
        "/p/waves/overview?source=api%3Ahttps%3A%2F%2Fa.example%2F&rev=r1&asOf=2026-06-01T08%3A00%3A00Z&keys=0123456789abcdef": {
          "page": "/p/$project/overview",
          "search": {
            "asOf": "2026-06-01T08:00:00Z",
            "keys": "0123456789abcdef",
            "rev": "r1",
            "source": "api:https://a.example/",
          },
        },
      }
    `);
  });

  it.each(urls)('%s is written as it was read', (url) => {
    const [, search = ''] = url.split('?');
    expect(writeUrl(url)).toBe(search === '' ? '' : `?${search.replaceAll('%20', '+')}`);
  });

  const long = 'x'.repeat(501);
  const bad: Readonly<Record<string, readonly string[]>> = {
    '/p/waves/overview?rev=r1': [
      'source=a&source=b',
      'asOf=yesterday',
      'asOf=1&asOf=2',
      'keys=mine',
      'keys=0123456789abcdef&keys=0',
    ],
    '/p/waves/graph?item=W3&q=x': [
      'tab=nonsense',
      'show=3d',
      'state=asleep',
      'focus=me',
      'edges=none',
      `source=${long}`,
    ],
    '/p/waves/gates?gate=G&q=x': ['verdict=green', 'condition=a&condition=b', `asOf=${long}`],
    '/p/waves/evidence?id=e&kind=k': [
      'at=1&at=2',
      'as=video',
      'use=maybe',
      'sort=luck',
      'order=up',
    ],
    '/p/waves/metrics?metric=m': ['verdict=green', 'q=a&q=b', `source=${long}`],
    '/p/waves/bundle?rev=r1': ['severity=mild', 'asOf=2026-13-01T00:00:00Z'],
  };

  it.each(
    Object.entries(bad).flatMap(([url, fields]) => fields.map((field) => [url, field] as const)),
  )('%s keeps its fields beside the bad %s, which is dropped', (url, field) => {
    const sound = readUrl(url);
    expect(Object.keys(sound.search)).not.toEqual([]);
    expect(readUrl(`${url}&${field}`)).toEqual(sound);
    expect(readUrl(url.replace('?', `?${field}&`))).toEqual(sound);
  });
});

describe('going on', () => {
  const at = '/p/waves/gates?gate=G&source=s&rev=r1&asOf=2026-06-01T08%3A00%3A00Z';
  const kept = 'source=s&rev=r1&asOf=2026-06-01T08%3A00%3A00Z';

  const pages = Object.values(routerAt('/').routesByPath)
    .map(({ fullPath }) => fullPath)
    .filter((path) => path !== '/p/$project/')
    .filter((path) => path.startsWith('/p/$project/'));

  it.each(pages)('to %s stays with the bundle, the revision and the instant', (to) => {
    const { href } = routerAt(at).buildLocation({ to, params: { project: 'waves' } });
    expect(href).toBe(`${to.replace('$project', 'waves')}?${kept}`);
  });

  it.each(pages)('to %s never carries a field along that was not understood', (to) => {
    const bad = `${to.replace('$project', 'waves')}?asOf=yesterday&rev=a&rev=b&source=s`;
    expect(readUrl(bad).search).toEqual({ source: 's' });
  });

  it('to another project stays with the source alone', () => {
    const { href } = routerAt(at).buildLocation({
      to: '/p/$project/overview',
      params: { project: 'other' },
      search: { rev: undefined, asOf: undefined },
    });
    expect(href).toBe('/p/other/overview?source=s');
  });

  it('from item to item keeps the way of looking, and nothing else of the page', () => {
    const graph = '/p/waves/graph?item=A&tab=gates&show=table&q=x&focus=why&edges=all&rev=r1';
    const { href } = routerAt(graph).buildLocation({
      to: '/p/$project/graph',
      params: { project: 'waves' },
      search: { item: 'B' },
    });
    const query = new URLSearchParams(href.split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      item: 'B',
      show: 'table',
      focus: 'why',
      edges: 'all',
      rev: 'r1',
    });
  });

  it('never carries a field along that was not understood', () => {
    const { href } = routerAt('/p/waves/gates?asOf=yesterday&source=s').buildLocation({
      to: '/p/$project/metrics',
      params: { project: 'waves' },
    });
    expect(href).toBe('/p/waves/metrics?source=s');
  });
});
