import { visibleText } from '../../../lib/text/visible.ts';
import { itemTone } from '../../../parts/tones.ts';
import { glyphBox, glyphPaths } from '../../../ui/glyph-paths.ts';
import { type StateTone, stateTones } from '../../../ui/state.ts';
import type { ResolvedColours } from '../../../ui/token-reader.ts';
import type { Box } from '../drawing-layout.ts';
import type { DrawnEdge } from '../drawn-edges.ts';
import { edgePaths } from '../edge-geometry.ts';
import { edgeLooks, edgeStandings } from '../edge-look.ts';
import type { NodeFace } from '../node-face.ts';
import { nodeIds, type Picture } from './picture.ts';
import { markLegend, nodeMarkShape } from './svg-marks.ts';
import { escapeXml, fonts, letter, text, wrap } from './svg-text.ts';
import type { SvgWords } from './svg-words.ts';

export interface SvgPicture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const pad = 24;
const legendWidth = 168;
const legendLine = 22;

/**
 * The whole drawing as an SVG document of its own: shapes and text only, colours resolved, nothing
 * fetched and nothing that runs. Names from the bundle are text, whatever they contain.
 */
export function drawingSvg(
  picture: Picture,
  colours: ResolvedColours,
  words: SvgWords,
): SvgPicture {
  const { layout } = picture;
  const legend = legendEntries(picture, colours, words);
  const width = Math.ceil(Math.max(layout.width, 480) + 2 * pad);
  const room = width - 2 * pad;
  const remarks = words.remarks.flatMap((line) =>
    wrap(visibleText(line), room / (12 * letter.text)),
  );
  const banner = words.notes.flatMap((line) =>
    wrap(visibleText(line), (room - 24) / (13 * letter.text)),
  );
  const bannerTop = pad + 24 + remarks.length * 18 + 8;
  const bannerHeight = banner.length === 0 ? 0 : banner.length * 20 + 14;
  const top = bannerTop + bannerHeight + 12;
  const columns = Math.max(1, Math.floor((width - 2 * pad) / legendWidth));
  const legendTop = top + layout.height + pad;
  const height = Math.ceil(legendTop + Math.ceil(legend.length / columns) * legendLine + pad);
  const { tokens } = colours;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(words.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${tokens.ground}"/>`,
    text(words.title, { x: pad, y: pad + 16, size: 17, weight: 650, fill: tokens.text, room }),
    ...remarks.map((line, at) =>
      text(line, { x: pad, y: pad + 38 + at * 18, size: 12, fill: tokens['text-muted'] }),
    ),
    ...bannerShape(
      banner,
      { x: pad, y: bannerTop, width: room, height: bannerHeight },
      words,
      colours,
    ),
    `<g transform="translate(${pad - layout.left} ${top - layout.top})">`,
    ...groups(picture, colours, words),
    ...picture.edges.map((edge) => edgeShape(edge, colours)),
    ...nodeIds(picture).map((id) => node(id, picture, colours, words)),
    '</g>',
    ...legend.map((entry, at) => {
      const x = pad + (at % columns) * legendWidth;
      const y = legendTop + Math.floor(at / columns) * legendLine;
      return `<g transform="translate(${x} ${y})">${entry}</g>`;
    }),
    '</svg>',
  ];
  return { text: parts.join('\n'), width, height };
}

function bannerShape(
  lines: readonly string[],
  box: Box,
  { isSupposed }: SvgWords,
  { tokens }: ResolvedColours,
): readonly string[] {
  if (lines.length === 0) return [];
  const dash = isSupposed ? 'stroke-width="2" stroke-dasharray="8 5"' : '';
  return [
    rect(box, 6, tokens.sunken, tokens.text, dash),
    ...lines.map((line, at) =>
      text(line, {
        x: box.x + 12,
        y: box.y + 21 + at * 20,
        size: 13,
        weight: 650,
        fill: tokens.text,
      }),
    ),
  ];
}

