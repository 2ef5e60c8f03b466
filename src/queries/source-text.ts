import type { SourceRef } from '../source/types.ts';

/**
 * How a source is written in a link: `local:<id>`, `api:<address>`, or a plain address of a static
 * folder, file or archive.
 */
export function formatSource(source: SourceRef): string {
  switch (source.kind) {
    case 'local':
      return `local:${source.id}`;
    case 'api':
      return `api:${source.url}`;
    case 'static':
      return source.url;
  }
}

/** The inverse of {@link formatSource}. Addresses are checked where they are fetched. */
export function parseSource(text: string): SourceRef {
  if (text.startsWith('local:')) return { kind: 'local', id: text.slice('local:'.length) };
  if (text.startsWith('api:')) return { kind: 'api', url: text.slice('api:'.length) };
  return { kind: 'static', url: text };
}
