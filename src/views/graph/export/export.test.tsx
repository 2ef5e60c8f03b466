import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../../derive/layout/layout.ts';
import type { PlanStructure } from '../../../derive/types.ts';
import { itemId } from '../../../model/ids.ts';
import { stateTones } from '../../../ui/state.ts';
import type { ResolvedColours, StateColours } from '../../../ui/token-reader.ts';
import { closeGroups } from '../closed-groups.ts';
import { drawnEdges, edgeRows } from '../drawn-edges.ts';
import { numberPlan, placePlan } from '../layout-input.ts';
import { nodeFaces } from '../node-face.ts';
import { buildPlanGraph } from '../plan-graph.ts';
import { sampleSnapshot, sampleStructure } from '../testing/sample-plan.ts';
import { en as graphWords } from '../words/en.ts';
import type { Picture } from './picture.ts';
import { pictureName, pngScale } from './save-picture.ts';
import {
  dotString,
  dotText,
  isMoreThanMermaidDraws,
  mermaidLabel,
  mermaidText,
} from './source-text.ts';
import { drawingSvg } from './svg.ts';
import type { SvgWords } from './svg-words.ts';

const state: StateColours = { fg: 'rgb(1, 2, 3)', soft: 'rgb(4, 5, 6)', line: 'rgb(7, 8, 9)' };
const colours: ResolvedColours = {
  tokens: {
    ground: 'rgb(250, 250, 250)',
    surface: 'white',
    sunken: 'silver',
    text: 'black',
    'text-muted': 'gray',
    'text-faint': 'gray',
    line: 'gray',
    'line-strong': 'gray',
    accent: 'blue',
    'accent-soft': 'blue',
    'accent-line': 'blue',
  },
  states: {
    stopped: state,
    contradicted: state,
    failed: state,
    unknown: state,
    stale: state,
    missing: state,
    blocked: state,
    'in-progress': state,
    ready: state,
    waived: state,
    passed: state,
    'not-reached': state,
    deferred: state,
  },
};
const words: SvgWords = {
  title: 'Waves',
  remarks: ['bundle 00ff', 'Sample data'],
  standing: {
    satisfied: 'satisfied',
    waiting: 'waiting',
    blocking: 'blocking',
    optional: 'optional',
    unjudged: 'not judged',
    'supposed-satisfied': 'would be satisfied',
    'supposed-waiting': 'would wait',
    'supposed-blocking': 'would block',
    removed: 'removed',
  },
  tone: Object.fromEntries(stateTones.map((tone) => [tone, tone])),
  merged: 'merged',
  ghost: 'not in the plan',
  notes: [],
  isSupposed: false,
  mark: graphWords.mark,
  was: (state) => graphWords.markWas(state.toLowerCase()),
  state: {
    complete: 'Complete',
    contradicted: 'Contradicted',
    stopped: 'Stopped',
    failed: 'Failed',
    'in-progress': 'In progress',
    ready: 'Ready',
    blocked: 'Blocked',
    deferred: 'Deferred',
  },
};

function pictureOf(structure: PlanStructure, closed: readonly string[] = []): Picture {
  const full = buildPlanGraph(structure);
  const { graph } = closeGroups(full, closed);
  const plan = numberPlan(graph, 'right');
  const layout = placePlan(plan, layoutGraph(plan.input));
  return {
    graph,
    layout,
    faces: nodeFaces(full, sampleSnapshot, graph.closed),
    edges: drawnEdges(graph, layout, edgeRows(sampleSnapshot), { all: true, focus: undefined }),
    isFaded: () => false,
    marks: undefined,
    snapshot: sampleSnapshot,
  };
}

/** A plan of two groups and a dependency, all named by these texts. */
function named(names: readonly string[], title: string): PlanStructure {
  const [group = 'g', a = 'a', b = 'b'] = names;
  return {
    ...sampleStructure,
    items: [
      { id: itemId(group), kind: 'phase', title },
      { id: itemId(a), kind: 'wave', title, parent: itemId(group) },
      { id: itemId(b), kind: 'wave', title },
    ],
    dependencies: [{ item: itemId(b), on: itemId(a) }],
  };
}

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"]; click n0 call f()',
    '</text><foreignObject/>',
    'a\nend\n%%{init}%%',
    '\\" -> x [label="',
    ']]>&amp;#35;',
    "' onload='x",
    '\u0000\u202e\ud800',
    '`**b**`',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
);
const names = fc.uniqueArray(hostile, { minLength: 3, maxLength: 3 });
const allowed = new Set(['svg', 'title', 'rect', 'text', 'g', 'path', 'circle']);

