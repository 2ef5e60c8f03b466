import { answerLayouts } from '../../queries/layout-thread.ts';
import { packStructure, unpackStructure } from '../../queries/packed-structure.ts';
import { madeUpStructure } from './made-up-structure.ts';
import { inItsDirection } from './plan-direction.ts';
import { buildPlanGraph } from './plan-graph.ts';

answerLayouts(
  (structure) => inItsDirection(buildPlanGraph(unpackStructure(structure))).input,
  packStructure(madeUpStructure()),
);
