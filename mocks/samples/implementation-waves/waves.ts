import { evidenceId, itemId } from '../../../src/model/ids.ts';
import type { Declared, Dependency, ItemClass, PlanItem } from '../../../src/model/plan.ts';
import { present } from '../shared/conditions.ts';
import { at, type Rev } from './source.ts';

interface Row {
  readonly id: string;
  readonly line: number;
  readonly title: string;
  readonly scope: string;
  /** The dependency cell as written. */
  readonly needs: string;
  readonly class: 'blocking' | 'later' | 'deferred';
  readonly owner: string;
}

/** The table, row by row and in its own order, which is not an order of building. */
const ROWS: readonly Row[] = [
  {
    id: 'W0',
    line: 9,
    title: 'Contract and test hygiene',
    scope: 'Freezes the contracts and the rules by which a test counts as proof.',
    needs: 'none',
    class: 'blocking',
    owner: 'quality',
  },
  {
    id: 'W1',
    line: 10,
    title: 'Stream and runtime spine',
    scope: 'The event stream and the runtime that everything else is carried by.',
    needs: 'W0',
    class: 'blocking',
    owner: 'runtime',
  },
  {
    id: 'W2',
    line: 11,
    title: 'Providers and transport',
    scope: 'Providers brought to one shape, the model registry, and the Responses transport.',
    needs: 'W1',
    class: 'blocking',
    owner: 'providers',
  },
  {
    id: 'W3',
    line: 12,
    title: 'Tools and lifecycle',
    scope: 'MCP, the security and life cycle of tools, and direct transport of tool calls.',
    needs: 'W1',
    class: 'blocking',
    owner: 'tools',
  },
  {
    id: 'W4',
    line: 13,
    title: 'Files and conversations',
    scope: 'Files, conversations and tags, and the part of messages that writes nothing.',
    needs: 'W1, W2, W3',
    class: 'blocking',
    owner: 'content',
  },
  {
    id: 'W5',
    line: 14,
    title: 'Auth, admin, ACL',
    scope: 'Sign-in, administration, configuration, access control and session transport.',
    needs: 'W1, W3',
    class: 'blocking',
    owner: 'access',
  },
  {
    id: 'W5A',
    line: 15,
    title: 'Audit and discovery',
    scope: 'The spine for audit and for discovery.',
    needs: 'W1, W2, W3, W4, W5',
    class: 'blocking',
    owner: 'governance',
  },
  {
    id: 'W5B',
    line: 16,
    title: 'Agents and sharing',
    scope: 'Agents and assistants, prompt library, marketplace, presets, publishing of shares.',
    needs: 'W3, W4, W5, W5A',
    class: 'blocking',
    owner: 'agents',
  },
  {
    id: 'W6',
    line: 17,
    title: 'Message write hardening',
    scope: 'Hardens the interface that writes messages.',
    needs: 'W4, W5, W5A',
    class: 'blocking',
    owner: 'content',
  },
  {
    id: 'W7',
    line: 18,
    title: 'Web shell',
    scope: 'The shell of the web client.',
    needs: 'W0, W5, W5A, W5B',
    class: 'later',
    owner: 'web',
  },
  {
    id: 'W8',
    line: 19,
    title: 'Chat surfaces',
    scope:
      'Chat and the surfaces of reusable agents, memory, temporary chat, shared DTOs in one shape.',
    needs: 'W0, W2, W4, W5A, W5B, W6',
    class: 'later',
    owner: 'web',
  },
  {
    id: 'W9',
    line: 20,
    title: 'App-server integration',
    scope: 'Integration with Codex.',
    needs: 'W1, W5, W7, W10',
    class: 'later',
    owner: 'integration',
  },
  {
    id: 'W10',
    line: 21,
    title: 'SwiftUI shell',
    scope: 'The native shell in SwiftUI.',
    needs: 'W2, W5, W5A, W6, W8',
    class: 'later',
    owner: 'apple',
  },
  {
    id: 'W11',
    line: 22,
    title: 'CLI wrappers',
    scope: 'Wrappers for the command line.',
    needs: 'W5, W9',
    class: 'deferred',
    owner: 'integration',
  },
];

