/**
 * The id grammar: how a cell or a sentence names other items. Every token is kept as it was written;
 * what is not understood becomes a target that nothing has, so that it blocks and is seen.
 */
export interface IdGrammar {
  /** Words for "no dependency", without case and final stop. */
  readonly none: readonly string[];
  /** Words that may stand before an id: `Phase 3`, `Phases 3-10`. */
  readonly kinds: readonly string[];
  /** Words between the ends of a range. */
  readonly ranges: readonly string[];
  /** Words for everything listed before this item. */
  readonly allBefore: readonly string[];
  /** Words after an id that make it a wish: `helpful but not required`. */
  readonly optional: readonly string[];
  /** Names of items or of groups of them: `{ spine: [W1, W3] }`. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

export const defaultGrammar: IdGrammar = {
  none: [
    'none',
    'nothing',
    'n/a',
    'na',
    'nil',
    'no dependencies',
    'no dependency',
    '-',
    '--',
    '—',
    '–',
    '---',
    '∅',
    'independent',
  ],
  kinds: [
    'phase',
    'stage',
    'wave',
    'step',
    'sprint',
    'milestone',
    'task',
    'epic',
    'story',
    'job',
    'plan',
    'item',
    'component',
    'gate',
    'part',
    'module',
    'iteration',
    'workstream',
  ],
  ranges: ['..', '...', '…', '–', '—', '-', 'to', 'through', 'thru', 'until'],
  allBefore: [
    'all above',
    'all of the above',
    'above',
    'all previous',
    'all prior',
    'everything above',
    'all earlier',
  ],
  optional: ['not required', 'not needed', 'optional', 'nice to have'],
  aliases: {},
};

/** The ids that exist, in the order of the document. */
export interface KnownIds {
  readonly has: (id: string) => boolean;
  readonly all: readonly string[];
  /** Those before the item whose dependencies are read. */
  readonly before: readonly string[];
}

/** What is longer is prose, and is not searched for ids. */
const longestToken = 200;

/** One token with what it names. */
export interface Reference {
  readonly raw: string;
  readonly targets: readonly string[];
  /** Targets that no item has. */
  readonly unknown: readonly string[];
  readonly condition?: string;
  readonly optional?: boolean;
}

/** Reads a list of references. An empty list means that nothing is needed. */
export function readReferences(
  text: string,
  known: KnownIds,
  grammar: IdGrammar = defaultGrammar,
): readonly Reference[] {
  const plain = withoutMarkup(text);
  const whole = splitBrackets(plain);
  if (plain === '' || isWord(grammar.none, whole.head)) return [];
  const references: Reference[] = [];
  let previous: string | undefined;
  for (const token of tokensOf(plain, grammar)) {
    const { head, brackets } = splitBrackets(token);
    if (head === '' && brackets === '') continue;
    if (isWord(grammar.none, head)) continue;
    const found = readToken(head, known, grammar, previous);
    const condition = [found.rest, brackets].filter((part) => part !== '').join('; ');
    const unknown = found.targets.filter((id) => !known.has(id));
    previous = found.targets.at(-1) ?? previous;
    references.push({
      raw: token,
      targets: found.targets,
      unknown,
      ...(condition !== '' && { condition }),
      ...(isWish(condition, grammar) && { optional: true }),
    });
  }
  return references;
}

/** Words that take a wish back: in doubt a dependency blocks. */
const demanding = /\b(?:not optional|non-optional|mandatory|must|blocking)\b/;

function isWish(condition: string, { optional }: IdGrammar): boolean {
  const text = condition.toLowerCase();
  return optional.some((word) => text.includes(word)) && !demanding.test(text);
}

interface ReadToken {
  readonly targets: readonly string[];
  /** Words that followed the id. */
  readonly rest: string;
}

function readToken(
  head: string,
  known: KnownIds,
  grammar: IdGrammar,
  previous: string | undefined,
): ReadToken {
  if (head.length > longestToken) return { targets: [head.slice(0, longestToken)], rest: '' };
  if (known.has(head)) return { targets: [head], rest: '' };
  const bare = withoutKind(head, grammar);
  const alias = Object.entries(grammar.aliases).find(
    ([name]) => sameWord(name, head) || sameWord(name, bare),
  );
  if (alias !== undefined) return { targets: alias[1], rest: '' };
  if (isWord(grammar.allBefore, head)) return { targets: known.before, rest: '' };
  if (known.has(bare)) return { targets: [bare], rest: '' };
  const range = readRange(bare, known, grammar, previous);
  if (range !== undefined) return { targets: range, rest: '' };
  const slashed = readSlashList(bare, known);
  if (slashed !== undefined) return { targets: slashed, rest: '' };
  if (/^[^\s*]*\*$/.test(bare) && bare.length > 1) {
    // A star is the only way to name items by how they begin, and it was written so.
    const start = bare.slice(0, -1);
    const matched = known.all.filter((id) => id.startsWith(start));
    return { targets: matched.length > 0 ? matched : [bare], rest: '' };
  }
  const elided = previous === undefined ? undefined : withPrefixOf(previous, bare, known);
  if (elided !== undefined) return { targets: [elided], rest: '' };
  const [, first = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(bare) ?? [];
  if (first !== '' && known.has(first)) return { targets: [first], rest };
  const firstRange = first === '' ? undefined : readRange(first, known, grammar, previous);
  if (firstRange?.some(known.has)) return { targets: firstRange, rest };
  return { targets: [bare], rest: '' };
}

/** `SB-10..13`, `0-4`, `EXIST-01 through EXIST-12`, `S00/W000-002`, `3–10`. */
function readRange(
  text: string,
  known: KnownIds,
  grammar: IdGrammar,
  previous: string | undefined,
): readonly string[] | undefined {
  for (const word of [...grammar.ranges].sort((a, b) => b.length - a.length)) {
    const spaced = /^\w/.test(word);
    const pattern = spaced ? new RegExp(`\\s${escaped(word)}\\s`, 'i') : undefined;
    for (const at of positionsOf(text, word, pattern)) {
      const from = withoutKind(text.slice(0, at.start).trim(), grammar);
      const to = withoutKind(text.slice(at.end).trim(), grammar);
      const range = rangeBetween(from, to, known, previous);
      if (range !== undefined) return range;
    }
  }
  return undefined;
}

function* positionsOf(
  text: string,
  word: string,
  pattern: RegExp | undefined,
): Generator<{ readonly start: number; readonly end: number }> {
  if (pattern !== undefined) {
    const found = pattern.exec(text);
    if (found !== null) yield { start: found.index, end: found.index + found[0].length };
    return;
  }
  // From the right: the hyphen of `SB-10-13` that makes the range is the last one.
  for (let at = text.lastIndexOf(word); at > 0; at = text.lastIndexOf(word, at - 1)) {
    yield { start: at, end: at + word.length };
  }
}

const escaped = (word: string): string => word.replace(/[^\w\s]/g, '\\$&');

interface Numbered {
  readonly prefix: string;
  readonly digits: string;
  readonly suffix: string;
}

/** The number at the end of an id, with a letter or a decimal part after it. */
function numbered(id: string): Numbered | undefined {
  const [, prefix, digits, suffix] = /^(.*?)(\d+)((?:\.\d+)*[A-Za-z]?)$/.exec(id) ?? [];
  return prefix === undefined || digits === undefined || suffix === undefined
    ? undefined
    : { prefix, digits, suffix };
}

/** More members than any range of a plan has; a slip of the pen must not fill the memory. */
const mostMembers = 1000;

function rangeBetween(
  fromText: string,
  toText: string,
  known: KnownIds,
  previous: string | undefined,
): readonly string[] | undefined {
  const ownFrom = numbered(fromText);
  const before = previous === undefined ? undefined : numbered(previous);
  const from =
    ownFrom !== undefined && ownFrom.prefix === '' && before !== undefined && !known.has(fromText)
      ? { ...ownFrom, prefix: before.prefix }
      : ownFrom;
  const to = numbered(toText);
  if (from === undefined || to === undefined) return undefined;
  if (to.prefix !== '' && to.prefix !== from.prefix) return undefined;
  const low = Number(from.digits);
  const high = Number(to.digits);
  if (high < low || high - low > mostMembers || (high === low && from.suffix === to.suffix)) {
    return undefined;
  }
  const width =
    from.digits.startsWith('0') || from.digits.length === to.digits.length ? from.digits.length : 0;
  const members = new Set<string>();
  for (let number = low; number <= high; number += 1) {
    const exact = `${from.prefix}${String(number).padStart(width, '0')}`;
    if (number === low && from.suffix !== '') members.add(`${exact}${from.suffix}`);
    else if (number === high && to.suffix !== '' && !known.has(exact)) {
      members.add(`${exact}${to.suffix}`);
    } else members.add(exact);
  }
  // Items that were inserted later, `2.1` or `5A`, lie between the numbers around them.
  for (const id of known.all) {
    const parts = numbered(id);
    if (parts === undefined || parts.prefix !== from.prefix || parts.suffix === '') continue;
    const position = [Number(parts.digits), parts.suffix] as const;
    if (isAtLeast(position, [low, from.suffix]) && isAtLeast([high, to.suffix], position)) {
      members.add(id);
    }
  }
  return [...members];
}

function isAtLeast(
  [number, suffix]: readonly [number, string],
  [least, leastSuffix]: readonly [number, string],
): boolean {
  return number > least || (number === least && suffix >= leastSuffix);
}

/** `F-57-2/3/4` and `T6/T7`: the prefix of the first one holds for those that have none. */
function readSlashList(text: string, known: KnownIds): readonly string[] | undefined {
  const parts = text.split('/').map((part) => part.trim());
  const [first] = parts;
  if (parts.length < 2 || first === undefined || parts.some((part) => !/^[\w.-]+$/.test(part))) {
    return undefined;
  }
  const targets = parts.map((part, index) =>
    index === 0 ? part : (withPrefixOf(first, part, known) ?? part),
  );
  return targets.some(known.has) ? targets : undefined;
}

/** `02` after `03-01` is `03-02`; only where such an item exists. */
function withPrefixOf(id: string, part: string, known: KnownIds): string | undefined {
  if (!/^\d+[A-Za-z]?$/.test(part)) return undefined;
  const prefix = numbered(id)?.prefix ?? '';
  return prefix !== '' && known.has(`${prefix}${part}`) ? `${prefix}${part}` : undefined;
}

/** Splits at commas, semicolons, plus signs, `and` and `&` that stand in no bracket. */
function tokensOf(text: string, grammar: IdGrammar): readonly string[] {
  const tokens: string[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number, next: number): void => {
    tokens.push(text.slice(start, end).trim());
    start = next;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (',;+&\n'.includes(character)) cut(at, at + 1);
    else if (/^\sand\s/i.test(text.slice(at, at + 5)) && !isInsideWish(text, at, grammar)) {
      cut(at, at + 5);
    }
  }
  tokens.push(text.slice(start).trim());
  return tokens.map((token) => token.replace(/[.:]$/, '').trim()).filter((token) => token !== '');
}

/** `helpful and recommended` is one remark, no list. */
function isInsideWish(text: string, at: number, grammar: IdGrammar): boolean {
  const after = text.slice(at + 5).toLowerCase();
  return grammar.optional.some((word) => after.startsWith(word));
}

function splitBrackets(token: string): { readonly head: string; readonly brackets: string } {
  const open = token.search(/\s*[([{]/);
  if (open < 0) return { head: token.trim(), brackets: '' };
  const inside = token.slice(open).trim();
  const end = inside.lastIndexOf(inside.startsWith('(') ? ')' : inside.startsWith('[') ? ']' : '}');
  const brackets = (end < 0 ? inside.slice(1) : inside.slice(1, end)).trim();
  const after = end < 0 ? '' : inside.slice(end + 1).trim();
  return { head: `${token.slice(0, open)} ${after}`.trim(), brackets };
}

function withoutKind(text: string, grammar: IdGrammar): string {
  const [, word = '', rest = ''] = /^([\p{L}]+)s?\.?\s+(\S.*)$/u.exec(text) ?? [];
  const lower = word.toLowerCase();
  const isKind = grammar.kinds.some((kind) => lower === kind || lower === `${kind}s`);
  return isKind ? rest : text;
}

function withoutMarkup(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]+/g, (mark) => (mark === '*' ? '*' : ''))
    .replace(/(?<=^|[\s,;(])_+|_+(?=$|[\s,;)])/g, '')
    .replace(/\u00a0/g, ' ')
    .trim();
}

const isWord = (words: readonly string[], text: string): boolean =>
  words.some((word) => sameWord(word, text));

function sameWord(word: string, text: string): boolean {
  return (
    word.toLowerCase() ===
    text
      .replace(/[.\s]+$/, '')
      .trim()
      .toLowerCase()
  );
}
