/** One event of a stream, as the HTML standard defines it (section 9.2.6). */
export interface StreamEvent {
  /** `message` when the stream does not say. */
  readonly type: string;
  readonly data: string;
  /** The last id that the stream gave; the empty text when it gave none. */
  readonly id: string;
}

export interface EventParser {
  /** The events that are complete with these bytes. */
  readonly push: (bytes: Uint8Array) => readonly StreamEvent[];
  /** What the stream asked to wait before connecting again. Milliseconds. */
  readonly retry: () => number | undefined;
}

/** An event larger than this ends the stream: nothing here is. Characters. */
export const maxEventLength = 1_000_000;

/** Thrown when a stream is none that anybody means well with. */
export class EventStreamError extends Error {
  override readonly name = 'EventStreamError';
}

/** Reads server-sent events from bytes that come in any pieces. */
export function eventParser(): EventParser {
  // A byte order mark at the start is skipped by the decoder.
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let data: string[] = [];
  let size = 0;
  let type = '';
  let id = '';
  let retry: number | undefined;
  const line = (text: string): StreamEvent | undefined => {
    if (text === '') {
      const event = { type: type === '' ? 'message' : type, data: data.join('\n'), id };
      const isEvent = data.length > 0;
      data = [];
      size = 0;
      type = '';
      return isEvent ? event : undefined;
    }
    const colon = text.indexOf(':');
    const field = colon === -1 ? text : text.slice(0, colon);
    const value = colon === -1 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      data.push(value);
      size += value.length;
      if (size > maxEventLength) throw new EventStreamError('An event is too long.');
    } else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d{1,9}$/.test(value)) retry = Number(value);
    return undefined;
  };
  return {
    push: (bytes) => {
      rest += decoder.decode(bytes, { stream: true });
      const events: StreamEvent[] = [];
      for (let end = lineEnd(rest); end !== undefined; end = lineEnd(rest)) {
        const event = line(rest.slice(0, end.at));
        if (event !== undefined) events.push(event);
        rest = rest.slice(end.next);
      }
      if (rest.length > maxEventLength) throw new EventStreamError('A line is too long.');
      return events;
    },
    retry: () => retry,
  };
}

/** A carriage return at the end may be half of a line end, so it waits for what comes. */
function lineEnd(text: string): { readonly at: number; readonly next: number } | undefined {
  const at = text.search(/[\r\n]/);
  if (at === -1) return undefined;
  if (text[at] === '\n') return { at, next: at + 1 };
  if (at + 1 === text.length) return undefined;
  return { at, next: text[at + 1] === '\n' ? at + 2 : at + 1 };
}

/** One event as it is sent. `data` is written as JSON, which has no line ends of its own. */
export function formatEvent(type: string, id: string, data: unknown): string {
  return `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
