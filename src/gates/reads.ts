import type { Condition } from '../model/condition.ts';
import type { Project } from '../model/project-index.ts';
import type { ReadSink } from './handler.ts';
import { handlerOf } from './registry.ts';

/** Names everything that a condition, its parts and its applicability rules look at. */
export function readsOf(condition: Condition, project: Project, sink: ReadSink): void {
  const open: Condition[] = [condition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    readOne(next, project, sink);
    if (next.appliesWhen !== undefined) open.push(next.appliesWhen.condition);
    for (const part of partsOf(next)) open.push(part);
  }
}

function readOne(condition: Condition, project: Project, sink: ReadSink): void {
  handlerOf(condition.kind)?.reads(condition, project, sink);
}

/** The conditions that a condition is made of. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return condition.of;
    case 'not':
      return [condition.of];
    default:
      return [];
  }
}
