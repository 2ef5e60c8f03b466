import { useEffect, useRef, useState } from 'react';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { mostHits } from '../viewers/find-bar.tsx';
import { engineStopped, type Trouble } from './file-trouble.tsx';

export interface FileSearchState {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** 0-based lines or rows. */
  readonly hits: readonly number[];
  /** How much was looked through, 0 to 1; `undefined` when no search is under way. */
  readonly progress: number | undefined;
  /** All of the file was looked through, or as many hits were found as are counted. */
  readonly isDone: boolean;
  readonly isStopped: boolean;
  readonly stop: () => void;
  /** Why the search broke off: what was found until then is not all. */
  readonly trouble: Trouble | undefined;
  readonly retry: () => void;
}

/** Typing settles for this long before a file is searched. Milliseconds. */
const settles = 200;

/**
 * Searches a file that stays with the engine, part by part: it can be stopped between two parts, hits
 * come as they are found, and the engine answers other questions meanwhile.
 */
export function useFileSearch(
  evidence: string,
  size: number,
  unit: 'lines' | 'rows',
  onFirst: (hit: number) => void,
): FileSearchState {
  const { session, request } = useOpenProject();
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly number[]>([]);
  const [progress, setProgress] = useState<number | undefined>(undefined);
  const [isStopped, setIsStopped] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<{ stopped: boolean }>({ stopped: true });
  // What the link says changes while hits are walked through; the search must not begin anew for it.
  const latest = useRef({ onFirst, session, request });
  useEffect(() => {
    latest.current = { onFirst, session, request };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the same search anew
  useEffect(() => {
    const run = { stopped: false };
    running.current = run;
    setHits([]);
    setTrouble(undefined);
    setIsDone(false);
    setIsStopped(false);
    setProgress(undefined);
    if (query === '') return;
    const search = async (): Promise<void> => {
      const found: number[] = [];
      let from: number | undefined = 0;
      while (from !== undefined && !run.stopped && found.length < mostHits) {
        setProgress(size === 0 ? 1 : from / size);
        const { session: engine, request: asked } = latest.current;
        const answer = await engine.files.find(asked, evidence, { text: query, from, unit });
        if (run.stopped) return;
        if (!answer.ok) {
          setTrouble(answer.error);
          setProgress(undefined);
          return;
        }
        const isFirst = found.length === 0 && answer.value.hits.length > 0;
        const last = found.at(-1);
        // A row may reach from one part into the next.
        found.push(...answer.value.hits.filter((hit) => hit !== last));
        setHits(found.slice(0, mostHits));
        if (isFirst && found[0] !== undefined) latest.current.onFirst(found[0]);
        from = answer.value.next;
      }
      setProgress(undefined);
      if (!run.stopped) setIsDone(true);
    };
    const timer = setTimeout(() => {
      search().catch((cause: unknown) => {
        if (run.stopped) return;
        setProgress(undefined);
        setTrouble(engineStopped(cause));
      });
    }, settles);
    return () => {
      run.stopped = true;
      clearTimeout(timer);
    };
  }, [query, evidence, size, unit, attempt]);

  return {
    query,
    setQuery,
    hits,
    progress,
    isDone,
    isStopped,
    trouble,
    retry: () => setAttempt((before) => before + 1),
    stop: () => {
      running.current.stopped = true;
      setProgress(undefined);
      setIsStopped(true);
    },
  };
}
