import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { holdsFor, numRuns } from '../gates/testing/cases.ts';
import type { ItemId } from '../model/ids.ts';
import { answers } from './answers.ts';
import { itemDetail } from './details.ts';
import { isHeld } from './obstacles.ts';
import { proofOfItem } from './proof.ts';
import { causeTable, heldBy, listedCauses, rootCausesOf } from './root-causes.ts';
import { edgeRows } from './rows.ts';
import { buildSnapshot } from './snapshot.ts';
import { contents, judged } from './testing/generated.ts';
import type { ProofNode } from './types.ts';
import { itemCauses, oneStepAway, unblockingAll, unblockingItem } from './unblocking.ts';
import { assumeCleared, whatIf } from './what-if.ts';

vi.setConfig({ testTimeout: Math.max(60_000, numRuns * 60) });

function nodesOf(root: ProofNode): readonly ProofNode[] {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.children);
  return nodes;
}

describe('over generated plans', () => {
  it('whatever is not complete has a root cause, and what waits can be released', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      for (const [id, result] of context.verdicts.items) {
        if (result.state === 'complete' || result.state === 'deferred') continue;
        expect(rootCausesOf(context, id).length).toBeGreaterThan(0);
        const release = unblockingItem(context, id);
        expect(release.exact).toBe(true);
        expect(release.causes.length).toBeGreaterThan(0);
        expect(release.atLeast).toBe(release.causes.length);
      }
    });
  });

  it('a cause holds the items among whose causes it is, and releases those that have no other way', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      const held = [...context.verdicts.items.values()].filter(isHeld).map(({ id }) => id);
      for (const row of listedCauses(context)) {
        const holds = held.filter((id) =>
          itemCauses(context, id).some((cause) => cause.key === row.key),
        );
        expect([...row.holds].sort()).toEqual(holds.sort());
        expect(row.holdCount).toBe(holds.length);
        const releases = held.filter((id) => {
          const { causes } = unblockingItem(context, id);
          // Another single cause may be preferred, so ask whether one is enough and this is one.
          return causes.length === 1 && row.releases.includes(id);
        });
        expect([...row.releases].sort()).toEqual(releases.sort());
        if (row.holds.length > 0) {
          expect(row.releases.every((id) => row.holds.includes(id))).toBe(true);
        }
      }
      for (const id of held) {
        const { causes } = unblockingItem(context, id);
        const [only] = causes;
        if (causes.length === 1) expect(only?.releases).toContain(id);
      }
    });
  });

  it('the set that releases everything releases every single item', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      const all = unblockingAll(context);
      const { obstacles: found } = causeTable(context);
      const held = found.items.filter((_, at) => found.held[at] === 1);
      expect(all.count).toBe(all.causes.length);
      expect(held.length > 0).toBe(all.count > 0);
      for (const item of held) {
        expect(unblockingItem(context, item.id).causes.length).toBeLessThanOrEqual(all.count);
      }
    });
  });

  it('counts what each cause holds as its list says', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      const table = causeTable(context);
      for (const cause of table.obstacles.causes.keys()) {
        expect(heldBy(context, cause)).toHaveLength(table.holdCount[cause] ?? -1);
      }
    });
  });

  it('who is one step away waits no longer once that step is done', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      for (const { item, cause } of oneStepAway(context)) {
        const assumed = assumeCleared(context, [cause]);
        fc.pre(assumed.length > 0);
        expect(whatIf(context, assumed).released).toContain(item);
      }
    });
  });

  it('the order of the input changes no answer', () => {
    holdsFor(contents, (content) => {
      const turned = {
        ...content,
        items: content.items.toReversed(),
        dependencies: content.dependencies.toReversed(),
        gates: content.gates?.toReversed() ?? [],
        evidence: content.evidence?.toReversed() ?? [],
      };
      const [a, b] = [answers(judged(content)), answers(judged(turned))];
      const counts = (own: typeof a) =>
        own.causes.map((row) => [row.key, row.releaseCount, row.holdCount].join(' ')).sort();
      expect(counts(b)).toEqual(counts(a));
      expect({
        ...b.critical,
        headline: b.headline,
        held: b.held,
        ready: b.ready.toSorted(),
        away: b.oneStepAway.map(({ item }) => item).sort(),
        count: b.unblocking.count,
        progress: b.confidence,
      }).toEqual({
        ...a.critical,
        headline: a.headline,
        held: a.held,
        ready: a.ready.toSorted(),
        away: a.oneStepAway.map(({ item }) => item).sort(),
        count: a.unblocking.count,
        progress: a.confidence,
      });
    });
  });

  it('a proof unfolds every subject once, and ends in what can be named', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      for (const id of context.verdicts.items.keys()) {
        const root = proofOfItem(context, id);
        if (root === undefined) throw new Error('There is an item and no proof');
        const nodes = nodesOf(root);
        const unfolded = nodes.filter((node) => node.children.length > 0).map(({ key }) => key);
        expect(new Set(unfolded).size).toBe(unfolded.length);
        for (const node of nodes) {
          const keys = node.children.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          if (node.repeated === true) {
            expect(node.children).toEqual([]);
            expect(unfolded).toContain(node.key);
          }
        }
        const state = context.verdicts.items.get(id)?.state;
        if (state === 'complete') expect(root.children).toEqual([]);
      }
    });
  });

  it('a proof shows the conditions that are the causes', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      for (const [id, result] of context.verdicts.items) {
        if (!isHeld(result)) continue;
        const proof = proofOfItem(context, id);
        const keys = new Set(proof === undefined ? [] : nodesOf(proof).map(({ key }) => key));
        for (const cause of itemCauses(context, id)) {
          if (cause.cause.kind === 'condition') expect(keys).toContain(cause.key);
        }
      }
    });
  });

  it('a dependency is satisfied exactly when what is waited for is complete', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      for (const edge of edgeRows(context)) {
        const state = context.verdicts.items.get(edge.on)?.state;
        expect(edge.status === 'satisfied').toBe(state === 'complete');
        expect(edge.dangling).toBe(state === undefined);
      }
    });
  });

  it('a snapshot and every detail can be cloned', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const context = judged(content);
        const snapshot = buildSnapshot({
          ...context,
          bundle: { origin: 'here', formatVersion: '1.0', bundleId: 'ab', bytes: 1 },
          asOfOrigin: 'chosen',
        });
        expect(structuredClone(snapshot)).toEqual(snapshot);
        for (const { id } of content.items) {
          const detail = itemDetail(context, id);
          expect(structuredClone(detail)).toEqual(detail);
        }
      }),
    );
  });

  it('slack is never negative, and none on the critical path', () => {
    holdsFor(contents, (content) => {
      const context = judged(content);
      const { items, answers: own } = buildSnapshot({
        ...context,
        bundle: { origin: 'here', formatVersion: '1.0', bundleId: 'ab', bytes: 1 },
        asOfOrigin: 'chosen',
      });
      const slack = new Map<ItemId, number | undefined>(items.map((row) => [row.id, row.slack]));
      for (const [id, value] of slack) {
        const state = context.verdicts.items.get(id)?.state;
        const open = state !== 'complete' && state !== 'deferred';
        expect(value === undefined).toBe(!open);
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
      }
      for (const id of own.criticalPath) expect(slack.get(id)).toBe(0);
    });
  });

  it('every assumption changes nothing when nothing is assumed', () => {
    holdsFor(contents, (content) => {
      const { diff, released, caught } = whatIf(judged(content), []);
      expect([diff.items, diff.gates, diff.conditions, released, caught]).toEqual([
        [],
        [],
        [],
        [],
        [],
      ]);
    });
  });
});
