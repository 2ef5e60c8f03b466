/**
 * What other programs read out of the real files under `../shared/inputs`: counted by Python's own
 * parsers (`xml.etree`, `json`, `csv`, `re`), independently of this project. The files are not part
 * of it.
 */

/** Cases, failed with errors, skipped. */
export const testsFigures: Readonly<Record<string, readonly number[]>> = {
  'test-reporter/__tests__/fixtures/empty/java-junit.xml': [0, 0, 0],
  'test-reporter/__tests__/fixtures/empty/jest-junit-empty-testsuite.xml': [0, 0, 0],
  'test-reporter/__tests__/fixtures/empty/jest-junit.xml': [0, 0, 0],
  'test-reporter/__tests__/fixtures/empty/phpunit-empty.xml': [0, 0, 0],
  'test-reporter/__tests__/fixtures/external/java/TEST-org.apache.pulsar.AddMissingPatchVersionTest.xml':
    [2, 1, 1],
  'test-reporter/__tests__/fixtures/external/java/empty_failures.xml': [3, 1, 0],
  'test-reporter/__tests__/fixtures/external/java/junit4-basic.xml': [6, 1, 0],
  'test-reporter/__tests__/fixtures/external/java/junit4-complete.xml': [8, 2, 1],
  'test-reporter/__tests__/fixtures/external/java/pulsar-test-report.xml': [808, 1, 14],
  'test-reporter/__tests__/fixtures/external/jest/jest-react-component-test-results.xml': [1, 0, 0],
  'test-reporter/__tests__/fixtures/external/jest/jest-test-results.xml': [4239, 2, 30],
  'test-reporter/__tests__/fixtures/external/phpunit/junit-basic.xml': [9, 1, 0],
  'test-reporter/__tests__/fixtures/external/phpunit/phpcheckstyle-phpunit.xml': [30, 2, 0],
  'test-reporter/__tests__/fixtures/jest-junit-eslint.xml': [1, 0, 0],
  'test-reporter/__tests__/fixtures/jest-junit.xml': [6, 4, 1],
  'test-reporter/__tests__/fixtures/junit-with-message.xml': [1, 1, 0],
  'test-reporter/__tests__/fixtures/nette-tester/BootstrapFormRenderer-report.xml': [4, 0, 0],
  'test-reporter/__tests__/fixtures/nette-tester/tester-v1.7-report.xml': [65, 1, 3],
  'test-reporter/__tests__/fixtures/phpunit/phpunit-paths.xml': [6, 6, 0],
  'test-reporter/__tests__/fixtures/phpunit/phpunit.xml': [12, 2, 0],
  'test-reporter/__tests__/fixtures/python-xunit-pytest.xml': [10, 2, 2],
  'test-reporter/__tests__/fixtures/python-xunit-unittest.xml': [8, 2, 2],
  'test-reporter/__tests__/fixtures/swift-xunit.xml': [3, 1, 0],
  'test-reporter/__tests__/fixtures/test-errors/jest/jest-test-results.xml': [2, 2, 0],
  'action-junit-report/test_results/catch2/report.xml': [1, 1, 0],
  'action-junit-report/test_results/container-structure/test.xml': [3, 0, 0],
  'action-junit-report/test_results/cunit/testEmpty.xml': [0, 0, 0],
  'action-junit-report/test_results/cunit/testFailure.xml': [4, 1, 0],
  'action-junit-report/test_results/flaky_retries/flaky_all_failures.xml': [3, 3, 0],
  'action-junit-report/test_results/flaky_retries/flaky_success_first.xml': [3, 2, 0],
  'action-junit-report/test_results/flaky_retries/flaky_with_classname_file.xml': [5, 2, 0],
  'action-junit-report/test_results/issues/testDisabled.xml': [22, 6, 10],
  'action-junit-report/test_results/issues/testFailedDisabled.xml': [1, 1, 0],
  'action-junit-report/test_results/junit-server-test/report.xml': [4, 1, 1],
  'action-junit-report/test_results/junit_flaky_failure/marathon_junit_report.xml': [1, 0, 0],
  'action-junit-report/test_results/junit_flaky_failure/mixed_flaky_and_passed.xml': [3, 0, 0],
  'action-junit-report/test_results/marathon_tests/com.mikepenz.DummyTest#test_02_dummy.xml': [
    1, 0, 0,
  ],
  'action-junit-report/test_results/marathon_tests/com.mikepenz.DummyTest3#test_01.xml': [1, 1, 0],
  'action-junit-report/test_results/marathon_tests/com.mikepenz.DummyUtilTest#test_01_dummy.xml': [
    1, 1, 0,
  ],
  'action-junit-report/test_results/maven_surefire_flaky/surefire-report.xml': [1, 0, 0],
  'action-junit-report/test_results/mocha/mocha.xml': [1, 0, 0],
  'action-junit-report/test_results/multiple/test_10.xml': [3, 0, 0],
  'action-junit-report/test_results/multiple/test_11.xml': [3, 1, 0],
  'action-junit-report/test_results/multiple/test_12.xml': [3, 0, 1],
  'action-junit-report/test_results/multiple_failures/test_multiple_errors.xml': [3, 2, 0],
  'action-junit-report/test_results/multiple_failures/test_multiple_failures.xml': [4, 2, 1],
  'action-junit-report/test_results/nested/junit.xml': [5, 3, 0],
  'action-junit-report/test_results/nested/multi-level.xml': [3, 0, 0],
  'action-junit-report/test_results/nextest/basic.xml': [3, 1, 0],
  'action-junit-report/test_results/perl/result.xml': [1, 0, 0],
  'action-junit-report/test_results/python/report.xml': [3, 2, 0],
  'action-junit-report/test_results/python/report_flaky.xml': [4, 2, 0],
  'action-junit-report/test_results/tests/email/target/surefire-reports/TEST-action.surefire.report.email.EmailAddressTest.xml':
    [9, 7, 0],
  'action-junit-report/test_results/tests/utils/target/surefire-reports/TEST-action.surefire.report.calc.AllOkTest.xml':
    [1, 0, 0],
  'action-junit-report/test_results/tests/utils/target/surefire-reports/TEST-action.surefire.report.calc.CalcUtilsTest.xml':
    [2, 2, 0],
  'action-junit-report/test_results/tests/utils/target/surefire-reports/TEST-action.surefire.report.calc.StringUtilsTest.xml':
    [5, 2, 1],
  'action-junit-report/test_results/xunit/report.xml': [4, 1, 0],
  'action-junit-report/test_results/xunit/report_fl_on_f.xml': [4, 1, 0],
  'kosli-cli/cmd/kosli/testdata/junit/surefire_maven_ancient_junit_report.xml': [7, 0, 7],
  'kosli-cli/cmd/kosli/testdata/report.xml': [570, 0, 6],
  'kosli-cli/cmd/kosli/testdata/report_junit_delta_timestamp.xml': [5, 0, 0],
  'kosli-cli/cmd/kosli/testdata/report_junit_second_timestamp_format.xml': [570, 0, 6],
  'ctrf-github-test-reporter/ctrf-reports/test-junit.xml': [10, 2, 1],
  'test-reporter/__tests__/fixtures/dotnet-nunit.xml': [9, 5, 1],
  'test-reporter/__tests__/fixtures/external/nunit-sample.xml': [18, 2, 4],
  'playwright-report-summary/__tests__/__fixtures__/report-nested.json': [45, 0, 0],
  'playwright-report-summary/__tests__/__fixtures__/report-sharded.json': [27, 1, 3],
  'playwright-report-summary/__tests__/__fixtures__/report-valid.json': [14, 2, 1],
  'playwright-report-summary/__tests__/__fixtures__/report-without-duration.json': [14, 2, 1],
  'ctrf-github-test-reporter/ctrf-reports/ctrf-report.json': [10, 2, 2],
  'ctrf-github-test-reporter/test.json': [65, 0, 0],
  'ctrf/examples/comprehensive.json': [3, 1, 0],
  'ctrf/examples/minimal.json': [1, 0, 0],
  'ctrf/examples/with-diagnostics.json': [1, 1, 0],
  'ctrf/examples/with-insights.json': [2, 0, 0],
  'ctrf/examples/with-retries.json': [2, 0, 0],
  'test-reporter/__tests__/fixtures/golang-json.json': [12, 6, 1],
  'test-reporter/__tests__/fixtures/dart-json.json': [6, 4, 1],
  'test-reporter/__tests__/fixtures/external/flutter/provider-test-results.json': [269, 1, 0],
  'test-reporter/__tests__/fixtures/mocha-json.json': [6, 4, 1],
  'test-reporter/__tests__/fixtures/rspec-json.json': [3, 1, 1],
};

