import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EventStreamError,
  eventParser,
  formatEvent,
  maxEventLength,
  type StreamEvent,
} from './event-stream.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (...texts: string[]) => {
  const parser = eventParser();
  return texts.flatMap((text) => parser.push(bytes(text)));
};

describe('a stream of events', () => {
  it('is read alike in whatever pieces it comes, and with every kind of line end', () => {
    const event = fc.record({
      type: fc.constantFrom('revision', 'hello'),
      id: fc.nat().map(String),
      data: fc.jsonValue(),
    });
    const stream = fc.array(event, { maxLength: 5 });
    fc.assert(
      fc.property(
        stream,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(40)),
        (list, end, cuts) => {
          const text = list.map(({ type, id, data }) => formatEvent(type, id, data)).join('');
          const all = bytes(`${text.replaceAll('\n', end)}:\n`);
          const parser = eventParser();
          const found: StreamEvent[] = [];
          let at = 0;
          for (const cut of cuts) {
            found.push(...parser.push(all.subarray(at, at + cut)));
            at = Math.min(all.length, at + cut);
          }
          found.push(...parser.push(all.subarray(at)));
          expect(found.map(({ type, id, data }) => ({ type, id, data: JSON.parse(data) }))).toEqual(
            list.map(({ type, id, data }) => ({
              type,
              id,
              data: JSON.parse(JSON.stringify(data)),
            })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('joins lines of data, ignores comments, keeps the last id and the wait', () => {
    expect(parse('\uFEFFid: 7\n: hush\ndata: a\ndata:b\ndata\n\n', 'data: c\n\n')).toEqual([
      { type: 'message', data: 'a\nb\n', id: '7' },
      { type: 'message', data: 'c', id: '7' },
    ]);
    expect(parse('event: x\n\n', 'id: 1\0\ndata: y\n\n')).toEqual([
      { type: 'message', data: 'y', id: '' },
    ]);
    const parser = eventParser();
    parser.push(bytes('retry: 250\nretry: soon\n\n'));
    expect(parser.retry()).toBe(250);
  });

  it('gives nothing for an event that was cut off', () => {
    expect(parse('data: whole\n\ndata: ha')).toEqual([{ type: 'message', data: 'whole', id: '' }]);
  });

  it('ends where a line or an event never does', () => {
    expect(() => parse('x'.repeat(maxEventLength + 1))).toThrow(EventStreamError);
    const parser = eventParser();
    const line = bytes(`data: ${'x'.repeat(100_000)}\n`);
    expect(() => {
      for (let i = 0; i < 20; i += 1) parser.push(line);
    }).toThrow(EventStreamError);
  });
});
