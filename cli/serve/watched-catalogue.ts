import { type FSWatcher, watch } from 'node:fs';
import {
  type Catalogue,
  type CatalogueChange,
  catalogueChanges,
} from '../../src/server/catalogue.ts';
import { type KnownHeads, scan } from './scan.ts';

/** Changes that come together are told together: somebody writes a bundle file by file. Milliseconds. */
const settling = 60;
/** Where the system does not tell of changes, the files are looked at this often. Milliseconds. */
const lookingEvery = 2000;

export interface WatchedCatalogue {
  readonly current: () => Catalogue;
  /** Looks at the files now, and tells what became different. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Keeps a catalogue as the files are. A state that cannot be read (an index half written) is not taken
 * over: what was there stays until there is something better.
 *
 * @param onTrouble told once for each state that cannot be read
 */
export async function watchCatalogue(
  path: string,
  options: {
    readonly watch: boolean;
    readonly onChange: (changes: readonly CatalogueChange[]) => void;
    readonly onTrouble: (error: unknown) => void;
  },
): Promise<WatchedCatalogue> {
  const known: KnownHeads = new Map();
  let current = await scan(path, known);
  let running: Promise<void> | undefined;
  let isAgain = false;
  let isClosed = false;
  const lookOnce = async (): Promise<void> => {
    try {
      const next = await scan(path, known);
      const changes = catalogueChanges(current, next);
      current = next;
      if (changes.length > 0 && !isClosed) options.onChange(changes);
    } catch (error) {
      options.onTrouble(error);
    }
  };
  const look = (): Promise<void> => {
    if (running !== undefined) {
      isAgain = true;
      return running;
    }
    running = (async () => {
      do {
        isAgain = false;
        await lookOnce();
      } while (isAgain && !isClosed);
      running = undefined;
    })();
    return running;
  };
  const stop = options.watch ? startWatching(path, () => void look()) : () => undefined;
  return {
    current: () => current,
    look,
    close: () => {
      isClosed = true;
      stop();
    },
  };
}

function startWatching(path: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settling);
  };
  // Systems that cannot watch a whole tree, and those that miss something, are helped by looking.
  const poll = setInterval(changed, lookingEvery);
  poll.unref();
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(path, { recursive: true, persistent: false }, soon);
    watcher.on('error', () => watcher?.close());
  } catch {
    watcher = undefined;
  }
  return () => {
    clearTimeout(timer);
    clearInterval(poll);
    watcher?.close();
  };
}
