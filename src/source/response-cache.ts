/** An answer that is kept, with when the server last said that it is still so. */
export interface KeptResponse {
  readonly bytes: Uint8Array;
  readonly etag?: string;
  readonly mediaType?: string;
  /** Milliseconds since the epoch. */
  readonly confirmedAt: number;
  /** The server said that there is nothing. */
  readonly isAbsent?: true;
}

/** Answers by address. Failures of the storage are misses: keeping is a convenience. */
export interface ResponseCache {
  readonly get: (url: string) => Promise<KeptResponse | undefined>;
  /** @param isPrivate must not outlive the page */
  readonly put: (url: string, response: KeptResponse, isPrivate?: boolean) => Promise<void>;
  readonly remove: (url: string) => Promise<void>;
}

/** Where there is no storage. */
export const nothingKept: ResponseCache = {
  get: async () => undefined,
  put: async () => undefined,
  remove: async () => undefined,
};

const memoryLimit = 192 * 1024 * 1024;

/** Kept while the page is open, up to a number of bytes; the least recently used go first. */
export function memoryCache(limit = memoryLimit): ResponseCache {
  const kept = new Map<string, KeptResponse>();
  let total = 0;
  const remove = (url: string): void => {
    total -= kept.get(url)?.bytes.byteLength ?? 0;
    kept.delete(url);
  };
  return {
    get: async (url) => {
      const found = kept.get(url);
      if (found !== undefined) {
        kept.delete(url);
        kept.set(url, found);
      }
      return found;
    },
    put: async (url, response) => {
      remove(url);
      if (response.bytes.byteLength > limit / 2) return;
      kept.set(url, response);
      total += response.bytes.byteLength;
      for (const oldest of kept.keys()) {
        if (total <= limit) break;
        remove(oldest);
      }
    },
    remove: async (url) => remove(url),
  };
}

/** The part of the browser's Cache Storage that is used. */
export type CacheStore = Pick<Cache, 'match' | 'put' | 'delete'>;

const confirmedHeader = 'x-wavegate-confirmed';
const absentHeader = 'x-wavegate-absent';

/** Kept in the browser across visits, so that a page opens without a network. */
export function browserCache(open: () => Promise<CacheStore>): ResponseCache {
  const store = (): Promise<CacheStore | undefined> => open().catch(() => undefined);
  return {
    get: async (url) => {
      const found = await (await store())?.match(url).catch(() => undefined);
      if (found === undefined) return undefined;
      const confirmedAt = Number(found.headers.get(confirmedHeader));
      const etag = found.headers.get('etag');
      const mediaType = found.headers.get('content-type');
      return {
        bytes: new Uint8Array(await found.arrayBuffer()),
        confirmedAt,
        ...(found.headers.has(absentHeader) ? { isAbsent: true } : {}),
        ...(etag === null ? {} : { etag }),
        ...(mediaType === null || mediaType === '' ? {} : { mediaType }),
      };
    },
    put: async (url, { bytes, confirmedAt, etag, mediaType, isAbsent }) => {
      const response = new Response(bytes.slice(), {
        headers: {
          [confirmedHeader]: String(confirmedAt),
          'content-type': mediaType ?? '',
          ...(etag === undefined ? {} : { etag }),
          ...(isAbsent === true ? { [absentHeader]: '1' } : {}),
        },
      });
      await (await store())?.put(url, response).catch(() => undefined);
    },
    remove: async (url) => {
      await (await store())?.delete(url).catch(() => undefined);
    },
  };
}

/** What was found in memory first, else in the browser. What must not be stored stays in memory. */
export function layeredCache(memory: ResponseCache, disk: ResponseCache): ResponseCache {
  return {
    get: async (url) => {
      const near = await memory.get(url);
      if (near !== undefined) return near;
      const far = await disk.get(url);
      if (far !== undefined) await memory.put(url, far);
      return far;
    },
    put: async (url, response, isPrivate = false) => {
      await memory.put(url, response);
      await (isPrivate ? disk.remove(url) : disk.put(url, response));
    },
    remove: async (url) => {
      await Promise.all([memory.remove(url), disk.remove(url)]);
    },
  };
}
