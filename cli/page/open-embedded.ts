import { decodeBase64 } from '../../src/lib/base64.ts';
import { err } from '../../src/lib/result.ts';
import { treeSource } from '../../src/source/tree-source.ts';
import type { EvidenceSource, SourceError } from '../../src/source/types.ts';
import { zipTree } from '../../src/source/zip-tree.ts';

/** Stands in for the adapters of the page: whatever is asked for, it is the bundle in the page. */
export function openSource(): EvidenceSource {
  const data: unknown = Reflect.get(globalThis, 'wavegateBundle');
  const bytes = typeof data === 'string' ? decodeBase64(data) : undefined;
  if (bytes === undefined) return broken({ code: 'not-a-bundle', where: 'page' });
  const tree = zipTree(bytes, 'page');
  return tree.ok ? treeSource(tree.value) : broken(tree.error);
}

function broken(error: SourceError): EvidenceSource {
  return { list: async () => err(error), open: async () => err(error) };
}
