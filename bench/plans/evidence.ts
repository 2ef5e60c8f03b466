import type { Evidence, Fact, TestCase } from '../../src/model/evidence.ts';
import { evidenceId, type ItemId, roleId } from '../../src/model/ids.ts';
import { type Random, wholeBelow } from '../support/random.ts';

/** What kinds an item's pieces of evidence have, in turns; fewer pieces take the first ones. */
const kinds = [
  'test-report',
  'record',
  'metrics',
  'test-report',
  'review',
  'metrics',
  'test-report',
  'record',
  'test-report',
  'metrics',
] as const;

export type EvidenceKind = (typeof kinds)[number];

/** The piece of evidence of an item in a turn has this number. */
export function evidenceNumber(leaf: number, turn: number, leafCount: number): number {
  return turn * leafCount + leaf;
}

/** Turns in which every item has a piece of evidence of the kind. */
export function turnsOf(
  kind: EvidenceKind,
  evidence: number,
  leafCount: number,
): readonly number[] {
  const turns = Math.floor(evidence / leafCount);
  return Array.from({ length: turns }, (_, turn) => turn).filter((turn) => kindIn(turn) === kind);
}

function kindIn(turn: number): EvidenceKind {
  return kinds[turn % kinds.length] ?? 'record';
}

export const idOfEvidence = (number: number) => evidenceId(`E-${number + 1}`);
export const pathOfEvidence = (number: number) =>
  `evidence/run-${Math.floor(number / 500)}/${number + 1}.json`;

interface EvidenceSize {
  readonly count: number;
  readonly leafCount: number;
  readonly leafId: (leaf: number) => ItemId;
  readonly cases: number;
  readonly commit: string;
}

export function evidenceOf(random: Random, size: EvidenceSize): readonly Evidence[] {
  return Array.from({ length: size.count }, (_, number): Evidence => {
    const kind = kindIn(Math.floor(number / size.leafCount));
    const item = size.leafId(number % size.leafCount);
    const day = String(1 + (number % 31)).padStart(2, '0');
    return {
      id: idOfEvidence(number),
      kind,
      name: `${kind} ${number + 1}`,
      path: pathOfEvidence(number),
      digest: { sha256: hex(random, 64) },
      size: 1_000 + wholeBelow(random, 90_000),
      mediaType: 'application/json',
      collectedAt: `2026-05-${day}T10:00:00Z`,
      collector: { name: 'collector', version: '1.4.0' },
      runUrl: `https://ci.example/runs/${number + 1}`,
      commit: size.commit,
      producer: { id: `runner-${number % 40}`, role: roleId('owner') },
      covers: [item],
      facts: factsOf(random, kind, item, size.cases),
    };
  });
}

function factsOf(
  random: Random,
  kind: EvidenceKind,
  item: ItemId,
  caseCount: number,
): readonly Fact[] {
  switch (kind) {
    case 'test-report':
      return [testsFact(random, caseCount)];
    case 'metrics':
      return ['/latency/p50', '/latency/p95', '/errors/rate'].map((pointer) => ({
        type: 'value',
        pointer: { kind: 'json', pointer },
        value: Math.round(80 + random() * 100),
        unit: 'ms',
      }));
    case 'review':
      return [
        {
          type: 'review',
          role: roleId('council'),
          person: `person-${wholeBelow(random, 9)}`,
          subject: item,
          decision: random() < 0.95 ? 'accepted' : 'questioned',
          at: '2026-05-22T09:00:00Z',
        },
      ];
    case 'record':
      return [];
  }
}

function testsFact(random: Random, caseCount: number): Fact {
  const total = 20 + wholeBelow(random, 200);
  const failed = random() < 0.02 ? 1 : 0;
  return {
    type: 'tests',
    total,
    passed: total - failed,
    failed,
    skipped: 0,
    cases: Array.from(
      { length: caseCount },
      (_, at): TestCase => ({
        name: `keeps the promise of case ${at + 1}`,
        suite: `suite ${wholeBelow(random, 40)}`,
        outcome: at < failed ? 'failed' : 'passed',
        duration: Math.round(random() * 1000) / 1000,
      }),
    ),
  };
}

const digits = '0123456789abcdef';

export function hex(random: Random, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) text += digits[wholeBelow(random, 16)] ?? '0';
  return text;
}
