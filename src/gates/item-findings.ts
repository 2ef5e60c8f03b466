import type { ItemId } from '../model/ids.ts';
import type { Subject } from './item-state.ts';
import { reason } from './reason-codes.ts';
import { eachOf } from './rows.ts';
import type { Finding, ItemState } from './types.ts';

/** What is to be reported about an item that is neither its state nor a cause of it. */
export function findingsOf(subject: Subject, named: ItemState): readonly Finding[] | undefined {
  const { state, item, at } = subject;
  const { graph } = state;
  const declared = item.declared?.state;
  let findings: Finding[] | undefined;
  const add = (finding: Finding) => {
    findings ??= [];
    findings.push(finding);
  };
  if (named === 'deferred') {
    if (declared === 'in-progress' || declared === 'complete') {
      add({
        reason: reason('deferred-but-declared', { item: item.id, declared }),
        items: [item.id],
      });
    }
    return findings;
  }
  if (named === 'complete' && (declared === 'not-started' || declared === 'in-progress')) {
    add({ reason: reason('proven-but-declared', { item: item.id, declared }), items: [item.id] });
  }
  const needed = new Set<ItemId>();
  eachOf(graph.dependencies, at, (other) => {
    const on = graph.items[other]?.id;
    if (on !== undefined && state.deferred[other] === 1) needed.add(on);
  });
  for (const on of [...needed].sort()) {
    add({ reason: reason('deferred-but-needed', { item: on, by: item.id }), items: [on, item.id] });
  }
  return findings;
}
