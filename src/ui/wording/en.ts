import { formatCount } from '../../lib/format/list.ts';
import type { StateTone } from '../state.ts';

/**
 * English words of the components themselves. A second language is a second object of the type
 * `UiWords`; whatever has a parameter is a function, so that grammar stays with the language.
 */
export interface UiWords {
  readonly close: string;
  readonly dismiss: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly clear: string;
  readonly retry: string;
  readonly reload: string;
  readonly loading: string;
  readonly notifications: string;
  readonly columns: string;
  readonly chooseColumns: string;
  readonly rows: (count: number) => string;
  readonly sortedAscending: (column: string) => string;
  readonly sortedDescending: (column: string) => string;
  readonly noRows: string;
  readonly notANumber: string;
  readonly notATime: string;
  readonly resize: (what: string) => string;
  readonly where: string;
  readonly remedy: string;
  readonly details: string;
  readonly partial: string;
  readonly stale: string;
  readonly lastGood: string;
  readonly mixedScripts: string;
  readonly opensHost: (host: string) => string;
  readonly opensMail: (address: string) => string;
  readonly linkRefused: Readonly<Record<LinkRefusal, string>>;
  readonly states: Readonly<Record<StateTone, string>>;
  readonly countOfState: (count: number, word: string) => string;
  readonly more: (count: number) => string;
}

/** Why an address is shown as text and not as a link. */
export type LinkRefusal =
  | 'malformed'
  | 'not-absolute'
  | 'scheme'
  | 'control-characters'
  | 'userinfo'
  | 'mail-headers';

export const en: UiWords = {
  close: 'Close',
  dismiss: 'Dismiss',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was refused by the browser',
  clear: 'Clear',
  retry: 'Try again',
  reload: 'Reload',
  loading: 'Loading',
  notifications: 'Notifications',
  columns: 'Columns',
  chooseColumns: 'Choose columns',
  rows: (count) => formatCount(count, { one: 'row', other: 'rows' }),
  sortedAscending: (column) => `Sorted by ${column}, ascending`,
  sortedDescending: (column) => `Sorted by ${column}, descending`,
  noRows: 'Nothing to list',
  notANumber: 'no number',
  notATime: 'no time',
  resize: (what) => `Resize ${what}`,
  where: 'Where',
  remedy: 'What to do',
  details: 'Details',
  partial: 'Incomplete',
  stale: 'Out of date',
  lastGood: 'Last good reading',
  mixedScripts: 'mixes alphabets that look alike',
  opensHost: (host) => `opens ${host} in a new tab`,
  opensMail: (address) => `writes to ${address}`,
  linkRefused: {
    malformed: 'not a link: the address cannot be read',
    'not-absolute': 'not a link: the address does not name its host',
    scheme: 'not a link: only http, https and mailto are opened',
    'control-characters': 'not a link: the address hides control characters',
    userinfo: 'not a link: the address carries a user name',
    'mail-headers': 'not a link: the address fills in a message',
  },
  states: {
    passed: 'Passed',
    failed: 'Failed',
    blocked: 'Blocked',
    ready: 'Ready',
    'in-progress': 'In progress',
    missing: 'Evidence missing',
    stale: 'Stale',
    unknown: 'Unknown',
    'not-reached': 'Not reached',
    deferred: 'Deferred',
    waived: 'Waived',
    contradicted: 'Contradicted',
    stopped: 'Stopped',
  },
  countOfState: (count, word) => `${count} ${word.toLowerCase()}`,
  more: (count) => `${count} more`,
};