function groups(
  picture: Picture,
  { tokens, states }: ResolvedColours,
  words: SvgWords,
): readonly string[] {
  const { graph, layout, faces } = picture;
  return [...layout.boxes]
    .filter(([id]) => graph.children.has(id))
    .sort(([, a], [, b]) => b.width * b.height - a.width * a.height)
    .map(([id, box]) => {
      const face = faces.get(id);
      if (face === undefined) return '';
      const mark = picture.marks?.get(id);
      return [
        opening(face, picture.isFaded(id)),
        rect(box, 10, tokens.sunken, tokens['line-strong'], 'fill-opacity="0.55"'),
        glyph(face.tone, box.x + 12, box.y + 7, 14, states[face.tone].fg),
        text(`${face.id} ${face.title}`, {
          x: box.x + 32,
          y: box.y + 18,
          size: 12,
          weight: 600,
          fill: tokens.text,
          room: box.width - 44,
        }),
        mark === undefined ? '' : nodeMarkShape(mark, box, { tokens, states }, words),
        '</g>',
      ].join('');
    });
}

function node(
  id: string,
  picture: Picture,
  { tokens, states }: ResolvedColours,
  words: SvgWords,
): string {
  const face = picture.faces.get(id);
  const box = picture.layout.boxes.get(id);
  if (face === undefined || box === undefined) return '';
  const isGhost = face.kind === 'ghost';
  const mark = picture.marks?.get(id);
  const state = states[face.tone].fg;
  const { x, y, width, height } = box;
  const shapes = [opening(face, picture.isFaded(id))];
  if (face.kind === 'closed') {
    shapes.push(rect({ ...box, x: x + 4, y: y + 4 }, 6, tokens.sunken, tokens['line-strong']));
  }
  shapes.push(
    rect(
      box,
      6,
      isGhost ? 'none' : tokens.surface,
      tokens['line-strong'],
      isGhost ? 'stroke-dasharray="4 3"' : '',
    ),
    `<rect x="${x}" y="${y + 2}" width="3" height="${height - 4}" fill="${state}"/>`,
    glyph(face.tone, x + 11, y + 8, 14, state),
    text(face.id, {
      x: x + 31,
      y: y + 19,
      size: 11,
      weight: 650,
      font: 'mono',
      fill: tokens.text,
      room: width * 0.45,
    }),
    text(isGhost ? words.ghost : face.title, {
      x: x + 11,
      y: y + 38,
      size: 12,
      weight: 500,
      fill: isGhost ? tokens['text-muted'] : tokens.text,
      room: width - 20,
    }),
    face.kind === 'closed' ? tally(face, box, states, tokens.text) : pips(face, box, states),
    mark === undefined ? '' : nodeMarkShape(mark, box, { tokens, states }, words),
    '</g>',
  );
  return shapes.join('');
}

/**
 * A pip for each condition, in the right upper corner; of more than eight the worst. What passes is
 * filled, what fails a diamond, and what is not known a ring.
 */
function pips(face: NodeFace, box: Box, states: ResolvedColours['states']): string {
  const shown =
    face.pips.length <= 8
      ? face.pips
      : face.pips.toSorted((a, b) => stateTones.indexOf(a) - stateTones.indexOf(b)).slice(0, 8);
  const start = box.x + box.width - 10 - shown.length * 7;
  return shown
    .map((tone, at) => {
      const [x, y] = [start + at * 7 + 3, box.y + 15];
      const colour = states[tone].fg;
      if (tone === 'failed') {
        return `<path d="M${x} ${y - 3.5}L${x + 3.5} ${y}L${x} ${y + 3.5}L${x - 3.5} ${y}Z" fill="${colour}"/>`;
      }
      return unknowns.has(tone)
        ? `<circle cx="${x}" cy="${y}" r="2" fill="none" stroke="${colour}"/>`
        : `<circle cx="${x}" cy="${y}" r="2.5" fill="${colour}"/>`;
    })
    .join('');
}

const unknowns: ReadonlySet<StateTone> = new Set(['missing', 'stale', 'unknown', 'not-reached']);

function tally(face: NodeFace, box: Box, states: ResolvedColours['states'], fill: string): string {
  return (face.tally?.counts ?? [])
    .slice(0, 3)
    .map(({ state, count }, at) => {
      const tone = itemTone[state];
      const x = box.x + box.width - 112 + at * 36;
      return (
        glyph(tone, x, box.y + 9, 11, states[tone].fg) +
        text(String(count), { x: x + 13, y: box.y + 18, size: 10, fill })
      );
    })
    .join('');
}

