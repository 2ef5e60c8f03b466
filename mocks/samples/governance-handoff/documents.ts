import type { Definition } from '../../../src/model/common.ts';
import type { PlanDocument, Register } from '../../../src/model/document.ts';
import { type DocumentId, definitionId, documentId, type ItemId } from '../../../src/model/ids.ts';
import { at, BOOTSTRAP, HANDOFF, HANDOFF_FOLDER, step } from './names.ts';

const ARCHITECTURE = 'knowledge/dev/reports/architecture';
const HARDENING = `${ARCHITECTURE}/one-roof-axis-auth-proposal-operational-hardening-build-ready-design-2026-06-02`;
const BOOTSTRAP_FOLDER = `${ARCHITECTURE}/one-roof-auth-axis-bootstrap-ratification-rehearsal-go-nogo-2026-06-02`;

const DEFINITION_HANDOFF = definitionId('handoff-2026-06-01');
const DEFINITION_ADDENDUM = definitionId('addendum-2026-06-02');

/** The handoff and the addendum of the day after, both of which claim to be in force. */
export const DEFINITIONS: readonly Definition[] = [
  {
    id: DEFINITION_HANDOFF,
    title: 'Handoff, revision 2',
    from: '2026-06-01T00:00:00Z',
    source: at(3),
  },
  {
    id: DEFINITION_ADDENDUM,
    title: 'Addendum to the handoff',
    from: '2026-06-02T00:00:00Z',
    redefines: ['M-1', 'STEP 0'],
    keeps: ['COMMIT_FORBIDDEN while os_proposal_approvals = 0'],
    note: 'Redefines M-1 and says in the same breath that the master gate stays as it is. Nothing ends the first definition, so both must hold.',
    source: at(12),
  },
];

interface Named {
  readonly number: string;
  readonly title: string;
  readonly line: number;
  readonly raw?: string;
  readonly steps?: readonly ItemId[];
  readonly path?: string;
  readonly status?: string;
}

function doc(number: string): DocumentId {
  return documentId(`doc-${number}`);
}

/** Numbers after an elided range stand alone; the token as written stays in the source. */
const DESIGN: readonly (readonly [ItemId, string, string, readonly string[]])[] = [
  [step(1), 'SB-1', '16/83/84', ['16', '83', '84']],
  [step(2), 'SB-2', '17/75–81', ['17', '75', '76', '77', '78', '79', '80', '81']],
  [step(3), 'SB-12', '38/58', ['38', '58']],
  [step(4), 'SB-13', '39/59', ['39', '59']],
  [step(5), 'SB-10', '40/60', ['40', '60']],
  [step(6), 'SB-11', '41/61', ['41', '61']],
  [step(7), 'T6/T7', '24/25/63/69', ['24', '25', '63', '69']],
];

const NAMED: readonly Named[] = [
  { number: '00', title: 'What to read first and which source wins', line: 17 },
  { number: '88', title: 'Register of blockers', line: 18 },
  { number: '86', title: 'Corrections after drift', line: 19 },
  {
    number: '89',
    title: 'Handoff for the build and its stop conditions',
    line: 20,
    path: HANDOFF,
    status: 'revision 2',
  },
  ...DESIGN.flatMap(([item, component, raw, numbers]) =>
    numbers.map(
      (number): Named => ({
        number,
        title: `Design or rehearsal of ${component}`,
        line: 21,
        raw,
        steps: [item],
      }),
    ),
  ),
  { number: '90', title: 'Build prompts', line: 22 },
  { number: '91', title: 'Template for comparing entry and exit', line: 22 },
];

export const DOCUMENTS: readonly PlanDocument[] = [
  ...NAMED.map(
    (named): PlanDocument => ({
      id: doc(named.number),
      path: named.path ?? `${HANDOFF_FOLDER}/${named.number}`,
      title: named.title,
      ...(named.path === undefined ? { description: 'Named by its number only.' } : {}),
      register: 'index-2026-06-01',
      number: named.number,
      ...(named.steps === undefined ? {} : { steps: named.steps }),
      ...(named.status === undefined ? {} : { status: named.status }),
      source: at(named.line, named.raw),
    }),
  ),
  {
    id: documentId('house-law'),
    path: 'knowledge/dev/laws/prompt-muc-tieu-mo-for-claude-code.md',
    title: 'House law, with the hard gate before anything is applied',
    register: 'laws',
    source: at(23),
  },
  ...['02', '03', '11', '13'].map(
    (number): PlanDocument => ({
      id: documentId(`hardening-${number}`),
      path: `${HARDENING}/${number}`,
      title: 'Hardening of the authorisation model',
      description: 'Named by its number only.',
      register: 'hardening-2026-06-02',
      number,
      amends: [doc('89')],
      source: at(12, '02/03/11/13'),
    }),
  ),
  ...['00', '01', '02', '03', '04', '05', '06', '07', '08', '09'].map(
    (number): PlanDocument => ({
      id: documentId(`bootstrap-${number}`),
      path: `${BOOTSTRAP_FOLDER}/${number}`,
      title: 'Rehearsal and ratification of SB-0',
      description: 'Named by its number only.',
      register: 'bootstrap-2026-06-02',
      number,
      steps: [BOOTSTRAP],
      source: at(12, '00–09'),
    }),
  ),
];

export const REGISTERS: readonly Register[] = [
  {
    id: 'index-2026-06-01',
    title: 'Index of the governance implementation',
    directory: HANDOFF_FOLDER,
  },
  { id: 'hardening-2026-06-02', title: 'Hardening design', directory: HARDENING },
  { id: 'bootstrap-2026-06-02', title: 'Bootstrap rehearsal', directory: BOOTSTRAP_FOLDER },
  { id: 'laws', title: 'Laws of the house', directory: 'knowledge/dev/laws' },
];
