import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type {
  SbomComponent,
  SbomDependency,
  SbomSummary,
  SbomVulnerability,
} from '../reports/sbom-summary.ts';
import { countLicences, digestsIn, missingReferences } from './sbom-common.ts';

const maxDepth = 64;

/** Reads a CycloneDX bill of materials as JSON, 1.2 to 1.6. Source: https://cyclonedx.org/docs/1.6/json/ */
export function readCyclonedx(source: string | Uint8Array): ReportReading<SbomSummary> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  if (!root.at('bomFormat').exists && !root.at('specVersion').exists) {
    return { warnings: [{ code: 'not-this-format' }] };
  }
  const log = new WarningLog();
  log.addAll(warnings);
  const version = root.at('specVersion').text() ?? '';
  if (!/^1\.[2-7]$/.test(version)) log.add('version-unknown', { params: { version } });
  const metadata = root.at('metadata');
  const components: SbomComponent[] = [];
  for (const component of root.at('components').items()) {
    addComponent(component, undefined, 1, components, log);
  }
  for (const service of root.at('services').items()) {
    addComponent(service, undefined, 1, components, log, 'service');
  }
  const dependencies = root.at('dependencies').items().flatMap(readDependency);
  const subject = metadata.at('component');
  const subjectId = subject.at('bom-ref').text();
  missingReferences(components, dependencies, subjectId === undefined ? [] : [subjectId], log);
  const name = subject.at('name').text();
  const subjectVersion = subject.at('version').text();
  const serial = root.at('serialNumber').text();
  const createdAt = instant(metadata.at('timestamp').text() ?? '');
  return {
    report: {
      family: 'sbom',
      standard: 'cyclonedx',
      version,
      ...(name !== undefined && {
        subject: { name, ...(subjectVersion !== undefined && { version: subjectVersion }) },
      }),
      ...(serial !== undefined && { serial }),
      ...(createdAt !== undefined && { createdAt }),
      tools: toolsOf(metadata.at('tools')),
      components,
      dependencies,
      vulnerabilities: root.at('vulnerabilities').items().map(readVulnerability),
      ...countLicences(components),
    },
    warnings: withJsonLines(log.warnings, text),
  };
}

function toolsOf(tools: JsonNode): readonly string[] {
  const list = tools.isList ? tools.items() : tools.at('components').items();
  return list.flatMap((tool) => {
    const parts = [tool.at('vendor').text(), tool.at('name').text(), tool.at('version').text()];
    const name = parts.filter((part) => part !== undefined).join(' ');
    return name === '' ? [] : [name];
  });
}

function addComponent(
  node: JsonNode,
  parent: number | undefined,
  depth: number,
  components: SbomComponent[],
  log: WarningLog,
  kind?: string,
): void {
  const name = node.at('name').text();
  if (!node.isObject) {
    log.add('record-unreadable', { pointer: node.place });
    return;
  }
  if (name === undefined) {
    log.add('member-missing', { pointer: node.place, params: { member: 'name' } });
  }
  const id = node.at('bom-ref').text();
  const version = node.at('version').text();
  const group = node.at('group').text();
  const purl = node.at('purl').text();
  const index = components.length;
  components.push({
    ...(id !== undefined && { id }),
    name: name ?? '',
    ...(version !== undefined && { version }),
    type: kind ?? node.at('type').text() ?? '',
    ...(group !== undefined && { group }),
    ...(purl !== undefined && { purl }),
    licences: licencesOf(node.at('licenses')),
    digests: digestsIn(node.at('hashes'), 'alg', 'content'),
    ...(parent !== undefined && { parent }),
    pointer: node.place,
  });
  if (depth >= maxDepth) return;
  for (const inner of node.at('components').items()) {
    addComponent(inner, index, depth + 1, components, log);
  }
  for (const inner of node.at('services').items()) {
    addComponent(inner, index, depth + 1, components, log, 'service');
  }
}

function licencesOf(list: JsonNode): readonly string[] {
  return list.items().flatMap((entry) => {
    const licence = entry.at('license');
    return (
      entry.at('expression').text() ?? licence.at('id').text() ?? licence.at('name').text() ?? []
    );
  });
}

function readDependency(node: JsonNode): readonly SbomDependency[] {
  const from = node.at('ref').text();
  if (from === undefined) return [];
  return [
    ...node
      .at('dependsOn')
      .texts()
      .map((to) => ({ from, to, relation: 'dependsOn' })),
    ...node
      .at('provides')
      .texts()
      .map((to) => ({ from, to, relation: 'provides' })),
  ];
}

function readVulnerability(node: JsonNode): SbomVulnerability {
  const severity = node
    .at('ratings')
    .items()
    .map((rating) => rating.at('severity').text())
    .find((word) => word !== undefined);
  const state = node.at('analysis').at('state').text();
  const justification = node.at('analysis').at('justification').text();
  return {
    id: node.at('id').text() ?? '',
    ...(severity !== undefined && { severity }),
    ...(state !== undefined && { state }),
    ...(justification !== undefined && { justification }),
    affects: node
      .at('affects')
      .items()
      .flatMap((entry) => entry.at('ref').text() ?? []),
    pointer: node.place,
  };
}
