import type { GateId } from '../model/ids.ts';
import { isGateInDoubt } from './doubt.ts';
import { isSatisfied } from './judgement.ts';
import type { Axes } from './plan-state.ts';
import type { ConditionResult, GateResult } from './types.ts';

type ReadinessOf = Axes['readiness'];
type PermissionOf = Axes['permission'];

const READINESS: readonly ReadinessOf[] = ['none', 'proven', 'unproven', 'failing'];
const PERMISSION: readonly PermissionOf[] = ['none', 'authorised', 'expired', 'not-authorised'];

export const NO_AXES: Axes = {
  readiness: 'none',
  permission: 'none',
  isProven: false,
  isInDoubt: false,
};

export function worseReadiness(a: ReadinessOf, b: ReadinessOf): ReadinessOf {
  return READINESS.indexOf(a) >= READINESS.indexOf(b) ? a : b;
}

export function worsePermission(a: PermissionOf, b: PermissionOf): PermissionOf {
  return PERMISSION.indexOf(a) >= PERMISSION.indexOf(b) ? a : b;
}

/**
 * What the blocking conditions of a gate say about being built and proven on the one hand, and
 * about being allowed on the other. The two never melt into one.
 */
export function axesOf(result: GateResult, axesOfGate: (id: GateId) => Axes | undefined): Axes {
  let readiness: ReadinessOf = 'none';
  let permission: PermissionOf = 'none';
  let isProven = false;
  for (const condition of result.conditions) {
    if (!condition.blocking) continue;
    if (condition.verdict === 'passed') isProven = true;
    const found = ofCondition(condition, axesOfGate);
    readiness = worseReadiness(readiness, found.readiness);
    permission = worsePermission(permission, found.permission);
  }
  // A gate that is open for a reason of its own (a fault, a cycle) shows nothing to be proven.
  const isOpenItself = result.verdict !== 'passed' && result.reason.code !== 'gate-open';
  if (isOpenItself && readiness === 'proven') readiness = 'unproven';
  return {
    readiness,
    permission,
    isProven: isProven && result.verdict === 'passed',
    isInDoubt: isGateInDoubt(result, (id) => axesOfGate(id)?.isInDoubt === true),
  };
}

function ofCondition(
  condition: ConditionResult,
  axesOfGate: (id: GateId) => Axes | undefined,
): Pick<Axes, 'readiness' | 'permission'> {
  if (condition.kind === 'gate') {
    const other = condition.gate === undefined ? undefined : axesOfGate(condition.gate);
    const isSilent = other?.readiness === 'none' && other.permission === 'none';
    if (other !== undefined && (!isSilent || isSatisfied(condition.verdict))) return other;
  }
  const { hasPermission, hasReadiness } = leavesOf(condition);
  return {
    readiness: hasReadiness ? readinessOf(condition) : 'none',
    permission: hasPermission ? permissionOf(condition) : 'none',
  };
}

function leavesOf(condition: ConditionResult) {
  let hasPermission = false;
  let hasReadiness = false;
  const open = [condition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.parts !== undefined && next.parts.length > 0) open.push(...next.parts);
    else if (next.kind === 'authorisation') hasPermission = true;
    else {
      hasReadiness = true;
      // Nobody knows what it asked for: it may have been a permission.
      if (next.kind === 'unrecognised') hasPermission = true;
    }
  }
  return { hasPermission, hasReadiness };
}

function readinessOf({ verdict }: ConditionResult): ReadinessOf {
  if (isSatisfied(verdict)) return 'proven';
  return verdict === 'failed' ? 'failing' : 'unproven';
}

/** A waiver lets a gate pass; it is nobody's authorisation. */
function permissionOf({ verdict, underlying }: ConditionResult): PermissionOf {
  const judged = verdict === 'waived' ? (underlying ?? verdict) : verdict;
  if (judged === 'passed') return 'authorised';
  if (judged === 'not-applicable') return 'none';
  return judged === 'stale' ? 'expired' : 'not-authorised';
}