export interface CoverageFigures {
  readonly files: number;
  /** Covered, and all. */
  readonly lines: readonly number[];
  readonly branches: readonly number[];
}

export const coverageFigures: Readonly<Record<string, CoverageFigures>> = {
  'code-coverage-summary/src/coverage.MATLAB.xml': {
    files: 9,
    lines: [103, 278],
    branches: [0, 0],
  },
  'code-coverage-summary/src/coverage.gcovr.xml': {
    files: 1,
    lines: [345, 572],
    branches: [100, 252],
  },
  'code-coverage-summary/src/coverage.simplecov.xml': {
    files: 13,
    lines: [350, 362],
    branches: [0, 0],
  },
  'lcov-parse/tests/info/parts.info': { files: 3, lines: [218, 263], branches: [21, 23] },
};

/** Runs, results, rules, locations of results. */
export const sarifFigures: Readonly<Record<string, readonly number[]>> = {
  'kosli-cli/internal/snyk/sarif-container.json': [2, 3, 3, 3],
  'kosli-cli/internal/snyk/sarif-helm.json': [1, 5, 5, 5],
  'kosli-cli/internal/snyk/sarif-iac.json': [1, 126, 21, 126],
  'kosli-cli/internal/snyk/sarif-serverless.json': [1, 7, 5, 7],
  'sarif-tutorials/samples/1-Introduction/simple-example.sarif': [1, 1, 1, 1],
  'sarif-tutorials/samples/2-Basics/empty-log.sarif.json': [1, 0, 0, 0],
  'sarif-tutorials/samples/3-Beyond-basics/automation-details.sarif': [1, 0, 0, 0],
  'sarif-tutorials/samples/3-Beyond-basics/bad-eval-related-locations.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/3-Beyond-basics/bad-eval-with-code-flow.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/3-Beyond-basics/bad-eval.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/3-Beyond-basics/link-to-location.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/3-Beyond-basics/message-from-metadata.sarif': [1, 1, 1, 0],
  'sarif-tutorials/samples/3-Beyond-basics/message-with-arguments.sarif': [1, 1, 1, 0],
  'sarif-tutorials/samples/3-Beyond-basics/standard-taxonomy.sarif': [1, 1, 1, 0],
  'sarif-tutorials/samples/Baseline.sarif': [1, 4, 0, 0],
  'sarif-tutorials/samples/CodeFlows.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/ContextRegion.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/DefaultRuleConfiguration.sarif': [1, 2, 2, 2],
  'sarif-tutorials/samples/EmbeddedBinaryContent.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/EmbeddedTextContent.sarif': [1, 2, 0, 2],
  'sarif-tutorials/samples/ExceptionalConditions/Catastrophic configuration error.sarif': [
    1, 0, 0, 0,
  ],
  'sarif-tutorials/samples/ExceptionalConditions/Catastrophic execution error.sarif': [1, 0, 0, 0],
  'sarif-tutorials/samples/ExceptionalConditions/Empty runs.sarif': [0, 0, 0, 0],
  'sarif-tutorials/samples/ExceptionalConditions/No runs.sarif': [0, 0, 0, 0],
  'sarif-tutorials/samples/ExceptionalConditions/One run empty results.sarif': [1, 0, 0, 0],
  'sarif-tutorials/samples/ExceptionalConditions/One run no results.sarif': [1, 0, 0, 0],
  'sarif-tutorials/samples/ExceptionalConditions/One run with results.sarif': [1, 1, 0, 0],
  'sarif-tutorials/samples/Notifications.sarif': [1, 0, 1, 0],
  'sarif-tutorials/samples/OriginalUriBaseIds.sarif': [1, 3, 0, 3],
  'sarif-tutorials/samples/RegionVariants.sarif': [1, 18, 0, 18],
  'sarif-tutorials/samples/ResultStacks.sarif': [1, 1, 0, 1],
  'sarif-tutorials/samples/RuleMetadata.sarif': [1, 1, 1, 1],
  'sarif-tutorials/samples/Suppressions.sarif': [1, 9, 0, 0],
  'sarif-tutorials/samples/Taxonomies.sarif': [1, 2, 2, 2],
  'sarif-tutorials/samples/_template.sarif': [1, 1, 0, 0],
};

