import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderEvidence, setWide } from '../testing/render-evidence.tsx';
import { file, type Piece, piece } from '../testing/sample-evidence.ts';

const original = window.matchMedia;
beforeEach(() => setWide(true));
afterEach(() => {
  window.matchMedia = original;
});

const open = (name: string, content: Piece['content'], at?: string) =>
  renderEvidence([piece(name, content)], { id: name, ...(at !== undefined && { at }) });
const json = (text: string) => file(text, 'application/json');
const tree = (name: string) => screen.findByRole('tree', { name: `Content of ${name}` });

describe('JSON', () => {
  it('opens the tree at the pointer and marks the value', async () => {
    const deep = { a: Array.from({ length: 500 }, (_, at) => ({ n: at })) };
    open(
      'd.json',
      json(JSON.stringify({ ...deep, z: { 'x/y': [1, { '~': 'here' }] } })),
      'json:/z/x~1y/1/~0',
    );
    const marked = within(await tree('d.json'))
      .getAllByRole('treeitem')
      .filter((item) => item.getAttribute('aria-current') === 'location');
    expect(marked).toHaveLength(1);
    expect(within(marked[0] ?? document.body).getByRole('mark')).toHaveTextContent('~: "here"');
    expect(screen.getByText('/z/x~1y/1/~0', { selector: 'code bdi' })).toBeVisible();
  });

  it('says where a pointer ends that leads nowhere', async () => {
    open('d.json', json('{"a":{"b":1}}'), 'json:/a/c');
    expect(await screen.findByText(/There is no value at \/a\/c/)).toHaveTextContent(
      'The last part that exists is /a.',
    );
    expect(screen.queryByRole('mark')).not.toBeInTheDocument();
  });

  it('walks, closes and opens by keyboard, and puts a place into the link', async () => {
    const { user, search } = open('d.json', json('{"a":{"b":1},"c":2}'));
    const items = within(await tree('d.json'));
    (await tree('d.json')).focus();
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(items.getByRole('treeitem', { name: /^a:/ })).toHaveAttribute('aria-expanded', 'false');
    expect(items.queryByRole('treeitem', { name: /^b:/ })).not.toBeInTheDocument();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(items.getByRole('treeitem', { name: /^b:/ })).toHaveAttribute('aria-selected', 'true');
    await user.click(screen.getByRole('button', { name: 'Mark this place' }));
    expect(search().at).toBe('json:/a/b');
  });

  it('finds names and values in closed parts', async () => {
    const { user } = open('d.json', json('{"a":{"b":{"deep":"needle"}}}'));
    await tree('d.json');
    await user.click(screen.getByRole('button', { name: 'Close all' }));
    await user.type(screen.getByRole('searchbox', { name: 'Find in the content' }), 'NEED');
    expect(await screen.findByRole('treeitem', { name: /deep/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(screen.getByText('1 of 1')).toBeVisible();
  });

  it('keeps long numbers, names that stand twice, and __proto__ as they are written', async () => {
    open('d.json', json('{"__proto__":{"x":1},"n":12345678901234567890,"n":1.0}'), 'json:/n');
    const items = within(await tree('d.json'));
    expect(items.getByRole('treeitem', { name: /^__proto__:/ })).toBeVisible();
    expect(items.getByRole('treeitem', { name: /12345678901234567890/ })).toBeVisible();
    expect(items.getByRole('mark')).toHaveTextContent('n: 1.0');
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it('takes depth without a fault', async () => {
    const depth = 5000;
    open('d.json', json(`${'['.repeat(depth)}1${']'.repeat(depth)}`), `json:${'/0'.repeat(3)}`);
    expect(within(await tree('d.json')).getByRole('mark')).toBeVisible();
  });

  it('shows what is no JSON as text, with the reason', async () => {
    open('d.json', json('{"a":1,}'), 'lines:1-1');
    expect(await screen.findByText('This is not valid JSON')).toBeVisible();
    expect(screen.getByText(/It is shown as text\./)).toHaveTextContent(/JSON/);
    expect(screen.getByRole('mark')).toHaveTextContent('{"a":1,}');
  });

  it('finds a test case by its name', async () => {
    open('ctrf.json', json('{"tests":[{"name":"one"},{"name":"two \\u0041"}]}'), 'test:::two%20A');
    await waitFor(async () =>
      expect(within(await tree('ctrf.json')).getByRole('mark')).toHaveTextContent(/^1: /),
    );
  });
});

describe('YAML and records', () => {
  it('opens YAML at the pointer, and its lines as text', async () => {
    const yaml = file('gates:\n  - id: G1\n    open: 3\n', 'application/yaml');
    open('plan.yaml', yaml, 'json:/gates/0/open');
    expect(within(await tree('plan.yaml')).getByRole('mark')).toHaveTextContent('open: 3');
  });

  it('shows YAML whose aliases are not followed as text', async () => {
    open('plan.yaml', file('a: &x 1\nb: *x\n', 'application/yaml'));
    expect(await screen.findByRole('region', { name: 'Text of plan.yaml' })).toBeVisible();
    expect(screen.getByText(/^It is shown as text/).closest('[role=status]')).toHaveTextContent(
      /line 2/,
    );
  });

  it('opens XML at the line that the link names, and a case by its name', async () => {
    const xml = '<r>\n  <a n="1"/>\n  <a n="2">text</a>\n</r>\n';
    const { user, search } = open('r.xml', file(xml, 'application/xml'), 'lines:3-3');
    expect(within(await tree('r.xml')).getByRole('mark')).toHaveTextContent('a:');
    expect(screen.getByText('/r/a[2]', { selector: 'code *, code' })).toBeVisible();
    await user.click(within(await tree('r.xml')).getByText('1'));
    await user.click(screen.getByRole('button', { name: 'Mark this place' }));
    expect(search().at).toBe('lines:2-2');
  });

  it('points to a record by its line, and finds it there', async () => {
    const lines = file('{"n":1}\n\n{"n":2,"deep":{"x":9}}\n', 'application/x-ndjson');
    const { user, search } = open('run.jsonl', lines, 'lines:3-3');
    expect(within(await tree('run.jsonl')).getByRole('mark')).toHaveTextContent(/^1: /);
    await user.click(within(await tree('run.jsonl')).getByText('9'));
    await user.click(screen.getByRole('button', { name: 'Mark this place' }));
    expect(search().at).toBe('lines:3-3');
  });

  it('shows records of which one is broken as text', async () => {
    open('run.jsonl', file('{"n":1}\n{"n":\n', 'application/x-ndjson'), 'lines:2-2');
    expect(await screen.findByRole('mark')).toHaveTextContent('{"n":');
    expect(screen.getByText('Line 2 is no JSON.')).toBeVisible();
  });
});

describe('CSV', () => {
  const csv = file('time,latency_ms,note\n1,20,a\n2,90,"x, y"\n3,10,=cmd()\n', 'text/csv');

  it('marks the pointed cell and draws its column', async () => {
    open('m.csv', csv, 'cell:2:latency_ms');
    const grid = await screen.findByRole('grid', { name: 'Table of m.csv' });
    expect(within(grid).getByRole('mark')).toHaveTextContent('90');
    expect(within(grid).getByRole('mark').closest('tr')).toHaveAttribute('aria-selected', 'true');
    expect(
      await screen.findByRole('figure', { name: 'latency_ms: 3 values from 10 to 90' }),
    ).toBeVisible();
  });

  it('marks rows, and a row that is chosen goes into the link', async () => {
    const { user, search } = open('m.csv', csv, 'rows:1-2');
    const grid = await screen.findByRole('grid', { name: 'Table of m.csv' });
    expect(within(grid).getAllByRole('mark')).toHaveLength(6);
    await user.click(within(grid).getByText('=cmd()'));
    expect(search().at).toBe('rows:3-3');
  });

  it('says what a place lacks', async () => {
    open('m.csv', csv, 'cell:2:speed');
    expect(await screen.findByText('There is no column “speed”.')).toBeVisible();
    expect(screen.getAllByRole('mark')).toHaveLength(3);
  });

  it('says that rows differ in length', async () => {
    open('m.csv', file('a,b\n1\n2,3,4', 'text/csv'));
    expect(await screen.findByText(/2 rows have another number of fields/)).toHaveTextContent(
      'the first is row 1',
    );
  });

  it('shows a place that is named by its line as text', async () => {
    open('m.csv', csv, 'lines:3-3');
    expect(await screen.findByRole('mark')).toHaveTextContent('2,90,"x, y"');
  });
});

describe('text', () => {
  const log = file(
    Array.from({ length: 30 }, (_, at) => `entry ${at + 1}`).join('\n'),
    'text/plain',
  );
  const lines = () => screen.findByRole('region', { name: /^Text of/ });

  it('numbers the lines and marks the pointed ones', async () => {
    open('a.log', log, 'lines:3-4');
    const marks = within(await lines()).getAllByRole('mark');
    expect(marks.map((mark) => mark.textContent)).toEqual(['entry 3', 'entry 4']);
    expect(marks[0]?.closest('li')).toHaveAttribute('aria-posinset', '3');
    expect(marks[0]?.closest('li')).toHaveAttribute('aria-current', 'location');
  });

  it('finds a test case in a report by its name', async () => {
    const xml = `<testsuites>
<testsuite name="other"><testcase name="a &lt; b"/></testsuite>
<testsuite name="mine">
<testcase name="a &lt; b"/>
</testsuite></testsuites>`;
    open('r.xml', file(xml, 'application/xml'), 'test::mine:a%20%3C%20b');
    expect(await screen.findByRole('mark')).toHaveTextContent('Stands at line 4');
    const opened = screen.getByRole('region', { name: 'Opened' });
    expect(opened).toHaveTextContent('a < b');
  });

  it('leads to any line by keyboard', async () => {
    const { user, search } = open('a.log', log);
    await user.type(await screen.findByRole('textbox', { name: 'Go to line' }), '7{Enter}');
    expect(search().at).toBe('lines:7-7');
    expect(await screen.findByRole('mark')).toHaveTextContent('entry 7');
  });

  it('steps through what it finds', async () => {
    const { user } = open('a.log', log);
    await lines();
    await user.type(
      screen.getByRole('searchbox', { name: 'Find in the content' }),
      'entry 2{Enter}',
    );
    expect(screen.getByText('2 of 11')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Previous hit' }));
    expect(screen.getByText('1 of 11')).toBeVisible();
  });

  it('says that the file is shorter than the link thinks', async () => {
    open('a.log', log, 'lines:31-31');
    expect(await screen.findByText('The file ends at line 30.')).toBeVisible();
  });

  it('counts what is no UTF-8', async () => {
    open('a.log', file(new Uint8Array([0x61, 0x0a, 0xff, 0x62]), 'text/plain'));
    expect(await screen.findByText(/1 place is shown as �, the first on line 2/)).toBeVisible();
  });

  it('shows what turns or hides text', async () => {
    open('a.log', file('safe \u202Etxt.exe\u0007', 'text/plain'));
    expect(await lines()).toHaveTextContent('safe U+202Etxt.exeU+0007');
  });
});

describe('Markdown', () => {
  const hostile = `# Report

See [the run](https://ci.example/run), [this](javascript:alert(1)) and <https://user@evil.example>.

<script>window.hacked = true</script>
<img src=x onerror="window.hacked = true">

![remote](https://tracker.example/pixel.png)

- [x] done
`;

  it('links through the one component, and nothing else', async () => {
    const { container } = open('r.md', file(hostile, 'text/markdown'));
    const page = await screen.findByRole('region', { name: 'Document r.md' });
    expect(within(page).getByRole('heading', { name: 'Report' })).toBeVisible();
    const hrefs = within(page)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(['https://ci.example/run', 'https://tracker.example/pixel.png']);
    expect(page).toHaveTextContent('javascript:alert(1)');
    expect(container.ownerDocument.querySelector('script, img, iframe')).toBeNull();
    expect(page).toHaveTextContent('<script>window.hacked = true</script>');
    expect(window).not.toHaveProperty('hacked');
    expect(within(page).getByRole('img', { name: 'done' })).toBeVisible();
  });

  it('marks the block on the pointed line', async () => {
    open(
      'r.md',
      file('# T\n\nfirst\n\n| a |\n| - |\n| x |\n| y |\n', 'text/markdown'),
      'lines:7-7',
    );
    const page = await screen.findByRole('region', { name: 'Document r.md' });
    const marked = page.querySelectorAll('[aria-current="location"]');
    expect([...marked].map((block) => block.textContent)).toEqual(['x']);
  });

  it('shows its source on request, by link', async () => {
    const { user, search } = open('r.md', file('# T', 'text/markdown'));
    await user.click(await screen.findByRole('button', { name: 'Text' }));
    expect(search().as).toBe('text');
    expect(await screen.findByRole('region', { name: 'Text of r.md' })).toHaveTextContent('# T');
  });
});

describe('anything else', () => {
  it('shows a drawing through an image, where it cannot run', async () => {
    const made = vi.fn((_: Blob) => 'blob:one');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>window.hacked = 1</script></svg>';
    const { container } = open('p.svg', file(svg, 'image/svg+xml'));
    expect(await screen.findByRole('img', { name: 'p.svg' })).toHaveAttribute('src', 'blob:one');
    expect(made.mock.calls[0]?.[0]?.type).toBe('image/svg+xml');
    expect(container.querySelector('script')).toBeNull();
  });

  it('shows every byte of what it does not know', async () => {
    open('x.bin', file(new Uint8Array([0, 1, 0x41, 0xff]), 'application/octet-stream'));
    const bytes = await screen.findByRole('region', { name: 'Bytes of x.bin' });
    expect(bytes).toHaveTextContent('000000 00 01 41 ff ..A.');
    expect(screen.getByText(/All 4 B are shown as bytes/)).toBeVisible();
  });

  it('says that a place does not fit the kind of file', async () => {
    open('a.log', file('x', 'text/plain'), 'cell:1:latency');
    expect(await screen.findByText(/no place like “row 1, latency”/)).toBeVisible();
  });

  it('says that a place is not understood', async () => {
    open('a.log', file('x', 'text/plain'), 'nonsense:1');
    expect(await screen.findByText('The link names a place that is not understood')).toBeVisible();
  });

  it('says that a file is empty', async () => {
    open('a.log', file('', 'text/plain'));
    expect(await screen.findByText('The file is empty')).toBeVisible();
  });

  it('hands the bytes out under a name without tricks', async () => {
    const made = vi.fn((_: Blob) => 'blob:two');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined });
    let saved: HTMLAnchorElement | undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved = this;
    });
    const { user } = renderEvidence(
      [piece('a', file('x', 'text/html'), { path: 'evidence/page\u202Elmth.html' })],
      { id: 'a' },
    );
    await user.click(await screen.findByRole('button', { name: 'Download' }));
    expect(saved?.download).toBe('page_U+202E_lmth.html');
    expect(made.mock.calls[0]?.[0]?.type).toBe('application/octet-stream');
  });
});