function opening(face: NodeFace, isFaded: boolean): string {
  const name = face.kind === 'ghost' ? face.id : `${face.id} ${face.title}`;
  return `<g${isFaded ? ' opacity="0.25"' : ''}><title>${escapeXml(name)}</title>`;
}

function rect(box: Box, radius: number, fill: string, stroke: string, more = ''): string {
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${radius}" fill="${fill}" stroke="${stroke}" ${more}/>`;
}

function glyph(tone: StateTone, x: number, y: number, size: number, colour: string): string {
  const layers = glyphPaths[tone].map((layer) =>
    layer.paint === 'fill'
      ? `<path d="${layer.d}" fill="${colour}" fill-rule="evenodd"/>`
      : `<path d="${layer.d}" fill="none" stroke="${colour}" stroke-width="${layer.width}" stroke-linecap="round" stroke-linejoin="round"${layer.dash === undefined ? '' : ` stroke-dasharray="${layer.dash.join(' ')}"`}/>`,
  );
  return `<g transform="translate(${x} ${y}) scale(${size / glyphBox})">${layers.join('')}</g>`;
}

function edgeShape(edge: DrawnEdge, colours: ResolvedColours): string {
  const { ground, text: ink } = colours.tokens;
  const count =
    edge.count > 1
      ? `<text x="${edge.middle.x}" y="${edge.middle.y + 4}" text-anchor="middle" font-family="${fonts.text}" font-size="11" font-weight="600" fill="${ink}" stroke="${ground}" stroke-width="4" paint-order="stroke">${edge.count}</text>`
      : '';
  return `<g${edge.isFaded ? ' opacity="0.16"' : ''}>${line(edge, colours)}${count}</g>`;
}

function line(
  { standing, paths }: Pick<DrawnEdge, 'standing' | 'paths'>,
  { tokens, states }: ResolvedColours,
): string {
  const look = edgeLooks[standing];
  const colour = look.tone === undefined ? tokens['text-faint'] : states[look.tone].fg;
  const dash = look.dash.length === 0 ? '' : ` stroke-dasharray="${look.dash.join(' ')}"`;
  const stroke = `stroke="${colour}" stroke-width="${look.width}"`;
  const head =
    paths.head === ''
      ? ''
      : paths.headFilled
        ? `<path d="${paths.head}" fill="${colour}"/>`
        : `<path d="${paths.head}" fill="none" ${stroke}/>`;
  return `<path d="${paths.line}" fill="none" ${stroke}${dash}/>${head}`;
}

function legendEntries(
  picture: Picture,
  colours: ResolvedColours,
  words: SvgWords,
): readonly string[] {
  const fill = colours.tokens['text-muted'];
  const label = (value: string, x: number): string => text(value, { x, y: 12, size: 11, fill });
  const standings = new Set(picture.edges.map(({ standing }) => standing));
  const tones = new Set(
    [...picture.layout.boxes.keys()].flatMap((id) => {
      const face = picture.faces.get(id);
      if (face === undefined) return [];
      // What a closed group counts is drawn with glyphs too.
      return [face.tone, ...(face.tally?.counts ?? []).map(({ state }) => itemTone[state])];
    }),
  );
  const route = [
    { x: 0, y: 8 },
    { x: 30, y: 8 },
  ];
  return [
    ...edgeStandings
      .filter((standing) => standings.has(standing))
      .map((standing) => {
        const paths = edgePaths(route, edgeLooks[standing].head, 'right');
        const sample = paths === undefined ? '' : line({ standing, paths }, colours);
        return sample + label(words.standing[standing], 38);
      }),
    ...(picture.edges.some(({ count }) => count > 1) ? [label(`2+ ${words.merged}`, 0)] : []),
    ...markLegend(picture, colours, words, label),
    ...stateTones
      .filter((tone) => tones.has(tone) && words.tone[tone] !== undefined)
      .map(
        (tone) =>
          glyph(tone, 0, 1, 14, colours.states[tone].fg) + label(words.tone[tone] ?? '', 20),
      ),
  ];
}
