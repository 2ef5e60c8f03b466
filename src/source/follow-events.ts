import { type EventParser, eventParser, type StreamEvent } from '../api/event-stream.ts';
import { pause, type SourceEnvironment } from './environment.ts';

/** A server says something, if only a comment, at least every 15 seconds. Milliseconds. */
export const silence = 45_000;
/** The first wait before connecting again, doubled each time. Milliseconds. */
const firstWait = 1000;
const longestWait = 30_000;
/** Where a server has no events, its lists are read this often. Milliseconds. */
export const pollEvery = 60_000;

/** What the stream said, brought into order. */
export type StreamNews =
  | {
      readonly kind: 'changed';
      readonly project: string;
      readonly revision: string;
      readonly change: 'added' | 'changed' | 'removed';
      readonly label?: string;
    }
  | { readonly kind: 'projects' }
  /** Something may have been missed: read the lists again. */
  | { readonly kind: 'resync' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'unauthorised' };

export interface FollowOptions {
  readonly url: URL;
  readonly headers: () => Readonly<Record<string, string>>;
  readonly onNews: (news: StreamNews) => void;
  readonly signal: AbortSignal;
}

/** The last event that was taken in. Numbers begin anew with another epoch. */
interface Place {
  readonly epoch: string;
  readonly sequence: number;
}

/**
 * Follows a server's events until the signal aborts. Events are hints and may come late, twice, in
 * disorder or not at all: a number that was seen is ignored, a gap asks to read the lists again. A
 * stream that breaks off is opened again where it ended, with full jitter; one that falls silent counts
 * as broken. A server without events is asked from time to time.
 */
export async function followEvents(env: SourceEnvironment, options: FollowOptions): Promise<void> {
  const { signal, onNews } = options;
  let place: Place | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const parser = eventParser();
    const ended = await followOnce(env, options, parser, place, (news, next) => {
      place = next ?? place;
      if (news?.kind === 'open') failures = 0;
      if (news !== undefined) onNews(news);
    });
    if (signal.aborted) return;
    if (ended.kind === 'unsupported') {
      await pause(env, pollEvery * (0.8 + 0.4 * env.random()), signal);
      if (!signal.aborted) onNews({ kind: 'resync' });
      continue;
    }
    onNews({ kind: ended.kind === 'unauthorised' ? 'unauthorised' : 'lost' });
    const most = Math.min(longestWait, (parser.retry() ?? firstWait) * 2 ** failures);
    failures += 1;
    const jitter = Math.max(firstWait / 4, env.random() * most);
    await pause(env, Math.max(jitter, ended.wait ?? 0), signal);
  }
}

interface Ended {
  readonly kind: 'lost' | 'unauthorised' | 'unsupported';
  /** What the server asked to wait. Milliseconds. */
  readonly wait?: number;
}

type Tell = (news: StreamNews | undefined, place?: Place) => void;

async function followOnce(
  env: SourceEnvironment,
  { url, headers, signal }: FollowOptions,
  parser: EventParser,
  place: Place | undefined,
  tell: Tell,
): Promise<Ended> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort);
  let cancel = env.after(silence, abort);
  try {
    const response = await env.fetch(url.href, {
      method: 'GET',
      cache: 'no-store',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      headers: {
        accept: 'text/event-stream',
        ...headers(),
        ...(place === undefined ? {} : { 'last-event-id': `${place.epoch}:${place.sequence}` }),
      },
      signal: controller.signal,
    });
    const refused = refusalOf(response);
    if (refused !== undefined) {
      await response.body?.cancel().catch(() => undefined);
      return refused;
    }
    const reader = response.body?.getReader();
    let here = place;
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return { kind: 'lost' };
      cancel();
      cancel = env.after(silence, abort);
      for (const event of parser.push(part.value)) here = take(event, here, tell);
    }
  } catch {
    return { kind: 'lost' };
  } finally {
    cancel();
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

function refusalOf(response: Response): Ended | undefined {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (response.status === 200) {
    return type === 'text/event-stream' ? undefined : { kind: 'unsupported' };
  }
  if (response.status === 401) return { kind: 'unauthorised' };
  if ([404, 405, 410, 501].includes(response.status)) return { kind: 'unsupported' };
  const wait = response.headers.get('retry-after')?.trim() ?? '';
  return {
    kind: 'lost',
    ...(/^\d{1,5}$/.test(wait) ? { wait: Math.min(Number(wait) * 1000, 300_000) } : {}),
  };
}

/** Takes an event in; the answer is where the stream is then. */
function take(event: StreamEvent, place: Place | undefined, tell: Tell): Place | undefined {
  const data = parsed(event.data);
  if (event.type === 'hello') {
    const epoch = textOf(data, 'epoch');
    const sequence = numberOf(data, 'sequence');
    if (epoch === undefined || sequence === undefined) {
      tell({ kind: 'resync' });
      return place;
    }
    // Of an epoch that is known, everything behind what was seen is repeated; the number stays.
    const isKnown = place?.epoch === epoch && place.sequence <= sequence;
    const next = isKnown ? place : { epoch, sequence };
    tell({ kind: 'open' }, next);
    // What happened while nobody listened is found in the lists, whether or not it is repeated.
    if (place?.epoch !== epoch || place.sequence !== sequence) tell({ kind: 'resync' });
    return next;
  }
  if (event.type === 'resync') {
    tell({ kind: 'resync' });
    return place;
  }
  if (event.type !== 'revision' && event.type !== 'projects') return place;
  const sequence = numberOf(data, 'sequence');
  if (sequence === undefined || place === undefined) {
    tell({ kind: 'resync' });
    return place;
  }
  if (sequence <= place.sequence) return place;
  const next = { epoch: place.epoch, sequence };
  const isGap = sequence > place.sequence + 1;
  tell(isGap ? { kind: 'resync' } : undefined, next);
  tell(newsOf(event.type, data), next);
  return next;
}

function newsOf(type: 'revision' | 'projects', data: unknown): StreamNews {
  if (type === 'projects') return { kind: 'projects' };
  const project = textOf(data, 'project');
  const revision = textOf(data, 'revision');
  const change = textOf(data, 'kind');
  const label = textOf(data, 'label');
  if (
    project === undefined ||
    revision === undefined ||
    (change !== 'added' && change !== 'changed' && change !== 'removed')
  ) {
    return { kind: 'resync' };
  }
  return { kind: 'changed', project, revision, change, ...(label === undefined ? {} : { label }) };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' && member !== '' ? member : undefined;
}

function numberOf(value: unknown, name: string): number | undefined {
  const member = memberOf(value, name);
  return typeof member === 'number' && Number.isSafeInteger(member) && member >= 0
    ? member
    : undefined;
}
