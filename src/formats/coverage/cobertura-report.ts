import { countOf, instantOfMillis } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import { walkXml, type XmlElement } from '../input/xml-document.ts';
import type { ReportReading } from '../reading.ts';
import type {
  CoverageReport,
  CoverageShare,
  CoveredFile,
  FunctionHits,
} from '../reports/coverage-report.ts';
import {
  type CoverageKind,
  coverageKinds,
  lowerShare,
  shareOf,
  sumShares,
} from './coverage-totals.ts';

interface OpenFile {
  readonly path: string;
  readonly group: string;
  readonly line: number;
  readonly lines: Map<number, number>;
  readonly branches: Map<number, CoverageShare>;
  readonly functions: FunctionHits[];
}

interface OpenMethod {
  readonly name: string;
  readonly rate: string | undefined;
  line: number | undefined;
  hits: number;
}

/**
 * Reads Cobertura XML, as Cobertura, gcovr, coverage.py, Coverlet, SimpleCov and MATLAB write it. Classes
 * of one file are put together. What the root states is compared with the lines that are listed, and the
 * lower share counts.
 *
 * The document type that most writers name is passed over: nothing is fetched, and a document with
 * definitions of its own is refused. Source: http://cobertura.sourceforge.net/xml/coverage-04.dtd
 */
export function readCoberturaReport(source: string | Uint8Array): ReportReading<CoverageReport> {
  const log = new WarningLog();
  const files = new Map<string, OpenFile>();
  let root: XmlElement | undefined;
  let group = '';
  let file: OpenFile | undefined;
  let method: OpenMethod | undefined;
  let isForeign = false;

  const walk = walkXml(
    source,
    {
      open(element) {
        const { name } = element;
        root ??= element;
        if (name === 'project' && element.depth === 2) isForeign = true;
        else if (name === 'package') group = element.attribute('name') ?? '';
        else if (name === 'class') {
          const path = element.attribute('filename') ?? '';
          if (path === '')
            log.add('member-missing', { line: element.line, params: { member: 'filename' } });
          file = files.get(path) ?? newFile(path, group, element.line);
          files.set(path, file);
        } else if (name === 'method' && file !== undefined) {
          method = {
            name: element.attribute('name') ?? '',
            rate: element.attribute('line-rate'),
            line: undefined,
            hits: 0,
          };
        } else if (name === 'line' && file !== undefined) {
          takeLine(file, method, element, log);
        }
      },
      close(name) {
        if (name === 'method' && method !== undefined) {
          const { line, hits } = method;
          const isRun = hits > 0 || Number(method.rate) > 0;
          file?.functions.push({
            name: method.name,
            ...(line !== undefined && { line }),
            hits: isRun ? Math.max(1, hits) : 0,
          });
          method = undefined;
        } else if (name === 'class') file = undefined;
        else if (name === 'package') group = '';
      },
    },
    { passesOverDocumentType: true },
  );
  if (!walk.isReadable) return { warnings: walk.warnings };
  if (root?.name !== 'coverage' || isForeign) return { warnings: [{ code: 'not-this-format' }] };
  const covered = [...files.values()].map(finish);
  const at = root;
  const totals = totalsOf(at, covered, log);
  return {
    report: {
      family: 'coverage',
      ...toolOf(at),
      ...createdAt(at),
      files: covered,
      totals,
      pointers: Object.fromEntries(
        coverageKinds
          .filter((kind) => totals[kind] !== undefined)
          .map((kind) => [kind, { kind: 'rows', from: at.line, to: at.line, column: kind }]),
      ),
    },
    warnings: [...walk.warnings, ...log.warnings],
  };
}

function newFile(path: string, group: string, line: number): OpenFile {
  return { path, group, line, lines: new Map(), branches: new Map(), functions: [] };
}

function takeLine(
  file: OpenFile,
  method: OpenMethod | undefined,
  element: XmlElement,
  log: WarningLog,
): void {
  const number = countOf(element.attribute('number') ?? '');
  const text = element.attribute('hits') ?? '';
  const hits = countOf(text);
  if (number === undefined || hits === undefined) {
    log.add('number-unreadable', { line: element.line, params: { hits: text } });
    if (number !== undefined) file.lines.set(number, file.lines.get(number) ?? 0);
    return;
  }
  if (method !== undefined) {
    method.line ??= number;
    method.hits = Math.max(method.hits, hits);
  }
  // A line stands under its method and once more under its class.
  file.lines.set(number, Math.max(hits, file.lines.get(number) ?? 0));
  const [, covered, total] =
    /\((\d+)\/(\d+)\)/.exec(element.attribute('condition-coverage') ?? '') ?? [];
  if (covered !== undefined && total !== undefined) {
    file.branches.set(number, { covered: Number(covered), total: Number(total) });
  }
}

function finish({ path, group, line, lines, branches, functions }: OpenFile): CoveredFile {
  const hits = [...lines]
    .sort(([a], [b]) => a - b)
    .map(([number, count]) => {
      const on = branches.get(number);
      return { line: number, hits: count, ...(on !== undefined && { branches: on }) };
    });
  const taken = sumShares([...branches.values()].map((share) => ({ branches: share }))).branches;
  return {
    path,
    ...(group !== '' && { group }),
    ...(lines.size > 0 && { lines: shareOf([...lines.values()]) }),
    ...(taken !== undefined && taken.total > 0 && { branches: taken }),
    ...(functions.length > 0 && { functions: shareOf(functions.map((entry) => entry.hits)) }),
    hits,
    functionHits: functions,
    pointer: { kind: 'lines', from: line, to: line },
  };
}

const statedAs: readonly { readonly kind: CoverageKind; covered: string; total: string }[] = [
  { kind: 'lines', covered: 'lines-covered', total: 'lines-valid' },
  { kind: 'branches', covered: 'branches-covered', total: 'branches-valid' },
];

function totalsOf(
  root: XmlElement,
  files: readonly CoveredFile[],
  log: WarningLog,
): CoverageReport['totals'] {
  const totals: { [K in CoverageKind]?: CoverageShare } = { ...sumShares(files) };
  for (const { kind, covered, total } of statedAs) {
    const hit = countOf(root.attribute(covered) ?? '');
    const found = countOf(root.attribute(total) ?? '');
    if (hit === undefined || found === undefined || found === 0) continue;
    const listed = totals[kind];
    if (listed !== undefined && (listed.covered !== hit || listed.total !== found)) {
      const params = { of: `${kind} hit`, stated: hit, listed: listed.covered };
      log.add('count-differs', { line: root.line, params });
    }
    const share = lowerShare({ covered: hit, total: found }, listed);
    if (share !== undefined) totals[kind] = share;
  }
  return totals;
}

function toolOf(root: XmlElement): Pick<CoverageReport, 'tool'> {
  const [, name, version] =
    /^([A-Za-z][\w. -]*?) (\d\S*)$/.exec(root.attribute('version') ?? '') ?? [];
  return name === undefined || version === undefined ? {} : { tool: { name, version } };
}

/** Seconds or milliseconds since 1970, by how many there are. */
function createdAt(root: XmlElement): Pick<CoverageReport, 'createdAt'> {
  const stated = Number(root.attribute('timestamp') ?? '');
  if (!(stated > 1e8)) return {};
  const instant = instantOfMillis(Math.trunc(stated > 1e11 ? stated : stated * 1000));
  return instant === undefined ? {} : { createdAt: instant };
}
