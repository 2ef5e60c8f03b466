import type { Pointer } from '../../../model/common.ts';

export type ViewerKind =
  | 'json'
  | 'json-lines'
  | 'yaml'
  | 'xml'
  | 'csv'
  | 'markdown'
  | 'text'
  | 'image'
  | 'pdf'
  | 'hex';

export interface ViewerChoice {
  readonly kind: ViewerKind;
  /** The content is text, so it can also be shown line by line. */
  readonly isText: boolean;
}

const imageTypes: ReadonlySet<string> = new Set([
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/svg+xml',
  'image/webp',
]);

const byExtension: Readonly<Record<string, ViewerKind>> = {
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
  sarif: 'json',
  md: 'markdown',
  markdown: 'markdown',
  avif: 'image',
  gif: 'image',
  jpeg: 'image',
  jpg: 'image',
  png: 'image',
  svg: 'image',
  webp: 'image',
  pdf: 'pdf',
};

const linesTypes: ReadonlySet<string> = new Set([
  'application/jsonl',
  'application/x-jsonlines',
  'application/x-ndjson',
]);

const imageTypeByExtension: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** Which viewer a file gets: its media type first, then its name, then its first bytes. */
export function chooseViewer(mediaType: string, path: string, bytes: Uint8Array): ViewerChoice {
  const kind = claimedKind(mediaType, path);
  if (kind === 'pdf' || startsAsPdf(bytes)) return { kind: 'pdf', isText: false };
  if (kind === 'image') return { kind, isText: imageType(mediaType, path) === 'image/svg+xml' };
  if (!looksLikeText(bytes, essence(mediaType))) return { kind: 'hex', isText: false };
  return { kind: kind ?? 'text', isText: true };
}

/** What a file says that it is. */
export function claimedKind(mediaType: string, path: string): ViewerKind | undefined {
  return kindOfType(essence(mediaType)) ?? kindOfPath(path);
}

/** The media type under which an image is shown; never one that is no image. */
export function imageType(mediaType: string, path: string): string {
  const type = essence(mediaType);
  if (imageTypes.has(type)) return type;
  const extension = extensionOf(path);
  return Object.hasOwn(imageTypeByExtension, extension)
    ? (imageTypeByExtension[extension] ?? 'image/png')
    : 'image/png';
}

function kindOfType(type: string): ViewerKind | undefined {
  if (imageTypes.has(type)) return 'image';
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type === 'text/csv' || type === 'text/tab-separated-values') return 'csv';
  if (linesTypes.has(type)) return 'json-lines';
  if (/^(?:application|text)\/(?:x-)?yaml$/.test(type)) return 'yaml';
  if (/^(?:application|text)\/xml$/.test(type) || type.endsWith('+xml')) return 'xml';
  if (type === 'text/markdown') return 'markdown';
  if (type === 'application/pdf') return 'pdf';
  return undefined;
}

function kindOfPath(path: string): ViewerKind | undefined {
  const extension = extensionOf(path);
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}

/** `%PDF-`, the mark of the format. */
function startsAsPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte);
}

function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

function extensionOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/**
 * No zero byte at the front, unless a byte order mark says that it is UTF-16. What claims to be text
 * may hold control characters, which are shown; of what claims nothing only few are allowed.
 */
function looksLikeText(bytes: Uint8Array, type: string): boolean {
  if (isUtf16(bytes)) return true;
  const head = bytes.subarray(0, 8192);
  if (head.includes(0)) return false;
  if (type.startsWith('text/') || /[/+](json|xml|yaml)$/.test(type)) return true;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls <= head.length / 20;
}

/** Whether the bytes begin with the byte order mark of UTF-16. */
export function isUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | false {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return false;
}

const fitting: Readonly<Record<ViewerKind, readonly Pointer['kind'][]>> = {
  json: ['json', 'lines', 'test'],
  'json-lines': ['json', 'lines', 'test'],
  yaml: ['json'],
  xml: ['lines', 'test'],
  csv: ['cell', 'rows'],
  markdown: ['lines', 'test'],
  text: ['lines', 'test'],
  image: [],
  pdf: [],
  hex: [],
};

/** Whether a viewer can show a place; the whole is everywhere. */
export function showsPlace(kind: ViewerKind, pointer: Pointer): boolean {
  return pointer.kind === 'whole' || fitting[kind].includes(pointer.kind);
}
