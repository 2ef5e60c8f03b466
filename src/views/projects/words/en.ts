import type { Answers } from '../../../derive/types.ts';
import { formatCount } from '../../../lib/format/list.ts';

export interface ProjectsWords {
  readonly question: string;
  readonly answer: (count: number) => string;
  readonly note: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly sample: string;
  readonly headline: Readonly<Record<Answers['headline'], string>>;
  readonly complete: (done: number, of: number) => string;
  readonly trend: (from: number, to: number, count: number) => string;
  readonly unreadable: string;
  readonly server: string;
  readonly token: string;
  readonly tokenHint: string;
  readonly changed: string;
  readonly show: string;
  readonly revisions: (count: number) => string;
  readonly openTitle: string;
  readonly openHint: string;
  readonly chooseFile: string;
  readonly chooseFolder: string;
  readonly address: string;
  readonly addressHint: string;
  readonly openAddress: string;
  readonly kept: string;
  readonly keptHint: string;
  readonly forget: (name: string) => string;
}

export const en: ProjectsWords = {
  question: 'Which plan do you want to look at?',
  answer: (count) =>
    count === 0
      ? 'There is none here yet'
      : formatCount(count, { one: 'project', other: 'projects' }),
  note: 'Every verdict is computed in your browser from the evidence in the bundle. Nothing leaves it.',
  none: 'No project at this source',
  noneWhy: 'Open a bundle below, or let the deployment name another source in config.json.',
  sample: 'Sample data',
  headline: {
    'all-complete': 'All complete',
    'may-advance': 'May advance',
    held: 'Held back',
    'not-begun': 'Not begun',
    contradicted: 'Declared and computed differ',
    halted: 'Stopped',
    empty: 'Empty plan',
  },
  complete: (done, of) => `${done} of ${of} complete`,
  trend: (from, to, count) => `Complete items over ${count} revisions: from ${from} to ${to}`,
  unreadable: 'Cannot be read',
  server: 'The address is a server that keeps revisions and tells of changes',
  token: 'Access token, when the server asks for one',
  tokenHint: 'Kept in memory until this page is closed or reloaded, and never part of a link.',
  changed: 'The list of projects changed at the server.',
  show: 'Show',
  revisions: (count) => formatCount(count, { one: 'revision', other: 'revisions' }),
  openTitle: 'Open a bundle',
  openHint:
    'Drop a folder, a bundle.json or a .zip anywhere on this page. It stays in this browser and is there again after a reload.',
  chooseFile: 'Choose a file',
  chooseFolder: 'Choose a folder',
  address: 'Address of a bundle',
  addressHint: 'A folder with index.json or bundle.json, a bundle.json, or a .zip',
  openAddress: 'Open this address',
  kept: 'Kept in this browser',
  keptHint: 'Links to these work in this browser only.',
  forget: (name) => `Forget ${name}`,
};
