import { deepStrictEqual } from 'node:assert/strict';
import { parsePlan } from '../src/bundle/parse-plan.ts';
import type { Assumption } from '../src/gates/assumptions.ts';
import { createEvaluation, evaluate } from '../src/gates/evaluate.ts';
import { Engine } from '../src/gates/evaluation.ts';
import { buildProject } from '../src/model/build-project.ts';
import type { ProjectContent } from '../src/model/project.ts';
import type { Project } from '../src/model/project-index.ts';
import { createdAt, generatePlan, referenceSize, scaled } from './plans/generate.ts';
import { inTurns, ratioOf, timed } from './support/measure.ts';
import { randomFrom, wholeBelow } from './support/random.ts';
import type { Benchmark, Context, Part } from './support/result.ts';
import { median, powerLaw } from './support/statistics.ts';

const options = { asOf: createdAt };
const evaluations = 7;
const changes = 12;
const fitSizes = [1_000, 3_000, 10_000, 30_000, 100_000] as const;

/** How fast a plan is judged: at once, after a change, and as it grows. */
export const engine: Benchmark = {
  name: 'engine',
  title: 'Judging a plan',
  run: async () => {
    // First, while nothing else fills the memory that the collector has to walk.
    const growth = judgeGrowing();
    const whole = judgeWhole();
    const change = judgeChange(whole.project);
    return {
      parts: [whole.part, change.part, growth.part],
      context: { plan: whole.context, change: change.context, growth: growth.context },
    };
  },
};

interface Measured {
  readonly part: Part;
  readonly context: Context;
}

function judgeWhole(): Measured & { readonly project: Project } {
  const text = JSON.stringify({ wavegate: '1.0.0', ...generatePlan(referenceSize) });
  const bytes = new TextEncoder().encode(text);
  const start = performance.now();
  const content = contentOf(bytes);
  const reading = performance.now() - start;
  const building = timed(() => buildProject(content));
  const project = buildProject(content);
  const compared = inTurns(
    { own: () => evaluate(project, options), other: () => JSON.parse(text) },
    evaluations,
  );
  const { gates, items } = evaluate(project, options);
  return {
    project,
    part: {
      name: 'engine.evaluate',
      title: 'Judging 10,000 items with 100,000 pieces of evidence, to JSON.parse of the bundle',
      ratio: ratioOf(compared),
      goal: 1,
      better: 'lower',
      samples: evaluations,
    },
    context: {
      ...countsOf(content),
      megabytes: bytes.byteLength / 1e6,
      parseMs: median(compared.other),
      evaluateMs: median(compared.own),
      readAndCheckMs: reading,
      indexMs: building,
      gateVerdicts: tally([...gates.values()].map(({ verdict }) => verdict)),
      itemStates: tally([...items.values()].map(({ state }) => state)),
    },
  };
}

/** Reads the bundle as the app does; one with faults would not be the plan that is meant. */
function contentOf(bytes: Uint8Array): ProjectContent {
  const { content, problems } = parsePlan(bytes, 'bundle.json');
  if (content === undefined || problems.length > 0) {
    throw new Error(`The generated bundle has faults: ${JSON.stringify(problems.slice(0, 3))}`);
  }
  return content;
}

function judgeChange(project: Project): Measured {
  const evaluation = createEvaluation(project, options);
  const random = randomFrom(3);
  const anew: number[] = [];
  const again: number[] = [];
  for (let at = 0; at < changes; at += 1) {
    const assumptions = [assumptionIn(project, at, wholeBelow(random, 5_000))];
    const fromScratch = () => new Engine(project, options).judgeAll(assumptions);
    const incremental = () => evaluation.whatIf(assumptions);
    deepStrictEqual(incremental(), fromScratch());
    anew.push(timed(fromScratch));
    again.push(timed(incremental));
  }
  return {
    part: {
      name: 'engine.change',
      title: 'One change judged again, against judging everything, with identical results',
      ratio: median(anew) / median(again),
      goal: 20,
      better: 'higher',
      samples: changes,
    },
    context: {
      fromScratchMs: median(anew),
      changeMs: median(again),
      slowestChangeMs: Math.max(...again),
    },
  };
}

/** A condition, a gate or an item in turns, anywhere in the plan. */
function assumptionIn(project: Project, turn: number, at: number): Assumption {
  const gate = (project.gates ?? [])[at];
  const condition = gate?.conditions[0];
  const item = project.items[at];
  if (gate === undefined || condition === undefined || item === undefined) {
    throw new Error('The plan is too small to be changed');
  }
  const verdict = turn % 2 === 0 ? 'failed' : 'passed';
  switch (turn % 3) {
    case 0:
      return { kind: 'condition', gate: gate.id, condition: condition.id, verdict };
    case 1:
      return { kind: 'gate', gate: gate.id, verdict };
    default:
      return { kind: 'item', item: item.id };
  }
}

function judgeGrowing(): Measured {
  const points = fitSizes.map((items) => {
    const project = buildProject(generatePlan(scaled(items, 3)));
    evaluate(project, options);
    const samples = items > 10_000 ? 3 : 9;
    return [
      items,
      median(Array.from({ length: samples }, () => timed(() => evaluate(project, options)))),
    ] as const;
  });
  const { exponent, fit } = powerLaw(points);
  return {
    part: {
      name: 'engine.growth',
      title: 'Exponent of the time over the number of items, 1,000 to 100,000 (1 is linear)',
      ratio: exponent,
      goal: 1.1,
      better: 'lower',
      samples: points.length,
      note: `Three pieces of evidence an item, so that 100,000 items fit into memory; R² = ${fit.toFixed(4)}.`,
    },
    context: {
      items: points.map(([items]) => items),
      evaluateMs: points.map(([, ms]) => ms),
      fit,
    },
  };
}

function countsOf(content: ProjectContent) {
  return {
    items: content.items.length,
    dependencies: content.dependencies.length,
    gates: (content.gates ?? []).length,
    evidence: (content.evidence ?? []).length,
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
