import type { Gate, Invariant, StopCondition } from '../model/gate.ts';
import type { AuthorisationRule } from '../model/governance.ts';
import {
  authorisationRuleId,
  gateId,
  invariantId,
  itemId,
  roleId,
  stopConditionId,
} from '../model/ids.ts';
import type { Dependency, ItemClass, PlanItem, Role } from '../model/plan.ts';
import { readCondition, unreadableId, unrecognised } from './conditions.ts';
import * as valid from './generated/validators.js';
import { childPointer } from './json-pointer.ts';
import type { ProblemLog } from './log.ts';
import {
  distrusted,
  everyGuard,
  type Quarantine,
  unreadableItem,
  unreadableRule,
} from './quarantine.ts';
import { idsAt, isRawRecord, listAt, textAt } from './raw.ts';
import type { ListKind } from './read-list.ts';

/** The id as an affected thing, or the place when there is no id. */
const own = (raw: unknown, path: string): readonly string[] => [
  textAt(raw, 'id') ?? unreadableId(path),
];

export function itemList(quarantine: Quarantine): ListKind<PlanItem> {
  return {
    member: 'items',
    kind: 'PlanItem',
    is: valid.isPlanItem,
    affects: own,
    replace: (raw, path) => {
      const parent = textAt(raw, 'parent');
      const item = unreadableItem(path, textAt(raw, 'id'), {
        ...known(raw, 'kind'),
        ...known(raw, 'title'),
        ...(parent === undefined ? {} : { parent: itemId(parent) }),
      });
      // A parent that cannot be read may be any item: none may count its children as complete.
      const hasLostParent = isRawRecord(raw) ? raw['parent'] !== parent : true;
      quarantine.fence(path, raw, hasLostParent ? 'every-item' : [item.id]);
      return item;
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-item'),
  };
}

export function dependencyList(quarantine: Quarantine): ListKind<Dependency> {
  return {
    member: 'dependencies',
    kind: 'Dependency',
    is: valid.isDependency,
    replace: (raw, path) => {
      const item = textAt(raw, 'item');
      if (item === undefined) {
        quarantine.fence(path, raw, 'every-item');
        return undefined;
      }
      return { item: itemId(item), on: itemId(textAt(raw, 'on') ?? unreadableId(path)) };
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-item'),
  };
}

export function gateList(quarantine: Quarantine, log: ProblemLog): ListKind<Gate> {
  return {
    member: 'gates',
    kind: 'Gate',
    is: valid.isGate,
    affects: own,
    replace: (raw, path) => {
      const guards = listAt(raw, 'guards');
      const items = guards?.flatMap((guard) => textAt(guard, 'item') ?? []) ?? [];
      if (guards === undefined || items.length !== guards.length) {
        quarantine.fence(path, raw, 'every-item');
      }
      const id = textAt(raw, 'id') ?? unreadableId(path);
      const conditions = listAt(raw, 'conditions') ?? [];
      return {
        id: gateId(id),
        title: textAt(raw, 'title') ?? id,
        guards: everyGuard([...new Set(items)].map(itemId)),
        conditions: [
          ...conditions.map((condition, k) =>
            readCondition(condition, childPointer(childPointer(path, 'conditions'), k), log),
          ),
          { ...unrecognised(undefined, path), originalKind: 'gate', original: raw },
        ],
        nonBypassable: true,
      };
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-item'),
  };
}

export function invariantList(): ListKind<Invariant> {
  const replace = (raw: unknown, path: string): Invariant => {
    const id = textAt(raw, 'id') ?? unreadableId(path);
    return {
      id: invariantId(id),
      title: textAt(raw, 'title') ?? id,
      condition: unrecognised(raw, path),
    };
  };
  return {
    member: 'invariants',
    kind: 'Invariant',
    is: valid.isInvariant,
    affects: own,
    replace,
    lost: () => undefined,
  };
}

export function stopList(quarantine: Quarantine): ListKind<StopCondition> {
  return {
    member: 'stopConditions',
    kind: 'StopCondition',
    is: valid.isStopCondition,
    affects: own,
    replace: (raw, path) => {
      const items = idsAt(raw, 'items')?.map(itemId);
      const isForSteps = isRawRecord(raw) && !Object.hasOwn(raw, 'items');
      quarantine.fence(path, raw, items ?? (isForSteps ? 'every-step' : 'every-item'));
      const id = textAt(raw, 'id') ?? unreadableId(path);
      return {
        id: stopConditionId(id),
        title: textAt(raw, 'title') ?? id,
        ...(items === undefined ? {} : { items }),
        safeWhile: unrecognised(raw, path),
      };
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-item'),
  };
}

export function ruleList(quarantine: Quarantine): ListKind<AuthorisationRule> {
  return {
    member: 'authorisationRules',
    kind: 'AuthorisationRule',
    is: valid.isAuthorisationRule,
    affects: own,
    replace: (raw, path) => {
      const id = textAt(raw, 'id');
      if (id === undefined) return unreadableRule(path);
      const definitions = listAt(raw, 'definitions') ?? [];
      const partOf = textAt(raw, 'partOf');
      const isMaster = isRawRecord(raw) && raw['master'] !== undefined && raw['master'] !== false;
      const rule = {
        id: authorisationRuleId(id),
        title: textAt(raw, 'title') ?? id,
        perStep: !isRawRecord(raw) || raw['perStep'] !== false,
        ...(isMaster ? { master: true } : {}),
        ...(partOf === undefined ? {} : { partOf: authorisationRuleId(partOf) }),
        definitions: definitions.filter((entry) => valid.isAuthorisationDefinition(entry)),
      };
      return distrusted(rule, path);
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-item'),
  };
}

/** Whatever a role may do, a reader that cannot read it allows it nothing. */
export function roleList(): ListKind<Role> {
  return {
    member: 'roles',
    kind: 'Role',
    is: valid.isRole,
    affects: own,
    replace: (raw, path) => {
      const id = textAt(raw, 'id');
      if (id === undefined) return undefined;
      return { id: roleId(id), title: textAt(raw, 'title') ?? unreadableId(path), advisory: true };
    },
    lost: () => undefined,
  };
}

/** A class that cannot be read asks for the most. */
export function classList(): ListKind<ItemClass> {
  return {
    member: 'classes',
    kind: 'ItemClass',
    is: valid.isItemClass,
    affects: own,
    replace: (raw) => {
      const id = textAt(raw, 'id');
      if (id === undefined) return undefined;
      return { id, title: textAt(raw, 'title') ?? id, startsAfter: 'proven' };
    },
    lost: () => undefined,
  };
}

function known<K extends string>(raw: unknown, member: K): { [P in K]?: string } {
  const value = textAt(raw, member);
  const found: { [P in K]?: string } = {};
  if (value !== undefined) found[member] = value;
  return found;
}