function parsed(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
}

describe('the SVG', () => {
  it('is shapes and text alone, whatever the plan says', () => {
    fc.assert(
      fc.property(names, hostile, (ids, title) => {
        const drawn = drawingSvg(pictureOf(named(ids, title)), colours, { ...words, title });
        const document = parsed(drawn.text);
        for (const element of document.querySelectorAll('*')) {
          expect(allowed).toContain(element.localName);
          for (const { name } of element.attributes) expect(name).not.toMatch(/^on|href/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a hostile title as the text that it is', () => {
    const title = '<script>alert(1)</script>';
    const document = parsed(
      drawingSvg(pictureOf(named(['g', 'a', 'b'], title)), colours, words).text,
    );
    const titles = [...document.querySelectorAll('title')].map((one) => one.textContent);
    expect(titles).toContain(`a ${title}`);
  });

  it('shows every node, the legend, the bundle and the note inside its bounds', () => {
    const picture = pictureOf(sampleStructure);
    const drawn = drawingSvg(picture, colours, words);
    const document = parsed(drawn.text);
    const texts = [...document.querySelectorAll('text')].map((one) => one.textContent ?? '');
    for (const id of ['W0', 'W1', 'W3', 'W4', 'W5', 'lost']) expect(texts).toContain(id);
    expect(texts).toEqual(expect.arrayContaining([...words.remarks, 'blocking', 'optional']));
    expect(drawn.width).toBeGreaterThanOrEqual(picture.layout.width);
    expect(drawn.height).toBeGreaterThanOrEqual(picture.layout.height);
    expect(drawn.text).not.toContain('var(');
    expect(drawn.text).not.toContain('light-dark');
  });

  it('says above the drawing that it is a scenario, and marks beside the state', () => {
    const marks = new Map([
      ['W3', { kind: 'assumed' as const, state: 'complete' as const }],
      ['P1', { kind: 'turned' as const, state: 'in-progress' as const }],
      ['gone', { kind: 'caught' as const }],
    ]);
    const note = { notes: ['SCENARIO, not recorded.'], isSupposed: true };
    const drawn = drawingSvg({ ...pictureOf(sampleStructure), marks }, colours, {
      ...words,
      ...note,
    });
    const plain = drawingSvg(pictureOf(sampleStructure), colours, words);
    const texts = [...parsed(drawn.text).querySelectorAll('text')].map((one) => one.textContent);
    expect(texts).toEqual(
      expect.arrayContaining([...note.notes, 'Complete', 'Assumed', 'Otherwise', 'failed']),
    );
    expect(texts).not.toContain('Held');
    expect(drawn.height).toBeGreaterThan(plain.height);
    expect(drawn.text).toContain('stroke-dasharray="8 5"');
    expect(plain.text).not.toContain('stroke-dasharray="8 5"');
  });

  it('says of a comparison what was', () => {
    const marks = new Map([
      ['W3', { kind: 'flipped' as const, state: 'complete' as const }],
      ['W4', { kind: 'removed' as const, state: 'ready' as const }],
    ]);
    const { text } = drawingSvg({ ...pictureOf(sampleStructure), marks }, colours, words);
    const texts = [...parsed(text).querySelectorAll('text')].map((one) => one.textContent);
    expect(texts).toEqual(expect.arrayContaining(['was complete', 'Removed', 'Flipped']));
    expect(texts).not.toContain('was ready');
  });

  it('says what a closed group hides', () => {
    const { text } = drawingSvg(pictureOf(sampleStructure, ['P1']), colours, words);
    const texts = [...parsed(text).querySelectorAll('text')].map((one) => one.textContent);
    expect(texts).not.toContain('W3');
    expect(texts).toEqual(expect.arrayContaining(['P1', '1', '2']));
  });
});

describe('Mermaid', () => {
  const line =
    /^(flowchart (LR|TB)|\s+subgraph g\d+\["[^"\n]*"\]|\s+n\d+\["[^"\n]*"\]|\s+end|\s+[gn]\d+ (-->|-\.->|==>|-\.-)(\|\d+\|)? [gn]\d+|)$/;

  it('has only lines that we wrote, whatever the plan says', () => {
    fc.assert(
      fc.property(names, hostile, (ids, title) => {
        const lines = mermaidText(pictureOf(named(ids, title))).split('\n');
        expect(lines).toHaveLength(7);
        for (const one of lines) expect(one).toMatch(line);
      }),
      { numRuns: 60 },
    );
  });

  it('says what it is in its title, and nothing of it is syntax', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, remark) => {
        const text = mermaidText(pictureOf(sampleStructure), { title, remarks: [remark] });
        const [first, second, third, fourth, fifth] = text.split('\n');
        expect([first, third]).toEqual(['---', '---']);
        expect(second).toMatch(/^title: "[^"\\]*"$/);
        expect(fourth).toMatch(/^%% [^{}%]*$/);
        expect(fifth).toBe('flowchart LR');
      }),
      { numRuns: 60 },
    );
  });

  it('names the other state of what is marked', () => {
    const marks = new Map([['W3', { kind: 'assumed' as const, state: 'complete' as const }]]);
    const text = mermaidText({ ...pictureOf(sampleStructure), marks });
    expect(text).toContain('#91;assumed#58; complete#93;');
  });

  it('writes what is no letter as the number of its character', () => {
    expect(mermaidLabel('a "b" #1')).toBe('a #34;b#34; #35;1');
    // A list would not be drawn at all.
    expect(mermaidLabel('1. First')).toBe('1#46; First');
    expect(mermaidLabel('- First - 1.2')).toBe('#45; First - 1.2');
  });

  it('knows what Mermaid refuses to draw by default', () => {
    expect(isMoreThanMermaidDraws('x', 500)).toBe(false);
    expect(isMoreThanMermaidDraws('x', 501)).toBe(true);
    expect(isMoreThanMermaidDraws('x'.repeat(50_001), 0)).toBe(true);
  });

  it('nests groups and tells how edges stand', () => {
    const text = mermaidText(pictureOf(sampleStructure));
    expect(text).toContain('subgraph');
    expect(text).toContain('==>');
    expect(text).toContain('-.->');
    expect(text).toContain('W3 Tools and lifecycle #40;failed#41;');
  });
});

describe('DOT', () => {
  const string = String.raw`"(?:[^"\\\n]|\\["\\])*"`;
  const line = new RegExp(
    [
      String.raw`^(digraph plan \{|\}|\s+\}|`,
      String.raw`\s+(rankdir=(LR|TB)|compound=true|node \[shape=box\]);|`,
      String.raw`\s+subgraph cluster_g\d+ \{|\s+label=${string};|\s+n\d+ \[label=${string}\];|`,
      String.raw`\s+n\d+ -> n\d+ \[[a-z=, 0-9_]+(label=${string})?\];|)$`,
    ].join(''),
  );

  it('has only lines that we wrote, whatever the plan says', () => {
    fc.assert(
      fc.property(names, hostile, (ids, title) => {
        for (const one of dotText(pictureOf(named(ids, title))).split('\n')) {
          expect(one).toMatch(line);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says what it is in its label and in comments of one line each', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, remark) => {
        const text = dotText(pictureOf(sampleStructure), { title, remarks: [remark] });
        const [comment, begin, label] = text.split('\n');
        expect(comment).toMatch(/^\/\/ /);
        expect(begin).toBe('digraph plan {');
        expect(label).toMatch(new RegExp(`^  label=${string};$`));
      }),
      { numRuns: 60 },
    );
  });

  it('escapes quotes and backslashes', () => {
    expect(dotString('a\\"b')).toBe('"a\\\\\\"b"');
  });

  it('leads an edge of a group to its border', () => {
    const phases: PlanStructure = {
      ...named(['g', 'a', 'b'], 't'),
      dependencies: [{ item: itemId('b'), on: itemId('g') }],
    };
    expect(dotText(pictureOf(phases))).toMatch(/n\d+ -> n\d+ \[style=solid, ltail=cluster_g\d+\];/);
  });
});

describe('the PNG', () => {
  it('is twice the size, and reduced only where a canvas ends', () => {
    expect(pngScale(800, 600)).toBe(2);
    const scale = pngScale(60_000, 9_000);
    expect(60_000 * scale).toBeLessThanOrEqual(16_000);
    expect(60_000 * scale * 9_000 * scale).toBeLessThanOrEqual(64_000_001);
  });

  it('has a name that is one', () => {
    expect(pictureName('../a b', 'dark', 'png')).toBe('-a-b-dark.png');
    expect(pictureName('', 'light', 'svg')).toBe('plan-light.svg');
  });
});
