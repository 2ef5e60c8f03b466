import {
  Client,
  type ConformanceOptions,
  expect,
  listOf,
  numberOf,
  optional,
  textOf,
} from './conformance-client.ts';

/*
 * Does a server keep the contract of docs/api? Everything is asked over HTTP, so any implementation can be
 * checked by its address: `npm run conformance -- http://127.0.0.1:4400/api/`. The server must serve at
 * least one project with a revision; nothing is written.
 */

export interface Check {
  readonly name: string;
  /** Rejects with what is not as the contract says; a string is why there was nothing to check. */
  readonly run: () => Promise<string | undefined>;
}

/** @param contract text of `docs/api/openapi.yaml` */
export function conformanceChecks(contract: string, options: ConformanceOptions): readonly Check[] {
  const client = new Client(contract, options);
  const { check, checks } = collector();

  check('the index has the shape that the contract gives it', async () => {
    const { response, json } = await client.json('index.json');
    expect(response.status === 200, `status ${response.status}`);
    client.valid('Index', json);
  });
  check('every answer has a strong entity tag, and confirms it with 304 and no body', async () => {
    for (const path of await client.pathsToConfirm()) {
      const first = await client.get(path);
      const etag = first.headers.get('etag');
      await first.arrayBuffer();
      expect(etag !== null && /^"[^"]+"$/.test(etag), `${path} has the entity tag ${etag}`);
      const again = await client.get(path, { 'if-none-match': `"other", ${etag}` });
      expect(again.status === 304, `${path} answers ${again.status} to its own tag`);
      expect((await again.arrayBuffer()).byteLength === 0, `${path}: 304 with a body`);
      expect(again.headers.get('etag') === etag, `${path}: 304 with another tag`);
      const other = await client.get(path, { 'if-none-match': '"other"' });
      expect(other.status === 200, `${path} answers ${other.status} to a strange tag`);
      await other.arrayBuffer();
    }
  });
  check('HEAD is GET without the body', async () => {
    const get = await client.get('index.json');
    const body = await get.arrayBuffer();
    const head = await client.ask('index.json', { method: 'HEAD' });
    expect(head.status === 200, `status ${head.status}`);
    expect(head.headers.get('etag') === get.headers.get('etag'), 'another entity tag');
    const length = head.headers.get('content-length');
    expect(length === null || Number(length) === body.byteLength, `content-length ${length}`);
    expect((await head.arrayBuffer()).byteLength === 0, 'HEAD has a body');
  });
  check('documents are what the index lists, and their digest is their own', async () => {
    for (const { project, id, path } of await client.revisions()) {
      const response = await client.get(`${path}bundle.json`);
      expect(response.status === 200, `${project} ${id}: status ${response.status}`);
      const type = response.headers.get('content-type') ?? '';
      expect(type.startsWith('application/json'), `${project} ${id}: ${type}`);
      const bytes = await response.arrayBuffer();
      const field = response.headers.get('repr-digest');
      if (field !== null) {
        const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
        expect(field === `sha-256=:${digest}:`, `${project} ${id}: Repr-Digest ${field}`);
      }
    }
  });
  check('pages of revisions give every revision once, in the order of the index', async () => {
    const { json } = await client.json('index.json');
    for (const project of listOf(json, 'projects')) {
      const id = textOf(project, 'id');
      const indexed = listOf(project, 'revisions').map((revision) => textOf(revision, 'id'));
      const base = `projects/${encodeURIComponent(id)}/revisions.json?limit=1`;
      const seen: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined && seen.length < 1000; ) {
        const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = await client.json(`${base}${more}`);
        if (page.response.status === 404 && /[^\w.-]/.test(id)) break;
        expect(page.response.status === 200, `${id}: status ${page.response.status}`);
        client.valid('RevisionPage', page.json);
        const ids = listOf(page.json, 'revisions').map((revision) => textOf(revision, 'id'));
        expect(ids.length <= 1, `${id}: ${ids.length} revisions where one was asked for`);
        seen.push(...ids);
        cursor = optional(page.json, 'next');
      }
      expect(new Set(seen).size === seen.length, `${id}: a revision came twice`);
      expect(
        JSON.stringify(seen.slice(0, indexed.length)) === JSON.stringify(indexed),
        `${id}: pages give ${seen.slice(0, 5).join()}, the index ${indexed.slice(0, 5).join()}`,
      );
    }
    const [first] = await client.revisions();
    const bad = await client.get(`projects/${first?.project}/revisions.json?cursor=%21`);
    expect(bad.status === 400, `a cursor that is none gives ${bad.status}`);
    await client.problem(bad);
  });
  check('ranges of bytes are those bytes; one behind the end is 416', async () => {
    const [first] = await client.revisions();
    const path = `${first?.path}bundle.json`;
    const whole = new Uint8Array(await (await client.get(path)).arrayBuffer());
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=5-', 5, whole.length],
      ['bytes=-7', whole.length - 7, whole.length],
      [`bytes=3-${whole.length + 99}`, 3, whole.length],
    ] as const) {
      const part = await client.get(path, { range });
      expect(part.status === 206, `${range}: status ${part.status}`);
      const bytes = new Uint8Array(await part.arrayBuffer());
      expect(Buffer.compare(bytes, whole.subarray(from, to)) === 0, `${range}: other bytes`);
      const field = part.headers.get('content-range');
      expect(field === `bytes ${from}-${to - 1}/${whole.length}`, `${range}: ${field}`);
    }
    const behind = await client.get(path, { range: `bytes=${whole.length}-` });
    expect(behind.status === 416, `behind the end: status ${behind.status}`);
    await client.problem(behind);
    const stale = await client.get(path, { range: 'bytes=0-9', 'if-range': '"other"' });
    expect(stale.status === 200, `If-Range with another tag: status ${stale.status}`);
    await stale.arrayBuffer();
  });
  check('evidence by its digest has that digest', async () => {
    const found = await client.digest();
    if (found === undefined) return 'no evidence with a file was found';
    const response = await client.get(`blobs/sha256/${found}`);
    expect(response.status === 200, `status ${response.status}`);
    const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
    expect(Buffer.from(digest).toString('hex') === found, 'other bytes than the digest says');
    const nobody = await client.get(`blobs/sha256/${'0'.repeat(64)}`);
    expect(nobody.status === 404, `a digest that nobody has: ${nobody.status}`);
    await client.problem(nobody);
    return undefined;
  });
  check('slices of the plan hold each item once and stay within bounds', async () => {
    const [first] = await client.revisions();
    const ids: string[] = [];
    for (let offset = 0; ; offset += 7) {
      const { response, json } = await client.json(
        `${first?.path}plan.json?offset=${offset}&limit=7`,
      );
      expect(response.status === 200, `status ${response.status}`);
      client.valid('PlanSlice', json);
      const items = listOf(json, 'items');
      ids.push(...items.map((item) => textOf(item, 'id')));
      if (items.length < 7) {
        expect(ids.length === numberOf(json, 'total'), `${ids.length} items, total says otherwise`);
        break;
      }
    }
    for (const bad of ['limit=0', 'limit=9999999', 'offset=-1', 'offset=x']) {
      const refused = await client.get(`${first?.path}plan.json?${bad}`);
      expect(refused.status === 400, `${bad}: status ${refused.status}`);
      await client.problem(refused);
    }
  });
  check(
    'verdicts are given for every gate and item, at the instant that was asked for',
    async () => {
      const [first] = await client.revisions();
      const asOf = '2026-06-01T12:00:00Z';
      const { response, json } = await client.json(
        `${first?.path}verdicts.json?limit=5000&asOf=${asOf}`,
      );
      expect(response.status === 200, `status ${response.status}`);
      client.valid('VerdictSlice', json);
      expect(textOf(json, 'asOf') === asOf, 'another instant');
      expect(listOf(json, 'gates').length === numberOf(json, 'totalGates'), 'gates are lacking');
      const bad = await client.get(`${first?.path}verdicts.json?asOf=yesterday`);
      expect(bad.status === 400, `asOf=yesterday: status ${bad.status}`);
      await client.problem(bad);
    },
  );
  check('points of a metric keep least and greatest at any resolution', async () => {
    const found = await client.metric();
    if (found === undefined) return 'no metric with points was found';
    const address = `${found.path}points.json?metric=${encodeURIComponent(found.id)}`;
    const all = await client.json(`${address}&points=100000`);
    client.valid('Points', all.json);
    const few = await client.json(`${address}&points=8`);
    client.valid('Points', few.json);
    const values = (json: unknown) =>
      listOf(json, 'v').filter((value): value is number => typeof value === 'number');
    expect(listOf(few.json, 'v').length <= 8, 'more points than asked for');
    expect(Math.max(...values(few.json)) === Math.max(...values(all.json)), 'the greatest is gone');
    expect(Math.min(...values(few.json)) === Math.min(...values(all.json)), 'the least is gone');
    const nobody = await client.get(`${found.path}points.json?metric=%00nobody`);
    expect(nobody.status === 404, `an unknown metric: status ${nobody.status}`);
    await client.problem(nobody);
    return undefined;
  });
  check('a delta from the document itself gives the document', async () => {
    const [first] = await client.revisions();
    const whole = await (await client.get(`${first?.path}bundle.json`)).arrayBuffer();
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', whole)).toString('hex');
    const { response, json } = await client.json(`${first?.path}delta.json?from=${sha256}`);
    if (response.status === 404) return 'the server gives no deltas';
    expect(response.status === 200, `status ${response.status}`);
    client.valid('Delta', json);
    const unknown = await client.get(`${first?.path}delta.json?from=${'0'.repeat(64)}`);
    expect(unknown.status === 404, `an unknown document: status ${unknown.status}`);
    await client.problem(unknown);
    return undefined;
  });
  check('what is not there is a problem document with 404', async () => {
    const [first] = await client.revisions();
    for (const path of [
      'nowhere.json',
      'projects/nobody-has-this/1/bundle.json',
      `projects/${first?.project}/nobody-has-this/bundle.json`,
      `${first?.path}evidence/nobody-has-this.json`,
    ]) {
      const response = await client.get(path);
      expect(response.status === 404, `${path}: status ${response.status}`);
      await client.problem(response);
    }
  });
  check('no path leads out of a bundle', async () => {
    const [first] = await client.revisions();
    for (const path of [
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e/%2e%2e/index.json',
      'evidence/..%5c..%5cindex.json',
      '%252e%252e%252findex.json',
      'bundle.json%00.txt',
    ]) {
      const response = await client.get(`${first?.path}${path}`);
      const isRefused = response.status === 404 || response.status === 400;
      expect(isRefused, `${path}: status ${response.status}`);
      await response.arrayBuffer();
    }
  });
  check('nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await client.ask('index.json', { method });
      expect(response.status === 405, `${method}: status ${response.status}`);
      expect(response.headers.get('allow')?.includes('GET') === true, `${method}: no Allow`);
      await client.problem(response);
    }
  });
  check('events begin with a greeting, and what is not known any more is said', async () => {
    const greeting = await client.firstEvents({}, 1);
    expect(greeting[0]?.type === 'hello', `the first event is ${greeting[0]?.type}`);
    const hello: unknown = JSON.parse(greeting[0]?.data ?? 'null');
    client.valid('Hello', hello);
    expect(
      greeting[0]?.id === `${textOf(hello, 'epoch')}:${numberOf(hello, 'sequence')}`,
      `the id is ${greeting[0]?.id}`,
    );
    const known = await client.firstEvents({ 'last-event-id': greeting[0]?.id ?? '' }, 1);
    expect(known[0]?.type === 'hello', 'no greeting to a reader that comes back');
    const lost = await client.firstEvents({ 'last-event-id': 'another-epoch:3' }, 2);
    expect(lost[1]?.type === 'resync', `after another epoch comes ${lost[1]?.type}`);
  });
  if (options.token !== undefined) {
    check('without the token nothing is given, and the answer says what is needed', async () => {
      for (const authorization of [undefined, 'Bearer wrong', 'Basic dTpw']) {
        const response = await client.ask('index.json', {
          headers: authorization === undefined ? {} : { authorization },
          isBare: true,
        });
        expect(response.status === 401, `status ${response.status}`);
        expect(response.headers.get('www-authenticate') !== null, 'no WWW-Authenticate');
        await client.problem(response);
      }
    });
  }
  return checks;
}

function collector() {
  const checks: Check[] = [];
  return {
    checks,
    check: (name: string, run: () => Promise<unknown>): void => {
      checks.push({
        name,
        run: async () => {
          const nothing = await run();
          return typeof nothing === 'string' ? nothing : undefined;
        },
      });
    },
  };
}
