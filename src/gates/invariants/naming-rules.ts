import type { Contract, StatedCount } from '../../model/contract.ts';
import type { ItemId } from '../../model/ids.ts';
import type { ProjectContent } from '../../model/project.ts';
import type { Project } from '../../model/project-index.ts';
import { reason } from '../reason-codes.ts';
import { duplicates } from '../traits.ts';
import { type JudgedPlan, Outcome, type Rule } from './rule.ts';

/** An id, and a number inside its numbering, names one thing. */
export const oneNameOneThing: Rule = ({ context }) => {
  const outcome = new Outcome();
  const { project } = context;
  for (const { kind, entries, index } of namedThings(project)) {
    outcome.checked += entries.length;
    for (const id of duplicates(entries, index)) {
      const why = reason('id-names-several', { kind, id });
      outcome.against({ items: [], subject: id, reason: why });
    }
  }
  const numbers = new Map<string, { namespace: string; value: string; items: ItemId[] }>();
  for (const item of project.items) {
    for (const { namespace, value } of item.numbers ?? []) {
      const key = JSON.stringify([namespace, value]);
      const known = numbers.get(key) ?? { namespace, value, items: [] };
      known.items.push(item.id);
      numbers.set(key, known);
    }
  }
  for (const { namespace, value, items } of numbers.values()) {
    outcome.checked += 1;
    const named = [...new Set(items)];
    if (named.length < 2) continue;
    const params = { namespace, number: value, count: named.length };
    outcome.against({
      items: named,
      subject: value,
      reason: reason('number-names-several', params),
    });
  }
  documents(project, outcome);
  return outcome;
};

function documents(project: ProjectContent, outcome: Outcome): void {
  const numbers = new Map<string, { register: string; number: string; ids: Set<string> }>();
  for (const { id, register = '', number } of project.documents ?? []) {
    if (number === undefined) continue;
    const key = JSON.stringify([register, number]);
    const known = numbers.get(key) ?? { register, number, ids: new Set<string>() };
    known.ids.add(id);
    numbers.set(key, known);
  }
  for (const { register, number, ids } of numbers.values()) {
    outcome.checked += 1;
    if (ids.size < 2) continue;
    const params = { namespace: register, number, count: ids.size };
    const why = reason('number-names-several', params);
    outcome.against({ items: [], subject: number, reason: why });
  }
}

interface Named {
  readonly kind: string;
  readonly entries: readonly { readonly id: string }[];
  /** The same by id; absent where nothing is indexed. */
  readonly index?: { readonly size: number };
}

function namedThings(project: Project): readonly Named[] {
  const { index } = project;
  return [
    { kind: 'item', entries: project.items, index: index.items },
    { kind: 'gate', entries: project.gates ?? [], index: index.gates },
    { kind: 'evidence', entries: project.evidence ?? [], index: index.evidence },
    { kind: 'metric', entries: project.metrics ?? [], index: index.metrics },
    { kind: 'budget', entries: project.budgets ?? [], index: index.budgets },
    { kind: 'role', entries: project.roles ?? [], index: index.roles },
    { kind: 'probe', entries: project.probes ?? [], index: index.probes },
    { kind: 'document', entries: project.documents ?? [], index: index.documents },
    { kind: 'rule', entries: project.authorisationRules ?? [], index: index.rules },
    { kind: 'record', entries: project.authorisations ?? [] },
    {
      kind: 'deliverable',
      entries: (project.contracts ?? []).flatMap((contract) => contract.deliverables),
      index: index.deliverables,
    },
  ];
}

