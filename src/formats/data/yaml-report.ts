import { isAlias, isNode, isPair, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import { decodeText } from '../input/text.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { DataReport } from '../reports/report.ts';

/** YAML is parsed more slowly than other formats; no plan or record needs as much. Characters. */
const maxYaml = 8 * 1024 * 1024;

/**
 * Reads YAML by the core schema of 1.2: one document or several. Aliases are never followed and tags
 * never obeyed: a document that has some is left out, since what it means is not what it says. So is one
 * with a key that reaches into prototypes.
 */
export function readYaml(source: string | Uint8Array): ReportReading<DataReport> {
  const decoded = decodeText(source);
  const { text } = decoded;
  if (text.trim() === '') return { warnings: [{ code: 'empty' }] };
  if (text.length > maxYaml) {
    return { warnings: [{ code: 'too-large', params: { bytes: text.length, limit: maxYaml } }] };
  }
  const log = new WarningLog();
  log.addAll(decoded.warnings);
  try {
    const documents = readDocuments(text, log);
    return documents.length === 0
      ? { warnings: log.warnings }
      : { report: { family: 'data', syntax: 'yaml', documents }, warnings: log.warnings };
  } catch (cause) {
    // The parser is recursive: what is nested too deep overflows its stack.
    const code = cause instanceof RangeError ? 'too-deep' : 'syntax';
    return { warnings: [{ code }] };
  }
}

function readDocuments(text: string, log: WarningLog): readonly unknown[] {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter,
    schema: 'core',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lineAt = (offset: number | undefined): { readonly line?: number } =>
    offset === undefined ? {} : { line: lineCounter.linePos(offset).line };
  const documents: unknown[] = [];
  for (const document of Array.isArray(parsed) ? parsed : []) {
    let isRefused = document.errors.length > 0;
    for (const error of document.errors) {
      const line = lineAt(error.pos[0]);
      if (error.code === 'DUPLICATE_KEY') log.add('duplicate-member', line);
      else log.add('syntax', { ...line, params: { reason: error.code } });
    }
    visit(document, (_, node) => {
      if (isAlias(node)) {
        isRefused = true;
        log.add('alias-refused', lineAt(node.range?.[0]));
      } else if (isPair(node) && isScalar(node.key) && node.key.value === '__proto__') {
        isRefused = true;
        const line = lineAt(node.key.range?.[0]);
        log.add('refused-key', { ...line, params: { key: '__proto__' } });
      } else if (isNode(node) && hasOwnTag(node.tag)) {
        isRefused = true;
        log.add('tag-refused', { ...lineAt(node.range?.[0]), params: { tag: node.tag ?? '' } });
      }
    });
    if (!isRefused) documents.push(document.toJS({ maxAliasCount: 0, mapAsMap: false }));
  }
  return documents;
}

/** Tags of the core schema say what the text says anyway. */
function hasOwnTag(tag: string | undefined): boolean {
  return tag !== undefined && !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag);
}
