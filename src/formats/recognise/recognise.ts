import type { EvidenceHint } from '../evidence-reading.ts';
import type { FormatId, Recognition } from '../format-id.ts';
import { decodeText, looksLikeText } from '../input/text.ts';
import { recogniseJson } from './recognise-json.ts';
import { recogniseLines } from './recognise-text.ts';

/** So many bytes from the start tell the format. */
export const headBytes = 256 * 1024;

const signatures: readonly { readonly format: FormatId; readonly bytes: readonly number[] }[] = [
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { format: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'gzip', bytes: [0x1f, 0x8b] },
];

const roots: Readonly<Record<string, FormatId>> = {
  testsuites: 'junit',
  testsuite: 'junit',
  'test-results': 'nunit',
  'test-run': 'nunit',
  'test-suite': 'nunit',
  assemblies: 'xunit',
  assembly: 'xunit',
  TestRun: 'trx',
  coverage: 'cobertura',
  bom: 'cyclonedx',
  svg: 'svg',
  html: 'html',
};

const endings: Readonly<Record<string, FormatId>> = {
  json: 'json',
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  yaml: 'yaml',
  yml: 'yaml',
  html: 'html',
  htm: 'html',
  log: 'log',
  tap: 'tap',
  info: 'lcov',
  ndjson: 'json-lines',
  jsonl: 'json-lines',
};

const mediaTypes: Readonly<Record<string, FormatId>> = {
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/yaml': 'yaml',
  'application/x-yaml': 'yaml',
  'text/yaml': 'yaml',
  'application/x-ndjson': 'json-lines',
};

/**
 * Tells what bytes are, and why it thinks so. What stands in them counts more than what they are
 * called: a name is only asked where the bytes do not tell.
 *
 * @param head the bytes from the start, at least the first {@link headBytes} of them or all
 */
export function recognise(head: Uint8Array, hint: EvidenceHint = {}): Recognition {
  if (hint.format !== undefined) return { format: hint.format, because: { code: 'chosen' } };
  if (head.length === 0) return { format: 'text', because: { code: 'empty' } };
  const signature = bySignature(head);
  if (signature !== undefined) return { format: signature, because: { code: 'first-bytes' } };
  const start = head.subarray(0, headBytes);
  if (!looksLikeText(start)) return { format: 'binary', because: { code: 'is-not-text' } };
  const { text } = decodeText(start);
  return (
    recogniseXml(text) ??
    recogniseJson(text) ??
    recogniseLines(text) ??
    byName(hint.name) ??
    byMediaType(hint.mediaType) ??
    byEscapes(text)
  );
}

function bySignature(head: Uint8Array): FormatId | undefined {
  const riff = isAt(head, 0, [0x52, 0x49, 0x46, 0x46]);
  if (riff && isAt(head, 8, [0x57, 0x45, 0x42, 0x50])) return 'webp';
  const brand = isAt(head, 4, [0x66, 0x74, 0x79, 0x70]);
  if (brand && isAt(head, 8, [0x61, 0x76, 0x69])) return 'avif';
  return signatures.find(({ bytes }) => isAt(head, 0, bytes))?.format;
}

function isAt(head: Uint8Array, offset: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[offset + index] === byte);
}

/** The first element behind the declaration, comments and a document type. */
function recogniseXml(text: string): Recognition | undefined {
  let rest = text.trimStart();
  if (!rest.startsWith('<')) return undefined;
  for (let end = endOfProlog(rest); end > 0; end = endOfProlog(rest)) {
    rest = rest.slice(end).trimStart();
  }
  const element = /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/.exec(rest)?.[1];
  if (element === undefined) {
    return text.trimStart().startsWith('<?xml') ? xml('xml', '') : undefined;
  }
  if (Object.hasOwn(roots, element)) return xml(roots[element] ?? 'xml', element);
  if (/^(?:body|head|div|p|span|script)$/i.test(element)) return xml('html', element);
  return xml('xml', element);
}

function xml(format: FormatId, element: string): Recognition {
  return { format, because: { code: 'root-element', params: { element } } };
}

function endOfProlog(text: string): number {
  if (text.startsWith('<!--')) return endOf(text, '-->');
  if (text.startsWith('<?')) return endOf(text, '?>');
  if (!/^<!doctype/i.test(text)) return 0;
  const subset = text.indexOf('[');
  const close = text.indexOf('>');
  return subset >= 0 && subset < close ? endOf(text, ']>') : close + 1;
}

function endOf(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at < 0 ? text.length : at + mark.length;
}

function byName(name: string | undefined): Recognition | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const format = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  return format === undefined
    ? undefined
    : { format, because: { code: 'name', params: { ending } } };
}

function byMediaType(mediaType: string | undefined): Recognition | undefined {
  const plain = mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = Object.hasOwn(mediaTypes, plain) ? mediaTypes[plain] : undefined;
  return format === undefined
    ? undefined
    : { format, because: { code: 'media-type', params: { mediaType: plain } } };
}

function byEscapes(text: string): Recognition {
  return text.includes('\u001b[')
    ? { format: 'log', because: { code: 'escapes' } }
    : { format: 'text', because: { code: 'is-text' } };
}
