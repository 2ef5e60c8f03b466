import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readJunit } from '../../src/formats/junit.ts';
import type { Condition } from '../../src/model/condition.ts';
import { allSamples } from './all-samples.ts';
import { keptEntries } from './generate.ts';
import { bundleTree } from './shared/bundle-tree.ts';
import { scalarAt } from './shared/records.ts';
import { bytesOf, type SampleBundle } from './shared/sample-bundle.ts';
import { parsed } from './shared/testing/parsed.ts';

const ROOT = join(import.meta.dirname, '../../public/bundles');
const samples = allSamples();
const byName = samples.map((sample): [string, SampleBundle] => [
  `${sample.project} ${sample.revision}`,
  sample,
]);

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

describe('the committed folder', () => {
  const ids = new Set(samples.map((sample) => sample.project));
  const tree = bundleTree(samples, keptEntries(ROOT, ids));

  it('is what generating gives, byte for byte', () => {
    const differing = [...tree].filter(([path, bytes]) => {
      const file = join(ROOT, path);
      return !existsSync(file) || !readFileSync(file).equals(Buffer.from(bytes));
    });
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('holds no file that generating does not give', () => {
    const found = [...ids].flatMap((id) => filesBelow(join(ROOT, 'projects', id)));
    expect(found.filter((path) => !tree.has(path))).toEqual([]);
  });

  it('gives the same bytes twice', () => {
    const again = bundleTree(allSamples(), keptEntries(ROOT, ids));
    for (const [path, bytes] of tree) expect(again.get(path)).toEqual(bytes);
  });
});

describe.each(byName)('%s', (_, { content, files, project, revision }) => {
  const evidence = content.evidence ?? [];

  it('is a sample, says what is made up, and lies in the folder of its ids', () => {
    expect(content.sample).toBe(true);
    expect(content.sampleNote).toMatch(/made up/);
    expect([content.project.id, content.revision.id]).toEqual([project, revision]);
  });

  it('is read back whole and without a problem', () => {
    expect(parsed({ content, files, project, revision })).toEqual(content);
  });

  it('has for every file an entry with its digest and size, and for every entry a file', () => {
    expect(new Set(evidence.flatMap((entry) => entry.path ?? []))).toEqual(new Set(files.keys()));
    for (const entry of evidence) {
      const bytes = bytesOf(files.get(entry.path ?? '') ?? '');
      expect(entry.digest?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(entry.size).toBe(bytes.length);
    }
  });

  it('states no value that its bytes do not hold', () => {
    for (const entry of evidence) {
      const text = new TextDecoder().decode(bytesOf(files.get(entry.path ?? '') ?? ''));
      const isYaml = entry.mediaType === 'application/yaml';
      for (const fact of entry.facts ?? []) {
        if (fact.type !== 'value' || fact.pointer.kind !== 'json') continue;
        const record = isYaml ? parse(text) : JSON.parse(text);
        expect(scalarAt(record, fact.pointer.pointer)).toEqual(fact.value);
      }
    }
  });

  it('states of a JUnit report exactly what the reader finds in its bytes', () => {
    for (const entry of evidence) {
      const text = new TextDecoder().decode(bytesOf(files.get(entry.path ?? '') ?? ''));
      if (!text.includes('<testsuites')) continue;
      const { facts, warnings } = readJunit(text);
      expect(warnings).toEqual([]);
      const stated = entry.facts?.filter((fact) => fact.type === 'tests');
      expect(stated?.map(({ tier: _, ...fact }) => fact)).toEqual(facts);
    }
  });

  it('has no evidence from after the revision', () => {
    const late = evidence.filter(
      (entry) => Date.parse(entry.collectedAt ?? '') > Date.parse(content.revision.createdAt),
    );
    expect(late.map((entry) => entry.id)).toEqual([]);
  });

  it('has every file of a metric', () => {
    for (const metric of content.metrics ?? []) {
      if (metric.seriesFile !== undefined)
        expect([...files.keys()]).toContain(metric.seriesFile.path);
    }
  });

  it('names every id once and refers to known items', () => {
    const ids = content.items.map((item) => item.id);
    const known = new Set(ids);
    expect(known.size).toBe(ids.length);
    expect(new Set(evidence.map((entry) => entry.id)).size).toBe(evidence.length);
    const gates = (content.gates ?? []).map((gate) => gate.id);
    expect(new Set(gates).size).toBe(gates.length);
    for (const gate of content.gates ?? []) {
      for (const guard of gate.guards) expect([...known]).toContain(guard.item);
      const conditions = gate.conditions.map((condition) => condition.id);
      expect(new Set(conditions).size).toBe(conditions.length);
    }
    for (const waiver of content.waivers ?? []) {
      const gate = content.gates?.find((entry) => entry.id === waiver.gate);
      expect(gate?.conditions.map((condition) => condition.id)).toContain(waiver.condition);
    }
  });

  it('gives every condition a title', () => {
    const all = (conditions: readonly Condition[]): readonly Condition[] =>
      conditions.flatMap((condition) => [
        condition,
        ...('of' in condition
          ? all(Array.isArray(condition.of) ? condition.of : [condition.of])
          : []),
      ]);
    for (const condition of all((content.gates ?? []).flatMap((gate) => gate.conditions))) {
      expect(condition.title).not.toBe('');
    }
  });
});
