import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleId, sha256Hex, sumsFile } from '../digest.ts';
import { joinEvidence, parseEvidenceLines } from '../evidence-lines.ts';
import { parsePlan } from '../parse-plan.ts';
import { type Claimed, recordingOf } from './assemble.ts';
import { checkBundle } from './check-bundle.ts';
import { checkIntact, type FoundFile } from './check-files.ts';

const root = path.resolve('public/bundles/projects');
const folders = readdirSync(root).flatMap((project) =>
  readdirSync(path.join(root, project)).map((revision) => path.join(project, revision)),
);

function filesOf(folder: string): Map<string, Uint8Array> {
  const base = path.join(root, folder);
  const names = readdirSync(base, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => statSync(path.join(base, name)).isFile())
      .map((name) => [name, new Uint8Array(readFileSync(path.join(base, name)))]),
  );
}

function claimedBy(files: ReadonlyMap<string, Uint8Array>): Claimed {
  const plan = parsePlan(files.get('bundle.json') ?? new Uint8Array(), 'bundle.json');
  const { content } = plan;
  if (content === undefined) throw new Error('a plan');
  const parts = plan.collections.evidence.map((collection) =>
    parseEvidenceLines(files.get(collection.path) ?? new Uint8Array(), collection.path, collection),
  );
  const joined = joinEvidence({ ...plan, content }, 'bundle.json', parts);
  return {
    evidence: joined.content.evidence ?? [],
    collections: plan.collections.evidence,
    gates: joined.content.gates ?? [],
  };
}

const unclaimed = { state: 'unclaimed', entries: 0 } as const;

describe.each(folders)('the sample %s', (folder) => {
  const files = filesOf(folder);
  const claimed = claimedBy(files);

  it('is intact and complete', () => {
    const { intact, complete, recomputed } = checkBundle(files, claimed, [], () => undefined);
    expect(intact).toMatchObject({ state: 'holds', faults: [] });
    expect(complete).toMatchObject({ state: 'holds', missing: [], unlisted: [] });
    expect(recomputed.facts.differing).toEqual([]);
  });

  it('tells of any changed byte in which file it is', () => {
    const sums = files.get(sumsFile) ?? new Uint8Array();
    const recording = recordingOf(claimed, sums);
    const found = new Map(
      [...files].map(([name, bytes]): [string, FoundFile] => [
        name,
        { sha256: sha256Hex(bytes), bytes: bytes.length },
      ]),
    );
    for (const [name, bytes] of files) {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => {
          const changed = bytes.length === 0 ? Uint8Array.of(change) : Uint8Array.from(bytes);
          const at = place % changed.length;
          if (bytes.length > 0) changed[at] = (changed[at] ?? 0) ^ change;
          if (name === sumsFile) {
            expect(bundleId(changed)).not.toBe(bundleId(sums));
            return;
          }
          const other = { sha256: sha256Hex(changed), bytes: changed.length };
          const { state, faults } = checkIntact(
            recording,
            new Map(found).set(name, other),
            unclaimed,
          );
          expect(state).toBe('broken');
          expect(faults.map((fault) => fault.path)).toEqual([name]);
        }),
        { numRuns: 5 },
      );
    }
  });
});
