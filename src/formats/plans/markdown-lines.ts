import type { DraftLink } from './types.ts';

/** A line outside of code and comments, with the headings above it. */
export interface MarkdownLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** Inside a code fence, an indented block of front matter, or a comment. */
  readonly isCode: boolean;
  readonly heading?: { readonly level: number; readonly text: string };
}

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * Splits Markdown into lines and says which are code, comments or front matter: a table or a box in
 * there is an example and no plan. Headings are those with `#`; underlined ones count as well.
 */
export function markdownLines(text: string): readonly MarkdownLine[] {
  const raw = text.split(/\r\n|\n|\r/);
  const lines: MarkdownLine[] = [];
  let open: string | undefined;
  let isComment = false;
  let isFrontMatter = raw[0] === '---' && raw.indexOf('---', 1) > 0;
  for (const [index, line] of raw.entries()) {
    const number = index + 1;
    const wasFrontMatter = isFrontMatter;
    if (isFrontMatter && index > 0 && line === '---') isFrontMatter = false;
    const [, mark, info] = fence.exec(line) ?? [];
    const startsInComment = isComment;
    if (open === undefined && !wasFrontMatter) isComment = isInComment(line, isComment);
    const isFence: boolean =
      mark !== undefined &&
      !startsInComment &&
      (open === undefined
        ? !(mark.startsWith('`') && (info ?? '').includes('`'))
        : mark.startsWith(open) && (info ?? '').trim() === '');
    if (isFence) open = open === undefined ? mark : undefined;
    const isCode = wasFrontMatter || isFence || open !== undefined || startsInComment;
    const heading = isCode ? undefined : headingAt(raw, index);
    lines.push({ number, text: line, isCode, ...(heading !== undefined && { heading }) });
  }
  return lines;
}

function isInComment(line: string, before: boolean): boolean {
  const last = Math.max(line.lastIndexOf('<!--'), before ? 0 : -1);
  return last >= 0 && line.indexOf('-->', line.lastIndexOf('<!--') < 0 ? 0 : last) < 0;
}

function headingAt(raw: readonly string[], index: number): MarkdownLine['heading'] {
  const line = raw[index] ?? '';
  const [, marks, text] = /^ {0,3}(#{1,6})\s+(.*)$/.exec(line) ?? [];
  if (marks !== undefined && text !== undefined) {
    return { level: marks.length, text: text.replace(/\s+#+\s*$/, '').trim() };
  }
  const next = raw[index + 1] ?? '';
  if (line.trim() === '' || line.length > 200 || /^\s*[|>*+-]|^\s*\d+[.)]\s/.test(line))
    return undefined;
  if (/^ {0,3}=+\s*$/.test(next)) return { level: 1, text: line.trim() };
  if (/^ {0,3}-{3,}\s*$/.test(next) && !line.includes('|')) return { level: 2, text: line.trim() };
  return undefined;
}

const inlineLink =
  /(!?)\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/g;

/** Longer lines are data, not prose. */
const longestLine = 20_000;

/** Links and images of a line; what stands in code spans is an example. */
export function linksIn(line: string, number: number): readonly DraftLink[] {
  if (line.length > longestLine || !line.includes('](')) return [];
  const text = line.replace(/(`+)(?:(?!\1).)*\1/g, (code) => code.replace(/[[\]()!]/g, '\u0000'));
  return [...text.matchAll(inlineLink)].map(([whole, image, label = '', angled, bare = '']) => ({
    href: angled ?? bare,
    text: line.slice(text.indexOf(whole)).length > 0 ? label.replaceAll('\u0000', '') : label,
    line: number,
    isImage: image === '!',
  }));
}

/** Definitions of reference links: `[name]: target`. */
export function definitionIn(line: string, number: number): DraftLink | undefined {
  const [, text, angled, bare] = /^ {0,3}\[([^\]]+)\]:\s*(?:<([^<>\n]*)>|(\S+))/.exec(line) ?? [];
  const href = angled ?? bare;
  return text === undefined || href === undefined || text.startsWith('^')
    ? undefined
    : { href, text, line: number, isImage: false };
}

/** Every link of a document, outside of code. */
export function documentLinks(lines: readonly MarkdownLine[]): readonly DraftLink[] {
  return lines.flatMap(({ text, number, isCode }) => {
    if (isCode) return [];
    const definition = definitionIn(text, number);
    return definition === undefined ? linksIn(text, number) : [definition];
  });
}

/** Anchors of a document as code hosts make them: of headings, and explicit ones. */
export function documentAnchors(lines: readonly MarkdownLine[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { heading, text, isCode } of lines) {
    if (heading !== undefined) {
      const base = slugOf(heading.text);
      let slug = base;
      for (let k = 1; anchors.has(slug); k += 1) slug = `${base}-${k}`;
      anchors.add(slug);
    }
    if (isCode || !text.includes('<')) continue;
    for (const [, name] of text.matchAll(/<[a-z]+\s[^>]*?\b(?:id|name)\s*=\s*["']([^"']+)["']/gi)) {
      if (name !== undefined) anchors.add(name);
    }
  }
  return anchors;
}

function slugOf(heading: string): string {
  // Runs of spaces stay: each becomes a hyphen of its own.
  return withoutMarks(heading)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Text without links, emphasis and code marks. */
export function plainText(text: string): string {
  return withoutMarks(text).replace(/\s+/g, ' ').trim();
}

function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*`]+|~~/g, '')
    .replace(/(?<=^|[\s(])_+(?=\S)|(?<=\S)_+(?=$|[\s).,;:])/g, '');
}
