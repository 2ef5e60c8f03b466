import { visibleText } from '../../../lib/text/visible.ts';
import type { EdgeStanding } from '../edge-look.ts';
import { ancestorsOf } from '../plan-graph.ts';
import type { Picture } from './picture.ts';

/*
 * Both languages get numbered names and the plan's own ids and titles only as quoted labels, so that
 * no id can be taken for syntax.
 */

type Source = Pick<Picture, 'graph' | 'layout' | 'edges' | 'faces' | 'marks'>;

/** What the text says of itself. */
export interface SourceNote {
  readonly title: string;
  /** The bundle, the instant, and that it is a scenario where it is one. */
  readonly remarks: readonly string[];
}

const noNote: SourceNote = { title: '', remarks: [] };

const mermaidArrow: Readonly<Record<EdgeStanding, string>> = {
  satisfied: '-->',
  unjudged: '-->',
  waiting: '-.->',
  blocking: '==>',
  optional: '-.-',
  'supposed-satisfied': '-->',
  'supposed-waiting': '-.->',
  'supposed-blocking': '==>',
  removed: '-.-',
};

const dotStyle: Readonly<Record<EdgeStanding, string>> = {
  satisfied: 'style=solid',
  unjudged: 'style=solid',
  waiting: 'style=dashed, arrowhead=empty',
  blocking: 'style=bold, penwidth=2',
  optional: 'style=dotted, arrowhead=none',
  'supposed-satisfied': 'style=dashed',
  'supposed-waiting': 'style=dashed, arrowhead=empty',
  'supposed-blocking': 'style=dashed, penwidth=2',
  removed: 'style=dotted, arrowhead=none',
};

/**
 * A Mermaid flowchart of what is drawn, with its title, which says what a scenario assumes, and its
 * remarks as comments.
 */
export function mermaidText(source: Source, note: SourceNote = noNote): string {
  const names = numbered(source);
  const lines = [
    ...(note.title === '' ? [] : ['---', `title: "${mermaidTitle(note.title)}"`, '---']),
    ...note.remarks.map((line) => `%% ${mermaidTitle(line)}`),
    `flowchart ${source.layout.direction === 'right' ? 'LR' : 'TB'}`,
  ];
  nest(source, (id, depth, isGroup, close) => {
    const room = '  '.repeat(depth + 1);
    const name = names.get(id) ?? '';
    if (close) lines.push(`${room}end`);
    else if (isGroup) lines.push(`${room}subgraph ${name}["${mermaidLabel(labelOf(source, id))}"]`);
    else lines.push(`${room}${name}["${mermaidLabel(labelOf(source, id))}"]`);
  });
  for (const { item, on, standing, count } of source.edges) {
    const [from, to] = [names.get(on), names.get(item)];
    if (from === undefined || to === undefined) continue;
    const label = count > 1 ? `|${count}|` : '';
    lines.push(`  ${from} ${mermaidArrow[standing]}${label} ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * What Mermaid draws unless its host was told otherwise: `maxEdges` and `maxTextSize`.
 * https://mermaid.js.org/config/schema-docs/config.html
 */
const mermaidMost = { edges: 500, letters: 50_000 } as const;

/** Whether a host of Mermaid with the usual settings refuses to draw the text. */
export function isMoreThanMermaidDraws(text: string, edges: number): boolean {
  return edges > mermaidMost.edges || text.length > mermaidMost.letters;
}

/** Only letters, digits and a few harmless marks: what begins a directive or ends a quote is left out. */
export function mermaidTitle(value: string): string {
  return visibleText(value).replace(/[^\p{L}\p{N} .,:;()_/+-]/gu, ' ');
}

/**
 * Everything but letters, digits and a few harmless marks becomes the number of its character; so does
 * what begins a list, which Mermaid takes for Markdown and does not draw.
 */
export function mermaidLabel(value: string): string {
  return visibleText(value).replace(
    /[^\p{L}\p{N} .,_-]|(?<=^\s*\d+)\.(?=\s)|(?<=^\s*)-(?=\s)/gu,
    (character) => `#${character.codePointAt(0) ?? 63};`,
  );
}

/** A graph in the DOT language of what is drawn; an edge of a group leads to its border. */
export function dotText(source: Source, note: SourceNote = noNote): string {
  const { graph, layout } = source;
  const names = numbered(source);
  const lines = [
    ...note.remarks.map((line) => `// ${visibleText(line)}`),
    'digraph plan {',
    ...(note.title === '' ? [] : [`  label=${dotString(note.title)};`, '  labelloc=t;']),
    `  rankdir=${layout.direction === 'right' ? 'LR' : 'TB'};`,
    '  compound=true;',
    '  node [shape=box];',
  ];
  nest(source, (id, depth, isGroup, close) => {
    const room = '  '.repeat(depth + 1);
    const name = names.get(id) ?? '';
    const label = dotString(labelOf(source, id));
    if (close) lines.push(`${room}}`);
    else if (isGroup) lines.push(`${room}subgraph cluster_${name} {`, `${room}  label=${label};`);
    else lines.push(`${room}${name} [label=${label}];`);
  });
  const leafOf = (id: string): string | undefined => {
    let at = id;
    for (let next = graph.children.get(at)?.[0]; next !== undefined; ) {
      at = next;
      next = graph.children.get(at)?.[0];
    }
    return names.get(at);
  };
  for (const { item, on, standing, count } of source.edges) {
    const [from, to] = [leafOf(on), leafOf(item)];
    if (from === undefined || to === undefined) continue;
    const looks = [dotStyle[standing]];
    if (graph.children.has(on)) looks.push(`ltail=cluster_${names.get(on) ?? ''}`);
    if (graph.children.has(item)) looks.push(`lhead=cluster_${names.get(item) ?? ''}`);
    if (count > 1) looks.push(`label=${dotString(String(count))}`);
    lines.push(`  ${from} -> ${to} [${looks.join(', ')}];`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

/** A quoted string of DOT. */
export function dotString(value: string): string {
  return `"${visibleText(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function labelOf({ faces, marks }: Source, id: string): string {
  const face = faces.get(id);
  if (face === undefined || face.kind === 'ghost') return id;
  const state = face.tally?.worst ?? face.state;
  const mark = marks?.get(id);
  const marked =
    mark === undefined ? '' : ` [${mark.kind}${mark.state === undefined ? '' : `: ${mark.state}`}]`;
  return `${id} ${face.title}${state === undefined ? '' : ` (${state})`}${marked}`;
}

function numbered(source: Source): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const id of source.layout.boxes.keys()) {
    names.set(id, `${source.graph.children.has(id) ? 'g' : 'n'}${names.size}`);
  }
  return names;
}

/** Visits groups with what they hold inside them, at any depth, without recursion. */
function nest(
  source: Source,
  visit: (id: string, depth: number, isGroup: boolean, close: boolean) => void,
): void {
  const { graph, layout } = source;
  const roots = [...layout.boxes.keys()].filter((id) => ancestorsOf(id, graph.byId).length === 0);
  const open = roots.map((id) => ({ id, depth: 0, close: false })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id, depth, close } = next;
    const inside = graph.children.get(id);
    visit(id, depth, inside !== undefined, close);
    if (inside === undefined || close) continue;
    open.push({ id, depth, close: true });
    for (const child of inside.toReversed())
      open.push({ id: child, depth: depth + 1, close: false });
  }
}
