import { encodeBase64 } from '../../lib/base64.ts';
import { type FormatId, formatFamilies } from '../format-id.ts';

const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'SHA256SUMS', digest: { sha256: 'ab'.repeat(32) } }],
  predicateType: 'https://slsa.dev/verification_summary/v1',
  predicate: {
    verifier: { id: 'https://ci.example/verifier' },
    timeVerified: '2026-03-01T10:00:00Z',
    resourceUri: 'pkg:generic/shop@1',
    verificationResult: 'PASSED',
    verifiedLevels: ['SLSA_BUILD_LEVEL_2'],
  },
};

const envelope = {
  payloadType: 'application/vnd.in-toto+json',
  payload: encodeBase64(new TextEncoder().encode(JSON.stringify(statement))),
  signatures: [{ keyid: 'ci', sig: 'AAECAw==' }],
};

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** One small file of each format that has a reader, made up for tests. */
export const samples = {
  junit: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="all" time="1.5">
  <testsuite name="orders" tests="4" failures="1" errors="0" skipped="1" timestamp="2026-03-01T10:00:00Z">
    <testcase name="adds" classname="orders" time="0.5" file="orders.test.ts" line="12"/>
    <testcase name="refuses" classname="orders" time="0.25"><failure message="expected 400">at line 9</failure></testcase>
    <testcase name="exports" classname="orders"><skipped message="later"/></testcase>
    <testcase name="retries" classname="orders"><flakyFailure message="once"/><system-out>\u001b[31mred\u001b[0m</system-out></testcase>
  </testsuite>
</testsuites>
`,
  nunit: `<test-run testcasecount="3" total="3" passed="1" failed="1" skipped="1">
  <test-suite type="TestFixture" name="Orders" fullname="Shop.Orders" duration="0.3">
    <test-case name="Adds" classname="Shop.Orders" result="Passed" duration="0.1"/>
    <test-case name="Refuses" classname="Shop.Orders" result="Failed" duration="0.2"><failure><message>no</message><stack-trace>at 9</stack-trace></failure></test-case>
    <test-case name="Exports" classname="Shop.Orders" result="Skipped" label="Ignored"/>
  </test-suite>
</test-run>
`,
  xunit: `<assemblies>
  <assembly name="shop.dll" total="2" passed="1" failed="1" skipped="0">
    <collection name="orders">
      <test name="Adds" type="Orders" result="Pass" time="0.1"/>
      <test name="Refuses" type="Orders" result="Fail" time="0.2"><failure><message>no</message></failure></test>
    </collection>
  </assembly>
</assemblies>
`,
  ctrf: json({
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: 'runner', version: '2.1' },
      summary: {
        tests: 3,
        passed: 1,
        failed: 1,
        pending: 0,
        skipped: 1,
        other: 0,
        start: 1_770_000_000_000,
        stop: 1_770_000_001_000,
      },
      tests: [
        { name: 'adds', status: 'passed', duration: 12, suite: 'orders', tags: ['AC-1'] },
        { name: 'refuses', status: 'failed', duration: 5, message: 'expected 400', trace: 'at 9' },
        { name: 'exports', status: 'skipped', duration: 0 },
      ],
    },
  }),
  playwright: json({
    config: { version: '1.65.1' },
    suites: [
      {
        title: 'orders.spec.ts',
        file: 'orders.spec.ts',
        specs: [
          {
            title: 'adds',
            file: 'orders.spec.ts',
            line: 4,
            tests: [
              {
                projectName: 'desk',
                status: 'flaky',
                results: [
                  { duration: 5, status: 'failed' },
                  { duration: 7, status: 'passed' },
                ],
              },
            ],
          },
        ],
      },
    ],
    errors: [],
    stats: {
      expected: 0,
      unexpected: 0,
      flaky: 1,
      skipped: 0,
      startTime: '2026-03-01T10:00:00.000Z',
      duration: 12.5,
    },
  }),
  jest: json({
    numTotalTestSuites: 1,
    numTotalTests: 2,
    numFailedTests: 1,
    success: false,
    startTime: 1_770_000_000_000,
    testResults: [
      {
        name: '/app/orders.test.ts',
        status: 'failed',
        startTime: 1_770_000_000_000,
        endTime: 1_770_000_000_040,
        message: '',
        assertionResults: [
          {
            ancestorTitles: ['orders'],
            title: 'adds',
            fullName: 'orders adds',
            status: 'passed',
            duration: 3,
            failureMessages: [],
          },
          {
            ancestorTitles: ['orders'],
            title: 'refuses',
            fullName: 'orders refuses',
            status: 'failed',
            duration: 2,
            failureMessages: ['Error: expected 400\n  at 9'],
            location: { line: 9, column: 3 },
          },
        ],
      },
    ],
  }),
  mocha: json({
    stats: {
      suites: 1,
      tests: 2,
      passes: 1,
      pending: 0,
      failures: 1,
      start: '2026-03-01T10:00:00.000Z',
      duration: 9,
    },
    tests: [
      {
        title: 'adds',
        fullTitle: 'orders adds',
        file: '/app/orders.js',
        duration: 2,
        currentRetry: 0,
        err: {},
      },
      {
        title: 'refuses',
        fullTitle: 'orders refuses',
        file: '/app/orders.js',
        duration: 1,
        currentRetry: 0,
        err: { message: 'expected 400', stack: 'at 9' },
      },
    ],
    pending: [],
    failures: [
      {
        title: 'refuses',
        fullTitle: 'orders refuses',
        file: '/app/orders.js',
        err: { message: 'expected 400' },
      },
    ],
    passes: [{ title: 'adds', fullTitle: 'orders adds', file: '/app/orders.js', err: {} }],
  }),
  rspec: json({
    version: '3.13.0',
    examples: [
      {
        id: './a[1:1]',
        description: 'adds',
        full_description: 'orders adds',
        status: 'passed',
        file_path: './a.rb',
        line_number: 3,
        run_time: 0.01,
      },
      {
        id: './a[1:2]',
        description: 'refuses',
        full_description: 'orders refuses',
        status: 'failed',
        file_path: './a.rb',
        line_number: 7,
        run_time: 0.02,
        exception: { class: 'X', message: 'no', backtrace: ['a.rb:7'] },
      },
    ],
    summary: {
      duration: 0.03,
      example_count: 2,
      failure_count: 1,
      pending_count: 0,
      errors_outside_of_examples_count: 0,
    },
    summary_line: '2 examples, 1 failure',
  }),
  dart: [
    { protocolVersion: '0.1.1', runnerVersion: '1.24.0', pid: 1, type: 'start', time: 0 },
    { suite: { id: 0, platform: 'vm', path: 'test/orders_test.dart' }, type: 'suite', time: 0 },
    { group: { id: 2, suiteID: 0, parentID: null, name: 'orders' }, type: 'group', time: 1 },
    {
      test: { id: 3, name: 'orders adds', suiteID: 0, groupIDs: [2], line: 4, column: 3 },
      type: 'testStart',
      time: 2,
    },
    { testID: 3, result: 'success', skipped: false, hidden: false, type: 'testDone', time: 9 },
    {
      test: { id: 4, name: 'orders refuses', suiteID: 0, groupIDs: [2], line: 8, column: 3 },
      type: 'testStart',
      time: 10,
    },
    {
      testID: 4,
      error: 'expected 400',
      stackTrace: 'at 9',
      isFailure: true,
      type: 'error',
      time: 11,
    },
    { testID: 4, result: 'failure', skipped: false, hidden: false, type: 'testDone', time: 12 },
    { success: false, type: 'done', time: 13 },
  ]
    .map((event) => JSON.stringify(event))
    .join('\n'),
  'go-test': [
    { Time: '2026-03-01T10:00:00Z', Action: 'start', Package: 'example.org/shop' },
    { Time: '2026-03-01T10:00:00Z', Action: 'run', Package: 'example.org/shop', Test: 'TestAdds' },
    {
      Time: '2026-03-01T10:00:00Z',
      Action: 'output',
      Package: 'example.org/shop',
      Test: 'TestAdds',
      Output: 'ok\n',
    },
    {
      Time: '2026-03-01T10:00:01Z',
      Action: 'pass',
      Package: 'example.org/shop',
      Test: 'TestAdds',
      Elapsed: 0.5,
    },
    {
      Time: '2026-03-01T10:00:01Z',
      Action: 'run',
      Package: 'example.org/shop',
      Test: 'TestRefuses',
    },
    {
      Time: '2026-03-01T10:00:01Z',
      Action: 'fail',
      Package: 'example.org/shop',
      Test: 'TestRefuses',
      Elapsed: 0.1,
    },
    { Time: '2026-03-01T10:00:01Z', Action: 'fail', Package: 'example.org/shop', Elapsed: 1 },
  ]
    .map((event) => JSON.stringify(event))
    .join('\n'),
  tap: `TAP version 14
1..4
ok 1 - adds
not ok 2 - refuses
  ---
  message: 'expected 400'
  duration_ms: 12.5
  ...
ok 3 - exports # SKIP later
# Subtest: refunds
    ok 1 - whole
    ok 2 - part
    1..2
ok 4 - refunds
`,
  lcov: `TN:unit
SF:src/orders.ts
FN:1,add
FNDA:3,add
FNF:1
FNH:1
DA:1,3
DA:2,0
LF:2
LH:1
BRDA:1,0,0,1
BRDA:1,0,1,-
BRF:2
BRH:1
end_of_record
`,
  cobertura: `<?xml version="1.0"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.5" lines-covered="1" lines-valid="2" branches-covered="1" branches-valid="2" timestamp="1772359200" version="gcovr 7.0">
  <packages><package name="shop"><classes>
    <class name="orders" filename="src/orders.c">
      <methods><method name="add" line-rate="1.0"><lines><line number="1" hits="3"/></lines></method></methods>
      <lines>
        <line number="1" hits="3" branch="true" condition-coverage="50% (1/2)"/>
        <line number="2" hits="0"/>
      </lines>
    </class>
  </classes></package></packages>
</coverage>
`,
  istanbul: json({
    '/app/src/orders.ts': {
      path: '/app/src/orders.ts',
      statementMap: {
        0: { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } },
        1: { start: { line: 2, column: 0 }, end: { line: 2, column: 9 } },
      },
      fnMap: { 0: { name: 'add', line: 1, loc: { start: { line: 1, column: 0 } } } },
      branchMap: { 0: { type: 'if', line: 1, locations: [{}, {}] } },
      s: { 0: 3, 1: 0 },
      f: { 0: 3 },
      b: { 0: [3, 0] },
    },
  }),
  'istanbul-summary': json({
    total: {
      lines: { total: 2, covered: 1, skipped: 0, pct: 50 },
      statements: { total: 2, covered: 1, skipped: 0, pct: 50 },
      functions: { total: 1, covered: 1, skipped: 0, pct: 100 },
      branches: { total: 0, covered: 0, skipped: 0, pct: 100 },
    },
    '/app/src/orders.ts': {
      lines: { total: 2, covered: 1, skipped: 0, pct: 50 },
      statements: { total: 2, covered: 1, skipped: 0, pct: 50 },
      functions: { total: 1, covered: 1, skipped: 0, pct: 100 },
      branches: { total: 0, covered: 0, skipped: 0, pct: 100 },
    },
  }),
  sarif: json({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lint',
            version: '3.0',
            rules: [
              {
                id: 'R1',
                name: 'NoGlobals',
                messageStrings: { default: { text: "'{0}' is global; write {{}}." } },
                defaultConfiguration: { level: 'error' },
                properties: { tags: ['security'] },
              },
            ],
          },
        },
        originalUriBaseIds: {
          SRC: { uri: 'src/', uriBaseId: 'ROOT' },
          ROOT: { uri: 'file:///app/' },
        },
        results: [
          {
            ruleId: 'R1/sub',
            message: { id: 'default', arguments: ['x'] },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'a.ts', uriBaseId: 'SRC' },
                  region: { startLine: 3, startColumn: 2 },
                },
              },
            ],
          },
          { ruleIndex: 0, kind: 'pass', message: { text: 'fine' } },
          {
            ruleIndex: 0,
            message: { text: 'known' },
            suppressions: [{ kind: 'inSource', status: 'accepted' }],
          },
          {
            ruleIndex: 0,
            message: { text: 'doubtful' },
            suppressions: [{ kind: 'external', status: 'underReview' }],
          },
        ],
        invocations: [{ executionSuccessful: true }],
      },
    ],
  }),
  'benchmark-list': json([
    { name: 'parse', unit: 'ms', value: 12.5, range: '± 0.3' },
    { name: 'draw', unit: 'ms', value: 4 },
  ]),
  'benchmark-history': `window.BENCHMARK_DATA = ${json({
    lastUpdate: 1_770_000_000_000,
    entries: {
      Core: [
        {
          commit: { id: 'a1', timestamp: '2026-02-01T10:00:00Z' },
          date: 1_770_000_000_000,
          tool: 'customSmallerIsBetter',
          benches: [{ name: 'parse', value: 13, unit: 'ms' }],
        },
        {
          commit: { id: 'b2', timestamp: '2026-02-02T10:00:00Z' },
          date: 1_770_086_400_000,
          tool: 'customSmallerIsBetter',
          benches: [{ name: 'parse', value: 12, unit: 'ms', range: '± 1' }],
        },
      ],
    },
  })};
`,
  bencher: json({
    parse: { latency: { value: 12.5, lower_value: 12, upper_value: 13 } },
    draw: { latency: { value: 4 }, throughput: { value: 250 } },
  }),
  'google-benchmark': json({
    context: { date: '2026-03-01T10:00:00Z', library_version: 'v1.9.0' },
    benchmarks: [
      {
        name: 'parse',
        run_type: 'iteration',
        iterations: 100,
        real_time: 12.5,
        cpu_time: 12,
        time_unit: 'us',
      },
    ],
  }),
  'pytest-benchmark': json({
    machine_info: { node: 'n' },
    commit_info: { id: 'a1' },
    datetime: '2026-03-01T10:00:00Z',
    version: '5.0',
    benchmarks: [
      {
        name: 'test_parse',
        fullname: 'b.py::test_parse',
        group: null,
        stats: { mean: 0.002, min: 0.001, max: 0.003, stddev: 0.0001 },
      },
    ],
  }),
  jmh: json([
    {
      jmhVersion: '1.37',
      benchmark: 'org.example.Parse.run',
      mode: 'thrpt',
      params: { size: '10' },
      primaryMetric: {
        score: 1000,
        scoreError: 5,
        scoreConfidence: [995, 1005],
        scoreUnit: 'ops/s',
      },
    },
  ]),
  'julia-benchmark': json([
    { Julia: '1.11', BenchmarkTools: '1.0.0' },
    [
      [
        'BenchmarkGroup',
        {
          data: { parse: ['TrialEstimate', { time: 31, gctime: 0, memory: 8, allocs: 1 }] },
          tags: [],
        },
      ],
    ],
  ]),
  benchmarkdotnet: json({
    Title: 'Shop',
    HostEnvironmentInfo: { BenchmarkDotNetVersion: '0.14.0' },
    Benchmarks: [
      {
        FullName: 'Shop.Parse',
        Statistics: { Mean: 24.8, Min: 24, Max: 26, StandardDeviation: 0.4 },
      },
    ],
  }),
  'benchmark-text': `pkg: example.org/shop
BenchmarkParse-8   	 5000000	       325 ns/op	      16 B/op
PASS
`,
  'in-toto': json(statement),
  dsse: json(envelope),
  'attestation-bundle': json({
    mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.2',
    verificationMaterial: {},
    dsseEnvelope: envelope,
  }),
  'attestation-lines': `${JSON.stringify(envelope)}\n${JSON.stringify(statement)}\n`,
  cyclonedx: json({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:3e671687-0000-4000-8000-000000000000',
    version: 1,
    metadata: {
      timestamp: '2026-03-01T10:00:00Z',
      component: { 'bom-ref': 'shop', type: 'application', name: 'shop', version: '1' },
    },
    components: [
      {
        'bom-ref': 'a',
        type: 'library',
        name: 'alpha',
        version: '1.0',
        purl: 'pkg:npm/alpha@1.0',
        licenses: [{ license: { id: 'MIT' } }],
        components: [{ 'bom-ref': 'b', type: 'library', name: 'beta' }],
      },
    ],
    dependencies: [
      { ref: 'shop', dependsOn: ['a'] },
      { ref: 'a', dependsOn: ['b', 'gone'] },
    ],
    vulnerabilities: [
      {
        id: 'CVE-2026-1',
        ratings: [{ severity: 'high' }],
        analysis: { state: 'not_affected', justification: 'code_not_reachable' },
        affects: [{ ref: 'a' }],
      },
    ],
  }),
  spdx: json({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'shop',
    documentNamespace: 'https://example.org/shop',
    creationInfo: { created: '2026-03-01T10:00:00Z', creators: ['Tool: maker-1'] },
    packages: [
      {
        SPDXID: 'SPDXRef-a',
        name: 'alpha',
        versionInfo: '1.0',
        licenseConcluded: 'MIT',
        licenseDeclared: 'NOASSERTION',
        checksums: [{ algorithm: 'SHA256', checksumValue: 'ab' }],
      },
    ],
    relationships: [
      {
        spdxElementId: 'SPDXRef-DOCUMENT',
        relationshipType: 'DESCRIBES',
        relatedSpdxElement: 'SPDXRef-a',
      },
    ],
  }),
  'spdx-tag-value': `SPDXVersion: SPDX-2.3
DocumentName: shop
Created: 2026-03-01T10:00:00Z
Creator: Tool: maker-1
PackageName: alpha
SPDXID: SPDXRef-a
PackageVersion: 1.0
PackageLicenseConcluded: MIT
PackageComment: <text>two
lines</text>
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a
`,
  csv: 'time,value\n2026-03-01T10:00:00Z,12\n2026-03-02T10:00:00Z,"1,5"\n',
  json: json({ budget: { daily: 450 }, open: true }),
  'json-lines': '{"a":1}\n{"a":2}\n',
  yaml: 'budget:\n  daily: 450\nopen: true\n---\n- second\n',
  log: 'start\n\u001b[1;31mfailed\u001b[0m: no route\n',
  text: 'plain words\nin two lines\n',
} as const satisfies Readonly<Record<FormatsWithReport, string>>;

type FormatsWithReport = {
  [F in FormatId]: (typeof formatFamilies)[F] extends undefined ? never : F;
}[FormatId];

/** What the files would be called; where the bytes tell, the name is left away. */
export const sampleNames: Partial<Readonly<Record<FormatId, string>>> = {
  csv: 'metrics/times.csv',
  yaml: 'policy.yaml',
};

export const sampleFormats: readonly FormatsWithReport[] = Object.keys(samples).filter(
  (format): format is FormatsWithReport => Object.hasOwn(formatFamilies, format),
);
