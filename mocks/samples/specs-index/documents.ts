import type { Note } from '../../../src/model/common.ts';
import type { PlanDocument, Register } from '../../../src/model/document.ts';
import { documentId, evidenceId, itemId, roleId } from '../../../src/model/ids.ts';
import type { Relation, Role } from '../../../src/model/plan.ts';
import { digestOf } from '../shared/exhibit.ts';
import { AUDITS, type Listed, PHASE_1, PHASE_2 } from './listed.ts';
import { at, LOCKED_AT, stepOf } from './source.ts';

export const DIRECTORY = 'docs/specs/';

/** Listed and absent from the directory. */
export const MISSING: ReadonlySet<string> = new Set([
  '26_caching_strategy.md',
  '35_contract_generation_pipeline.md',
]);

/** Changed after the lock, and no document amends it. */
export const CHANGED_AFTER_LOCK = '08_rbac_model.md';

/** In the directory and not listed. */
export const UNLISTED = ['docs/specs/36_event_catalogue.md', 'docs/specs/draft_retention.md'];

/** Phase 2 documents that are still being written. */
const DRAFTS: ReadonlySet<string> = new Set([
  '25_resilience_and_error_handling.md',
  '26_rate_limiting_and_abuse_protection.md',
  '26_resilience_and_circuit_breakers.md',
  '33_assignment_engagement_states.md',
  '34_notifications_and_acceptance.md',
]);

/** Digest of the made-up text that the file had when phase 1 was locked. */
export function lockedDigest(file: string): string {
  return digestOf(`${file} as of the lock\n`);
}

/** Digest of the made-up text that the file has now. */
export function currentDigest(file: string): string {
  return file === CHANGED_AFTER_LOCK ? digestOf(`${file} as changed\n`) : lockedDigest(file);
}

export function statusOf(listed: Listed): string {
  if (listed.maturity?.includes('proposed') === true) return 'proposed';
  return DRAFTS.has(listed.file) ? 'draft' : 'final';
}

export function idOf(listed: Listed): string {
  return `${DIRECTORY}${listed.file}`;
}

