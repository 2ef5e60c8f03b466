import type { Waiver } from '../model/gate.ts';
import type { AuthorisationRecord, Reverification } from '../model/governance.ts';
import { itemId } from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { readContracts } from './contracts.ts';
import { evidenceList } from './evidence-list.ts';
import * as valid from './generated/validators.js';
import {
  classList,
  dependencyList,
  gateList,
  invariantList,
  itemList,
  roleList,
  ruleList,
  stopList,
} from './list-kinds.ts';
import type { Quarantine } from './quarantine.ts';
import { type RawRecord, textAt } from './raw.ts';
import { type Entry, type ListKind, type Reading, readList } from './read-list.ts';
import type { Validator } from './validator.ts';

/** The members of the content that are lists, each record with its place. */
export type Lists = {
  -readonly [K in keyof ProjectContent as NonNullable<ProjectContent[K]> extends readonly unknown[]
    ? K
    : never]?: NonNullable<ProjectContent[K]> extends readonly (infer T)[]
    ? Entry<T>[] | undefined
    : never;
};

/** A list whose records matter to no verdict by being absent: what cannot be read is left out. */
function plain<T>(member: string, kind: string, is: Validator<T>): ListKind<T> {
  return {
    member,
    kind,
    is,
    affects: (raw) => {
      const id = textAt(raw, 'id');
      return id === undefined ? [] : [id];
    },
    replace: () => undefined,
    lost: () => undefined,
  };
}

/** A waiver that cannot be read waives nothing; nobody needs to be told that it does not count. */
const waiverList: ListKind<Waiver> = {
  ...plain('waivers', 'Waiver', valid.isWaiver),
  affects: () => [],
};

function recordList(quarantine: Quarantine): ListKind<AuthorisationRecord> {
  return {
    ...plain('authorisations', 'AuthorisationRecord', valid.isAuthorisationRecord),
    // It may have been a refusal or a withdrawal.
    replace: (raw, path) => {
      quarantine.distrustRule(textAt(raw, 'rule'), path);
      return undefined;
    },
    lost: (_raw, path) => quarantine.distrustRule(undefined, path),
  };
}

function reverificationList(quarantine: Quarantine): ListKind<Reverification> {
  return {
    ...plain('reverifications', 'Reverification', valid.isReverification),
    replace: (raw, path) => {
      const after = textAt(raw, 'after');
      if (after === undefined) {
        quarantine.fence(path, raw, 'every-step');
        return undefined;
      }
      const before = textAt(raw, 'before');
      return {
        after: itemId(after),
        ...(before === undefined ? {} : { before: itemId(before) }),
        at: '9999-12-31T23:59:59Z',
        result: 'failed',
      };
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-step'),
  };
}

/** Reads every list of a bundle. `unattributed` is told of evidence that may concern any gate. */
export function readLists(
  root: RawRecord,
  quarantine: Quarantine,
  reading: Reading,
  unattributed: (path: string) => void,
): Lists {
  const simple = <T>(member: string, kind: string, is: Validator<T>): Entry<T>[] | undefined =>
    readList(root, plain(member, kind, is), reading);
  return {
    definitions: simple('definitions', 'Definition', valid.isDefinition),
    classes: readList(root, classList(), reading),
    items: readList(root, itemList(quarantine), reading),
    dependencies: readList(root, dependencyList(quarantine), reading),
    relations: simple('relations', 'Relation', valid.isRelation),
    gates: readList(root, gateList(quarantine, reading.log), reading),
    waivers: readList(root, waiverList, reading),
    invariants: readList(root, invariantList(), reading),
    stopConditions: readList(root, stopList(quarantine), reading),
    roles: readList(root, roleList(), reading),
    people: simple('people', 'Person', valid.isPerson),
    authorisationRules: readList(root, ruleList(quarantine), reading),
    authorisations: readList(root, recordList(quarantine), reading),
    probes: simple('probes', 'Probe', valid.isProbe),
    reverifications: readList(root, reverificationList(quarantine), reading),
    tiers: simple('tiers', 'Tier', valid.isTier),
    acceptance: simple('acceptance', 'AcceptanceCategory', valid.isAcceptanceCategory),
    strengthScales: simple('strengthScales', 'StrengthScale', valid.isStrengthScale),
    documents: simple('documents', 'PlanDocument', valid.isPlanDocument),
    registers: simple('registers', 'Register', valid.isRegister),
    contracts: readContracts(root, quarantine, reading),
    metrics: simple('metrics', 'Metric', valid.isMetric),
    budgets: simple('budgets', 'Budget', valid.isBudget),
    checklists: simple('checklists', 'Checklist', valid.isChecklist),
    workflows: simple('workflows', 'Workflow', valid.isWorkflow),
    notes: simple('notes', 'Note', valid.isNote),
    evidence: readList(root, evidenceList(reading.log, unattributed), reading),
  };
}
