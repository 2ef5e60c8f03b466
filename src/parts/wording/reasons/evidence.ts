import { paramsIn, revision, sentences } from './help.ts';

const { age, count, instant } = paramsIn('en');

/** Reasons about evidence itself, test reports, and what can be wrong with any condition. */
export const evidenceReasons = sentences({
  'not-judged': () => 'Not judged yet',
  'not-applicable': ({ text }) => `Does not apply: ${text}`,
  'does-not-apply': ({ text }) => `Does not apply now: ${text}`,
  'unknown-kind': ({ kind }) => `This version does not know conditions of the kind “${kind}”`,
  'unknown-operator': ({ operator }) => `This version does not know the operator “${operator}”`,
  'nested-too-deeply': ({ limit }) => `Conditions are nested more than ${limit} deep`,
  'unknown-reference': ({ kind, id }) =>
    `Refers to the ${kind} ${id}, which the bundle does not have`,
  'duplicate-id': ({ kind, id }) => `The ${kind} id ${id} names more than one thing`,
  'reading-problem': ({ id }) =>
    id === '' ? 'What it needs could not be read in full' : `${id} could not be read in full`,
  'unknown-critical': ({ name }) =>
    `The bundle demands “${name}”, which this version does not know`,
  'time-unreadable': ({ text }) => `“${text}” is no instant that can be read`,
  'type-mismatch': ({ actual, expected }) => `Found ${actual} where ${expected} was expected`,
  'unit-mismatch': ({ actual, expected }) =>
    `Measured in ${actual}, but the target is in ${expected}`,
  'not-a-number': ({ what }) => `${what} is no number`,
  'pattern-unreadable': ({ pattern }) => `The pattern ${pattern} cannot be read`,
  'nothing-to-check': () => 'It states nothing that could be checked',
  holds: ({ what }) => `${what} holds`,
  'does-not-hold': ({ what }) => `${what} does not hold`,

  'evidence-present': (p) => `${count(p.count, 'piece', 'pieces')} of evidence`,
  'evidence-too-few': (p) => `${p.count} of ${p.needed} pieces of evidence`,
  'evidence-none': () => 'No evidence',
  'evidence-not-found': ({ evidence }) => `The evidence ${evidence} is not in the bundle`,
  'selector-empty': () => 'It does not say which evidence it means',
  'evidence-inadmissible': ({ evidence, text }) => `${evidence} does not count: ${text}`,
  'evidence-advisory': ({ evidence }) => `${evidence} comes from an adviser and proves nothing`,
  'evidence-wrong-producer': ({ evidence }) =>
    `${evidence} comes from somebody who may not provide it`,
  'evidence-too-weak': ({ evidence, strength, needed }) =>
    `${evidence} is ${strength}; at least ${needed} is needed`,
  'evidence-without-strength': ({ evidence, needed }) =>
    `${evidence} does not say how strong it is; at least ${needed} is needed`,
  'strength-unknown': ({ strength }) => `“${strength}” stands on no scale of this plan`,
  'evidence-stale': (p) => `${p.evidence} is ${age(p.age)} old; ${age(p.maxAge)} is allowed`,
  'evidence-expired': (p) =>
    `${p.evidence} was valid for ${age(p.validFor)} and is ${age(p.age)} old`,
  'evidence-other-commit': ({ evidence, commit, needed }) =>
    `${evidence} speaks of commit ${revision(commit, needed)}, not of ${revision(needed, commit)}`,
  'evidence-without-commit': ({ evidence, needed }) =>
    `${evidence} names no commit; ${revision(needed)} is under judgement`,
  'revision-without-commit': () => 'The revision names no commit to compare with',
  'evidence-without-time': ({ evidence }) => `${evidence} has no time, so its age is unknown`,
  'evidence-later': ({ evidence, at }) => `${evidence} is from ${instant(at)}, after this instant`,
  'evidence-superseded': ({ evidence, by }) => `${evidence} was replaced by ${by}`,
  'digest-mismatch': ({ evidence }) =>
    `The bytes of ${evidence} are not the ones that were recorded`,
  'digest-not-checked': ({ evidence }) =>
    `The bytes of ${evidence} were not compared with their digest`,
  'evidence-unreadable': ({ evidence }) => `The file of ${evidence} cannot be read`,
  'evidence-file-absent': ({ evidence }) => `The file of ${evidence} is not in the bundle`,
  'facts-missing': ({ evidence, fact }) => `${evidence} holds nothing of the kind “${fact}”`,

  'tests-passed': (p) => `${p.passed} of ${count(p.executed, 'test', 'tests')} pass`,
  'tests-failed': (p) => `${count(p.failed, 'test fails', 'tests fail')}; ${p.allowed} allowed`,
  'tests-none': () => 'No test ran, and zero tests prove nothing',
  'tests-none-passed': ({ executed }) => `None of ${count(executed, 'test', 'tests')} passed`,
  'tests-too-few': ({ executed, needed }) => `${executed} of at least ${needed} tests ran`,
  'tests-skipped': (p) =>
    `${count(p.skipped, 'test was', 'tests were')} skipped; ${p.allowed} allowed`,
  'tests-flaky': (p) => `${count(p.flaky, 'test is', 'tests are')} flaky; ${p.allowed} allowed`,
  'tests-not-listed': ({ evidence }) => `${evidence} gives totals but does not list its tests`,
  'tests-counts-inconsistent': ({ evidence }) => `The totals of ${evidence} do not add up`,
  'tests-unaccounted': (p) => `${count(p.count, 'test has', 'tests have')} no known outcome`,
  'tests-tier-not-reported': ({ tier }) => `No report for the tier ${tier}`,
  'tests-suite-not-reported': ({ suite }) => `No report for the suite ${suite}`,
  'tests-acceptance-without-result': ({ acceptance, without, of }) =>
    `${without} of ${of} acceptance ids have no result, ${acceptance} first`,
});