function title(file: string): string {
  const words = file.replace(/\.md$/, '').replace(/^\d+_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listedDocument(listed: Listed, phase: 1 | 2): PlanDocument {
  const exists = !MISSING.has(listed.file);
  const locked = phase === 1 && !AUDITS.includes(listed);
  const number = /^(\d+)_/.exec(listed.file)?.[1];
  return {
    id: documentId(idOf(listed)),
    path: `${DIRECTORY}${listed.file}`,
    title: title(listed.file),
    description: listed.about,
    register: 'specs-index',
    phase: itemId(`phase ${phase}`),
    ...(listed.steps === undefined
      ? {}
      : { steps: listed.steps.map((step) => itemId(stepOf(phase, step))) }),
    ...(number === undefined ? {} : { number }),
    status: statusOf(listed),
    ...(listed.maturity === undefined ? {} : { maturity: listed.maturity }),
    owners: [roleId('docs-agent')],
    exists,
    ...(locked ? { lock: { at: LOCKED_AT, sha256: lockedDigest(listed.file) } } : {}),
    ...(exists ? { sha256: currentDigest(listed.file) } : {}),
    ...(listed.file === CHANGED_AFTER_LOCK ? { changedAt: '2026-11-03T13:25:00Z' } : {}),
    ...(AUDITS.includes(listed)
      ? { audits: [documentId(`${DIRECTORY}32_engagement_acceptance_and_notifications.md`)] }
      : {}),
    evidence: [evidenceId('E-tree')],
    source: at(listed.line, listed.raw),
  };
}

/** A second, shorter list of the same set; it has drifted on one step. */
const ROADMAP: readonly PlanDocument[] = [
  ['25_rate_limiting_and_quotas.md', '17'],
  ['26_rate_limiting_and_abuse_protection.md', '17'],
  ['26_resilience_and_circuit_breakers.md', '18'],
].map(([file = '', step = '']) => ({
  id: documentId(`roadmap: ${file}`),
  path: `${DIRECTORY}${file}`,
  title: title(file),
  register: 'roadmap',
  phase: itemId('phase 2'),
  steps: [itemId(stepOf(2, step))],
  exists: true,
  sha256: currentDigest(file),
}));

/** The 47 documents of the index, in its order, and three of a second register. */
export const DOCUMENTS: readonly PlanDocument[] = [
  ...PHASE_1.map((listed) => listedDocument(listed, 1)),
  ...AUDITS.map((listed) => listedDocument(listed, 1)),
  ...PHASE_2.map((listed) => listedDocument(listed, 2)),
  ...ROADMAP,
];

export const ROLES: readonly Role[] = [
  { id: roleId('docs-agent'), title: 'Docs Agent', note: 'Leads on the index.' },
  { id: roleId('backend-agent'), title: 'Backend Agent', note: 'Collaborates.' },
  { id: roleId('devops-agent'), title: 'DevOps Agent', note: 'Collaborates.' },
];

export const REGISTERS: readonly Register[] = [
  {
    id: 'specs-index',
    title: 'Specs index',
    directory: DIRECTORY,
    path: 'docs/specs/INDEX.md',
    owners: ROLES.map((role) => role.id),
    unlisted: UNLISTED,
    source: at(6),
  },
  { id: 'roadmap', title: 'Roadmap list', directory: DIRECTORY, path: 'docs/roadmap.md' },
];

function see(from: string, to: string, note: string): Relation {
  return {
    from: `${DIRECTORY}${from}`,
    to: `${DIRECTORY}${to}`,
    kind: 'see',
    stated: 'assumed',
    note,
  };
}

export const RELATIONS: readonly Relation[] = [
  {
    from: `${DIRECTORY}phase1_coherence_audit_engagement_acceptance.md`,
    to: 'phase 1',
    kind: 'covers',
    stated: 'explicit',
    source: at(39),
  },
  see(
    '25_rate_limiting_and_quotas.md',
    '26_rate_limiting_and_abuse_protection.md',
    'Both speak of rate limits. Overlap, not the same document.',
  ),
  see(
    '25_resilience_and_error_handling.md',
    '26_resilience_and_circuit_breakers.md',
    'Both speak of resilience. Overlap, not the same document.',
  ),
];

export const NOTES: readonly Note[] = [
  {
    id: 'purpose',
    kind: 'objective',
    text: 'Lists the specifications, technical and of the product, that building follows.',
    source: at(4),
  },
  {
    id: 'numbers',
    kind: 'reading',
    title: 'A number is no name',
    text: 'Twenty and twenty-one stand for two files each, twenty-five for six and twenty-six for four. Phase 1 alone leaves out 22, 23, 24 and 26.',
  },
  {
    id: 'step-15',
    kind: 'conflict',
    text: 'Two documents claim step 15 of phase 2, and three share step 21.',
    refs: [stepOf(2, '15'), stepOf(2, '21')],
  },
  {
    id: 'uncovered',
    kind: 'open-question',
    text: 'Steps 04, 07 to 11 and 14 of phase 2 have no document in this index.',
    refs: ['04', '07', '08', '09', '10', '11', '14'].map((step) => stepOf(2, step)),
  },
  {
    id: 'locked-and-proposed',
    kind: 'conflict',
    text: 'Phase 1 is locked, and four of its documents are only proposed; six belong to an extension.',
    refs: ['phase 1'],
    source: at(7, 'Locked'),
  },
  {
    id: 'locked-and-in-progress',
    kind: 'conflict',
    text: 'A lock says nothing about progress: step 13 of the locked phase is still reported in progress.',
    refs: ['phase 1', stepOf(1, '13')],
  },
  {
    id: 'two-registers',
    kind: 'reading',
    text: 'The roadmap lists three of the same files and gives one of them another step.',
    refs: ['docs/specs/26_rate_limiting_and_abuse_protection.md'],
  },
  {
    id: 'owners',
    kind: 'statement',
    text: 'The Docs Agent owns the index, together with the Backend and DevOps Agents.',
    source: at(61),
  },
];
