import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemId } from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { AS_OF } from './testing/builders.ts';
import { numRuns } from './testing/cases.ts';
import { law, one, tangled, turning, usual } from './testing/law.ts';
import { allResults, improvements, judge, leaves } from './testing/law-tools.ts';

describe('advice', () => {
  law('authorises nothing', usual, (content) => {
    const authorisations = (content.authorisations ?? []).map((record) => ({
      ...record,
      advisory: true,
    }));
    for (const result of leaves(judge({ ...content, authorisations }))) {
      if (result.kind === 'authorisation')
        expect(result.underlying ?? result.verdict).not.toBe('passed');
    }
  });

  law('and evidence decide on two axes', usual, (content) => {
    const readiness = (plan: ProjectContent) =>
      [...judge(plan).items].map(([id, item]) => [id, item.readiness]);
    const bare = {
      ...content,
      gates: (content.gates ?? []).map((gate) => ({
        ...gate,
        conditions: gate.conditions.filter(({ kind }) => kind !== 'gate'),
      })),
      authorisationRules: [],
      waivers: [],
    };
    // A gate that is open only for want of a permission is none the less ready.
    const mixed = allResults(judge(bare)).some(
      ({ kind, parts }) => kind === 'authorisation' || (parts ?? []).length > 0,
    );
    fc.pre(!mixed);
    expect(readiness({ ...bare, authorisations: [] })).toEqual(readiness(bare));
  });
});

describe('what a verdict says', () => {
  law('a pass names its evidence', tangled, (content) => {
    for (const result of leaves(judge(content))) {
      if (result.verdict !== 'passed') continue;
      // A record and an entry of the catalogue are named in the reason; a gate names itself.
      const isNamed = ['authorisation', 'document', 'gate'].includes(result.kind);
      if (!isNamed) expect(result.uses).not.toEqual([]);
      else expect(result.reason.params).toBeDefined();
    }
  });

  law('a waiver and what does not apply carry a reason', tangled, (content) => {
    for (const result of allResults(judge(content))) {
      if (result.verdict === 'waived') {
        expect(result.waiver?.reason.trim()).not.toBe('');
        expect(result.waiver?.author.trim()).not.toBe('');
        expect(Date.parse(result.waiver?.expires ?? '')).toBeGreaterThan(Date.parse(AS_OF));
        expect(result.underlying).not.toBe('passed');
      }
      if (result.verdict === 'not-applicable' && result.underlying !== undefined) {
        expect(String(result.reason.params?.['text']).trim()).not.toBe('');
      }
    }
  });

  law('every gate is the worst of its blocking conditions', turning, (content) => {
    for (const gate of judge(content).gates.values()) {
      const blocking = gate.conditions.filter((entry) => entry.blocking);
      const worst = (['failed', 'unknown', 'stale', 'missing'] as const).find((verdict) =>
        blocking.some((entry) => entry.verdict === verdict),
      );
      expect(gate.verdict).toBe(worst ?? (blocking.length === 0 ? 'missing' : 'passed'));
    }
  });

  law('a gate that is not to be bypassed is waived in nothing', tangled, (content) => {
    const gates = (content.gates ?? []).map((gate) => ({ ...gate, nonBypassable: true }));
    for (const { verdict } of allResults(judge({ ...content, gates }))) {
      expect(verdict).not.toBe('waived');
    }
  });

  law('everything that does not go on has a cause that leads somewhere', tangled, (content) => {
    const verdicts = judge(content);
    const hasCause = (id: string, seen: Set<string>): boolean => {
      if (seen.has(id)) return false;
      seen.add(id);
      const item = verdicts.items.get(itemId(id));
      if (item === undefined) return false;
      // Work that can be done is what stands in the way.
      if (item.state === 'ready' || item.state === 'in-progress') return true;
      return item.ownCauses.length > 0 || item.waitsFor.some((other) => hasCause(other, seen));
    };
    for (const item of verdicts.items.values()) {
      if (['complete', 'deferred', 'ready', 'in-progress'].includes(item.state)) continue;
      expect(hasCause(item.id, new Set()), item.id).toBe(true);
    }
  });

  law('without evidence nothing that looks at evidence passes', usual, (content) => {
    const kinds = new Set(['authorisation', 'document', 'gate', 'all', 'any', 'at-least']);
    for (const result of allResults(judge({ ...content, evidence: [] }))) {
      if (!kinds.has(result.kind)) expect(result.underlying ?? result.verdict).not.toBe('passed');
    }
  });
});