/** A file that is said to prove something is delivered, or is evidence. */
export const referencedFileIsDelivered: Rule = ({ context }) => {
  const outcome = new Outcome();
  const { project } = context;
  const delivered = new Set(
    (project.contracts ?? []).flatMap((one) => one.deliverables.map(({ path }) => path)),
  );
  const expect = (path: string | undefined, why: string, items: readonly ItemId[]) => {
    if (path === undefined) return;
    outcome.checked += 1;
    if (delivered.has(path) || project.index.evidenceByPath.has(path)) return;
    const params = { path, why };
    outcome.against({ items, subject: path, reason: reason('file-not-delivered', params) });
  };
  for (const contract of project.contracts ?? []) {
    const items = contract.item === undefined ? [] : [contract.item];
    for (const { evidencePath } of contract.targets ?? []) expect(evidencePath, 'target', items);
    for (const { path, why } of contract.mentionedPaths ?? []) expect(path, why, items);
    expect(contract.file, 'contract', items);
    expect(contract.reportPath, 'report', items);
  }
  for (const { seriesFile, item } of project.metrics ?? []) {
    expect(seriesFile?.path, 'series', item === undefined ? [] : [item]);
  }
  return outcome;
};

/** A stated count is the number of things that are listed. */
export const statedCountsAgree: Rule = ({ context }) => {
  const outcome = new Outcome();
  const { project } = context;
  for (const contract of project.contracts ?? []) {
    const items = contract.item === undefined ? [] : [contract.item];
    const agree = (what: string, stated: number, counted: number | undefined) => {
      outcome.checked += 1;
      if (counted === undefined) outcome.open += 1;
      if (counted === undefined || counted === stated) return;
      const why = reason('count-differs', { what, stated, counted });
      outcome.against({ items, subject: what, reason: why });
    };
    for (const category of contract.categories) {
      const listed = contract.deliverables.filter((entry) => entry.category === category.id);
      agree(category.id, category.count, listed.length);
    }
    const files = contract.totals?.files;
    if (files !== undefined) agree('files', files, contract.deliverables.length);
    for (const count of contract.counts ?? []) {
      agree(count.id, count.stated, countedOf(project, contract, count));
    }
  }
  return outcome;
};

/** What the bundle itself has of what a contract counts; `undefined` where it cannot be counted. */
export function countedOf(
  project: ProjectContent,
  contract: Contract,
  { of, category, counted: listed }: StatedCount,
): number | undefined {
  const isMeant = (name: string | undefined) => category === undefined || name === category;
  switch (of) {
    case undefined:
      return listed;
    case 'deliverables':
      return contract.deliverables.filter((entry) => isMeant(entry.category)).length;
    case 'items':
      return project.items.filter((item) => isMeant(item.kind)).length;
    case 'documents':
      return (project.documents ?? []).filter((entry) => isMeant(entry.register)).length;
    case 'targets':
      return (contract.targets ?? []).filter((target) => isMeant(target.statedIn)).length;
    case 'checkboxes':
      return (project.checklists ?? [])
        .filter((list) => isMeant(list.id))
        .flatMap((list) => list.groups.flatMap((group) => group.boxes)).length;
    default:
      return undefined;
  }
}

/** A number that stands in two places is the same in both. */
export const statedNumbersAgree: Rule = (plan: JudgedPlan) => {
  const outcome = new Outcome();
  const { project } = plan.context;
  for (const budget of project.budgets ?? []) {
    for (const place of budget.statedIn ?? []) {
      for (const name of ['dailyCap', 'monthlyCap'] as const) {
        const other = place[name];
        if (other === undefined) continue;
        outcome.checked += 1;
        const stated = budget[name];
        if (other === stated) continue;
        const params = { what: `${budget.id} ${name}`, stated: stated ?? null, other };
        outcome.against({
          items: budget.item === undefined ? [] : [budget.item],
          subject: place.source.path,
          reason: reason('number-differs', params),
        });
      }
    }
  }
  for (const contract of project.contracts ?? []) {
    for (const check of contract.crossChecks ?? []) {
      outcome.checked += 1;
      const result = plan.condition(check);
      if (result.verdict === 'failed') {
        outcome.against({
          items: contract.item === undefined ? [] : [contract.item],
          subject: check.id,
          reason: reason('condition-violated', { condition: check.id }),
          uses: result.uses,
        });
      } else if (result.verdict !== 'passed') outcome.open += 1;
    }
  }
  return outcome;
};
