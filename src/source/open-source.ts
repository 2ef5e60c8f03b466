import { assertNever } from '../lib/assert-never.ts';
import { apiSource } from './api-source.ts';
import type { SourceEnvironment } from './environment.ts';
import { httpSource } from './http-source.ts';
import { localSource } from './local-source.ts';
import { browserCache, layeredCache, memoryCache, type ResponseCache } from './response-cache.ts';
import type { EvidenceSource, SourceRef } from './types.ts';

/** Changes when what is kept is no longer understood. */
const cacheName = 'wavegate-responses-1';

/** The adapter for what a reference names. Nothing is read before the source is asked. */
export function openSource(
  ref: SourceRef,
  env: SourceEnvironment,
  cache?: ResponseCache,
): EvidenceSource {
  switch (ref.kind) {
    case 'static':
      return httpSource(ref, env, cache ?? browserStorage());
    case 'api':
      return apiSource(ref, env, cache ?? platformCache());
    case 'local':
      return localSource(ref.id);
    default:
      return assertNever(ref);
  }
}

/** Memory, and the browser's own storage where it has one. */
function platformCache(): ResponseCache {
  const memory = memoryCache();
  const storage = browserStorage();
  return storage === undefined ? memory : layeredCache(memory, storage);
}

/** Not over plain HTTP, and not in Node. */
function browserStorage(): ResponseCache | undefined {
  const storage: CacheStorage | undefined = globalThis.caches;
  return storage === undefined ? undefined : browserCache(() => storage.open(cacheName));
}