/** Components with inner ones, dependencies, vulnerabilities. */
export const sbomFigures: Readonly<Record<string, readonly number[]>> = {
  'cyclonedx-bom-examples/CBOM/Example-With-Dependencies/bom.json': [3, 2, 0],
  'cyclonedx-bom-examples/HBOM/PCIe-SATA-adapter-board/bom.json': [6, 0, 0],
  'cyclonedx-bom-examples/SBOM/dropwizard-1.3.15/bom.json': [167, 170, 0],
  'cyclonedx-bom-examples/SBOM/laravel-7.12.0/bom.1.4.json': [62, 113, 0],
  'cyclonedx-bom-examples/SaaSBOM/apigateway-microservices-datastores/bom.json': [6, 6, 0],
  'cyclonedx-bom-examples/VEX/Use-Cases/Case-9/bom-1.json': [0, 0, 0],
  'cyclonedx-bom-examples/VEX/Use-Cases/Case-9/bom-2.json': [0, 0, 0],
  'cyclonedx-bom-examples/VEX/Use-Cases/Case-9/bom-3.json': [0, 0, 0],
  'cyclonedx-bom-examples/VEX/Use-Cases/Case-9/vex.json': [0, 0, 19],
  'cyclonedx-bom-examples/VEX/bom.json': [3, 0, 0],
  'cyclonedx-bom-examples/VEX/vex.json': [0, 0, 1],
};

