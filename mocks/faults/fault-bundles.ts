import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  createdAt,
  type EvidencePath,
  evidenceFiles,
  healthyBundle,
  type Json,
  type JsonObject,
} from './healthy-bundle.ts';
import { httpFaults } from './http-faults.ts';

type Files = Readonly<Record<string, string>>;

/** Deeper than any reader accepts. */
const deepLevels = 200;
const scripts = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** What makes each sentinel project different from the healthy one. */
const sentinels: Readonly<Record<string, (healthy: JsonObject) => Partial<Files>>> = {
  healthy: () => ({}),
  empty: (healthy) => changed(healthy, { items: [], dependencies: [], gates: [], evidence: [] }),
  'fault-not-json': () => ({ 'bundle.json': '{ "wavegate": "1.0.0", "project": oops }\n' }),
  'fault-wrong-version': (healthy) => changed(healthy, { wavegate: '9.0.0' }),
  'fault-too-deep': (healthy) => changed(healthy, { extensions: { 'org.example.deep': deep() } }),
  'fault-duplicate-ids': (healthy) =>
    changed(healthy, {
      items: [...list(healthy, 'items'), { id: 'A', kind: 'wave', title: 'Foundation again' }],
    }),
  'fault-dangling': (healthy) =>
    changed(healthy, {
      dependencies: [...list(healthy, 'dependencies'), { item: 'B', on: 'NOWHERE' }],
    }),
  'fault-cycle': (healthy) =>
    changed(healthy, {
      dependencies: [...list(healthy, 'dependencies'), { item: 'A', on: 'C' }],
    }),
  'fault-missing-evidence': () => ({ 'evidence/unit.json': undefined }),
  'fault-tampered-evidence': () => ({
    'evidence/unit.json': evidenceFiles['evidence/unit.json'].replace('"failed": 0', '"failed": 3'),
  }),
  'fault-unknown-kind': (healthy) =>
    changed(healthy, {
      critical: ['oracle'],
      gates: list(healthy, 'gates').map((gate) => ({
        ...record(gate),
        conditions: [{ id: 'oracle', kind: 'oracle', title: 'The oracle nods' }],
      })),
    }),
  'fault-404': () => ({ 'bundle.json': undefined }),
  hostile: (healthy) =>
    changed(healthy, {
      project: { id: 'hostile', title: `Hostile ${scripts}` },
      items: list(healthy, 'items').map((item, index) => ({
        ...record(item),
        title: `${scripts} \u202egnp.exe ${index}`,
        description: `[click](javascript:document.title=3) ${scripts}`,
      })),
      evidence: list(healthy, 'evidence').map((entry, index) => ({
        ...record(entry),
        uri: ['javascript:document.title=4', 'https://ok.example@evil.example/'][index % 2] ?? '',
        runUrl: 'java\nscript:document.title=5',
      })),
    }),
  ...Object.fromEntries(Object.keys(httpFaults).map((id) => [id, () => ({})])),
};

/** Every sentinel project. */
export const sentinelIds: readonly string[] = Object.keys(sentinels);

/** The resource tree of the sentinel projects by path: `index.json`, `projects/<id>/r1/…`. */
export function faultFiles(): ReadonlyMap<string, string> {
  const tree = new Map<string, string>();
  tree.set('index.json', `${JSON.stringify(index(), null, 2)}\n`);
  for (const [id, change] of Object.entries(sentinels)) {
    const healthy = healthyBundle(id, (path: EvidencePath) => digestOf(evidenceFiles[path]));
    const files: Partial<Files> = {
      ...evidenceFiles,
      'bundle.json': documentOf(healthy),
      ...change(healthy),
    };
    for (const [path, text] of Object.entries(files)) {
      if (text !== undefined) tree.set(`projects/${id}/r1/${path}`, text);
    }
    tree.set(`projects/${id}/r1/SHA256SUMS`, sums(evidenceFiles));
  }
  return tree;
}

/** Lower-case hexadecimal SHA-256 of a text's UTF-8. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function index(): JsonObject {
  return {
    wavegate: '1.0.0',
    projects: sentinelIds.map((id) => ({
      id,
      title: `Sentinel ${id}`,
      sample: true,
      revisions: [{ id: 'r1', createdAt, path: `projects/${id}/r1/` }],
    })),
  };
}

function sums(files: Files): string {
  return Object.entries(files)
    .map(([path, text]) => `${digestOf(text)}  ${path}\n`)
    .join('');
}

function changed(healthy: JsonObject, change: JsonObject): Files {
  return { 'bundle.json': documentOf({ ...healthy, ...change }) };
}

function documentOf(content: JsonObject): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function deep(): Json {
  let value: Json = 0;
  for (let level = 0; level < deepLevels; level += 1) value = [value];
  return value;
}

function list(content: JsonObject, key: string): readonly Json[] {
  const value = content[key];
  return Array.isArray(value) ? value : [];
}

function record(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
