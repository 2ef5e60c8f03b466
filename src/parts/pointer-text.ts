import type { Pointer } from '../model/common.ts';

/**
 * Pointers as one short text for links: `json:/a/b`, `cell:12:latency_ms`, `rows:2-40:latency_ms`,
 * `lines:3-5`, `test:88:suite%20name:case%20name`. Parts are percent-encoded, so the
 * separators are unambiguous. Half a surrogate pair, which no address can hold, becomes U+FFFD.
 */
export function formatPointer(pointer: Pointer): string {
  const e = (text: string): string => encodeURIComponent(text.toWellFormed());
  switch (pointer.kind) {
    case 'json':
      return `json:${pointer.pointer}`;
    case 'cell':
      return `cell:${pointer.row}:${e(pointer.column)}`;
    case 'rows':
      return `rows:${pointer.from}-${pointer.to}${pointer.column === undefined ? '' : `:${e(pointer.column)}`}`;
    case 'lines':
      return `lines:${pointer.from}-${pointer.to}`;
    case 'test':
      return `test:${pointer.line ?? ''}:${e(pointer.suite ?? '')}:${e(pointer.name)}`;
    case 'whole':
      return 'whole';
  }
}

/** The inverse of {@link formatPointer}; `undefined` for anything else. */
export function parsePointer(text: string): Pointer | undefined {
  const separator = text.indexOf(':');
  const kind = separator < 0 ? text : text.slice(0, separator);
  const rest = separator < 0 ? '' : text.slice(separator + 1);
  const parts = rest.split(':');
  switch (kind) {
    case 'json':
      return { kind: 'json', pointer: rest };
    case 'cell': {
      const row = count(parts[0]);
      const column = decode(parts[1]);
      return row === undefined || column === undefined ? undefined : { kind: 'cell', row, column };
    }
    case 'rows': {
      const range = span(parts[0]);
      const column = decode(parts[1]);
      if (range === undefined) return undefined;
      return { kind: 'rows', ...range, ...(column !== undefined && { column }) };
    }
    case 'lines': {
      const range = span(parts[0]);
      return range === undefined ? undefined : { kind: 'lines', ...range };
    }
    case 'test': {
      const line = count(parts[0]);
      const suite = decode(parts[1]);
      const name = decode(parts[2]);
      if (name === undefined) return undefined;
      return {
        kind: 'test',
        name,
        ...(suite !== undefined && suite !== '' && { suite }),
        ...(line !== undefined && { line }),
      };
    }
    case 'whole':
      return { kind: 'whole' };
    default:
      return undefined;
  }
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

function span(text: string | undefined): { from: number; to: number } | undefined {
  const match = /^(\d{1,12})-(\d{1,12})$/.exec(text ?? '');
  return match === null ? undefined : { from: Number(match[1]), to: Number(match[2]) };
}

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
