import { decodeBase64 } from '../../lib/base64.ts';
import type { Pointer } from '../../model/common.ts';
import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import { JsonNode } from '../input/json-node.ts';
import { jsonRecords } from '../input/json-records.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type {
  AttestationReport,
  AttestationStatement,
  DsseEnvelope,
  DsseSignature,
} from '../reports/attestation-report.ts';
import { readStatement } from './statement.ts';

/**
 * Reads signed claims: an in-toto statement, a DSSE envelope, a bundle of Sigstore, the attestations of
 * npm, or the provenance of Google Cloud Build. No signature is checked here.
 *
 * Sources: in-toto Attestation Framework v1, DSSE 1.0, Sigstore bundle 0.1 to 0.3.
 */
export function readAttestation(source: string | Uint8Array): ReportReading<AttestationReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const log = new WarningLog();
  log.addAll(warnings);
  const statements = statementsIn(root, undefined, log);
  if (statements.length === 0) return { warnings: [...warnings, { code: 'not-this-format' }] };
  return {
    report: { family: 'attestation', statements },
    warnings: withJsonLines(log.warnings, text),
  };
}

/** Reads statements or envelopes, one a line. */
export function readAttestationLines(
  source: string | Uint8Array,
): ReportReading<AttestationReport> {
  const log = new WarningLog();
  const statements = jsonRecords(source, log).flatMap(({ node, line, place }) => {
    const found = statementsIn(node, place, log);
    if (found.length === 0) log.add('record-unreadable', { line });
    return found;
  });
  if (statements.length === 0) {
    log.once('not-this-format');
    return { warnings: log.warnings };
  }
  return { report: { family: 'attestation', statements }, warnings: log.warnings };
}

const envelopeMembers: ReadonlySet<string> = new Set(['payloadType', 'payload', 'signatures']);
/** Beside those of the standard: the certificate that Sigstore's generators put in. */
const signatureMembers: ReadonlySet<string> = new Set(['keyid', 'sig', 'cert']);

/** An envelope has few members, and what nobody knows may have been one of them. */
function unknownMembers(
  node: JsonNode,
  known: ReadonlySet<string>,
  pointer: Pointer,
  log: WarningLog,
): void {
  for (const [what] of node.entries()) {
    if (!known.has(what)) log.add('not-understood', { pointer, params: { what, count: 1 } });
  }
}

/**
 * The statements of one JSON value, whatever wraps them.
 *
 * @param place of the value, where the file is not this value alone
 */
function statementsIn(
  root: JsonNode,
  place: Pointer | undefined,
  log: WarningLog,
): readonly AttestationStatement[] {
  if (root.at('payloadType').exists && root.at('payload').exists) {
    return [fromEnvelope(root, place, log)];
  }
  if (root.at('_type').exists) return [readStatement(root, place ?? root.place, log)];
  if (root.at('dsseEnvelope').isObject) {
    return [fromEnvelope(root.at('dsseEnvelope'), place, log)];
  }
  const wrapped = [
    ...root
      .at('attestations')
      .items()
      .map((entry) => entry.at('bundle').at('dsseEnvelope')),
    ...root
      .at('provenance_summary')
      .at('provenance')
      .items()
      .map((entry) => entry.at('envelope')),
  ];
  return wrapped.flatMap((node) => {
    if (node.isObject) return [fromEnvelope(node, place, log)];
    log.add('record-unreadable', { pointer: place ?? node.place });
    return [];
  });
}

function fromEnvelope(
  node: JsonNode,
  place: Pointer | undefined,
  log: WarningLog,
): AttestationStatement {
  const at = place ?? node.place;
  const encoded = node.at('payload').text();
  const payload = encoded === undefined ? undefined : decodeBase64(encoded);
  if (payload === undefined) {
    log.add('payload-unreadable', { pointer: at, params: { reason: 'base64' } });
  }
  const signatures = node
    .at('signatures')
    .items()
    .map((entry) => readSignature(entry, place, log));
  if (signatures.length === 0) {
    log.add('member-missing', { pointer: at, params: { member: 'signatures' } });
  }
  unknownMembers(node, envelopeMembers, at, log);
  const envelope: DsseEnvelope = {
    payloadType: node.at('payloadType').text() ?? '',
    payload: payload ?? new Uint8Array(),
    signatures,
    pointer: at,
  };
  const { root, warnings } =
    payload === undefined ? { root: undefined, warnings: [] } : readJsonDocument(payload);
  for (const { code, params } of warnings)
    log.add(code, { pointer: at, ...(params && { params }) });
  if (root?.isObject === true) return { ...readStatement(root, at, log), envelope };
  if (payload !== undefined) {
    log.add('payload-unreadable', { pointer: at, params: { reason: 'json' } });
  }
  const nothing = new JsonNode(undefined);
  return {
    version: 'absent',
    subjects: [],
    predicateType: '',
    predicate: { kind: 'other', value: nothing.value },
    envelope,
    pointer: at,
  };
}

function readSignature(node: JsonNode, place: Pointer | undefined, log: WarningLog): DsseSignature {
  const at = place ?? node.place;
  const text = node.at('sig').text();
  const bytes = text === undefined ? undefined : decodeBase64(text);
  if (bytes === undefined) {
    log.add('payload-unreadable', { pointer: at, params: { reason: 'signature' } });
  }
  const keyId = node.at('keyid').text();
  unknownMembers(node, signatureMembers, at, log);
  return {
    ...(keyId !== undefined && { keyId }),
    ...(bytes !== undefined && { bytes }),
    hasCertificate: node.at('cert').exists,
    pointer: at,
  };
}
