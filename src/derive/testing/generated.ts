import fc from 'fast-check';
import { createEvaluation } from '../../gates/evaluate.ts';
import { isShared } from '../../gates/testing/cases.ts';
import { buildProject } from '../../model/build-project.ts';
import type { Condition } from '../../model/condition.ts';
import { conditionId, evidenceId, gateId, itemId, projectId, revisionId } from '../../model/ids.ts';
import type { DeclaredState } from '../../model/plan.ts';
import type { ProjectContent } from '../../model/project.ts';
import type { DeriveContext } from '../context.ts';

const AS_OF = '2026-06-02T00:00:00Z';

const declared: fc.Arbitrary<DeclaredState | undefined> = fc.constantFrom(
  undefined,
  'not-started',
  'in-progress',
  'complete',
  'failed',
  'deferred',
);

/** A condition about the pieces of evidence `e0` to `e3`, of which a plan has some. */
function conditionOf(id: string): fc.Arbitrary<Condition> {
  const leaf = (name: string) =>
    fc.nat(3).map(
      (at): Condition => ({
        kind: 'evidence',
        id: conditionId(name),
        title: name,
        evidence: { ids: [evidenceId(`e${at}`)] },
      }),
    );
  const parts = fc.tuple(leaf(`${id}.0`), leaf(`${id}.1`), leaf(`${id}.2`));
  const base = { id: conditionId(id), title: id };
  return fc.oneof(
    { weight: 3, arbitrary: leaf(id) },
    { weight: 1, arbitrary: parts.map((of): Condition => ({ ...base, kind: 'all', of })) },
    { weight: 1, arbitrary: parts.map((of): Condition => ({ ...base, kind: 'any', of })) },
    {
      weight: 1,
      arbitrary: parts.map((of): Condition => ({ ...base, kind: 'at-least', of, count: 2 })),
    },
    {
      weight: 1,
      arbitrary: fc
        .nat(5)
        .map((at): Condition => ({ ...base, kind: 'gate', gate: gateId(`G${at}`) })),
    },
  );
}

/** Small plans with gates, alternatives, nesting, cycles and ids that lead nowhere. */
export const contents: fc.Arbitrary<ProjectContent> = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => {
    const item = fc.nat(Math.max(0, count - 1)).map((at) => itemId(`I${at}`));
    return fc.record({
      states: fc.array(declared, { minLength: count, maxLength: count }),
      parents: fc.array(fc.option(fc.nat(7), { nil: undefined, freq: 2 }), {
        minLength: count,
        maxLength: count,
      }),
      dependencies:
        count === 0
          ? fc.constant([])
          : fc.array(
              fc.record({
                item,
                on: fc.oneof({ weight: 12, arbitrary: item }, fc.constant(itemId('nowhere'))),
              }),
              { maxLength: 10 },
            ),
      gates: fc.tuple(
        ...Array.from({ length: 6 }, (_, at) =>
          fc.record({
            item: fc.nat(7),
            effect: fc.constantFrom('start' as const, 'complete' as const, 'advance' as const),
            conditions: fc.tuple(conditionOf(`c${at}.0`), conditionOf(`c${at}.1`)),
            take: fc.integer({ min: 0, max: 2 }),
          }),
        ),
      ),
      present: fc.subarray([0, 1, 2, 3]),
    });
  })
  .map(({ states, parents, dependencies, gates, present }) => ({
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('1'), createdAt: AS_OF },
    items: states.map((state, at) => {
      const parent = parents[at];
      return {
        id: itemId(`I${at}`),
        kind: 'wave',
        title: `Wave ${at}`,
        // A parent with a smaller number only: rings of parents are refused when reading.
        ...(parent === undefined || parent >= at || states[parent] === 'deferred'
          ? {}
          : { parent: itemId(`I${parent}`) }),
        ...(state === undefined
          ? {}
          : { declared: { state, evidence: state === 'complete' ? [evidenceId('link')] : [] } }),
      };
    }),
    dependencies,
    gates: gates.map(({ item, effect, conditions, take }, at) => ({
      id: gateId(`G${at}`),
      title: `Gate ${at}`,
      guards: item < states.length ? [{ item: itemId(`I${item}`), effect }] : [],
      conditions: conditions.slice(0, take),
    })),
    evidence: [...present.map((at) => `e${at}`), 'link'].map((id) => ({
      id: evidenceId(id),
      kind: 'record',
      name: id,
      collectedAt: '2026-06-01T00:00:00Z',
    })),
  }));

const known = new WeakMap<ProjectContent, DeriveContext>();

/** The plan and its verdicts; shared by laws that share their plans, since no answer changes them. */
export function judged(content: ProjectContent): DeriveContext {
  const context = (isShared ? known.get(content) : undefined) ?? judgedAnew(content);
  known.set(content, context);
  return context;
}

function judgedAnew(content: ProjectContent): DeriveContext {
  const project = buildProject(content);
  const evaluation = createEvaluation(project, { asOf: AS_OF });
  return { project, verdicts: evaluation.verdicts, evaluation };
}