/** How the document spells the classes; its column for them is headed as if it were progress. */
const CLASS_WORDS = { blocking: 'blocking', later: 'later wave', deferred: 'deferred' } as const;

/**
 * The document asks real runtime proof of what comes before a later wave, and only an order of
 * what comes before a blocking one, so the two classes start by different rules.
 */
export const CLASSES: readonly ItemClass[] = [
  {
    id: 'blocking',
    title: 'Blocking',
    startsAfter: 'complete',
    countedAs: 'blocking waves proven',
  },
  { id: 'later', title: 'Later wave', startsAfter: 'proven' },
  { id: 'deferred', title: 'Deferred', startsAfter: 'proven', outOfProgress: true },
];

/** What the teams reported at each revision. */
const DECLARED: Readonly<Record<Rev, Readonly<Record<string, Declared>>>> = {
  '47': {
    W0: { state: 'complete', raw: 'done', at: '2026-10-16T15:00:00Z', by: 'h.lindqvist' },
    W1: { state: 'in-progress', raw: 'in progress', at: '2026-11-09T09:00:00Z', by: 'm.osei' },
    W2: { state: 'complete', raw: 'done', at: '2026-11-12T17:30:00Z', by: 'r.castellano' },
    W3: { state: 'in-progress', raw: 'in progress', at: '2026-11-10T08:30:00Z', by: 'j.novak' },
    W11: { state: 'deferred', raw: 'deferred' },
  },
  '48': {
    W0: { state: 'complete', raw: 'done', at: '2026-10-16T15:00:00Z', by: 'h.lindqvist' },
    W1: { state: 'complete', raw: 'done', at: '2026-11-17T16:10:00Z', by: 'm.osei' },
    W2: { state: 'complete', raw: 'done', at: '2026-11-12T17:30:00Z', by: 'r.castellano' },
    W3: { state: 'in-progress', raw: 'in progress', at: '2026-11-10T08:30:00Z', by: 'j.novak' },
    W5: { state: 'in-progress', raw: 'in progress', at: '2026-11-16T10:00:00Z', by: 'a.ferreira' },
    W11: { state: 'deferred', raw: 'deferred' },
  },
};

/** Waves whose surfaces are already called enterprise-ready. */
export const LABELLED: readonly string[] = ['W5'];

/** Evidence that a declared completion links to. */
const LINKED: Readonly<Record<string, readonly string[]>> = {
  W0: ['E-W0-rules', 'E-W0-contract'],
  W1: ['E-W1-runtime'],
  W2: ['E-W2-providers', 'E-W2-responses'],
};

/** The waves in row order. */
export function waves(rev: Rev): readonly PlanItem[] {
  return ROWS.map((row, order) => ({
    id: itemId(row.id),
    kind: 'wave',
    title: row.title,
    description: row.scope,
    order,
    numbers: [{ namespace: 'wave', value: row.id, source: at(row.line) }],
    class: row.class,
    ...(LABELLED.includes(row.id) ? { labels: ['enterprise-ready'] } : {}),
    owner: row.owner,
    declared: DECLARED[rev][row.id] ?? { state: 'not-started', raw: 'planned' },
    ...(row.id === 'W11'
      ? {
          deferred: {
            reason: 'Outside first parity.',
            reactivation: 'A Go wrapper for operations turns out to be needed.',
            reactivatedWhen: present(
              'wrapper-needed',
              'A recorded decision that operations need a Go wrapper',
              'decision-record',
              'W11/operational-wrapper',
            ),
          },
        }
      : {}),
    ...(LINKED[row.id] === undefined
      ? {}
      : { evidence: (LINKED[row.id] ?? []).map((id) => evidenceId(id)) }),
    attributes: { dependsOn: row.needs, statusColumn: CLASS_WORDS[row.class] },
    source: at(row.line),
  }));
}

/** All 41 dependencies as the table states them; the redundant ones carry intent and stay. */
export function dependencies(): readonly Dependency[] {
  return ROWS.flatMap((row) =>
    row.needs === 'none'
      ? []
      : row.needs.split(', ').map((on) => ({
          item: itemId(row.id),
          on: itemId(on),
          origin: 'explicit' as const,
          source: at(row.line, row.needs),
        })),
  );
}
