import type { PlanItem } from '../model/plan.ts';
import type { ProjectContent } from '../model/project.ts';
import type { PlanStructure, StructureItem } from './types.ts';

/** What the graph is drawn from, before anything was judged. Linear in items and dependencies. */
export function buildStructure(
  content: Pick<ProjectContent, 'project' | 'revision' | 'sample' | 'items' | 'dependencies'>,
): PlanStructure {
  return {
    info: content.project,
    revision: content.revision,
    sample: content.sample ?? false,
    items: content.items.map(structureItem),
    dependencies: content.dependencies,
  };
}

export function structureItem(item: PlanItem): StructureItem {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    ...(item.parent === undefined ? {} : { parent: item.parent }),
    ...(item.order === undefined ? {} : { order: item.order }),
  };
}
