import { describe, expect, it } from 'vitest';
import type { Fact } from '../model/evidence.ts';
import { evidenceId, itemId, metricId, probeId, roleId } from '../model/ids.ts';
import { FactIndex } from './facts.ts';
import { evidence, withFacts, YESTERDAY } from './testing/builders.ts';

/** One fact of each kind that is found by what it speaks of. */
const facts: readonly Fact[] = [
  { type: 'observation', probe: probeId('p'), value: 1, at: YESTERDAY },
  { type: 'rehearsal', step: itemId('s'), at: YESTERDAY, entry: {}, exit: {} },
  { type: 'attestation', predicateType: 't', subjects: [] },
  {
    type: 'review',
    role: roleId('lead'),
    person: 'ann',
    subject: 'w',
    decision: 'accepted',
    at: YESTERDAY,
  },
  { type: 'file', path: 'd.ts', exists: true },
  { type: 'series', metric: metricId('m') },
];

/** What is found, by name: in which evidence. */
function found(index: FactIndex) {
  const ids = (list: readonly { readonly evidence: { readonly id: string } }[] | undefined) =>
    list?.map(({ evidence: { id } }) => id);
  return {
    observations: ids(index.observations.get(probeId('p'))),
    rehearsals: ids(index.rehearsals.get(itemId('s'))),
    attestations: ids(index.attestations.get('t')),
    reviews: ids(index.reviews.get('w')),
    files: ids(index.files.get('d.ts')),
    series: index.series.get(metricId('m'))?.map(({ id }) => id),
    supersededBy: index.supersededBy.get(evidenceId('old')),
  };
}

const everywhere = (ids: readonly string[] | undefined) => ({
  observations: ids,
  rehearsals: ids,
  attestations: ids,
  reviews: ids,
  files: ids,
  series: ids,
  supersededBy: ids,
});

const newer = { supersedes: [evidenceId('old')] };
const a = withFacts('a', facts, newer);
const b = withFacts('b', facts, newer);

describe('facts by what they speak of', () => {
  it('are found with the evidence in which they stand, in its order', () => {
    const index = new FactIndex([a, evidence('silent'), b]);
    expect(found(index)).toEqual(everywhere(['a', 'b']));
    expect(index.observations.get(probeId('p'))?.[0]).toEqual({ evidence: a, fact: facts[0] });
  });

  it('go with their evidence, and leave those of others', () => {
    const index = new FactIndex([a, b]);
    index.remove(a);
    expect(found(index)).toEqual(everywhere(['b']));
    index.remove(evidence('silent'));
    index.remove(b);
    expect(found(index)).toEqual(everywhere(undefined));
    index.remove(b);
    index.add(a);
    expect(found(index)).toEqual(everywhere(['a']));
  });

  it('that speak of nothing are found by their evidence only', () => {
    const plain = withFacts('plain', [
      { type: 'value', pointer: { kind: 'json', pointer: '/v' }, value: 1 },
    ]);
    const index = new FactIndex([plain]);
    index.remove(plain);
    expect(found(index)).toEqual(everywhere(undefined));
  });
});
