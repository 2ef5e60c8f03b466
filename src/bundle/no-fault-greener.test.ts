import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { evaluate } from '../gates/evaluate.ts';
import type { ItemState, Permission, Verdicts } from '../gates/types.ts';
import { childPointer } from '../lib/json/json-pointer.ts';
import { buildProject } from '../model/build-project.ts';
import type { ProjectContent } from '../model/project.ts';
import { type ParsedPlan, parsePlan } from './parse-plan.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { asOf } from './testing/basics.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 300_000 });

const encoder = new TextEncoder();

/** Lets a person go on, or says that it is done. */
const green: ReadonlySet<ItemState> = new Set(['complete', 'ready', 'in-progress']);
const allowed: ReadonlySet<Permission> = new Set(['authorised', 'not-required']);

function judge(
  text: string,
  at: string,
): { readonly plan: ParsedPlan; readonly verdicts?: Verdicts } {
  const plan = parsePlan(encoder.encode(text), 'bundle.json');
  if (plan.content === undefined) return { plan };
  const { problems, unknownCritical } = plan;
  const project = buildProject(plan.content, { problems, unknownCritical });
  return { plan, verdicts: evaluate(project, { asOf: at }) };
}

/**
 * What is better after than before. A gate that has failed may become unknown; an item that was
 * deferred may come back into scope.
 */
function greener(before: Verdicts, after: Verdicts): string[] {
  const found: string[] = [];
  const isBetter = (from: ItemState, to: ItemState): boolean =>
    (to === 'complete' && from !== 'complete') ||
    (green.has(to) && !green.has(from) && from !== 'failed' && from !== 'deferred');
  for (const [id, gate] of before.gates) {
    const now = after.gates.get(id)?.verdict;
    if (gate.verdict !== 'passed' && now === 'passed') found.push(`gate ${id}`);
  }
  for (const [id, item] of before.items) {
    const now = after.items.get(id);
    if (now === undefined) continue;
    if (isBetter(item.state, now.state)) found.push(`${id} from ${item.state} to ${now.state}`);
    if (!allowed.has(item.permission) && allowed.has(now.permission)) {
      found.push(`permission of ${id} from ${item.permission} to ${now.permission}`);
    }
  }
  for (const { id, verdict } of before.invariants) {
    const now = after.invariants.find((invariant) => invariant.id === id)?.verdict;
    if (verdict !== 'holds' && now === 'holds') found.push(`invariant ${id}`);
  }
  return found;
}

interface Place {
  readonly path: string;
  readonly set: (value: unknown) => void;
}

/** Every value inside the lists of a bundle, and how to replace it. */
function places(root: object): Place[] {
  const found: Place[] = [];
  const visit = (holder: Record<string, unknown>, path: string): void => {
    for (const [key, child] of Object.entries(holder)) {
      const at = childPointer(path, key);
      found.push({
        path: at,
        set: (value) => {
          holder[key] = value;
        },
      });
      if (typeof child === 'object' && child !== null) visit(child as Record<string, unknown>, at);
    }
  };
  for (const [member, list] of Object.entries(root)) {
    if (Array.isArray(list)) visit(list as never, childPointer('', member));
  }
  return found;
}

const wire = (content: ProjectContent): Record<string, unknown> =>
  JSON.parse(JSON.stringify({ wavegate: '1.0.0', ...content }));

describe('no fault in reading turns anything greener', () => {
  const junk = fc.constantFrom<unknown>(null, [], {}, 5, 'no such word', true, [[]], -1);

  it('when a value anywhere is not what the format allows', () => {
    let faults = 0;
    const broken = fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(arbitraryContent(), asOf, broken, (content, at, attempts) => {
        const before = judge(JSON.stringify(wire(content)), at);
        for (const [where, value] of attempts) {
          const root = wire(content);
          const all = places(root);
          const place = all[where % all.length];
          place?.set(value);
          const after = judge(JSON.stringify(root), at);
          if (before.verdicts === undefined || after.verdicts === undefined)
            throw new Error('unread');
          // A value that the format allows there is another plan, not a fault.
          const isFault = after.plan.problems.some(
            ({ path, severity, code }) =>
              severity === 'error' &&
              !code.startsWith('dangling') &&
              !before.plan.problems.some((old) => old.code === code && old.path === path) &&
              path !== undefined &&
              place?.path.startsWith(path) === true,
          );
          if (!isFault) continue;
          faults += 1;
          const told = `${place?.path} ${JSON.stringify(value)}`;
          expect([told, ...greener(before.verdicts, after.verdicts)]).toEqual([told]);
        }
      }),
      { numRuns: 300, endOnFailure: true },
    );
    expect(faults).toBeGreaterThan(300);
  });

  it('when a member occurs twice in one object', () => {
    fc.assert(
      fc.property(arbitraryContent(), asOf, fc.nat(), junk, (content, at, where, value) => {
        const text = JSON.stringify(wire(content));
        const before = judge(text, at);
        const members = [...text.matchAll(/[{,]("[a-zA-Z]+"):/g)];
        const member = members[where % members.length];
        if (member === undefined) throw new Error('no members');
        const start = member.index + 1;
        const twice = `${text.slice(0, start)}${member[1]}:${JSON.stringify(value)},${text.slice(start)}`;
        const after = judge(twice, at);
        if (before.verdicts === undefined || after.verdicts === undefined) return;
        const told = `${member[1]} at ${start}`;
        expect([told, ...greener(before.verdicts, after.verdicts)]).toEqual([told]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('when a record is there twice and the two differ', () => {
    const lists = [
      'items',
      'gates',
      'evidence',
      'metrics',
      'probes',
      'roles',
      'authorisationRules',
      'budgets',
      'documents',
    ] as const;
    fc.assert(
      fc.property(
        arbitraryContent(),
        asOf,
        fc.constantFrom(...lists),
        fc.nat(),
        fc.boolean(),
        (content, at, list, where, first) => {
          const records: readonly object[] = content[list] ?? [];
          const record = records[where % records.length] ?? {};
          const before = judge(JSON.stringify(wire(content)), at);
          const other = { ...record, title: 'another', name: 'another', source: { path: 'x' } };
          const name = list === 'evidence' ? { title: undefined } : { name: undefined };
          const twin = { ...other, ...name };
          const twice = first ? [twin, ...records] : [...records, twin];
          const after = judge(JSON.stringify({ ...wire(content), [list]: twice }), at);
          if (before.verdicts === undefined || after.verdicts === undefined)
            throw new Error('unread');
          expect([list, ...greener(before.verdicts, after.verdicts)]).toEqual([list]);
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );
  });
});
