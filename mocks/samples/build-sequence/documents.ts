import type { PlanDocument, Register } from '../../../src/model/document.ts';
import { documentId, itemId } from '../../../src/model/ids.ts';
import { at, step } from './source.ts';

/** The folder of the document, against which its three relative links are read. */
const HERE = 'docs/spec/architecture/';

interface Link {
  /** As written. `/docs/…` starts at the root of the repository, never at a web site's. */
  readonly href: string;
  readonly line: number;
  readonly title: string;
  readonly steps?: readonly number[];
  readonly missing?: boolean;
}

const LINKS: readonly Link[] = [
  { href: '/docs/spec/architecture/README.md', line: 3, title: 'Architecture' },
  {
    href: '/docs/todo/waves/stage-00-pivot-governance/README.md',
    line: 20,
    title: 'Governance waves',
    steps: [1],
  },
  { href: 'workspace-manifest.md', line: 21, title: 'Workspace manifest', steps: [2] },
  { href: 'crates.md', line: 21, title: 'Crates', steps: [2] },
  { href: '/docs/spec/technical/migrations.md', line: 23, title: 'Migrations', steps: [4] },
  { href: '/docs/spec/domain/README.md', line: 24, title: 'Domain', steps: [5] },
  { href: '/docs/spec/api/README.md', line: 25, title: 'Interfaces', steps: [6] },
  { href: '/docs/spec/security/README.md', line: 25, title: 'Security', steps: [6] },
  {
    href: '/docs/spec/technical/librarian-agent.md',
    line: 26,
    title: 'Librarian agent',
    steps: [7],
  },
  { href: '/docs/spec/ui/README.md', line: 27, title: 'User interface', steps: [8] },
  { href: '/docs/reference/CI.md', line: 28, title: 'CI profile', steps: [9] },
  {
    href: '/docs/reference/EVIDENCE_INDEX.md',
    line: 28,
    title: 'Evidence index',
    steps: [9],
  },
  {
    href: 'SPEC_INTERACTIONS.md',
    line: 49,
    title: 'Interactions of the specifications',
    missing: true,
  },
  { href: '/docs/spec/technical/testing.md', line: 50, title: 'Testing contract' },
  { href: '/docs/todo/README.md', line: 51, title: 'TODO contract' },
];

/** The 15 links, each as a path inside the repository; the link as written stays in the source. */
export const DOCUMENTS: readonly PlanDocument[] = LINKS.map((link) => {
  const path = link.href.startsWith('/') ? link.href.slice(1) : `${HERE}${link.href}`;
  return {
    id: documentId(path),
    path,
    title: link.title,
    register: 'links',
    ...(link.steps === undefined ? {} : { steps: link.steps.map((n) => itemId(step(n))) }),
    exists: link.missing !== true,
    source: at(link.line, link.href),
  };
});

export const REGISTERS: readonly Register[] = [
  { id: 'links', title: 'Linked documents', directory: 'docs', source: at(1) },
  {
    id: 'evidence-index',
    title: 'Evidence index',
    path: 'docs/reference/EVIDENCE_INDEX.md',
    source: at(28),
  },
  { id: 'ci-profile', title: 'CI profile', path: 'docs/reference/CI.md', source: at(28) },
  { id: 'todo', title: 'TODO contract', path: 'docs/todo/README.md', source: at(51) },
];
