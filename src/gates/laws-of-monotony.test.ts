import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { DigestState } from '../model/evidence.ts';
import { evidenceId, itemId } from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { AS_OF, condition, needs } from './testing/builders.ts';
import { law, one, steady, turning, usual, withGate } from './testing/law.ts';
import { adverse, evidenceOf, improvements, judge, without } from './testing/law-tools.ts';

/** A condition may apply only where something is allowed, and then a refusal excuses it. */
function withoutApplicability(content: ProjectContent): ProjectContent {
  return {
    ...content,
    gates: (content.gates ?? []).map((gate) => ({
      ...gate,
      conditions: gate.conditions.map(({ appliesWhen: _rule, ...rest }) => rest),
    })),
  };
}

describe('what never improves anything', () => {
  law('removing evidence that speaks against nothing', usual, (content, pick) => {
    const before = judge(content);
    const against = adverse(content, before);
    const left = evidenceOf(content).filter(({ id }) => !against.has(id));
    const gone = new Set(left.filter(() => pick(2) === 1).map(({ id }) => id));
    expect(improvements(before, judge(without(content, gone)))).toEqual([]);
  });

  law('removing evidence that is named, whatever it says', steady, (content, pick) => {
    const named = new Set<string>();
    const strict: ProjectContent = {
      ...content,
      gates: (content.gates ?? []).map((gate) => ({
        ...gate,
        conditions: gate.conditions.map((entry) => {
          const id = one(evidenceOf(content), pick)?.id ?? evidenceId('none');
          named.add(id);
          const { appliesWhen: _rule, ...rest } = entry;
          return condition({
            ...rest,
            kind: 'tests',
            id: entry.id,
            evidence: { ids: [id, one(evidenceOf(content), pick)?.id ?? id] },
          });
        }),
      })),
    };
    const chosen = new Set([...named].filter(() => pick(2) === 1));
    // A state may go from failed to ready: what speaks against something can be taken away unseen.
    const gates = improvements(judge(strict), judge(without(strict, chosen))).filter((text) =>
      text.startsWith('gate'),
    );
    expect(gates).toEqual([]);
  });

  law('an unmet blocking condition more', usual, (content, pick) => {
    const unmet: Condition = needs('extra', 'lost');
    const other = withGate(content, pick, (gate) => ({
      ...gate,
      conditions: [...gate.conditions, unmet],
    }));
    expect(improvements(judge(content), judge(other))).toEqual([]);
  });

  law('a condition of a kind that nobody knows in place of another', steady, (content, pick) => {
    const other = withGate(content, pick, (gate) => ({
      ...gate,
      conditions: gate.conditions.map((entry, at) =>
        at === 0
          ? condition({
              kind: 'unrecognised',
              id: entry.id,
              originalKind: 'x',
              original: entry,
              ...(entry.blocking === undefined ? {} : { blocking: entry.blocking }),
              ...(entry.notApplicable === undefined ? {} : { notApplicable: entry.notApplicable }),
            })
          : entry,
      ),
    }));
    const before = judge(content);
    const changed = improvements(before, judge(other)).filter((text) =>
      // What failed is unknown now, and an item that had failed may be begun; no gate passes.
      text.startsWith('gate'),
    );
    expect(changed).toEqual([]);
  });

  const states: readonly DigestState[] = ['mismatch', 'unreadable', 'absent'];
  for (const state of states) {
    law(`bytes that turn out to be ${state}`, turning, (content, pick) => {
      const ids = evidenceOf(content).map(({ id }) => id);
      const digests = new Map(ids.filter(() => pick(3) === 1).map((id) => [id, state]));
      expect(improvements(judge(content), judge(content, { digests }))).toEqual([]);
    });
  }

  law('a fault in reading anything', turning, (content, pick) => {
    const names = [
      ...content.items.map(({ id }) => id),
      ...(content.gates ?? []).map(({ id }) => id),
      ...evidenceOf(content).map(({ id }) => id),
      ...(content.authorisations ?? []).map(({ id }) => id),
      ...['p0', 'p1', 'metric', 'rule', 'document', 'deliverable', 'budget'],
    ];
    const affects = names.filter(() => pick(6) === 1);
    const problems = [{ code: 'x', severity: 'error' as const, affects }];
    expect(improvements(judge(content), judge(content, { problems }))).toEqual([]);
  });

  law('to demand that all bytes were compared', usual, (content) => {
    const strict = judge(content, {}, { policy: { requireVerifiedDigests: true } });
    expect(improvements(judge(content), strict)).toEqual([]);
  });

  law('something critical that this version does not know', usual, (content) => {
    const verdicts = judge(content, { unknownCritical: ['novel-operator'] });
    expect(improvements(judge(content), verdicts)).toEqual([]);
    for (const gate of verdicts.gates.values()) expect(gate.verdict).not.toBe('passed');
  });

  law('a dependency more', usual, (content, pick) => {
    const a = one(content.items, pick);
    const b = one(content.items, pick);
    fc.pre(a !== undefined && b !== undefined);
    const other = { ...content, dependencies: [...content.dependencies, { item: a.id, on: b.id }] };
    expect(improvements(judge(content), judge(other))).toEqual([]);
  });

  law('a dependency on nothing', usual, (content, pick) => {
    const a = one(content.items, pick);
    fc.pre(a !== undefined);
    const lost = { item: a.id, on: itemId('nowhere') };
    const after = judge({ ...content, dependencies: [...content.dependencies, lost] });
    expect(improvements(judge(content), after)).toEqual([]);
    expect(['complete', 'ready', 'in-progress']).not.toContain(after.items.get(a.id)?.state);
  });

  law('taking a waiver away, or letting it expire', usual, (content) => {
    const expired = (content.waivers ?? []).map((waiver) => ({ ...waiver, expires: AS_OF }));
    expect(improvements(judge(content), judge({ ...content, waivers: [] }))).toEqual([]);
    expect(improvements(judge(content), judge({ ...content, waivers: expired }))).toEqual([]);
  });

  law('marking a gate as not to be bypassed', usual, (content, pick) => {
    const other = withGate(content, pick, (gate) => ({ ...gate, nonBypassable: true }));
    expect(improvements(judge(content), judge(other))).toEqual([]);
  });

  law('taking a grant away', usual, (content, pick) => {
    const chosen = one(
      (content.authorisations ?? []).filter(({ decision }) => decision === 'granted'),
      pick,
    );
    const authorisations = (content.authorisations ?? []).filter((record) => record !== chosen);
    const always = withoutApplicability(content);
    // A refusal that the grant had overtaken stands again, and it allows nothing.
    expect(improvements(judge(always), judge({ ...always, authorisations }))).toEqual([]);
  });

  law('a grant that covers more than one step', usual, (content, pick) => {
    const extra = one(content.items, pick);
    fc.pre(extra !== undefined);
    const authorisations = (content.authorisations ?? []).map((record) =>
      record.decision === 'granted' && pick(2) === 1 && record.steps.length > 0
        ? { ...record, steps: [...record.steps, extra.id] }
        : record,
    );
    expect(improvements(judge(content), judge({ ...content, authorisations }))).toEqual([]);
  });

  law('a withdrawal', usual, (content, pick) => {
    const granted = one(content.authorisations ?? [], pick);
    fc.pre(granted !== undefined);
    const withdrawal = {
      ...granted,
      id: `${granted.id}-withdrawn` as typeof granted.id,
      decision: 'withdrawn' as const,
      at: AS_OF,
    };
    const always = withoutApplicability(content);
    const authorisations = [...(content.authorisations ?? []), withdrawal];
    expect(improvements(judge(always), judge({ ...always, authorisations }))).toEqual([]);
  });
});
