import { eventParser } from '../../src/api/event-stream.ts';

/** Many readers that follow the same server. */
export interface Streams {
  /** Milliseconds until every stream has told of the revision. */
  readonly told: (revision: string) => Promise<void>;
  readonly close: () => void;
}

/** Opens so many streams of events; resolves when each was greeted. */
export async function openStreams(api: string, count: number): Promise<Streams> {
  const controller = new AbortController();
  const seen = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const note = (data: string): void => {
    const event: { revision?: string } = JSON.parse(data);
    const { revision = '' } = event;
    const all = (seen.get(revision) ?? 0) + 1;
    seen.set(revision, all);
    if (all === count) waiting.get(revision)?.();
  };
  await Promise.all(
    Array.from({ length: count }, async () => {
      const response = await fetch(`${api}events`, { signal: controller.signal });
      const reader = response.body?.getReader();
      const parser = eventParser();
      await new Promise<void>((resolve, reject) => {
        const read = async (): Promise<void> => {
          for (;;) {
            const part = await reader?.read();
            if (part === undefined || part.done) return;
            for (const { type, data } of parser.push(part.value)) {
              if (type === 'hello') resolve();
              if (type === 'revision') note(data);
            }
          }
        };
        read().catch((error: unknown) => {
          if (!controller.signal.aborted) reject(error);
        });
      });
    }),
  );
  return {
    told: (revision) =>
      (seen.get(revision) ?? 0) >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.set(revision, resolve)),
    close: () => controller.abort(),
  };
}