describe('what a state means', () => {
  law('complete: gates passed, children complete, dependencies complete', turning, (content) => {
    const verdicts = judge(content);
    const isComplete = (id: string) => verdicts.items.get(itemId(id))?.state === 'complete';
    for (const item of verdicts.items.values()) {
      if (item.state !== 'complete') continue;
      for (const gate of content.gates ?? []) {
        const guards = gate.guards.filter((guard) => guard.item === item.id);
        if (guards.some(({ effect }) => effect !== 'advance')) {
          expect(verdicts.gates.get(gate.id)?.verdict).toBe('passed');
        }
      }
      for (const child of content.items.filter(({ parent }) => parent === item.id)) {
        expect(['complete', 'deferred']).toContain(verdicts.items.get(child.id)?.state);
      }
      for (const { item: id, on, optional } of content.dependencies) {
        if (id === item.id && optional !== true) expect(isComplete(on)).toBe(true);
      }
    }
  });

  law('ready and begun: nothing that it waits for is open', turning, (content) => {
    const verdicts = judge(content);
    for (const item of verdicts.items.values()) {
      if (item.state !== 'ready' && item.state !== 'in-progress') continue;
      expect(item.held).toBe(false);
      for (const { item: id, on, optional } of content.dependencies) {
        if (id !== item.id || optional === true) continue;
        expect(verdicts.items.get(on)?.state).toBe('complete');
      }
      for (const gate of content.gates ?? []) {
        const starts = gate.guards.some((g) => g.item === item.id && g.effect === 'start');
        if (starts) expect(verdicts.gates.get(gate.id)?.verdict).toBe('passed');
      }
    }
  });

  law('a cycle ends, and holds every member by its name', tangled, (content) => {
    const ring = content.items.map(({ id }, at) => ({
      item: id,
      on: content.items[(at + 1) % content.items.length]?.id ?? id,
    }));
    fc.pre(ring.length > 0);
    const verdicts = judge({ ...content, dependencies: [...content.dependencies, ...ring] });
    for (const item of verdicts.items.values()) {
      expect(['complete', 'ready', 'in-progress']).not.toContain(item.state);
      if (item.state === 'deferred') continue;
      const cycle = item.ownCauses.find((cause) => cause.kind === 'cycle');
      expect(cycle?.kind === 'cycle' && cycle.members.includes(item.id)).toBe(true);
    }
  });

  law('a stop that was raised holds until it is lifted', usual, (content, pick) => {
    const stopped = one(content.items, pick);
    fc.pre(stopped !== undefined);
    const stop = { id: 's9' as never, title: 'S', items: [stopped.id] };
    const at = '2026-05-20T00:00:00Z';
    const raised = { ...stop, events: [{ item: stopped.id, at }] };
    const cleared = { ...stop, events: [{ item: stopped.id, at, clearedAt: AS_OF }] };
    for (const entry of [raised, cleared]) {
      const stopConditions = [...(content.stopConditions ?? []), entry];
      const verdicts = judge({ ...content, stopConditions });
      expect(['stopped', 'deferred']).toContain(verdicts.items.get(stopped.id)?.state);
      expect(improvements(judge(content), verdicts)).toEqual([]);
    }
  });

  law('what nobody declared complete and nothing proves is not complete', usual, (content) => {
    const bare = {
      ...content,
      gates: [],
      items: content.items.map(({ declared: _declared, ...rest }) => rest),
    };
    for (const item of judge(bare).items.values()) expect(item.state).not.toBe('complete');
  });
});

describe('the plans that the laws are tried on', () => {
  // A few plans do not hold everything, and mutation tests try only a few.
  it.skipIf(numRuns < 1000)(
    'hold enough of everything',
    () => {
      const seen = new Map<string, number>();
      const note = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1);
      fc.assert(
        fc.property(turning, (content) => {
          const verdicts = judge(content);
          for (const gate of verdicts.gates.values()) note(`gate ${gate.verdict}`);
          for (const item of verdicts.items.values()) note(`item ${item.state}`);
          for (const result of allResults(verdicts)) note(`${result.kind} ${result.verdict}`);
        }),
        { numRuns: 6000, seed: 1 },
      );
      const wanted = [
        ...['passed', 'failed', 'unknown', 'stale', 'missing'].map((verdict) => `gate ${verdict}`),
        ...['complete', 'contradicted', 'stopped', 'failed', 'in-progress', 'ready', 'blocked'].map(
          (state) => `item ${state}`,
        ),
        'item deferred',
        ...['evidence', 'tests', 'value', 'metric', 'probe', 'rehearsal', 'deliverable'].map(
          (kind) => `${kind} passed`,
        ),
        ...['authorisation', 'review', 'attestation', 'document', 'cross-check', 'budget'].map(
          (kind) => `${kind} passed`,
        ),
        ...['all', 'any', 'at-least', 'not', 'gate'].map((kind) => `${kind} passed`),
        'evidence waived',
        'evidence not-applicable',
      ];
      const rare = wanted.filter((name) => (seen.get(name) ?? 0) < 20);
      expect(rare.map((name) => `${name}: ${seen.get(name) ?? 0}`)).toEqual([]);
    },
    60_000,
  );
});
