import { en as valueWords } from '../values-en.ts';
import { operatorIn, paramsIn, sentences } from './help.ts';

const { age, count, instant, value } = paramsIn('en');
const operator = operatorIn(valueWords);

/** Reasons about metrics, budgets, probes, rehearsals, deliverables and values. */
export const measureReasons = sentences({
  'metric-holds': (p) =>
    `${p.aggregate} is ${p.value} over ${count(p.samples, 'sample', 'samples')}, within the target`,
  'metric-misses': (p) =>
    `${p.aggregate} is ${p.value} over ${count(p.samples, 'sample', 'samples')}, beyond the target`,
  'metric-without-points': ({ metric }) => `${metric} has no points`,
  'metric-without-evidence': ({ metric }) => `The points of ${metric} come from no evidence`,
  'metric-too-few-samples': ({ samples, needed }) => `${samples} of at least ${needed} samples`,
  'metric-window-empty': (p) =>
    `None of ${count(p.samples, 'sample', 'samples')} falls into the last ${age(p.window)}`,
  'metric-samples-stale': (p) =>
    `The newest sample is ${age(p.age)} old; ${age(p.maxAge)} is allowed`,
  'metric-not-binary': ({ value }) => `A rate is taken of yes and no, but a sample is ${value}`,
  'metric-malformed': ({ metric }) => `The points of ${metric} do not fit together`,
  'unknown-aggregate': ({ aggregate }) => `This version does not know the aggregate “${aggregate}”`,

  'budget-kept': ({ check }) => `The budget is kept (${check})`,
  'budget-day-over': ({ day, spent, cap }) =>
    `${spent} was spent on ${day}; the cap is ${cap} a day`,
  'budget-month-over': ({ month, spent, cap }) =>
    `${spent} was spent in ${month}; the cap is ${cap} a month`,
  'budget-days-missing': (p) =>
    `${count(p.count, 'day has', 'days have')} no figure, ${p.day} first`,
  'budget-incomplete': ({ missing }) => `The budget does not state its ${missing}`,
  'budget-alert-missing': ({ month, threshold }) =>
    `No alert in ${month}, although ${threshold} was reached`,
  'budget-alert-late': ({ month, lead, needed }) =>
    `The alert in ${month} came ${age(lead)} ahead; ${age(needed)} is needed`,
  'budget-not-stated': () => 'No place states the caps',
  'budget-stated-differently': ({ path, stated, cap }) =>
    `${path} states ${stated}, the budget ${cap}`,

  'probe-holds': ({ at }) => `Observed as expected on ${instant(at)}`,
  'probe-drifts': ({ at }) => `Observed otherwise than expected on ${instant(at)}`,
  'probe-organic-growth': ({ at }) =>
    `Differs on ${instant(at)}, which unrelated traffic may explain`,
  'probe-not-observed': ({ probe }) => `${probe} was not observed`,
  'probe-one-observation': ({ probe }) => `${probe} was observed once; a comparison needs two`,
  'probe-expects-nothing': ({ probe }) => `${probe} states no expected value for this moment`,
  'probe-expectation-in-doubt': ({ item }) =>
    `What is expected depends on ${item}, whose state is in doubt`,
  'probe-stale': (p) => `Observed ${age(p.age)} ago; ${age(p.maxAge)} is allowed`,
  'probe-ambiguous': ({ at }) => `Two observations of ${instant(at)} disagree`,
  'rehearsal-clean': (p) =>
    `${count(p.compared, 'value is', 'values are')} the same before and after the rehearsal`,
  'rehearsal-residue': (p) =>
    `The rehearsal left a trace: ${count(p.differences, 'value differs', 'values differ')}, ${p.name} first`,
  'rehearsal-none': ({ step }) => `${step} was not rehearsed`,
  'rehearsal-nothing-compared': ({ step }) => `The rehearsal of ${step} compared nothing`,
  'rehearsal-stale': (p) => `Rehearsed ${age(p.age)} ago; ${age(p.maxAge)} is allowed`,

  'deliverable-ok': (p) => `${count(p.checks, 'check holds', 'checks hold')}`,
  'deliverable-not-measured': ({ what }) => `Nobody measured ${what}`,
  'deliverable-absent': ({ path }) => `${path} does not exist`,
  'deliverable-lines': ({ lines, min, max }) => `${lines} lines; ${min} to ${max} are agreed`,
  'deliverable-pattern-missing': ({ rule, count: found, needed }) =>
    `${rule} occurs ${found} times; at least ${needed} are agreed`,
  'deliverable-pattern-forbidden': ({ rule, count: found, line }) =>
    `${rule} is forbidden and occurs ${found} times, line ${line} first`,
  'deliverable-column-missing': ({ column }) => `The column ${column} is missing`,
  'deliverable-rows': ({ rows, needed }) => `${rows} of at least ${needed} data rows`,
  'deliverable-count': ({ name, count: found, needed }) => `${found} of at least ${needed} ${name}`,
  'deliverable-name-missing': ({ kind, name }) => `The ${kind} ${name} is missing`,
  'deliverable-other-content': ({ path }) => `${path} was measured with other content`,

  'value-holds': () => 'The value is as expected',
  'value-differs': (p) =>
    `${value(p.actual, p.actualUnit)} found; expected ${operator(p.operator)} ${value(p.expected, p.expectedUnit)}`.trim(),
  'value-not-found': ({ evidence }) => `There is no value at this place in ${evidence}`,
  'value-ambiguous': ({ evidence }) => `${evidence} gives more than one value for this place`,
  'values-agree': () => 'Both places agree',
  'values-disagree': (p) =>
    `One place says ${value(p.expected, p.expectedUnit)}, the other ${value(p.actual, p.actualUnit)}`,
  'values-without-evidence': () => 'Both sides are stated; neither comes from evidence',
});
