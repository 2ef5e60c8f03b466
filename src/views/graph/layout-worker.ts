import { answerLayouts } from '../../queries/layout-thread.ts';
import { packStructure } from '../../queries/packed-structure.ts';
import { madeUpStructure } from './made-up-structure.ts';
import { columnsOf } from './plan-columns.ts';
import { inItsDirection } from './plan-direction.ts';
import { paintSketch } from './sketch-painter.ts';

answerLayouts(
  (structure) => {
    const columns = columnsOf(structure);
    const { ids: _, ...told } = columns;
    return { columns: told, numbers: inItsDirection(columns) };
  },
  paintSketch,
  packStructure(madeUpStructure()),
);
