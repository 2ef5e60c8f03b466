import { formatSha256Sums, sha256Hex, startDigest, sumsFile } from '../src/bundle/digest.ts';
import type { Evidence } from '../src/model/evidence.ts';
import { evidenceId } from '../src/model/ids.ts';
import { inParallel } from '../src/queries/in-parallel.ts';
import { type BundleParts, hashBundle } from '../src/queries/integrity-work.ts';
import { type Comparison, ratioOf, timed } from './support/measure.ts';
import { randomFrom, wholeBelow } from './support/random.ts';
import type { Context, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const samples = 9;
/** As many at a time as the session reads. */
const width = 8;

interface Files {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly parts: BundleParts;
}

/**
 * How long it takes to hash a bundle as the page does, with records, sums and progress, against the same
 * bytes given to WebCrypto as many at a time. Facts are left out: they are not hashing.
 */
export async function measureHashing(): Promise<{
  readonly parts: readonly [Part, Part];
  readonly context: Context;
}> {
  const many = bundleOf(1000, 64 * 1024);
  const few = bundleOf(4, 32 * 1024 * 1024);
  const manyTimes = await compare(many);
  const fewTimes = await compare(few);
  const large = [...few.files.values()].at(0) ?? new Uint8Array();
  return {
    parts: [
      partOf('evidence.hashing', 'Hashing four files of 32 MiB against their records', fewTimes),
      partOf('evidence.hashing-many', 'Hashing 1,000 files of 64 KiB against theirs', manyTimes),
    ],
    context: {
      manyFiles: {
        megabytes: 65.5,
        ownMs: median(manyTimes.own),
        webCryptoMs: median(manyTimes.other),
      },
      fewLargeFiles: {
        megabytes: 134.2,
        ownMs: median(fewTimes.own),
        webCryptoMs: median(fewTimes.other),
      },
      // What a page from a plain http address has instead.
      withoutWebCrypto: {
        megabytes: large.byteLength / 1e6,
        wholeMs: timed(() => sha256Hex(large)),
        inPiecesMs: timed(() => inPieces(large)),
      },
    },
  };
}

function partOf(name: string, title: string, times: Comparison): Part {
  return {
    name,
    title: `${title}, to WebCrypto alone`,
    ratio: ratioOf(times),
    goal: 1.3,
    better: 'lower',
    samples,
  };
}

/** In turns, as the other benchmarks do it; the first round warms up. */
async function compare({ files, parts }: Files): Promise<Comparison> {
  const all = [...files.values()].map((bytes) => new Uint8Array(bytes));
  const nothing = (): void => undefined;
  const own = (): Promise<unknown> => hashBundle(parts, nothing, nothing);
  const other = (): Promise<unknown> =>
    inParallel(all, width, (bytes) => crypto.subtle.digest('SHA-256', bytes));
  const times: { own: number[]; other: number[] } = { own: [], other: [] };
  await own();
  await other();
  for (let round = 0; round < samples; round += 1) {
    if (round % 2 === 0) times.own.push(await timedAsync(own));
    times.other.push(await timedAsync(other));
    if (round % 2 === 1) times.own.push(await timedAsync(own));
  }
  return times;
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function inPieces(bytes: Uint8Array): string {
  const digest = startDigest();
  for (let at = 0; at < bytes.length; at += 1 << 20)
    digest.update(bytes.subarray(at, at + (1 << 20)));
  return digest.hex();
}

function bundleOf(count: number, size: number): Files {
  const random = randomFrom(7);
  const files = new Map<string, Uint8Array>();
  const evidence: Evidence[] = [];
  for (let at = 0; at < count; at += 1) {
    const bytes = new Uint8Array(size);
    for (let word = 0; word + 4 <= size; word += 4) bytes[word] = wholeBelow(random, 256);
    const path = `evidence/${at}.bin`;
    files.set(path, bytes);
    const sha256 = sha256Hex(bytes);
    evidence.push({
      id: evidenceId(path),
      kind: 'file',
      name: path,
      path,
      digest: { sha256 },
      size,
    });
  }
  const sums = new TextEncoder().encode(
    formatSha256Sums(new Map([...files].map(([path, bytes]) => [path, sha256Hex(bytes)]))),
  );
  const stored = new Map(files).set(sumsFile, sums);
  return {
    files,
    parts: {
      evidence,
      collections: [],
      gates: [],
      files: {
        origin: 'bench',
        paths: [...stored.keys()],
        read: async (path) => {
          const bytes = stored.get(path);
          return bytes === undefined
            ? { ok: false, error: { code: 'not-found', where: path } }
            : { ok: true, value: { path, bytes } };
        },
      },
    },
  };
}
