import type { Gate } from '../../../src/model/gate.ts';
import { gateId, itemId } from '../../../src/model/ids.ts';
import { present, suite } from '../shared/conditions.ts';
import { at } from './source.ts';

/** The proof packages from W5A on. */
export function laterGates(): readonly Gate[] {
  return [
    {
      id: gateId('G-W5A'),
      title: 'Audit spine',
      statement:
        'Until it holds, mutations must not succeed, and neither legal hold, export, retention nor projection may be relied on.',
      guards: [{ item: itemId('W5A'), effect: 'complete' }],
      owner: 'governance',
      source: at(36),
      conditions: [
        suite('append-only', 'The audit log is only ever appended to', 'W5A/append-only'),
        suite('immutable-discovery', 'Discovery records do not change', 'W5A/immutable-discovery'),
        suite('fail-closed', 'A mutation that cannot be audited fails', 'W5A/fail-closed'),
        suite(
          'hold-and-export',
          'Hold and export are for admin and super_admin',
          'W5A/hold-and-export',
        ),
        suite('retention', 'Records are kept for 3 years', 'W5A/retention'),
        suite('query-copy', 'There is a copy to query', 'W5A/query-copy'),
        suite('archive-projection', 'The archive is projected', 'W5A/archive-projection'),
        present('projector-lag', 'The projector’s lag can be seen', 'metrics', 'W5A/projector-lag'),
      ],
    },
    {
      id: gateId('G-W5B'),
      title: 'Agents and sharing',
      statement:
        'The document states no proof for this wave. A gate without conditions never passes; somebody must say what would prove it.',
      guards: [{ item: itemId('W5B'), effect: 'complete' }],
      owner: 'agents',
      conditions: [],
    },
    {
      id: gateId('G-W6'),
      title: 'Message writes',
      guards: [{ item: itemId('W6'), effect: 'complete' }],
      owner: 'content',
      source: at(37),
      conditions: [
        suite('path-only-create', 'Messages are created by path only', 'W6/path-only-create'),
        suite(
          'scoped-edit-feedback',
          'Edits and feedback stay inside the conversation',
          'W6/scoped-edit-feedback',
        ),
        suite('branch-artifact', 'Branch and artefact routes', 'W6/branch-artifact'),
        suite(
          'feedback-refresh',
          'Refreshed feedback stays inside the conversation',
          'W6/feedback-refresh',
        ),
      ],
    },
    {
      id: gateId('G-W7-W8'),
      title: 'Web paths',
      statement: 'One proof for two waves.',
      guards: [
        { item: itemId('W7'), effect: 'complete' },
        { item: itemId('W8'), effect: 'complete' },
      ],
      owner: 'web',
      source: at(38),
      conditions: [
        suite('shell-paths', 'The shell, through composed paths in a browser', 'W7/browser', {
          minStrength: 'browser-path',
        }),
        suite('chat-paths', 'Chat, through composed paths in a browser', 'W8/browser', {
          minStrength: 'browser-path',
        }),
        present(
          'component-supplement',
          'Isolated components, as a supplement',
          'test-report',
          'W8/components',
          { blocking: false, minStrength: 'isolated-component' },
        ),
      ],
    },
    {
      id: gateId('G-W9'),
      title: 'App-server',
      guards: [{ item: itemId('W9'), effect: 'complete' }],
      owner: 'integration',
      source: at(39),
      conditions: [
        suite('go-to-rust', 'Go talks to the Rust app-server', 'W9/go-to-rust'),
        suite('rust-owned', 'What Codex does in Rust stays owned by Rust', 'W9/rust-owned'),
      ],
    },
    {
      id: gateId('G-W10'),
      title: 'SwiftUI contracts',
      statement: 'The native client consumes what the web path consumes.',
      guards: [{ item: itemId('W10'), effect: 'complete' }],
      owner: 'apple',
      source: at(40),
      conditions: [
        ['local-service', 'Local service'],
        ['event', 'Events'],
        ['auth', 'Sign-in'],
        ['session', 'Sessions'],
        ['search', 'Search'],
        ['sse', 'Server-sent events'],
        ['acl', 'Access control'],
      ].map(([id = '', title = '']) =>
        suite(id, `${title}: same contract as the web`, `W10/${id}`),
      ),
    },
  ];
}
