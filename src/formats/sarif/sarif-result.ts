import type { JsonNode } from '../input/json-node.ts';
import type { SarifKind, SarifLocation, SarifResult } from '../reports/sarif-report.ts';
import { levelOf, messageText, ruleOf, type SarifContext } from './sarif-rules.ts';

const kinds: Readonly<Record<string, SarifKind>> = {
  fail: 'fail',
  pass: 'pass',
  open: 'open',
  review: 'review',
  informational: 'informational',
  notApplicable: 'notApplicable',
};

const baselines = ['new', 'unchanged', 'updated', 'absent'] as const;

export function readResult(result: JsonNode, context: SarifContext): SarifResult {
  const { log } = context;
  const rule = ruleOf(result, context);
  const kind = kindOf(result.at('kind'));
  const stated = levelOf(result.at('level'), rule?.rule.level ?? 'warning');
  // Only what fails has a level; one that is stated beside another kind is kept.
  const isFailure = kind === 'fail' || kind === 'unknown';
  const level = isFailure || result.at('level').exists ? stated : 'none';
  if (kind === 'unknown') {
    const value = result.at('kind').text() ?? '';
    log.add('value-unknown', {
      pointer: result.at('kind').place,
      params: { member: 'kind', value },
    });
  }
  if (level === 'unknown') {
    const value = result.at('level').text() ?? '';
    const params = { member: 'level', value };
    log.add('value-unknown', { pointer: result.at('level').place, params });
  }
  const suppressions = result.at('suppressions').items().map(readSuppression);
  const ruleId = result.at('ruleId').text() ?? result.at('rule').at('id').text() ?? rule?.rule.id;
  const word = result.at('baselineState').text();
  const baseline = baselines.find((state) => state === word);
  const rank = result.at('rank').number();
  return {
    run: context.index,
    ...(ruleId !== undefined && { ruleId }),
    ...(rule !== undefined && { rule: rule.position }),
    level,
    kind,
    message: messageText(result.at('message'), context, rule),
    locations: locations(result.at('locations'), context),
    related: locations(result.at('relatedLocations'), context),
    flows: result
      .at('codeFlows')
      .items()
      .flatMap((flow) => flow.at('threadFlows').items())
      .map((flow) =>
        flow
          .at('locations')
          .items()
          .map((step) => readStep(step, context)),
      ),
    stacks: result
      .at('stacks')
      .items()
      .map((stack) =>
        stack
          .at('frames')
          .items()
          .map((frame) => readLocation(frame.at('location'), context)),
      ),
    // The standard: suppressed when there is one, and none is under review or was rejected.
    suppressed:
      suppressions.length > 0 &&
      suppressions.every(({ status }) => status === undefined || status === 'accepted'),
    suppressions,
    ...(baseline !== undefined && { baseline }),
    ...(rank !== undefined && rank >= 0 && { rank }),
    taxa: result
      .at('taxa')
      .items()
      .flatMap((taxon) => taxon.at('id').text() ?? []),
    fixes: result.at('fixes').items().length,
    pointer: result.place,
  };
}

function kindOf(node: JsonNode): SarifKind {
  if (!node.exists) return 'fail';
  const word = node.text() ?? '';
  return Object.hasOwn(kinds, word) ? (kinds[word] ?? 'unknown') : 'unknown';
}

function readSuppression(node: JsonNode): SarifResult['suppressions'][number] {
  // SARIF 2.0 has `state`; what is written counts, so an odd word suppresses nothing.
  const status = node.at('status').text() ?? node.at('state').text();
  const justification = node.at('justification').text();
  return {
    kind: node.at('kind').text() ?? '',
    ...(status !== undefined && { status }),
    ...(justification !== undefined && { justification }),
  };
}

function readStep(step: JsonNode, context: SarifContext): SarifLocation {
  const index = step.at('index').number();
  const node = index === undefined ? undefined : context.shared.threadFlowLocations[index];
  const location = step.at('location').exists ? step.at('location') : node?.at('location');
  return location === undefined ? {} : readLocation(location, context);
}

function locations(list: JsonNode, context: SarifContext): readonly SarifLocation[] {
  return list.items().map((location) => readLocation(location, context));
}

function readLocation(location: JsonNode, context: SarifContext): SarifLocation {
  const physical = location.at('physicalLocation');
  const region = physical.at('region');
  const uri = uriOf(physical.at('artifactLocation'), context);
  const line = region.at('startLine').number();
  const column = region.at('startColumn').number();
  const endLine = region.at('endLine').number();
  const endColumn = region.at('endColumn').number();
  const snippet =
    physical.at('contextRegion').at('snippet').at('text').text() ??
    region.at('snippet').at('text').text();
  const message = messageText(location.at('message'), context, undefined);
  const logical = logicalName(location, context);
  return {
    ...(uri !== undefined && { uri }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
    ...(snippet !== undefined && { snippet }),
    ...(message !== '' && { message }),
    ...(logical !== undefined && { logical }),
  };
}

function logicalName(location: JsonNode, context: SarifContext): string | undefined {
  const own = location.at('logicalLocations').items()[0] ?? location.at('logicalLocation');
  const index = own.at('index').number();
  const shared = index === undefined ? undefined : context.shared.logicalLocations[index];
  return [own, shared]
    .map((node) => node?.at('fullyQualifiedName').text() ?? node?.at('name').text())
    .find((name) => name !== undefined);
}

function uriOf(location: JsonNode, context: SarifContext): string | undefined {
  const { shared, log } = context;
  const index = location.at('index').number();
  const artifact = index === undefined || index < 0 ? undefined : shared.artifacts[index];
  if (index !== undefined && index >= 0 && artifact === undefined) {
    log.add('reference-missing', { pointer: location.place, params: { id: index } });
  }
  const node = location.at('uri').exists ? location : (artifact?.at('location') ?? location);
  const uri = node.at('uri').text();
  const base = node.at('uriBaseId').text();
  return uri === undefined || base === undefined ? uri : withBase(uri, base, context);
}

/** Follows bases through each other; a base without an address, or one in a circle, ends it. */
function withBase(uri: string, base: string, { run }: SarifContext): string {
  const seen = new Set<string>();
  let joined = uri;
  let id: string | undefined = base;
  while (id !== undefined && !seen.has(id) && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(joined)) {
    seen.add(id);
    const entry = run.at('originalUriBaseIds').at(id);
    const prefix = entry.at('uri').text();
    if (prefix !== undefined)
      joined = prefix.endsWith('/') ? prefix + joined : `${prefix}/${joined}`;
    id = entry.at('uriBaseId').text();
  }
  return joined;
}
