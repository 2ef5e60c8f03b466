import { childPointer } from '../lib/json/json-pointer.ts';
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
import type { ProblemLog } from './log.ts';
import { distrusted, everyGuard, type Quarantine } from './quarantine.ts';
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
      const item = salvagedItem(raw, path);
      // Its parent may be any item, and any item may wait for it.
      const isPlaced = isRawRecord(raw) && raw['parent'] === parent && raw['id'] === item.id;
      quarantine.fence(path, raw, isPlaced ? [item.id] : 'every-item');
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
      const on = textAt(raw, 'on');
      // It may have closed a circle through what needs the item.
      if (on === undefined) quarantine.fence(path, raw, { upFrom: itemId(item) });
      return { item: itemId(item), on: itemId(on ?? unreadableId(path)) };
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
            readCondition(condition, childPointer(`${path}/conditions`, k), log),
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
      const isForSteps =
        isRawRecord(raw) && !Object.hasOwn(raw, 'items') && textAt(raw, 'id') !== undefined;
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
      const id = textAt(raw, 'id') ?? unreadableId(path);
      const definitions = listAt(raw, 'definitions') ?? [];
      const partOf = textAt(raw, 'partOf');
      // A rule of which nothing is known may be the one without which nothing is allowed.
      const isMaster =
        !isRawRecord(raw) ||
        textAt(raw, 'id') === undefined ||
        (raw['master'] !== undefined && raw['master'] !== false);
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

/** What can be read of an item, member by member; what cannot is taken to be the worst. */
function salvagedItem(raw: unknown, path: string): PlanItem {
  const id = textAt(raw, 'id') ?? unreadableId(path);
  let item: PlanItem = {
    id: itemId(id),
    kind: textAt(raw, 'kind') ?? 'unreadable',
    title: textAt(raw, 'title') ?? id,
  };
  if (!isRawRecord(raw)) return { ...item, declared: { state: 'unknown' } };
  for (const [member, value] of Object.entries(raw)) {
    const candidate = { ...item, [member]: value };
    if (valid.isPlanItem(candidate)) item = candidate;
  }
  return {
    ...item,
    ...(raw['forbidden'] !== undefined && item.forbidden === undefined
      ? { forbidden: { reason: unreadableId(`${path}/forbidden`) } }
      : {}),
    ...(item.declared === undefined ? { declared: { state: 'unknown' } } : {}),
  };
}
