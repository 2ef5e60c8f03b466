import type { SourceRef } from '../../model/common.ts';
import { type MarkdownLine, plainText } from './markdown-lines.ts';
import type { DraftItem, Written } from './types.ts';

export interface HeadingOptions {
  /** Words that begin a heading of an item: `phase` for `### Phase 3: Title`. */
  readonly kinds: readonly string[];
  /** The kind of the items; absent: the word of the heading. */
  readonly kind?: string;
  readonly parent?: string;
}

type Field = 'depends' | 'status' | 'goal' | 'owner' | 'output';

const fields: readonly (readonly [Field, RegExp])[] = [
  [
    'depends',
    /^(?:depends(?:\s+on)?|dependenc(?:y|ies)|requires|blocked\s+by|prerequisites?|after)$/i,
  ],
  ['status', /^(?:status|state)$/i],
  ['goal', /^(?:goal|objective|purpose)$/i],
  ['owner', /^(?:owner|lead|responsible|assignee)$/i],
  ['output', /^(?:outputs?|exit\s+criteri(?:on|a)|deliverables?)$/i],
];

/** `**Depends on**: Phase 2`, `Depends on: …`, `- Status: done`. */
const labelled =
  /^\s*(?:[-*+]\s+)?(?:\*\*|__)?([A-Za-z][A-Za-z ]{1,24}?)(?::(?:\*\*|__)?|(?:\*\*|__)\s*:)\s*(\S.*)$/;
/** `Depends on Phase 2.` as a sentence of its own. */
const sentence = /^\s*(?:[-*+]\s+)?(?:\*\*|_)?(Depends on|Requires)(?:\*\*|_)?\s+(\S.*)$/;

interface Open {
  readonly level: number;
  readonly key: string;
  readonly found: Map<Field, Written>;
}

/** Items from headings, with what labelled lines below them say; the inner heading is part of the outer. */
export function readHeadingPlan(
  lines: readonly MarkdownLine[],
  path: string,
  options: HeadingOptions,
): readonly DraftItem[] {
  const drafts: { readonly item: DraftItem; readonly found: Map<Field, Written> }[] = [];
  const open: Open[] = [];
  for (const { number, text, heading, isCode } of lines) {
    if (heading !== undefined) {
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      const named = namedItem(heading.text, options.kinds);
      if (named !== undefined) {
        const parent = open.at(-1)?.key ?? options.parent;
        const found = new Map<Field, Written>();
        if (named.status !== undefined) {
          const source = { path, line: number, raw: named.status };
          found.set('status', { text: named.status, source });
        }
        drafts.push({
          item: {
            key: named.key,
            kind: options.kind ?? named.word,
            title: named.title,
            source: { path, line: number, raw: text.trim() },
            ...(parent !== undefined && { parent }),
          },
          found,
        });
        open.push({ level: heading.level, key: named.key, found });
      }
      continue;
    }
    const found = open.at(-1)?.found;
    if (isCode || found === undefined) continue;
    const [, label, value] = labelled.exec(text) ?? sentence.exec(text) ?? [];
    if (label === undefined || value === undefined) continue;
    const field = fields.find(([, pattern]) => pattern.test(label.trim()))?.[0];
    if (field === undefined || found.has(field)) continue;
    const source: SourceRef = { path, line: number, raw: value.trim() };
    found.set(field, { text: value.trim(), source });
  }
  return drafts.map(({ item, found }) => withFields(item, found));
}

/** `Phase 3: Projects`, `Wave W5A — Audit`, `Stage 00. Governance`, `Step 4`. */
export function namedItem(
  text: string,
  kinds: readonly string[],
):
  | {
      readonly key: string;
      readonly word: string;
      readonly title: string;
      /** Words in brackets that are all there is after the id: `Phase 2 (In Progress)`. */
      readonly status?: string;
    }
  | undefined {
  const [, word = '', key = '', rest = ''] =
    /^([\p{L}]+)\s+([\p{L}\p{N}][\p{L}\p{N}._/-]*?)(?:\s*[:.—–)]\s*|\s+-\s+|\s+(?=\()|\s*$)(.*)$/u.exec(
      plainText(text),
    ) ?? [];
  if (!kinds.some((kind) => kind.toLowerCase() === word.toLowerCase()) || !/\d/.test(key)) {
    return undefined;
  }
  const title = rest.trim();
  const [, status] = /^\(([^()]*)\)$/.exec(title) ?? [];
  return {
    key,
    word: word.toLowerCase(),
    title: title === '' || status !== undefined ? `${word} ${key}` : title,
    ...(status !== undefined && { status }),
  };
}

function withFields(item: DraftItem, found: ReadonlyMap<Field, Written>): DraftItem {
  const depends = found.get('depends');
  const status = found.get('status');
  const goal = found.get('goal');
  const owner = found.get('owner');
  const output = found.get('output');
  return {
    ...item,
    ...(depends !== undefined && { depends }),
    ...(status !== undefined && { status }),
    ...(goal !== undefined && { goal: plainText(goal.text) }),
    ...(owner !== undefined && { owner: plainText(owner.text) }),
    ...(output !== undefined && { output: plainText(output.text) }),
  };
}
