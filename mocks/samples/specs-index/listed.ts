/** One line of the index, taken apart. Descriptions are ours; everything else is as listed. */
export interface Listed {
  readonly line: number;
  /** File name inside `docs/specs/`. */
  readonly file: string;
  readonly about: string;
  readonly steps?: readonly string[];
  /** The words that name the steps, where they are a range. */
  readonly raw?: string;
  readonly maturity?: readonly ('proposed' | 'extension')[];
}

export const PHASE_1: readonly Listed[] = [
  { line: 8, file: '00_glossary.md', about: 'Words that everybody shares.' },
  { line: 9, file: '01_domain_model.md', about: 'Entities and where their borders run.' },
  { line: 10, file: '02_project_mission_model.md', about: 'How projects and missions are built.' },
  { line: 11, file: '03_multi_tenancy_and_security.md', about: 'Tenants and what protects them.' },
  { line: 12, file: '04_architecture_principles.md', about: 'Principles, each with its test.' },
  {
    line: 13,
    file: '05_domain_contracts.md',
    about: 'What each domain takes, gives, owns and must not depend on.',
  },
  {
    line: 14,
    file: '06_known_failure_patterns.md',
    about: 'Failures that come back, how to notice and prevent them.',
  },
  { line: 15, file: '07_data_ownership.md', about: 'Who owns which data, by which identifiers.' },
  {
    line: 16,
    file: '08_rbac_model.md',
    about: 'Roles, permissions and the order of judging them.',
  },
  {
    line: 17,
    file: '09_audit_and_traceability.md',
    about: 'What must be audited, with which fields, for how long.',
  },
  { line: 18, file: '10_api_conventions.md', about: 'REST design, addresses and paging.' },
  { line: 19, file: '11_api_error_model.md', about: 'The envelope of errors and stable codes.' },
  { line: 20, file: '12_api_versioning.md', about: 'Versions, compatibility and deprecation.' },
  { line: 21, file: '13_identifiers_and_time.md', about: 'Opaque identifiers; time in UTC.' },
  { line: 22, file: '14_visual_language.md', about: 'Visual meaning and interaction tokens.' },
  {
    line: 23,
    file: '15_ui_component_contracts.md',
    about: 'Rules of components, their states and basic accessibility.',
  },
  {
    line: 24,
    file: '16_ui_page_contracts.md',
    about: 'Rules of pages, navigation and shared state.',
  },
  {
    line: 25,
    file: '17_phase1_extended_domains.md',
    about: 'Roadmap execution, inventory with equipment, finance with accounting.',
    steps: ['08', '09', '10'],
    raw: 'Steps 08-10',
    maturity: ['proposed'],
  },
  {
    line: 26,
    file: '18_cross_domain_read_models.md',
    about: 'Projections across domains, for reading only.',
    steps: ['11'],
  },
  {
    line: 27,
    file: '19_domain_integration_rules.md',
    about: 'Guard rails against hidden coupling where domains read each other.',
    steps: ['11'],
  },
  {
    line: 28,
    file: '20_location_and_maps_contracts.md',
    about: 'Places, their hierarchy and references to maps.',
    steps: ['12'],
  },
  {
    line: 29,
    file: '21_notifications_and_messaging_contracts.md',
    about: 'Notifications and messages.',
    steps: ['13'],
    maturity: ['proposed'],
  },
  {
    line: 30,
    file: '25_mission_run_sheet.md',
    about: 'The run sheet of a mission, its life and attachments.',
  },
  {
    line: 31,
    file: '27_comptabilite.md',
    about: 'Scope of accounting: from invoices and bills to exports.',
    maturity: ['proposed', 'extension'],
  },
  {
    line: 32,
    file: '28_contrats.md',
    about: 'Scope of contracts: CDDU, artists, vendors, clients.',
    maturity: ['proposed', 'extension'],
  },
  {
    line: 33,
    file: '29_planning_cost_view.md',
    about: 'Costs as seen from planning, shown and never booked.',
    maturity: ['extension'],
  },
  {
    line: 34,
    file: '30_contract_assignment_link.md',
    about: 'How contracts hang on assignments, with alerts that do not block.',
    maturity: ['extension'],
  },
  {
    line: 35,
    file: '31_cost_centers.md',
    about: 'Cost centres for reports, without ledgers.',
    maturity: ['extension'],
  },
  {
    line: 36,
    file: '32_engagement_acceptance_and_notifications.md',
    about: 'Steps of engagement, acceptance, reminders and their journal.',
    maturity: ['extension'],
  },
];

export const AUDITS: readonly Listed[] = [
  {
    line: 39,
    file: 'phase1_coherence_audit_engagement_acceptance.md',
    about: 'Whether engagement, acceptance and reminders stay within phase 1.',
  },
];

export const PHASE_2: readonly Listed[] = [
  {
    line: 42,
    file: '20_architecture_HLD.md',
    about: 'Architecture from above: context, flows, trust.',
    steps: ['01'],
  },
  {
    line: 43,
    file: '21_architecture_LLD.md',
    about: 'Architecture from near: packages, layers, dependencies.',
    steps: ['02'],
  },
  {
    line: 44,
    file: '22_persistence_model.md',
    about: 'Tables, relations, indexes and soft deletion.',
    steps: ['03'],
  },
  { line: 45, file: '23_async_jobs.md', about: 'Jobs, queues and retries.', steps: ['05'] },
  {
    line: 46,
    file: '24_security_model.md',
    about: 'Sign-in, scopes of tokens, isolation of data.',
    steps: ['06'],
  },
  {
    line: 47,
    file: '25_execution_invariants.md',
    about: 'Rules of execution and when to stop.',
    steps: ['12'],
  },
  {
    line: 48,
    file: '25_testing_strategy.md',
    about: 'Kinds of tests, their isolation and the pytest harness.',
    steps: ['13'],
  },
  {
    line: 49,
    file: '25_resilience_and_error_handling.md',
    about: 'Errors, retries, timeouts and working in a degraded mode.',
    steps: ['15'],
  },
  {
    line: 50,
    file: '25_rate_limiting_and_quotas.md',
    about: 'Limits and quotas, by organisation first.',
    steps: ['17'],
  },
  {
    line: 51,
    file: '25_consistency_and_idempotency.md',
    about: 'Consistent writes, safe retries, conflicts.',
    steps: ['20'],
  },
  {
    line: 52,
    file: '26_feature_flags.md',
    about: 'Flags and toggles: names, precedence, storage.',
    steps: ['16'],
  },
  {
    line: 53,
    file: '26_rate_limiting_and_abuse_protection.md',
    about: 'Limits by scope, throttling and abuse.',
    steps: ['15'],
  },
  {
    line: 54,
    file: '26_resilience_and_circuit_breakers.md',
    about: 'Circuit breakers against failures that spread.',
    steps: ['18'],
  },
  {
    line: 55,
    file: '26_caching_strategy.md',
    about: 'Caches: keys, life time, invalidation, observation.',
    steps: ['19'],
  },
  {
    line: 56,
    file: '33_assignment_engagement_states.md',
    about: 'States of an engagement and the ways between them.',
    steps: ['21'],
  },
  {
    line: 57,
    file: '34_notifications_and_acceptance.md',
    about: 'Notifications, their payload and acceptance.',
    steps: ['21'],
  },
  {
    line: 58,
    file: '35_contract_generation_pipeline.md',
    about: 'Contracts generated from events, once and traceably.',
    steps: ['21'],
  },
];
