import { markdownLines, plainText } from '../../src/formats/plans/markdown-lines.ts';
import { markdownTables } from '../../src/formats/plans/markdown-tables.ts';
import { listOf, member, readTree, textOf } from '../../src/formats/plans/tree.ts';
import type { Repository } from '../collect/repository.ts';

/** Files that some text promises, as deliverables of a contract. */
export interface ContractGuess {
  readonly file: string;
  readonly why: string;
  readonly deliverables: readonly {
    readonly path: string;
    readonly min?: number;
    readonly max?: number;
  }[];
  /** How many of them are there now. */
  readonly there: number;
}

const mostBytes = 512 * 1024;
const mostFiles = 1000;
const mostDeliverables = 40;
const mostContracts = 5;
const recordLike =
  /(?:contract|deliverable|acceptance|manifest|phase|template)[^/]*\.(?:ya?ml|json)$/i;
/** A path from the root with an ending, and nothing that is a pattern or an address. */
const pathLike = /^(?!.*(?:\.\.|:\/\/))[\w.@-]+(?:\/[\w.@ -]+)*\.[A-Za-z]\w{0,7}$/;

/** Tables with a column of files, and records with a list of deliverables. */
export async function guessContracts(repository: Repository): Promise<readonly ContractGuess[]> {
  const found: ContractGuess[] = [];
  const candidates = repository.files.filter(
    ({ path, size }) => size <= mostBytes && (/\.md$/i.test(path) || recordLike.test(path)),
  );
  for (const { path } of candidates.slice(0, mostFiles)) {
    if (found.length >= mostContracts) break;
    const text = await repository.text(path);
    if (text === undefined) continue;
    const { line, deliverables } = /\.md$/i.test(path) ? inTable(text) : inRecord(text, path);
    if (deliverables.length < 2) continue;
    const there = deliverables.filter((one) => repository.byPath.has(one.path)).length;
    // A list of files of which none is there is about another repository.
    if (there === 0) continue;
    found.push({
      file: path,
      deliverables: deliverables.slice(0, mostDeliverables),
      there,
      why: `${deliverables.length} files are promised (${path}:${line}), ${there} are there`,
    });
  }
  return found;
}

type Promised = Pick<ContractGuess, 'deliverables'> & { readonly line: number };

const nothing: Promised = { line: 1, deliverables: [] };

function inTable(text: string): Promised {
  for (const table of markdownTables(markdownLines(text))) {
    const names = table.header.cells.map((cell) => plainText(cell).trim().toLowerCase());
    const column = names.findIndex((name) =>
      /^(?:deliverables?|files?|path|artefacts?|artifacts?|output)$/.test(name),
    );
    if (column < 0) continue;
    const paths = table.rows.map(({ cells }) => plainText(cells[column] ?? '').trim());
    const fit = [...new Set(paths.filter((path) => pathLike.test(path)))];
    // A column of which most cells are no paths is a column of names.
    if (fit.length < 2 || fit.length * 2 < paths.length) continue;
    return { line: table.header.line, deliverables: fit.map((path) => ({ path })) };
  }
  return nothing;
}

function inRecord(text: string, path: string): Promised {
  const [document] = readTree(text, path).documents;
  const list = ['deliverables', 'artifacts', 'artefacts', 'required_files', 'files']
    .map((name) => member(document, name))
    .find((tree) => tree?.kind === 'list');
  if (list === undefined) return nothing;
  const deliverables = listOf(list).flatMap((entry) => {
    const own = textOf(entry) ?? textOf(member(entry, 'path')) ?? textOf(member(entry, 'file'));
    if (own === undefined || !pathLike.test(own)) return [];
    const min = numberOf(textOf(member(entry, 'min_lines') ?? member(entry, 'minLines')));
    const max = numberOf(textOf(member(entry, 'max_lines') ?? member(entry, 'maxLines')));
    return [{ path: own, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }];
  });
  return { line: list.line, deliverables };
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
