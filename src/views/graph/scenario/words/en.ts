import { formatCount, formatList } from '../../../../lib/format/list.ts';

/** Words of assumptions and of what would follow from them. */
export interface ScenarioWords {
  readonly scenario: string;
  readonly notRecorded: string;
  readonly thinking: string;
  readonly failed: string;
  readonly retry: string;
  readonly nothing: string;
  readonly released: (items: string) => string;
  readonly caught: (items: string) => string;
  readonly startable: (ids: readonly string[], more: number) => string;
  readonly turned: (items: string) => string;
  readonly list: string;
  readonly clear: string;
  readonly remove: (what: string) => string;
  readonly more: (count: number) => string;
  readonly unknown: string;
  readonly idle: string;
  readonly really: (word: string) => string;
  /** What is assumed of what, in one line: `gate G-W3: Passes`. */
  readonly assumption: Readonly<
    Record<'condition' | 'gate' | 'item' | 'stop', (id: string, word: string) => string>
  >;
  readonly lifted: string;
  readonly assume: string;
  readonly assumed: (word: string) => string;
  /** Begins with what is seen on the button. */
  readonly assumeOf: (seen: string, what: string) => string;
  readonly assumeComplete: (id: string) => string;
  readonly assumeGate: (id: string) => string;
  readonly assumeCause: string;
  readonly assumeSmallest: (count: number) => string;
  readonly takeBack: string;
  readonly wouldBe: (state: string) => string;
  readonly wouldStay: string;
  readonly remark: (assumptions: string) => string;
  readonly remarkMore: (count: number) => string;
  readonly legend: string;
}

export const en: ScenarioWords = {
  scenario: 'Scenario',
  notRecorded: 'A scenario: nothing of it is recorded.',
  thinking: 'Its consequences are being computed.',
  failed: 'Its consequences could not be computed.',
  retry: 'Try again',
  nothing: 'Nothing would change.',
  released: (items) => `${items} would be released.`,
  caught: (items) => `${items} would begin to wait.`,
  startable: (ids, more) => `Could then start: ${someOf(ids, more)}.`,
  turned: (items) => `${items} would have another state.`,
  list: 'Assumptions',
  clear: 'Clear scenario',
  remove: (what) => `Remove assumption ${what}`,
  more: (count) => `${count} more`,
  unknown: 'not in this plan, changes nothing',
  idle: 'is so already',
  really: (word) => `really: ${word}`,
  assumption: {
    condition: (id, word) => `${id}: ${word}`,
    gate: (id, word) => `${id}: ${word}`,
    item: (id, word) => `${id}: ${word}`,
    stop: (id, word) => `${id}: ${word}`,
  },
  lifted: 'Lifted',
  assume: 'Assume',
  assumed: (word) => `Assumed: ${word}`,
  assumeOf: (seen, what) => `${seen}: ${what}`,
  assumeComplete: (id) => `Assume that ${id} is complete`,
  assumeGate: (id) => `Assume that gate ${id} passes`,
  assumeCause: 'Assume that these are cleared',
  assumeSmallest: (count) =>
    `Assume that the ${formatCount(count, { one: 'cause', other: 'causes' })} of the smallest set are cleared`,
  takeBack: 'As computed',
  wouldBe: (state) => `In the scenario it would be ${state}.`,
  wouldStay: 'The scenario changes nothing for it.',
  remark: (assumptions) => `SCENARIO, not recorded. Assumed: ${assumptions}.`,
  remarkMore: (count) => `and ${count} more`,
  legend: 'Marks of the scenario',
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} more`] : names);
}