/** Statements, subjects, signatures; `undefined` for a file that is no JSON. */
export const attestationsFigures: Readonly<Record<string, readonly number[] | undefined>> = {
  'slsa-verifier/cli/slsa-verifier/testdata/binary-linux-amd64-multi-subject-first.intoto.jsonl': [
    1, 3, 1,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/binary-linux-amd64-multi-subject-second.intoto.jsonl': [
    1, 3, 1,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-empty-keyid.json': [
    1, 1, 1,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-empty-signature-region.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-empty-signature.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-gcs.json': [
    1, 2, 1,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-github-tag.json': [
    1, 2, 2,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-github.json': [
    1, 1, 1,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-invalid-keyid.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-invalid-signature-encoding.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-invalid-signature-region.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-metadata-kind.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-metadata-urisha256.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-payload-builderid.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-payload-digest.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-summary-digest.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-text-digest.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-mismatch-text-steps.json':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-multiple-invalid-provenance.json':
    [3, 3, 3],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-multiple-invalid-signatures.json':
    [1, 1, 3],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-multiple-provenance-2ndvalid.json':
    [3, 3, 3],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-multiple-provenance-3rdvalid.json':
    [3, 3, 3],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-multiple-signatures-2ndvalid.json':
    [1, 1, 3],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-multiple-signatures-3rdvalid.json':
    [1, 1, 3],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-no-keyid.json': [
    1, 1, 1,
  ],
  'slsa-verifier/cli/slsa-verifier/testdata/gcb_container/v0.3/gcloud-container-no-signature.json':
    undefined,
  'slsa-verifier/cli/slsa-verifier/testdata/gha_generic/v1.8.0/binary-linux-amd64-push-v13.0.30.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_generic/v1.8.0/binary-linux-amd64-push-v14.2.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_generic/v1.8.0/binary-linux-amd64-push-v14.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_generic/v1.8.0/binary-linux-amd64-workflow_dispatch.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_go/v1.8.0/binary-linux-amd64-push-v13.0.30.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_go/v1.8.0/binary-linux-amd64-push-v14.2.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_go/v1.8.0/binary-linux-amd64-push-v14.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/gha_go/v1.8.0/binary-linux-amd64-workflow_dispatch.intoto.jsonl':
    [1, 1, 1],
  'slsa-verifier/cli/slsa-verifier/testdata/npm/gha/gundam-visor-cli-v1-tag-invalidsigprov.tgz.json':
    [2, 2, 2],
  'slsa-verifier/cli/slsa-verifier/testdata/npm/gha/gundam-visor-cli-v1-tag-invalidsigpub.tgz.json':
    [2, 2, 2],
  'slsa-verifier/cli/slsa-verifier/testdata/npm/gha/gundam-visor-cli-v1-tag.tgz.json': [2, 2, 2],
  'slsa-verifier/cli/slsa-verifier/testdata/npm/gha/provenance-npm-test-cli-v02-prega-invalidsigprov.tgz.json':
    [2, 2, 2],
  'slsa-verifier/cli/slsa-verifier/testdata/npm/gha/provenance-npm-test-cli-v02-prega-invalidsigpub.tgz.json':
    [2, 2, 2],
  'slsa-verifier/cli/slsa-verifier/testdata/npm/gha/provenance-npm-test-cli-v02-prega.tgz.json': [
    2, 2, 2,
  ],
};

