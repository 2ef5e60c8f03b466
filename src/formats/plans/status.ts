import type { DeclaredState } from '../../model/plan.ts';

/**
 * Words for states, tried in this order: a word that says less than done outranks `done`, because a
 * text may hold both. What none of them fits is `unknown`, never guessed.
 */
const vocabulary: readonly (readonly [DeclaredState, RegExp])[] = [
  [
    'not-started',
    /\b(?:not|un|never)[\s-]?(?:yet[\s-])?(?:started|begun|done|complete[d]?|finished|shipped)\b|\bincomplete\b/,
  ],
  ['reopened', /\bre-?opened\b/],
  ['stopped', /\b(?:stopped|halted|paused|aborted|cancell?ed)\b/],
  ['failed', /\b(?:fail(?:ed|ing|s)?|rejected|red|broken)\b|[❌✗✘🔴]/u],
  ['blocked', /\b(?:blocked|on[ -]hold|waiting)\b|[⛔🚫🛑]/u],
  [
    'in-progress',
    /\b(?:in[ _-]?progress|partial(?:ly)?|wip|doing|active|ongoing|under[ -]way|started|current|in[ _-]review|running|nearly|almost)\b|[🔄🚧⏳🟡🏗]/u,
  ],
  [
    'deferred',
    /\b(?:deferred|postponed|later|out[ -]of[ -]scope|won'?t(?:[ -](?:do|fix))?|descoped|skipped|dropped|tombstone)\b/,
  ],
  [
    'not-started',
    /\b(?:not[ _-]started|pending|todo|to[ -]do|open|planned|proposed|backlog|new|queued|ready|draft|hooked)\b|[⬜🔲☐📋]/u,
  ],
  [
    'complete',
    /\b(?:done|completed?|closed|finished|shipped|merged|accepted|released|passed|landed|resolved|green|success(?:ful)?)\b|[✅✔✓☑🟢🎉]/u,
  ],
];

/** Where the word ends and its explanation begins: `done — GO`, `DONE (2026-10-05; …)`. */
const explanation = /\s[—–-]+\s|[(;:,]/;

/**
 * What a status cell or word declares. The words of the plan's own map come first, by exact text
 * without case.
 */
export function readStatus(
  raw: string,
  own: Readonly<Record<string, DeclaredState>> = {},
): DeclaredState {
  const text = plainStatus(raw);
  if (text === '') return 'unknown';
  const mine = Object.entries(own).find(([word]) => word.toLowerCase() === text);
  if (mine !== undefined) return mine[1];
  const head = text.split(explanation, 1)[0] ?? '';
  const first = head.trim() === '' ? 'unknown' : fromVocabulary(head);
  return first === 'unknown' ? fromVocabulary(text) : first;
}

function fromVocabulary(text: string): DeclaredState {
  return vocabulary.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}

function plainStatus(raw: string): string {
  return raw
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]+/g, (mark, at: number, all: string) =>
      /\w/.test(all[at - 1] ?? ' ') && /\w/.test(all[at + mark.length] ?? ' ') ? mark : '',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
