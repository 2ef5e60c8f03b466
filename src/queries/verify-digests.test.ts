import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import { evidenceId } from '../model/ids.ts';
import type { BundleFiles } from '../source/types.ts';
import { filesUpFront, verifiedUpFront, verifyUpFront } from './verify-digests.ts';

const hash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = new Map<string, string>();

function files(
  contents: Readonly<Record<string, Uint8Array | 'forbidden' | 'too-large'>>,
): BundleFiles {
  return {
    origin: 'test',
    read: async (path) => {
      const bytes = Object.hasOwn(contents, path) ? contents[path] : undefined;
      if (bytes === undefined) return { ok: false, error: { code: 'not-found', where: path } };
      if (typeof bytes === 'string') return { ok: false, error: { code: bytes, where: path } };
      return { ok: true, value: { path, bytes } };
    },
  };
}

function piece(id: string, path?: string, digest?: string, size?: number): Evidence {
  return {
    id: evidenceId(id),
    kind: 'test-report',
    name: id,
    ...(path === undefined ? {} : { path }),
    ...(digest === undefined ? {} : { digest: { sha256: digest } }),
    ...(size === undefined ? {} : { size }),
  };
}

async function states(
  contents: Readonly<Record<string, Uint8Array | 'forbidden' | 'too-large'>>,
  evidence: readonly Evidence[],
  sums: ReadonlyMap<string, string> = none,
) {
  return Object.fromEntries(await verifyUpFront(files(contents), evidence, sums, hash));
}

describe('verifyUpFront', () => {
  it('tells what matches from what does not, is gone, or cannot be had', async () => {
    const a = encode('a');
    expect(
      await states({ a, b: encode('b'), f: 'forbidden' }, [
        piece('same', 'a', hash(a)),
        piece('capital', 'a', hash(a).toUpperCase()),
        piece('other', 'b', hash(a)),
        piece('gone', 'c', hash(a)),
        piece('gone-unrecorded', 'c'),
        piece('refused', 'f', hash(a)),
        piece('unrecorded', 'a'),
        piece('elsewhere'),
      ]),
    ).toEqual({
      same: 'match',
      capital: 'match',
      other: 'mismatch',
      gone: 'absent',
      'gone-unrecorded': 'absent',
      refused: 'unreadable',
    });
  });

  it('doubts nothing because it is large: that is compared when it is asked for', async () => {
    const digest = hash(encode('a'));
    expect(
      await states({ a: encode('a'), l: 'too-large' }, [
        piece('large', 'l', digest),
        piece('same', 'a', digest),
      ]),
    ).toEqual({ same: 'match' });
  });

  it('takes the list of sums as a record too, and believes neither of two that differ', async () => {
    const a = encode('a');
    const other = hash(encode('b'));
    expect(await states({ a }, [piece('x', 'a')], new Map([['a', hash(a)]]))).toEqual({
      x: 'match',
    });
    expect(await states({ a }, [piece('x', 'a')], new Map([['a', other]]))).toEqual({
      x: 'mismatch',
    });
    expect(await states({ a }, [piece('x', 'a', hash(a))], new Map([['a', other]]))).toEqual({
      x: 'mismatch',
    });
  });

  it('lets the worse of two records with one id stand, in any order', async () => {
    const a = encode('a');
    const good = piece('x', 'a', hash(a));
    const bad = piece('x', 'a', hash(encode('b')));
    expect(await states({ a }, [good, bad])).toEqual({ x: 'mismatch' });
    expect(await states({ a }, [bad, good])).toEqual({ x: 'mismatch' });
  });

  it('reads nothing of a large bundle', async () => {
    const a = encode('a');
    expect(await states({ a }, [piece('x', 'a', hash(a), verifiedUpFront + 1)])).toEqual({});
    const many = Array.from({ length: filesUpFront + 1 }, (_, n) => piece(`${n}`, `p${n}`, 'x'));
    expect(await states({}, many)).toEqual({});
  });

  it('notices any byte that was changed, added or taken away', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'drop', 'add'),
        async (bytes, at, flip, how) => {
          const index = at % bytes.length;
          const tampered =
            how === 'add'
              ? Uint8Array.from([...bytes, flip])
              : how === 'drop'
                ? Uint8Array.from(bytes.filter((_, position) => position !== index))
                : bytes.map((byte, position) => (position === index ? byte ^ flip : byte));
          const evidence = [piece('x', 'e', hash(bytes))];
          expect(await states({ e: bytes }, evidence)).toEqual({ x: 'match' });
          expect(await states({ e: tampered }, evidence)).toEqual({ x: 'mismatch' });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
