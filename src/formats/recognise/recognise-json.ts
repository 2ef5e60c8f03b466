import type { FormatId, Recognition } from '../format-id.ts';
import { type JsonOutline, outlineJson } from './json-outline.ts';

type Places = JsonOutline['places'];

interface Mark {
  readonly format: FormatId;
  /** Members that must all be there, as pointers. */
  readonly members: readonly string[];
  /** A look at their texts where the members alone do not tell. */
  readonly when?: (places: Places) => boolean;
}

const textAt = (pointer: string, pattern: RegExp) => (places: Places) =>
  pattern.test(places.get(pointer) ?? '');

/** The first that fits counts: the more telling ones stand first. */
const objects: readonly Mark[] = [
  { format: 'ctrf', members: ['/reportFormat'], when: textAt('/reportFormat', /^CTRF$/i) },
  { format: 'ctrf', members: ['/results/summary', '/results/tests'] },
  { format: 'ctrf', members: ['/results/tool', '/results/tests'] },
  { format: 'cyclonedx', members: ['/bomFormat'] },
  { format: 'cyclonedx', members: ['/$schema'], when: textAt('/$schema', /cyclonedx\.org/) },
  { format: 'spdx', members: ['/spdxVersion'] },
  { format: 'spdx', members: ['/@context', '/@graph'], when: textAt('/@context', /spdx\.org/) },
  { format: 'in-toto', members: ['/_type', '/predicateType'] },
  { format: 'in-toto', members: ['/_type', '/subject'] },
  { format: 'dsse', members: ['/payloadType', '/payload'] },
  { format: 'attestation-bundle', members: ['/dsseEnvelope'] },
  { format: 'attestation-bundle', members: ['/attestations/0/bundle'] },
  { format: 'attestation-bundle', members: ['/provenance_summary'] },
  { format: 'sarif', members: ['/$schema', '/version'], when: textAt('/$schema', /sarif/i) },
  { format: 'sarif', members: ['/runs', '/version'], when: textAt('/version', /^2\./) },
  { format: 'playwright', members: ['/suites', '/config'] },
  { format: 'playwright', members: ['/suites', '/stats'] },
  { format: 'playwright', members: ['/config/projects', '/config/rootDir'] },
  { format: 'jest', members: ['/testResults', '/numTotalTests'] },
  { format: 'jest', members: ['/numTotalTestSuites', '/numTotalTests'] },
  { format: 'mocha', members: ['/stats/tests', '/stats/passes'] },
  { format: 'rspec', members: ['/examples', '/summary_line'] },
  { format: 'rspec', members: ['/examples', '/summary'] },
  { format: 'pytest-benchmark', members: ['/machine_info', '/benchmarks'] },
  { format: 'google-benchmark', members: ['/context', '/benchmarks'] },
  { format: 'benchmarkdotnet', members: ['/HostEnvironmentInfo', '/Benchmarks'] },
  { format: 'istanbul-summary', members: ['/total/lines', '/total/statements'] },
];

const lists: readonly Mark[] = [
  { format: 'jmh', members: ['/0/benchmark', '/0/primaryMetric'] },
  { format: 'benchmark-list', members: ['/0/name', '/0/unit', '/0/value'] },
  { format: 'julia-benchmark', members: ['/0/Julia'] },
];

/** Formats whose members have names of the user's: what stands inside the first one tells. */
function byFirstMember(places: Places): Recognition | undefined {
  for (const pointer of places.keys()) {
    const parts = pointer.split('/');
    if (parts.length === 3 && parts[2] === 'statementMap') {
      return { format: 'istanbul', because: members('statementMap') };
    }
    if (parts.length === 4 && parts[3] === 'value' && places.get(pointer) === '') {
      return { format: 'bencher', because: members('value') };
    }
  }
  return undefined;
}

/**
 * The format of JSON by its first part, or nothing when it begins like no JSON.
 *
 * @param text from the start; may be cut off
 */
export function recogniseJson(text: string): Recognition | undefined {
  const outline = outlineJson(text);
  if (outline === undefined) return undefined;
  const { places, isList, end } = outline;
  const rest = end === undefined ? '' : text.slice(end).trimStart();
  if (/^[{[]/.test(rest)) return recogniseLines(places);
  if (rest !== '') return undefined;
  for (const { format, members: needed, when } of isList ? lists : objects) {
    if (needed.every((pointer) => places.has(pointer)) && (when === undefined || when(places))) {
      return { format, because: members(...needed) };
    }
  }
  const dart = isList ? dartEvents(places, '/0') : undefined;
  return dart ?? byFirstMember(places) ?? { format: 'json', because: { code: 'syntax' } };
}

/** Several values after one another: one a line. */
function recogniseLines(places: Places): Recognition {
  if (places.has('/payloadType') && places.has('/payload')) {
    return { format: 'attestation-lines', because: members('/payloadType', '/payload') };
  }
  if (places.has('/_type') && places.has('/predicateType')) {
    return { format: 'attestation-lines', because: members('/_type', '/predicateType') };
  }
  if (places.has('/Action') && places.has('/Package')) {
    return { format: 'go-test', because: members('/Action', '/Package') };
  }
  return dartEvents(places, '') ?? { format: 'json-lines', because: { code: 'syntax' } };
}

function dartEvents(places: Places, at: string): Recognition | undefined {
  return places.has(`${at}/protocolVersion`) && places.has(`${at}/runnerVersion`)
    ? { format: 'dart', because: members('/protocolVersion', '/runnerVersion') }
    : undefined;
}

function members(...pointers: string[]): Recognition['because'] {
  return { code: 'members', params: { members: pointers.join(', ') } };
}
