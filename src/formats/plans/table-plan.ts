import type { SourceRef } from '../../model/common.ts';
import type { Problem } from '../../model/problem.ts';
import { type MarkdownLine, plainText } from './markdown-lines.ts';
import { type MarkdownTable, markdownTables, type TableRow } from './markdown-tables.ts';
import { type DraftItem, planProblem } from './types.ts';

/** Which columns mean what; a name is the text of a header cell, without case and markup. */
export interface TableColumns {
  readonly id?: string;
  readonly title?: string;
  readonly depends?: string;
  readonly status?: string;
  readonly class?: string;
  readonly owner?: string;
  readonly goal?: string;
  readonly output?: string;
  readonly parent?: string;
}

export interface TableOptions {
  readonly kind: string;
  /** Text of the heading or bare title above the table. Absent: every table that has the id column. */
  readonly heading?: string;
  readonly columns?: TableColumns;
  readonly parent?: string;
}

type Role = keyof TableColumns;

/** What header cells are usually called. `class` is never guessed: it changes what counts. */
const usual: Readonly<Record<Exclude<Role, 'class'>, RegExp>> = {
  id: /^(?:#|id|no\.?|nr\.?|number|key|phase|wave|stage|step|sprint|milestone|task|epic|code)$/,
  title:
    /^(?:title|name|scope|phase|wave|summary|description|what|task|feature|deliverable|topic)$/,
  depends:
    /^(?:depends(?:\s+on)?|dependenc(?:y|ies)|requires|needs|after|blocked\s+by|prerequisites?|predecessors?)$/,
  status: /^(?:status|state|progress)$/,
  owner: /^(?:owner|responsible|lead|assignee|who)$/,
  goal: /^(?:goal|objective|purpose|goal\s+\(one\s+line\))$/,
  output: /^(?:outputs?|blocking\s+output|exit\s+criteri(?:on|a)|deliverables?|proof|evidence)$/,
  parent: /^(?:parent|part\s+of|milestone)$/,
};

export interface TableReading {
  readonly items: readonly DraftItem[];
  readonly problems: readonly Problem[];
}

/** Items from tables. A table counts when it has an id column; each row that names an id is an item. */
export function readTablePlan(
  lines: readonly MarkdownLine[],
  path: string,
  options: TableOptions,
): TableReading {
  const items: DraftItem[] = [];
  const problems: Problem[] = [];
  const wanted =
    options.heading === undefined ? undefined : plainText(options.heading).toLowerCase();
  const tables = markdownTables(lines).filter(
    ({ heading }) => wanted === undefined || plainText(heading ?? '').toLowerCase() === wanted,
  );
  if (wanted !== undefined && tables.length === 0) problems.push(lostTable(lines, path, wanted));
  for (const table of tables) {
    const columns = columnsOf(table, options.columns ?? {});
    if (columns.id === undefined) {
      if (options.heading !== undefined || options.columns?.id !== undefined) {
        const params = { column: options.columns?.id ?? 'id' };
        if (wanted !== undefined) {
          problems.push(
            planProblem('plan-column-missing', { path, line: table.header.line }, params),
          );
        }
      }
      continue;
    }
    for (const name of missingColumns(table, options.columns ?? {})) {
      problems.push(
        planProblem('plan-column-missing', { path, line: table.header.line }, { column: name }),
      );
    }
    for (const row of table.rows) {
      const item = itemOf(row, columns, path, options);
      if (item === undefined) {
        const source = { path, line: row.line };
        problems.push(
          planProblem('plan-row-without-id', source, { text: short(row.raw) }, 'warning'),
        );
      } else items.push(item);
    }
    for (const row of table.broken) {
      const params = {
        cells: row.cells.length,
        columns: table.header.cells.length,
        text: short(row.raw),
      };
      problems.push({
        ...planProblem('plan-row-cells', { path, line: row.line }, params),
        isLoss: true,
      });
    }
  }
  return { items, problems };
}

/** A table under the wanted title without any pipe: a scraper took them, and cells cannot be told apart. */
function lostTable(lines: readonly MarkdownLine[], path: string, wanted: string): Problem {
  const title = lines.find(
    ({ text, heading }) => plainText(heading?.text ?? text).toLowerCase() === wanted,
  );
  const next = lines.find(
    ({ number, text }) => title !== undefined && number > title.number && text.trim() !== '',
  );
  const source = { path, ...(title !== undefined && { line: title.number }) };
  return {
    ...(title !== undefined && next !== undefined && !next.text.includes('|')
      ? planProblem('plan-table-pipes-lost', source, { heading: wanted })
      : planProblem('plan-table-not-found', source, { heading: wanted })),
    isLoss: true,
  };
}

type Columns = Readonly<Partial<Record<Role, number>>>;

function columnsOf({ header }: MarkdownTable, named: TableColumns): Columns {
  const cells = header.cells.map((cell) => plainText(cell).toLowerCase());
  const columns: Partial<Record<Role, number>> = {};
  const taken = new Set<number>();
  const take = (role: Role, at: number): void => {
    if (at < 0 || taken.has(at)) return;
    columns[role] = at;
    taken.add(at);
  };
  for (const [role, name] of namedRoles(named))
    take(role, cells.indexOf(plainText(name).toLowerCase()));
  for (const [role, pattern] of usualRoles) {
    if (named[role] === undefined && columns[role] === undefined) {
      take(
        role,
        cells.findIndex((cell, at) => !taken.has(at) && pattern.test(cell)),
      );
    }
  }
  return columns;
}

const usualRoles: readonly (readonly [Exclude<Role, 'class'>, RegExp])[] = [
  ['id', usual.id],
  ['title', usual.title],
  ['depends', usual.depends],
  ['status', usual.status],
  ['owner', usual.owner],
  ['goal', usual.goal],
  ['output', usual.output],
  ['parent', usual.parent],
];

function namedRoles(named: TableColumns): readonly (readonly [Role, string])[] {
  const roles: readonly Role[] = [
    'id',
    'title',
    'depends',
    'status',
    'class',
    'owner',
    'goal',
    'output',
    'parent',
  ];
  return roles.flatMap((role) => {
    const name = named[role];
    return name === undefined ? [] : [[role, name] as const];
  });
}

function missingColumns({ header }: MarkdownTable, named: TableColumns): readonly string[] {
  const cells = header.cells.map((cell) => plainText(cell).toLowerCase());
  return namedRoles(named).flatMap(([, name]) =>
    cells.includes(plainText(name).toLowerCase()) ? [] : [name],
  );
}

function itemOf(
  row: TableRow,
  columns: Columns,
  path: string,
  options: TableOptions,
): DraftItem | undefined {
  const cell = (role: Role): string | undefined => {
    const at = columns[role];
    const text = at === undefined ? '' : plainText(row.cells[at] ?? '');
    return text === '' ? undefined : text;
  };
  const written = (role: Role): { text: string; source: SourceRef } | undefined => {
    const at = columns[role];
    const raw = at === undefined ? undefined : row.cells[at];
    return raw === undefined ? undefined : { text: raw, source: { path, line: row.line, raw } };
  };
  const [, key, rest] = /^(\S+?)[.:]?(?:\s+[-–—:]?\s*(.*))?$/.exec(cell('id') ?? '') ?? [];
  if (key === undefined || /^[-–—]+$/.test(key)) return undefined;
  const title = cell('title') ?? (rest === undefined || rest === '' ? key : rest);
  const parent = cell('parent') ?? options.parent;
  const status = written('status');
  const depends = written('depends');
  const own = {
    class: cell('class'),
    owner: cell('owner'),
    goal: cell('goal'),
    output: cell('output'),
  };
  return {
    key,
    kind: options.kind,
    title,
    source: { path, line: row.line, raw: row.raw.trim() },
    ...(parent !== undefined && { parent }),
    ...(status !== undefined && status.text.trim() !== '' && { status }),
    ...(depends !== undefined && { depends }),
    ...(own.class !== undefined && { class: own.class }),
    ...(own.owner !== undefined && { owner: own.owner }),
    ...(own.goal !== undefined && { goal: own.goal }),
    ...(own.output !== undefined && { output: own.output }),
  };
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
