import { childPointer } from '../lib/json/json-pointer.ts';
import { areCompatible } from '../lib/units.ts';
import type { Condition } from '../model/condition.ts';
import type { GateId } from '../model/ids.ts';
import type { References } from './references.ts';

/**
 * Checks what conditions refer to.
 *
 * @param path pointer to the list, or to the holder of a single condition
 * @param member the holder's member, for a single condition
 */
export function checkConditions(
  conditions: readonly Condition[],
  path: string,
  refs: References,
  member?: string,
): void {
  for (const [k, condition] of conditions.entries()) {
    checkCondition(condition, childPointer(path, member ?? k), refs);
  }
}

function checkCondition(condition: Condition, path: string, refs: References): void {
  const at = (member: string): string => `${path}/${member}`;
  if (condition.appliesWhen !== undefined) {
    checkCondition(condition.appliesWhen.condition, at('appliesWhen/condition'), refs);
  }
  if ('minStrength' in condition) refs.strength(condition.minStrength, at('minStrength'));
  if ('producers' in condition) {
    for (const role of condition.producers ?? []) refs.role(role, at('producers'));
  }
  switch (condition.kind) {
    case 'evidence':
    case 'tests':
      refs.evidences(condition.evidence.ids, at('evidence/ids'));
      if (condition.kind === 'tests') refs.tier(condition.tier, at('tier'));
      break;
    case 'metric': {
      refs.metric(condition.metric, at('metric'));
      const unit = refs.unitOf(condition.metric);
      if (unit !== undefined && !areCompatible(unit, condition.unit)) {
        const params = { unit: condition.unit, expected: unit };
        refs.log.report('unit-mismatch', at('unit'), { params });
      }
      break;
    }
    case 'budget':
      refs.budget(condition.budget, at('budget'));
      break;
    case 'authorisation':
      refs.rule(condition.rule, at('rule'));
      refs.item(condition.step, at('step'));
      break;
    case 'probe':
      refs.probe(condition.probe, at('probe'));
      refs.item(condition.step, at('step'));
      break;
    case 'rehearsal':
      refs.item(condition.step, at('step'));
      break;
    case 'deliverable':
      refs.deliverable(condition.deliverable, at('deliverable'));
      break;
    case 'cross-check':
      for (const side of ['left', 'right'] as const) {
        const operand = condition[side];
        if ('evidence' in operand) refs.evidence(operand.evidence, at(`${side}/evidence`));
      }
      break;
    case 'value':
      refs.evidence(condition.evidence, at('evidence'));
      break;
    case 'attestation':
      break;
    case 'document':
      refs.document(condition.document, at('document'));
      break;
    case 'review':
      refs.role(condition.role, at('role'));
      break;
    case 'gate':
      refs.gate(condition.gate, at('gate'));
      break;
    case 'all':
    case 'any':
    case 'at-least':
      checkConditions(condition.of, at('of'), refs);
      break;
    case 'not':
      checkCondition(condition.of, at('of'), refs);
      break;
    case 'unrecognised': {
      if (refs.log.covers(path)) break;
      const params = { kind: condition.originalKind, id: condition.id };
      refs.log.report('condition-unrecognised', path, { params });
      break;
    }
  }
}

/** Gates that conditions refer to, at any depth. */
export function gatesInside(conditions: readonly Condition[]): GateId[] {
  return conditions.flatMap((condition) => {
    const applies = condition.appliesWhen;
    const inside = applies === undefined ? [] : gatesInside([applies.condition]);
    if (condition.kind === 'gate') return [condition.gate, ...inside];
    if (condition.kind === 'not') return [...gatesInside([condition.of]), ...inside];
    return 'of' in condition ? [...gatesInside(condition.of), ...inside] : inside;
  });
}
