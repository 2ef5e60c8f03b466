import type { SourceRef } from '../../model/common.ts';
import type { Problem } from '../../model/problem.ts';
import { listOf, member, readTree, textOf } from './tree.ts';
import { type DraftItem, type DraftRelation, planProblem, type StatedEdge } from './types.ts';

export interface IssueReading {
  readonly items: readonly DraftItem[];
  readonly relations: readonly DraftRelation[];
  readonly problems: readonly Problem[];
}

/**
 * An issue graph with a record on each line. Ties of the type `blocks` make the issue wait,
 * `parent-child` puts it into another, and every other type is kept as a relation.
 */
export function readIssueLines(text: string, path: string): IssueReading {
  const items: DraftItem[] = [];
  const relations: DraftRelation[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const source: SourceRef = { path, line: index + 1 };
    const { documents } = readTree(line, `${path}.json`);
    const [record] = documents;
    const key = textOf(member(record, 'id'));
    if (record === undefined || key === undefined) {
      const params = { text: line.slice(0, 120) };
      problems.push({ ...planProblem('plan-row-without-id', source, params), isLoss: true });
      continue;
    }
    const edges: StatedEdge[] = [];
    let parent = textOf(member(record, 'parent'));
    for (const tie of listOf(member(record, 'dependencies'))) {
      const on = textOf(member(tie, 'depends_on_id')) ?? textOf(tie);
      const type = textOf(member(tie, 'type')) ?? 'blocks';
      if (on === undefined) continue;
      if (type === 'blocks') edges.push({ on, source });
      else if (type === 'parent-child' && parent === undefined) parent = on;
      else
        relations.push({
          from: key,
          to: on,
          kind: type === 'parent-child' ? 'belongs-to' : 'see',
          note: type,
          source,
        });
    }
    const status = textOf(member(record, 'status'));
    const owner = textOf(member(record, 'assignee'));
    const labels = listOf(member(record, 'labels')).flatMap((label) => textOf(label) ?? []);
    items.push({
      key,
      kind: textOf(member(record, 'issue_type')) ?? 'issue',
      title: textOf(member(record, 'title')) ?? key,
      source,
      edges,
      ...(parent !== undefined && { parent }),
      ...(status !== undefined && { status: { text: status, source: { ...source, raw: status } } }),
      ...(owner !== undefined && owner !== '' && { owner }),
      ...(labels.length > 0 && { labels }),
    });
  }
  return { items, relations, problems };
}
