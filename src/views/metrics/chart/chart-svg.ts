import { markCorners } from './paint.ts';
import { frame } from './scale.ts';
import type { Primitive, Size } from './scene.ts';

export interface SvgOptions extends Size {
  /** What it is, for readers of the file. */
  readonly title: string;
  /** Lines under the picture: where the figures come from. */
  readonly notes: readonly string[];
  readonly ground: string;
  readonly text: string;
  readonly font: string;
}

const noteHeight = 16;
const titleHeight = 26;

/** A picture as a file of its own: no style sheet, no script, no reference to anything outside. */
export function svgOf(scene: readonly Primitive[], options: SvgOptions): string {
  const { width, height, title, notes, ground, text, font } = options;
  const whole = height + titleHeight + notes.length * noteHeight + 8;
  const isText = (each: Primitive): boolean => each.kind === 'text';
  const clip = `<clipPath id="plot"><rect x="${frame.left - 3}" y="${frame.top - 6}" width="${width - frame.left - frame.right + 6}" height="${height - frame.top - frame.bottom + 12}"/></clipPath>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" font-family="${xmlText(font)}" font-size="11">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${whole}" fill="${ground}"/>`,
    `<text x="12" y="18" font-size="13" font-weight="600" fill="${text}">${xmlText(title)}</text>`,
    `<g transform="translate(0 ${titleHeight})"><defs>${clip}</defs>`,
    `<g clip-path="url(#plot)">${scene
      .filter((each) => !isText(each))
      .map(element)
      .join('')}</g>`,
    `${scene.filter(isText).map(element).join('')}</g>`,
    ...notes.map(
      (note, at) =>
        `<text x="12" y="${height + titleHeight + (at + 1) * noteHeight - 4}" fill="${text}">${xmlText(note)}</text>`,
    ),
    '</svg>\n',
  ].join('\n');
}

function element(primitive: Primitive): string {
  switch (primitive.kind) {
    case 'line': {
      const { points, colour, width, dash, opacity } = primitive;
      const pattern = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
      const faint = opacity === undefined ? '' : ` stroke-opacity="${opacity}"`;
      return `<path d="${path(points)}" fill="none" stroke="${colour}" stroke-width="${width}"${pattern}${faint}/>`;
    }
    case 'fill':
      return `<path d="${path(primitive.points)}Z" fill="${primitive.colour}" fill-opacity="${primitive.opacity}"/>`;
    case 'mark': {
      const { x, y, mark, size, colour } = primitive;
      if (mark === 'ring') {
        return `<circle cx="${round(x)}" cy="${round(y)}" r="${size}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
      }
      if (mark === 'circle') {
        return `<circle cx="${round(x)}" cy="${round(y)}" r="${size}" fill="${colour}"/>`;
      }
      const corners = markCorners(mark, x, y, size).map(([cx, cy]) => `${round(cx)},${round(cy)}`);
      return `<polygon points="${corners.join(' ')}" fill="${colour}"/>`;
    }
    case 'text': {
      const { x, y, text, colour, align, halo } = primitive;
      const around =
        halo === undefined ? '' : ` stroke="${halo}" stroke-width="3" paint-order="stroke"`;
      return `<text x="${round(x)}" y="${round(y)}" text-anchor="${align}" fill="${colour}"${around}>${xmlText(text)}</text>`;
    }
  }
}

/** The path of points; a gap lifts the pen. */
export function path(points: readonly number[]): string {
  let text = '';
  let pen = 'M';
  for (let at = 0; at < points.length; at += 2) {
    const y = points[at + 1] ?? Number.NaN;
    if (Number.isNaN(y)) {
      pen = 'M';
      continue;
    }
    text += `${pen}${round(points[at] ?? 0)} ${round(y)}`;
    pen = 'L';
  }
  return text;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
