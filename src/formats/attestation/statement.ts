import type { Pointer } from '../../model/common.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import type { WarningLog } from '../input/warning-log.ts';
import type {
  AttestationStatement,
  AttestedSubject,
  Predicate,
} from '../reports/attestation-report.ts';

type Digests = AttestedSubject['digests'];

/** Types of predicates that are taken apart; the end of the address names the version. */
export const predicateTypes = {
  vsa: /^https:\/\/slsa\.dev\/verification_summary\/v(?:0\.\d|1)$/,
  testResult: /^https:\/\/in-toto\.io\/attestation\/test-result\/v0\.1$/,
  provenance: /^https:\/\/slsa\.dev\/provenance\/v(0\.1|0\.2|1)(?:\.\d+)?$/,
} as const;

const versions: Readonly<Record<string, AttestationStatement['version']>> = {
  'https://in-toto.io/Statement/v0.1': '0.1',
  'https://in-toto.io/Statement/v1': '1',
};

/**
 * Reads an in-toto statement.
 *
 * @param place of the statement in the file; that of its envelope when it stands in one
 */
export function readStatement(
  root: JsonNode,
  place: Pointer,
  log: WarningLog,
): AttestationStatement {
  const type = root.at('_type').text() ?? '';
  const version = Object.hasOwn(versions, type) ? versions[type] : undefined;
  if (version === undefined)
    log.add('version-unknown', { pointer: place, params: { version: type } });
  const subjects = root
    .at('subject')
    .items()
    .map((subject) => readSubject(subject, place, log));
  if (subjects.length === 0) {
    log.add('member-missing', { pointer: place, params: { member: 'subject' } });
  }
  const predicateType = root.at('predicateType').text();
  if (predicateType === undefined) {
    log.add('member-missing', { pointer: place, params: { member: 'predicateType' } });
  }
  return {
    version: version ?? 'unknown',
    subjects,
    predicateType: predicateType ?? '',
    predicate: readPredicate(predicateType ?? '', root.at('predicate'), place, log),
    pointer: place,
  };
}

function readSubject(node: JsonNode, place: Pointer, log: WarningLog): AttestedSubject {
  const name = node.at('name').text();
  const uri = node.at('uri').text();
  const digests = digestsOf(node.at('digest'));
  // A subject without a digest speaks of anything that has its name.
  if (digests.length === 0) {
    log.add('member-missing', { pointer: place, params: { member: 'digest' } });
  }
  return {
    ...(name !== undefined && { name }),
    ...(uri !== undefined && { uri }),
    digests,
    pointer: place,
  };
}

function digestsOf(node: JsonNode): Digests {
  return node.entries().flatMap(([algorithm, entry]) => {
    const value = entry.text();
    return value === undefined ? [] : [{ algorithm, value }];
  });
}

function readPredicate(type: string, node: JsonNode, place: Pointer, log: WarningLog): Predicate {
  if (predicateTypes.vsa.test(type)) return readVsa(node, place, log);
  if (predicateTypes.testResult.test(type)) return readTestResult(node, place, log);
  const slsa = predicateTypes.provenance.exec(type)?.[1];
  if (slsa === '1') return readProvenance(node);
  if (slsa === '0.1' || slsa === '0.2') return readOldProvenance(node, slsa);
  return { kind: 'other', value: node.value };
}

function readVsa(node: JsonNode, place: Pointer, log: WarningLog): Predicate {
  const word = node.at('verificationResult').text();
  const result = word === 'PASSED' ? 'passed' : word === 'FAILED' ? 'failed' : undefined;
  if (result === undefined) {
    const params = { member: 'verificationResult', value: word ?? '' };
    log.add('value-unknown', { pointer: place, params });
  }
  const verifier = node.at('verifier').at('id').text();
  const verifiedAt = instant(node.at('timeVerified').text() ?? '');
  const resource = node.at('resourceUri').text();
  const policy = node.at('policy').at('uri').text();
  return {
    kind: 'vsa',
    ...(verifier !== undefined && { verifier }),
    ...(verifiedAt !== undefined && { verifiedAt }),
    ...(resource !== undefined && { resource }),
    ...(policy !== undefined && { policy }),
    ...(result !== undefined && { result }),
    levels: node.at('verifiedLevels').texts(),
    value: node.value,
  };
}

const testResults: Readonly<Record<string, 'passed' | 'warned' | 'failed'>> = {
  PASSED: 'passed',
  WARNED: 'warned',
  FAILED: 'failed',
};

function readTestResult(node: JsonNode, place: Pointer, log: WarningLog): Predicate {
  const word = node.at('result').text() ?? '';
  const stated = Object.hasOwn(testResults, word) ? testResults[word] : undefined;
  if (stated === undefined) {
    log.add('value-unknown', { pointer: place, params: { member: 'result', value: word } });
  }
  const failed = node.at('failedTests').texts();
  // A claim that names failed tests has not passed, whatever it concludes.
  const result = failed.length > 0 && stated !== undefined ? 'failed' : stated;
  if (result !== stated) {
    const params = { of: 'failures', stated: 0, listed: failed.length };
    log.add('count-differs', { pointer: place, params });
  }
  const url = node.at('url').text();
  return {
    kind: 'test-result',
    ...(result !== undefined && { result }),
    ...(url !== undefined && { url }),
    passed: node.at('passedTests').texts(),
    warned: node.at('warnedTests').texts(),
    failed,
    value: node.value,
  };
}

function readProvenance(node: JsonNode): Predicate {
  const definition = node.at('buildDefinition');
  const run = node.at('runDetails');
  const metadata = run.at('metadata');
  const builder = run.at('builder').at('id').text();
  const buildType = definition.at('buildType').text();
  const invocation = metadata.at('invocationId').text();
  const startedAt = instant(metadata.at('startedOn').text() ?? '');
  const finishedAt = instant(metadata.at('finishedOn').text() ?? '');
  const workflow = definition.at('externalParameters').at('workflow').at('repository').text();
  const materials = materialsOf(definition.at('resolvedDependencies'));
  const source = workflow ?? materials[0]?.uri;
  return {
    kind: 'provenance',
    slsa: '1',
    ...(builder !== undefined && { builder }),
    ...(buildType !== undefined && { buildType }),
    ...(invocation !== undefined && { invocation }),
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(source !== undefined && { source }),
    materials,
    value: node.value,
  };
}

function readOldProvenance(node: JsonNode, slsa: '0.1' | '0.2'): Predicate {
  const metadata = node.at('metadata');
  const builder = node.at('builder').at('id').text();
  const buildType = node.at('buildType').text() ?? node.at('recipe').at('type').text();
  const invocation =
    metadata.at('buildInvocationID').text() ??
    metadata.at('buildInvocationId').text() ??
    metadata.at('invocationId').text();
  const startedAt = instant(metadata.at('buildStartedOn').text() ?? '');
  const finishedAt = instant(metadata.at('buildFinishedOn').text() ?? '');
  const materials = materialsOf(node.at('materials'));
  const source = node.at('invocation').at('configSource').at('uri').text() ?? materials[0]?.uri;
  return {
    kind: 'provenance',
    slsa,
    ...(builder !== undefined && { builder }),
    ...(buildType !== undefined && { buildType }),
    ...(invocation !== undefined && { invocation }),
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(source !== undefined && { source }),
    materials,
    value: node.value,
  };
}

function materialsOf(
  list: JsonNode,
): readonly { readonly uri?: string; readonly digests: Digests }[] {
  return list.items().map((entry) => {
    const uri = entry.at('uri').text();
    return { ...(uri !== undefined && { uri }), digests: digestsOf(entry.at('digest')) };
  });
}
