import type { Condition } from '../model/condition.ts';
import type { Gate, Guard } from '../model/gate.ts';
import type { AuthorisationRule } from '../model/governance.ts';
import { definitionId, gateId, type ItemId, roleId } from '../model/ids.ts';
import type { Dependency, PlanItem } from '../model/plan.ts';
import { unreadableId, unrecognised } from './conditions.ts';

/** Whom something unreadable may concern. */
export type Concerned =
  | readonly ItemId[]
  | 'every-item'
  | 'every-step'
  /** The item, and all that need it: what it is part of, and what waits for it. */
  | { readonly upFrom: ItemId };

/**
 * Keeps what could not be read from making anything greener. What it may concern gets a gate with a
 * condition that cannot be judged, so that it can be neither started nor completed; an
 * authorisation rule of which something is lost gets a demand that nobody can meet.
 */
export class Quarantine {
  readonly #fences: { readonly path: string; readonly raw: unknown; readonly items: Concerned }[] =
    [];
  readonly #distrustedRules = new Map<string, string>();
  #everyRule: string | undefined;

  /** @param path where the unreadable thing stands */
  fence(path: string, raw: unknown, items: Concerned): void {
    this.#fences.push({ path, raw, items });
  }

  distrustRule(rule: string | undefined, path: string): void {
    if (rule === undefined) this.#everyRule ??= path;
    else if (!this.#distrustedRules.has(rule)) this.#distrustedRules.set(rule, path);
  }

  /** The gates that stand for what was lost. Those that concern everything share one. */
  gates(items: readonly PlanItem[], dependencies: readonly Dependency[]): Gate[] {
    const gates: Gate[] = [];
    const wide = new Map<
      string,
      { readonly guarded: readonly ItemId[]; conditions: Condition[] }
    >();
    for (const { path, raw, items: concerned } of this.#fences) {
      if (typeof concerned !== 'string') {
        const guarded =
          'upFrom' in concerned ? upFrom(concerned.upFrom, items, dependencies) : concerned;
        gates.push(fenceGate(path, guarded, [unrecognised(raw, path)]));
        continue;
      }
      const key = `unreadable:${concerned}`;
      let gate = wide.get(key);
      if (gate === undefined) {
        const guarded = items
          .filter((item) => concerned === 'every-item' || item.kind === 'step')
          .map((item) => item.id);
        gate = { guarded: [...new Set(guarded)], conditions: [] };
        wide.set(key, gate);
      }
      gate.conditions.push({ ...unrecognised(raw, path), id: unrecognised(undefined, path).id });
    }
    for (const [key, { guarded, conditions }] of wide) {
      gates.push({ ...fenceGate('', guarded, conditions), id: gateId(key), title: key });
    }
    return gates;
  }

  /** The rules, with a demand that nobody can meet where something of theirs is lost. */
  rules(rules: readonly AuthorisationRule[] | undefined): readonly AuthorisationRule[] | undefined {
    if (this.#everyRule === undefined && this.#distrustedRules.size === 0) return rules;
    return rules?.map((rule) => {
      const path = this.#distrustedRules.get(rule.id) ?? this.#everyRule;
      return path === undefined ? rule : distrusted(rule, path);
    });
  }
}

/** A rule that can no longer be met, because something of it or under it could not be read. */
export function distrusted(rule: AuthorisationRule, path: string): AuthorisationRule {
  const id = unreadableId(path);
  return {
    ...rule,
    definitions: [
      ...rule.definitions,
      {
        id: definitionId(id),
        title: id,
        from: '0001-01-01T00:00:00Z',
        demands: [{ role: roleId(id), forms: [] }],
      },
    ],
  };
}

/** Guards against starting, completing and going on to later phases. */
export function everyGuard(items: readonly ItemId[]): Guard[] {
  return items.flatMap((item) => [
    { item, effect: 'start' },
    { item, effect: 'complete' },
    { item, effect: 'advance' },
  ]);
}

function upFrom(
  item: ItemId,
  items: readonly PlanItem[],
  dependencies: readonly Dependency[],
): readonly ItemId[] {
  const needers = new Map<ItemId, ItemId[]>();
  const add = (needed: ItemId, by: ItemId): void => {
    const known = needers.get(needed);
    if (known === undefined) needers.set(needed, [by]);
    else known.push(by);
  };
  for (const { id, parent } of items) if (parent !== undefined) add(id, parent);
  for (const dependency of dependencies) add(dependency.on, dependency.item);
  const found = new Set([item]);
  for (const next of found) for (const by of needers.get(next) ?? []) found.add(by);
  return [...found];
}

function fenceGate(path: string, items: readonly ItemId[], conditions: readonly Condition[]): Gate {
  const id = unreadableId(path);
  return {
    id: gateId(id),
    title: id,
    guards: everyGuard(items),
    conditions: conditions.map((condition) => {
      const { blocking: _always, ...rest } = condition;
      return rest;
    }),
    nonBypassable: true,
  };
}