/** Rows without the header, columns. */
export const tablesFigures: Readonly<Record<string, readonly number[]>> = {
  'heddle/97edb268/docs/benchmarks/2026-07-11/Heddle.Performance.TemplateParseBenchmarks-report.csv':
    [5, 54],
  'heddle/97edb268/docs/benchmarks/2026-07-11/Heddle.Performance.TextRenderBenchmarks-report.csv': [
    6, 54,
  ],
  'heddle/97edb268/docs/benchmarks/2026-07-18/Heddle.Performance.LoopRenderBenchmarks-report.csv': [
    5, 54,
  ],
  'heddle/97edb268/docs/benchmarks/2026-07-18/Heddle.Performance.SubstitutionRenderBenchmarks-report.csv':
    [5, 53],
};

const extracts = 'github-action-benchmark/test/data/extract';

/** Values, and their sum. Of Google Benchmark wall and processor time, of Julia all four measures. */
export const benchmarksFigures: Readonly<Record<string, readonly [count: number, sum: number]>> = {
  [`${extracts}/benchmarkdotnet.json`]: [2, 75.9402900164599],
  [`${extracts}/benchmarkjs_output.txt`]: [3, 1443986.61],
  [`${extracts}/benchmarkluau_output.txt`]: [3, 169.69],
  [`${extracts}/cargo_output.txt`]: [2, 18284],
  [`${extracts}/cargo_output2.txt`]: [4, 212720],
  [`${extracts}/cargo_output3.txt`]: [2, 18942.82],
  [`${extracts}/cargo_output_units.txt`]: [5, 18100],
  [`${extracts}/catch2_output_v2.txt`]: [4, 425.52],
  [`${extracts}/catch2_output_v3.txt`]: [4, 425.52],
  [`${extracts}/criterion_output.txt`]: [4, 1688407],
  [`${extracts}/customBiggerIsBetter_output.json`]: [2, 220],
  [`${extracts}/customSmallerIsBetter_output.json`]: [2, 150],
  [`${extracts}/customSmallerIsBetter_output2.json`]: [4, 6270.7349],
  [`${extracts}/go_fiber_duplicate_names_output.txt`]: [16, 6883.5033],
  [`${extracts}/go_fiber_output.txt`]: [18, 2249.9],
  [`${extracts}/go_output.txt`]: [10, 194983.858],
  [`${extracts}/go_single_package_output.txt`]: [2, 40862],
  [`${extracts}/googlecpp_output.json`]: [4, 55249.14849248652],
  [`${extracts}/issue16_output.txt`]: [2, 1],
  [`${extracts}/jmh_output.json`]: [1, 3376238873.1228185],
  [`${extracts}/jmh_output_2.json`]: [1, 3376238873.1228185],
  [`${extracts}/julia_output.json`]: [8, 31274.03846153846],
  [`${extracts}/pytest_output.json`]: [2, 0.003009119353995092],
  [`${extracts}/pytest_several_units.json`]: [4, 2.0074839708650796],
};

/** Records of JSON Lines, and the values in them that are neither lists nor objects. */
export const recordsFigures: Readonly<Record<string, readonly number[]>> = {
  'beads/beads-4fbff148-2025-10-31.jsonl': [154, 1924],
  'beads/issues-7d35ced5-2025-12-16.jsonl': [876, 9737],
  'beads_viewer/.beads/issues.jsonl': [39, 615],
  'beads_viewer/tests/testdata/synthetic_complex.jsonl': [6, 59],
  'beads_viewer/tests/testdata/real/cass.jsonl': [116, 2028],
  'beads_viewer/tests/testdata/real/srps.jsonl': [3, 68],
};

/**
 * Of every file of a folder that is YAML (by PyYAML) or JSON: how many there are, and the values in them.
 * Three files of `ci-gitlab` have aliases, which PyYAML follows and we refuse; they are not among them.
 */
export const documentsFigures: Readonly<
  Record<'yaml' | 'json', Readonly<Record<string, readonly number[]>>>
> = {
  yaml: {
    'kosli-cli': [2, 261],
    'ci-github': [4, 2142],
    'ci-gitlab': [2, 88],
    gemara: [37, 3739],
    'argo-workflows': [42, 1472],
  },
  json: {
    'dbt-artifacts-parser': [2, 3949],
    'elk-models': [24, 35776],
    wfinstances: [10, 34564],
    ctrf: [13, 3362],
    'bexio-mcp-server': [1, 8],
  },
};

/** Plain texts, and their lines as `wc -l` counts them with a last one that does not end. */
export const textsFigures: readonly number[] = [44, 12111];
