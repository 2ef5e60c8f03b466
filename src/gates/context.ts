import { parseTimestamp } from '../lib/timestamp.ts';
import type { Pointer } from '../model/common.ts';
import type { DigestState, Evidence } from '../model/evidence.ts';
import type { AuthorisationRecord } from '../model/governance.ts';
import type { AuthorisationRuleId, EvidenceId, GateId, ItemId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';
import type { Touched } from './change.ts';
import { FactIndex } from './facts.ts';
import type { EvaluationOptions, EvidenceUse, GateResult } from './types.ts';

/** What a condition may ask about the rest of the plan, as far as it has been computed. */
export interface World {
  /** `undefined` for a gate that does not exist or that waits for the one being judged. */
  readonly gate: (id: GateId) => GateResult | undefined;
  /**
   * Whether the item has been carried out: its completion as computed; `in-doubt` when somebody
   * declared it complete and the rules disagree; `undefined` when there is no such item.
   */
  readonly carriedOut: (id: ItemId) => boolean | 'in-doubt' | undefined;
}

/** Everything that judging a condition needs. One for each evaluation; its caches are its own. */
export class JudgeContext {
  readonly options: EvaluationOptions;
  /** Milliseconds since the epoch. */
  readonly asOf: number;
  readonly world: World;
  project: Project;
  /** Ids that a fault in reading makes unfit to be believed, whatever they name. */
  readonly distrusted: ReadonlySet<string>;
  /** Those of them of which reading found nothing wrong but that they wait for each other. */
  readonly circular: ReadonlySet<string>;
  /** Answers that several conditions share, by a key without ambiguity. Emptied on any change. */
  readonly shared = new Map<string | object, unknown>();
  #facts: FactIndex | undefined;
  #masterRules: readonly AuthorisationRuleId[] | undefined;
  #recordsByStep: Map<AuthorisationRuleId, Map<ItemId, AuthorisationRecord[]>> | undefined;

  /** @throws RangeError when `asOf` is no RFC 3339 instant: nothing can be judged without one. */
  constructor(project: Project, options: EvaluationOptions, world: World) {
    this.project = project;
    this.options = options;
    this.world = world;
    this.asOf = parseTimestamp(options.asOf);
    if (Number.isNaN(this.asOf)) throw new RangeError(`Not an RFC 3339 instant: ${options.asOf}`);
    const { circular, distrusted } = distrustedIds(project);
    this.distrusted = distrusted;
    this.circular = circular;
  }

  get facts(): FactIndex {
    this.#facts ??= new FactIndex(this.project.index.evidence.values());
    return this.#facts;
  }

  /** Grants and refusals of a rule that name the step. Plans have thousands of steps. */
  recordsFor(rule: AuthorisationRuleId, step: ItemId): readonly AuthorisationRecord[] {
    this.#recordsByStep ??= new Map();
    let ofRule = this.#recordsByStep.get(rule);
    if (ofRule === undefined) {
      ofRule = new Map();
      for (const record of this.project.index.records.get(rule) ?? []) {
        for (const named of new Set(record.steps)) {
          const list = ofRule.get(named);
          if (list === undefined) ofRule.set(named, [record]);
          else list.push(record);
        }
      }
      this.#recordsByStep.set(rule, ofRule);
    }
    return ofRule.get(step) ?? [];
  }

  /** Rules without which nothing may be carried out, in the order of ids. */
  get masterRules(): readonly AuthorisationRuleId[] {
    this.#masterRules ??= [...this.project.index.rules.values()]
      .filter(({ master }) => master === true)
      .map(({ id }) => id)
      .sort();
    return this.#masterRules;
  }

  /** After a change of evidence: forget what was remembered of the old one. */
  replaceProject(project: Project, touched: Touched): void {
    this.project = project;
    if (this.#facts !== undefined) {
      for (const entry of touched.removed) this.#facts.remove(entry);
      for (const entry of touched.added) this.#facts.add(entry);
    }
    this.shared.clear();
    if (touched.records.length > 0) this.#recordsByStep = undefined;
  }

  digestOf(id: EvidenceId): DigestState | undefined {
    const { digests } = this.project.reading;
    return digests.size === 0 ? undefined : digests.get(id);
  }

  use(evidence: Evidence, pointer?: Pointer): EvidenceUse {
    const digest = this.digestOf(evidence.id);
    const use: { -readonly [K in keyof EvidenceUse]: EvidenceUse[K] } = { evidence: evidence.id };
    if (pointer !== undefined) use.pointer = pointer;
    if (digest !== undefined) use.digest = digest;
    return use;
  }

  /** Remembers what several conditions ask in the same words. */
  share<T extends object>(key: string | object, compute: () => T): T {
    const known = this.shared.get(key);
    // The key names the question, and each question has one type of answer.
    if (known !== undefined) return known as T;
    const value = compute();
    this.shared.set(key, value);
    return value;
  }
}

const circles: ReadonlySet<string> = new Set(['dependency-cycle', 'parent-cycle']);

function distrustedIds(project: Project): Pick<JudgeContext, 'circular' | 'distrusted'> {
  const circular = new Set<string>();
  const others = new Set<string>();
  for (const problem of project.reading.problems) {
    if (problem.severity === 'warning') continue;
    const ids = circles.has(problem.code) ? circular : others;
    for (const id of problem.affects ?? []) ids.add(id);
  }
  const distrusted = new Set([...circular, ...others]);
  for (const id of others) circular.delete(id);
  return { distrusted, circular };
}

/** Code-unit order: the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
