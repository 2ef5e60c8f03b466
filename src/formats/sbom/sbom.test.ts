import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { readCyclonedx } from './cyclonedx.ts';
import { readSpdx, readSpdxTagValue } from './spdx.ts';

describe('bills of materials', () => {
  it('of CycloneDX: inner components, licences, states, and what is not there', () => {
    const { report, warnings } = readCyclonedx(samples.cyclonedx);
    expect(report).toMatchObject({
      subject: { name: 'shop', version: '1' },
      components: [
        { name: 'alpha', licences: ['MIT'], purl: 'pkg:npm/alpha@1.0' },
        { name: 'beta', parent: 0 },
      ],
      vulnerabilities: [
        { id: 'CVE-2026-1', severity: 'high', state: 'not_affected', affects: ['a'] },
      ],
      licences: [{ licence: 'MIT', components: 1 }],
      unlicensed: 1,
    });
    expect(report?.dependencies).toHaveLength(3);
    expect(warnings).toEqual([{ code: 'reference-missing', params: { id: 'gone' } }]);
  });

  it.each([
    ['JSON', readSpdx, samples.spdx],
    ['tags', readSpdxTagValue, samples['spdx-tag-value']],
  ] as const)('of SPDX as %s', (_, read, text) => {
    const { report, warnings } = read(text);
    expect(report).toMatchObject({
      standard: 'spdx',
      version: '2.3',
      subject: { name: 'shop' },
      createdAt: '2026-03-01T10:00:00Z',
      components: [{ id: 'SPDXRef-a', name: 'alpha', version: '1.0', licences: ['MIT'] }],
      dependencies: [{ from: 'SPDXRef-DOCUMENT', to: 'SPDXRef-a', relation: 'DESCRIBES' }],
    });
    expect(warnings).toEqual([]);
  });

  it('says which version it does not read', () => {
    expect(
      readSpdx('{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]}')
        .warnings,
    ).toEqual([{ code: 'version-unknown', params: { version: 'SPDX-3' } }]);
    expect(readCyclonedx('{"bomFormat":"CycloneDX","specVersion":"9.9"}').warnings).toEqual([
      { code: 'version-unknown', params: { version: '9.9' } },
    ]);
  });
});
