import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import { decodeText } from '../input/text.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { SbomComponent, SbomDependency, SbomSummary } from '../reports/sbom-summary.ts';
import { countLicences, digestsIn, missingReferences } from './sbom-common.ts';

/**
 * Reads an SPDX document as JSON, 2.2 and 2.3. Documents of SPDX 3 are told apart and not read.
 * Source: https://spdx.github.io/spdx-spec/v2.3/
 */
export function readSpdx(source: string | Uint8Array): ReportReading<SbomSummary> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const stated = root.at('spdxVersion').text();
  if (stated === undefined) {
    const version = root.at('@graph').exists ? 'SPDX-3' : '';
    const params = { version };
    return {
      warnings: [
        version === '' ? { code: 'not-this-format' } : { code: 'version-unknown', params },
      ],
    };
  }
  const log = new WarningLog();
  log.addAll(warnings);
  const version = stated.replace(/^SPDX-/, '');
  if (!/^2\.[0-3]$/.test(version)) log.add('version-unknown', { params: { version } });
  const components = [
    ...root
      .at('packages')
      .items()
      .map((node) => readPackage(node, 'package', log)),
    ...root
      .at('files')
      .items()
      .map((node) => readPackage(node, 'file', log)),
  ];
  const dependencies = root.at('relationships').items().flatMap(readRelationship);
  missingReferences(components, dependencies, ['SPDXRef-DOCUMENT', 'NONE', 'NOASSERTION'], log);
  const name = root.at('name').text();
  const serial = root.at('documentNamespace').text();
  const createdAt = instant(root.at('creationInfo').at('created').text() ?? '');
  return {
    report: {
      family: 'sbom',
      standard: 'spdx',
      version,
      ...(name !== undefined && { subject: { name } }),
      ...(serial !== undefined && { serial }),
      ...(createdAt !== undefined && { createdAt }),
      tools: root.at('creationInfo').at('creators').texts(),
      components,
      dependencies,
      vulnerabilities: [],
      ...countLicences(components),
    },
    warnings: withJsonLines(log.warnings, text),
  };
}

function readPackage(node: JsonNode, type: string, log: WarningLog): SbomComponent {
  const name = node.at('name').text() ?? node.at('fileName').text();
  if (name === undefined) {
    log.add('member-missing', { pointer: node.place, params: { member: 'name' } });
  }
  const id = node.at('SPDXID').text();
  const version = node.at('versionInfo').text();
  const purl = node
    .at('externalRefs')
    .items()
    .find((entry) => entry.at('referenceType').text() === 'purl')
    ?.at('referenceLocator')
    .text();
  const licences = [node.at('licenseConcluded').text(), node.at('licenseDeclared').text()];
  return {
    ...(id !== undefined && { id }),
    name: name ?? '',
    ...(version !== undefined && { version }),
    type: node.at('primaryPackagePurpose').text()?.toLowerCase() ?? type,
    ...(purl !== undefined && { purl }),
    licences: statedLicences(licences),
    digests: digestsIn(node.at('checksums'), 'algorithm', 'checksumValue'),
    pointer: node.place,
  };
}

/** `NOASSERTION` says nothing. */
function statedLicences(licences: readonly (string | undefined)[]): readonly string[] {
  const stated = licences.filter(
    (licence): licence is string => licence !== undefined && licence !== 'NOASSERTION',
  );
  return [...new Set(stated)];
}

function readRelationship(node: JsonNode): readonly SbomDependency[] {
  const from = node.at('spdxElementId').text();
  const to = node.at('relatedSpdxElement').text();
  const relation = node.at('relationshipType').text();
  return from === undefined || to === undefined ? [] : [{ from, to, relation: relation ?? '' }];
}

/** Reads an SPDX document as lines of tags and values. Text in `<text>` may run over several lines. */
export function readSpdxTagValue(source: string | Uint8Array): ReportReading<SbomSummary> {
  const decoded = decodeText(source);
  const log = new WarningLog();
  log.addAll(decoded.warnings);
  const document = new Map<string, string>();
  const creators: string[] = [];
  const packages: { readonly line: number; readonly type: string; tags: Map<string, string> }[] =
    [];
  const dependencies: SbomDependency[] = [];
  for (const { tag, value, line } of tagsOf(decoded.text)) {
    if (tag === 'PackageName' || tag === 'FileName') {
      packages.push({ line, type: tag === 'FileName' ? 'file' : 'package', tags: new Map() });
    }
    if (tag === 'Relationship') {
      const [from, relation, to] = value.split(/\s+/);
      if (from !== undefined && relation !== undefined && to !== undefined) {
        dependencies.push({ from, relation, to });
      } else log.add('record-unreadable', { line });
    } else if (tag === 'Creator') creators.push(value);
    else (packages.at(-1)?.tags ?? document).set(tag, value);
  }
  const stated = document.get('SPDXVersion');
  if (stated === undefined) return { warnings: [{ code: 'not-this-format' }] };
  const components = packages.map(({ line, type, tags }): SbomComponent => {
    const id = tags.get('SPDXID');
    const version = tags.get('PackageVersion');
    return {
      ...(id !== undefined && { id }),
      name: tags.get('PackageName') ?? tags.get('FileName') ?? '',
      ...(version !== undefined && { version }),
      type,
      licences: statedLicences([
        tags.get('PackageLicenseConcluded') ?? tags.get('LicenseConcluded'),
        tags.get('PackageLicenseDeclared'),
      ]),
      digests: [],
      pointer: { kind: 'lines', from: line, to: line },
    };
  });
  missingReferences(components, dependencies, ['SPDXRef-DOCUMENT', 'NONE', 'NOASSERTION'], log);
  const name = document.get('DocumentName');
  const serial = document.get('DocumentNamespace');
  const createdAt = instant(document.get('Created') ?? '');
  return {
    report: {
      family: 'sbom',
      standard: 'spdx',
      version: stated.replace(/^SPDX-/, ''),
      ...(name !== undefined && { subject: { name } }),
      ...(serial !== undefined && { serial }),
      ...(createdAt !== undefined && { createdAt }),
      tools: creators,
      components,
      dependencies,
      vulnerabilities: [],
      ...countLicences(components),
    },
    warnings: log.warnings,
  };
}

function tagsOf(
  text: string,
): readonly { readonly tag: string; readonly value: string; readonly line: number }[] {
  const tags: { tag: string; value: string; line: number }[] = [];
  let isOpen = false;
  text.split(/\r?\n/).forEach((content, index) => {
    const last = tags.at(-1);
    if (isOpen && last !== undefined) {
      isOpen = !content.includes('</text>');
      last.value += `\n${content.replace('</text>', '')}`;
      return;
    }
    const [, tag, value] = /^([A-Za-z]+):\s*(.*)$/.exec(content) ?? [];
    if (tag === undefined || value === undefined) return;
    isOpen = value.startsWith('<text>') && !value.includes('</text>');
    tags.push({ tag, value: value.replace('<text>', '').replace('</text>', ''), line: index + 1 });
  });
  return tags;
}
