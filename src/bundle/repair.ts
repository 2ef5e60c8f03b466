import { childPointer, pointerMembers } from '../lib/json/json-pointer.ts';
import type { Condition } from '../model/condition.ts';
import { shapes } from './generated/shapes.ts';
import type { ProblemLog } from './log.ts';
import { type Draft, isDraft, isRawList, textAt } from './raw.ts';
import type { Member, Shape } from './shape.ts';
import type { ValidationError, Validator } from './validator.ts';

/** More repairs than this in one record: it is set aside. */
const maxRepairs = 200;

/** How a record was read; `undefined` when it has to be set aside. */
export interface Read<T> {
  readonly value: T | undefined;
  /** The rule that was broken, when it was set aside. */
  readonly rule?: string;
}

/** Reads a condition wherever one stands; there is always a result. */
export type ConditionReader = (raw: unknown, path: string) => Condition;

/**
 * Makes a copy without unknown members valid, in place: unknown words become the safest one, and
 * members go whose absence can make nothing better. Each repair is reported.
 */
export function repairRecord<T>(
  is: Validator<T>,
  kind: string,
  copy: Draft,
  path: string,
  log: ProblemLog,
): Read<T> {
  for (let repairs = 0; repairs < maxRepairs; repairs += 1) {
    if (is(copy)) return { value: copy };
    const error = is.errors?.[0];
    if (error === undefined || !repaired(copy, kind, error, path, log)) {
      return { value: undefined, rule: error?.keyword ?? 'type' };
    }
  }
  return { value: undefined, rule: 'repairs' };
}

/** Leaves out unknown members and reads the conditions, in place. */
export function cleanRecord(
  draft: Draft,
  kind: string,
  path: string,
  log: ProblemLog,
  conditions: ConditionReader,
): void {
  const members = membersOf(shapes[kind], draft);
  if (members === undefined) return;
  for (const [name, child] of Object.entries(draft)) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    const at = childPointer(path, name);
    if (member === undefined) {
      delete draft[name];
      log.report('member-unknown', at, { params: { member: name, kind } });
      continue;
    }
    if (member.is === undefined) continue;
    if (member.list === true) {
      if (!isRawList(child)) continue;
      draft[name] = child.map((entry, k) =>
        cleanValue(entry, member.is ?? '', childPointer(at, k), log, conditions),
      );
    } else {
      draft[name] = cleanValue(child, member.is, at, log, conditions);
    }
  }
}

function cleanValue(
  value: unknown,
  kind: string,
  path: string,
  log: ProblemLog,
  conditions: ConditionReader,
): unknown {
  if (kind === 'Condition') return conditions(value, path);
  if (isDraft(value)) cleanRecord(value, kind, path, log, conditions);
  return value;
}

/** Members that the value's type has; for a union, those of the type that its tag names. */
function membersOf(
  shape: Shape | undefined,
  value: Draft,
): Readonly<Record<string, Member>> | undefined {
  if (shape === undefined) return undefined;
  if ('members' in shape) return shape.members;
  if ('by' in shape) {
    const tag = textAt(value, shape.by);
    const named = tag !== undefined && Object.hasOwn(shape.of, tag) ? shape.of[tag] : undefined;
    return named === undefined ? undefined : membersOf(shapes[named], value);
  }
  const all: Record<string, Member> = {};
  for (const name of shape.among) Object.assign(all, membersOf(shapes[name], value));
  return all;
}

function repaired(
  root: Draft,
  kind: string,
  error: ValidationError,
  path: string,
  log: ProblemLog,
): boolean {
  const steps = pointerMembers(error.instancePath);
  const missing = error.params['missingProperty'];
  if (error.keyword === 'required' && missing === 'title') {
    return titled(root, steps, `${path}${error.instancePath}`, log);
  }
  let shape = shapes[kind];
  let node: unknown = root;
  let at = path;
  let best: (() => void) | undefined;
  for (let k = 0; k < steps.length && isDraft(node) && shape !== undefined; k += 1) {
    const name = steps[k] ?? '';
    const holder: Draft = node;
    const members = membersOf(shape, holder);
    const member =
      members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined) break;
    const here = childPointer(at, name);
    const { fallback } = member;
    if (fallback !== undefined && k === steps.length - 1) {
      const word = holder[name];
      best = () => {
        holder[name] = fallback;
        const params = { member: name, word: wordOf(word), used: fallback };
        // Whoever does not know how far an item is must not let it go on.
        const id = kind === 'PlanItem' ? textAt(root, 'id') : undefined;
        const affects = id === undefined ? {} : { affects: [id] };
        log.report('word-unknown', here, { params, ...affects });
      };
    } else if (member.harmless === true) {
      best = () => {
        delete holder[name];
        const params = { member: name, kind, rule: error.keyword };
        log.report('member-left-out', here, { params });
      };
    }
    at = here;
    node = holder[name];
    shape = member.is === undefined ? undefined : shapes[member.is];
    if (member.list === true && isRawList(node)) {
      k += 1;
      const index = steps[k];
      if (index === undefined) break;
      at = childPointer(at, index);
      node = node[Number(index)];
    }
  }
  best?.();
  return best !== undefined;
}

function titled(root: Draft, steps: readonly string[], path: string, log: ProblemLog): boolean {
  let node: unknown = root;
  for (const step of steps) {
    if (isRawList(node)) node = node[Number(step)];
    else if (isDraft(node)) node = node[step];
  }
  const id = textAt(node, 'id');
  if (!isDraft(node) || id === undefined) return false;
  node['title'] = id;
  log.report('title-missing', path, { params: { id } });
  return true;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
