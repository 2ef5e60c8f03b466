import { linksIn, type MarkdownLine, plainText } from './markdown-lines.ts';
import type { DraftBox, DraftGroup } from './types.ts';

const box = /^\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[([ xX])\](?:\s+(.*))?$/;

/** Task lists (GFM), grouped by the heading above them, each box with its line and its links. */
export function checklistGroups(lines: readonly MarkdownLine[]): readonly DraftGroup[] {
  const groups: { title: string; line: number; boxes: DraftBox[] }[] = [];
  let heading = { title: '', line: 1 };
  let isOpen = false;
  for (const line of lines) {
    if (line.heading !== undefined) {
      heading = { title: plainText(line.heading.text), line: line.number };
      isOpen = false;
    }
    if (line.isCode) continue;
    const [, mark, text] = box.exec(line.text) ?? [];
    if (mark === undefined) continue;
    if (!isOpen) groups.push({ ...heading, boxes: [] });
    isOpen = true;
    groups.at(-1)?.boxes.push({
      text: plainText(text ?? ''),
      checked: mark !== ' ',
      line: line.number,
      links: linksIn(text ?? '', line.number),
    });
  }
  return groups;
}
