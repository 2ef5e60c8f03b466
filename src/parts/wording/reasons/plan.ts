import { paramsIn, sentences } from './help.ts';

const { count, instant } = paramsIn('en');

/** Reasons about items, invariants and findings. */
export const planReasons = sentences({
  'item-complete': () => 'Declared complete, and everything it needs is there',
  'item-proven': () => 'Every gate of its completion has passed',
  'item-proven-by-children': (p) => `${count(p.count, 'part is', 'parts are')} complete`,
  'item-ready': () => 'Everything before it is complete; it may start',
  'item-in-progress': () => 'Under way, and lawfully so',
  'item-children-under-way': (p) => `${count(p.count, 'part is', 'parts are')} under way`,
  'item-waits': ({ items, gates }) =>
    [
      items === 0 ? '' : count(items, 'item', 'items'),
      gates === 0 ? '' : count(gates, 'gate', 'gates'),
    ]
      .filter((text) => text !== '')
      .join(' and ')
      .replace(/^(.*)$/, 'Waits for $1'),
  'item-own-gates-open': (p) =>
    `${count(p.gates, 'gate of its own is', 'gates of its own are')} open`,
  'item-own-gate-failed': ({ gate }) => `Its own gate ${gate} fails`,
  'item-declared': ({ state }) => `Declared ${state}`,
  'item-not-startable': ({ declared }) => `Declared ${declared}, but it may not have started`,
  'item-children-open': (p) =>
    `Declared ${p.declared}, but ${count(p.count, 'part is', 'parts are')} not complete`,
  'item-without-evidence': ({ declared }) => `Declared ${declared}, but nothing shows it`,
  'item-evidence-unusable': ({ evidence, declared }) =>
    `Declared ${declared}, but ${evidence} does not count`,
  'item-gate-not-passed': ({ gate, declared }) =>
    `Declared ${declared}, but the gate ${gate} has not passed`,
  'item-deferred': ({ text }) => `Out of scope for now: ${text}`,
  'item-in-deferred': ({ item }) => `Part of ${item}, which is out of scope for now`,
  'item-stopped': ({ stop }) => `The stop condition ${stop} holds`,
  'item-stop-latched': ({ stop, since }) =>
    `${stop} stopped it on ${instant(since)}; a finding and a new authorisation lift that, nothing else`,
  'stop-without-rule': ({ stop }) => `The stop condition ${stop} does not say when it holds`,
  'item-gate-in-doubt': ({ gate }) => `It cannot be told which items ${gate} guards`,
  'item-scope-in-doubt': () => 'It cannot be told whether it is in scope',
  'item-stop-unjudged': ({ stop }) => `It cannot be told whether the stop condition ${stop} holds`,
  'item-forbidden': ({ text }) => `Must not be carried out: ${text}`,
  'item-in-cycle': ({ members }) => `Waits for itself in a circle: ${members}`,
  'item-dangling': ({ on }) => `Waits for ${on}, which the plan does not have`,
  'item-attempts-exhausted': ({ contract, limit }) =>
    `All ${limit} attempts of ${contract} are used up`,

  'invariant-holds': (p) => `Holds in ${count(p.checked, 'case', 'cases')}`,
  'invariant-violated': (p) => `${count(p.count, 'case breaks', 'cases break')} it`,
  'invariant-nothing-to-judge': () => 'The plan has nothing that it speaks of',
  'invariant-not-judged': ({ checked, open }) => `${open} of ${checked} cases cannot be judged`,
  'invariant-unknown-rule': ({ rule }) => `This version does not know the rule “${rule}”`,
  'complete-without-evidence': ({ item }) => `${item} is complete without evidence`,
  'box-without-evidence': ({ box }) => `The box “${box}” is ticked without evidence`,
  'box-link-broken': ({ box, href }) => `The box “${box}” links to ${href}, which does not exist`,
  'complete-before-dependency': ({ item, on }) => `${item} is complete before ${on}`,
  'phase-before-phase': ({ phase, earlier }) =>
    `${phase} advanced while ${earlier} has an open blocker`,
  'closed-without-gate': ({ item, gate }) => `${item} is closed although ${gate} has not passed`,
  'step-without-authorisation': ({ item }) =>
    `${item} was carried out without an authorisation of its own`,
  'one-record-many-steps': ({ record, steps }) => `${record} covers ${steps} at once`,
  'not-re-verified': ({ after, before }) =>
    `Nothing was verified again between ${after} and ${before}`,
  're-verification-failed': ({ after, at }) =>
    `Verifying again after ${after} failed on ${instant(at)}`,
  'advisory-grant': ({ record, role }) => `${record} is by ${role}, who only advises`,
  'attempts-over-limit': ({ contract, attempts, limit }) =>
    `${contract} took ${attempts} attempts; ${limit} are allowed`,
  'forbidden-effect': ({ item, effect }) => `${item} had a forbidden effect: ${effect}`,
  'gate-recorded-otherwise': ({ gate, recorded, computed }) =>
    `${gate} is recorded as ${recorded} and computed as ${computed}`,
  'item-recorded-otherwise': ({ item, recorded, computed }) =>
    `${item} is declared ${recorded} and computed as ${computed}`,
  'attempt-recorded-otherwise': ({ contract, attempt, exitCode }) =>
    `Attempt ${attempt} of ${contract} is recorded against its exit code ${exitCode}`,
  'number-names-several': ({ namespace, number, count: things }) =>
    `${number} names ${things} things in ${namespace}`,
  'id-names-several': ({ kind, id }) => `The ${kind} id ${id} names more than one thing`,
  'file-not-delivered': ({ path, why }) =>
    `${path} is referred to (${why}), but nobody delivers it`,
  'count-differs': ({ what, stated, counted }) => `${what}: ${stated} stated, ${counted} counted`,
  'number-differs': ({ what, stated, other }) =>
    `${what}: ${stated} in one place, ${other} in another`,
  'condition-violated': ({ condition }) => `${condition} does not hold`,

  'dependency-of-unknown-item': ({ item, on }) =>
    `A dependency on ${on} belongs to ${item}, which is unknown`,
  'parent-unknown': ({ item, parent }) =>
    `${item} belongs to ${parent}, which the plan does not have`,
  'guard-unknown': ({ gate, item }) => `${gate} guards ${item}, which the plan does not have`,
  'class-unknown': ({ item, class: name }) => `${item} has the class ${name}, which is not defined`,
  'deferred-but-needed': ({ item, by }) => `${item} is out of scope, yet ${by} needs it`,
  'deferred-but-declared': ({ item, declared }) =>
    `${item} is out of scope, yet declared ${declared}`,
  'proven-but-declared': ({ item, declared }) => `${item} is proven, yet declared ${declared}`,
  'waiver-expired': ({ waiver, condition, expires }) =>
    `The waiver ${waiver} for ${condition} expired on ${instant(expires)}`,
  'waiver-ignored': ({ waiver, condition }) =>
    `The waiver ${waiver} for ${condition} is ignored: the gate cannot be waived`,
  'waiver-not-valid': ({ waiver, missing }) =>
    `The waiver ${waiver} is not valid: it has no ${missing}`,
  'waiver-unused': ({ waiver, condition }) =>
    `The waiver ${waiver} is not needed: ${condition} holds`,
  'two-definitions': ({ rule, definitions }) =>
    `${rule} has two definitions in force (${definitions}); both must be met`,
  'daily-cap-beyond-monthly': ({ budget, daily, monthly }) =>
    `${budget}: ${daily} a day for a month is more than its cap of ${monthly}`,
  'totals-out-of-reach': ({ contract, least, most, min, max }) =>
    `${contract}: its files may have ${most === null ? `${least} lines or more` : `${least} to ${most} lines`}, its total ${min} to ${max}`,
  'document-lock-broken': ({ document }) => `${document} changed after it was locked`,
  'lift-incomplete': ({ stop, missing }) =>
    `The stop ${stop} is not lifted: its ${missing} is missing`,
  'target-without-metric': ({ target }) => `Nothing measures the target ${target}`,
});
