/** What a server answers, before it becomes HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

/** What a server is asked. Names of headers are in lower case. */
export interface Question {
  readonly method: string;
  /** Relative to the root of the interface, still percent-encoded, without a leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
}

const encoder = new TextEncoder();

/** An error as RFC 9457 words it. */
export function problem(
  status: number,
  title: string,
  instance: string,
  more: { readonly detail?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Answer {
  const { detail, headers = {} } = more;
  const document = {
    type: 'about:blank',
    title,
    status,
    instance,
    ...(detail === undefined ? {} : { detail }),
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
    body: encoder.encode(JSON.stringify(document)),
  };
}

/** Bytes that are sent, with what identifies them. */
export interface Representation {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** SHA-256, lower-case hex: the entity tag, and the digest where the bytes are a file's own. */
  readonly sha256: string;
  /** More bytes are not given at once: whole it is refused, and a range is cut. */
  readonly mostAtOnce?: number;
}

/**
 * Answers with a representation: `304` when the reader has it, `206` for one range of it, else all of
 * it (RFC 9110, sections 13 and 14). Several ranges, and units other than bytes, are ignored.
 */
export function represent(
  question: Question,
  { bytes, mediaType, sha256, mostAtOnce = Number.POSITIVE_INFINITY }: Representation,
): Answer {
  const etag = `"${sha256}"`;
  const headers = {
    etag,
    'content-type': mediaType,
    'cache-control': 'no-cache',
    'accept-ranges': 'bytes',
  };
  if (matches(question.header('if-none-match'), etag)) {
    return { status: 304, headers: { etag, 'cache-control': 'no-cache' }, body: undefined };
  }
  const range = rangeOf(question, etag, bytes.length);
  if (range === 'unsatisfiable') {
    return problem(416, 'Range Not Satisfiable', question.path, {
      headers: { 'content-range': `bytes */${bytes.length}` },
    });
  }
  if (range === undefined && bytes.length > mostAtOnce) {
    return problem(413, 'Content Too Large', question.path, {
      detail: 'Ask for ranges of bytes.',
      headers: { 'accept-ranges': 'bytes' },
    });
  }
  if (range === undefined) return { status: 200, headers, body: bytes };
  const [from, last] = range;
  const to = Math.min(last, from + mostAtOnce - 1);
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` },
    body: bytes.subarray(from, to + 1),
  };
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return (
    header.trim() === '*' ||
    header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  );
}

/** Inclusive, as the header has it. */
function rangeOf(
  question: Question,
  etag: string,
  size: number,
): readonly [number, number] | 'unsatisfiable' | undefined {
  const header = question.header('range');
  const condition = question.header('if-range');
  if (header === undefined || (condition !== undefined && condition !== etag)) return undefined;
  const found = /^bytes=(\d*)-(\d*)$/.exec(header.replaceAll(' ', ''));
  if (found === null) return undefined;
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && first !== '' && Number(last) < Number(first)) return undefined;
  return from >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : [from, to];
}
