import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StillPage, stillOf } from './testing/sample-app.tsx';

/*
 * Ten questions for each of the five plans, which the plan's own document answers, asked of the
 * pages by somebody who never saw it. One page is rendered once for all its questions.
 */

type Answer = (shown: StillPage) => void;
type Questions = Readonly<Record<string, Answer>>;

function ask(place: string, questions: Questions): void {
  describe(place, () => {
    let shown: StillPage;
    beforeAll(async () => {
      shown = await stillOf(place);
    }, 60_000);
    afterAll(() => shown.element.remove());
    it.each(Object.entries(questions))('%s', (_, answer) => answer(shown));
  });
}

const textOf = ({ textContent }: Element): string =>
  (textContent ?? '').replace(/\s+/g, ' ').trim();

/** The cells of the table's row that names this. */
function cellsOf(shown: StillPage, name: string): readonly string[] {
  const row = [...shown.element.querySelectorAll('tr')].find((candidate) =>
    [...candidate.querySelectorAll('th, td')].some((cell) => textOf(cell).startsWith(name)),
  );
  return [...(row?.querySelectorAll('th, td') ?? [])].map(textOf);
}

/** The list item or table row around a text. */
function around(shown: StillPage, text: string | RegExp): string {
  const [place] = shown.getAllByText(text);
  const whole = place?.closest('li, tr, section, p');
  return whole === null || whole === undefined ? '' : textOf(whole);
}

describe('build sequence', () => {
  ask('/p/build-sequence/overview', {
    'Which phases are there, and in which order?': (shown) => {
      const strip = shown.getByRole('list', { name: 'Every item in plan order' });
      const phases = [...strip.querySelectorAll('li')].map(textOf).slice(0, 6);
      expect(phases.map((phase) => phase.slice(0, 2))).toEqual([
        'P0',
        'P1',
        'P2',
        'P3',
        'P4',
        'P5',
      ]);
      expect(phases[2]).toContain('persistence');
    },
    'What is built first of all?': (shown) => {
      expect(around(shown, 'Carry out the governance waves of S00')).toMatch(/^step 1/);
    },
    'Can the next phase start?': (shown) => {
      expect(textOf(shown.getByRole('heading', { level: 1 }))).toMatch(/^No\./);
    },
  });
  ask('/p/build-sequence/gates?gate=G-COMM', {
    'Which stages may not be closed before the gate of the communication layer holds?': (shown) => {
      expect(around(shown, /^guards the completion of/)).toBe(
        'guards the completion of S03S05S06S07',
      );
    },
    'May somebody bypass this gate?': (shown) => {
      expect(shown.getByText('cannot be waived')).toBeVisible();
    },
    'How many conditions must hold, and which one fails?': (shown) => {
      expect(shown.getByText(/^3 of 5 conditions hold/)).toBeVisible();
      expect(around(shown, /^A stale cursor is answered with STALE_CURSOR/)).toContain(
        '3 tests fail',
      );
    },
    'Where must the acceptance ids of communication be green?': (shown) => {
      const all = around(shown, /^The acceptance ids of communication/);
      for (const tier of ['T0', 'T1', 'T2']) expect(all).toContain(tier);
    },
  });
  ask('/p/build-sequence/invariants', {
    'What happens to the wave when the gate of a phase fails?': (shown) => {
      expect(around(shown, /^When the gate of a phase fails/)).toContain('is open again');
    },
    'May a box be ticked without evidence, and was one?': (shown) => {
      expect(around(shown, 'No ticked box and no completion without linked evidence')).toMatch(
        /Violated.*todo-s03\/1” is ticked without evidence/,
      );
    },
    'May a later phase go on while an earlier one has an open blocker?': (shown) => {
      expect(around(shown, /^No later phase advances over an open blocker/)).toMatch(/^Holds/);
    },
  });
});

describe('implementation waves', () => {
  ask('/p/implementation-waves/graph?show=table', {
    'How many waves are there, and which is the first?': (shown) => {
      const ids = [...shown.element.querySelectorAll('tbody tr')].map((row) =>
        textOf(row.querySelector('td') ?? row),
      );
      expect(ids).toHaveLength(14);
      expect(ids[0]).toBe('W0');
    },
    'Which waves block, which come later, which one is deferred?': (shown) => {
      expect(cellsOf(shown, 'W6')).toContain('Blocking');
      expect(cellsOf(shown, 'W7')).toContain('Later wave');
      expect(cellsOf(shown, 'W11')).toContain('Deferred');
    },
    'How many waves must come before the one for auditing (W5A)?': (shown) => {
      expect(cellsOf(shown, 'W5A').slice(4, 6)).toEqual(['5', '5']);
      // The first waits for none, so that the two columns are told apart.
      expect(cellsOf(shown, 'W0')[4]).toBe('0');
    },
  });
  ask('/p/implementation-waves/graph?show=table&item=W9&tab=links', {
    'What does W9 wait for?': (shown) => {
      expect(shown.getByText(/^Needs W1, W5, W7 and W10\./)).toBeVisible();
    },
    'Does W9 come before or after W10?': (shown) => {
      expect(around(shown, /^SwiftUI shell$/)).toMatch(/W10/);
    },
  });
  ask('/p/implementation-waves/gates?gate=G-W3', {
    'What must W3 prove?': (shown) => {
      for (const proof of ['MCP OAuth', 'SSRF requests are blocked', 'Actions are imported']) {
        expect(shown.getAllByText(proof).length).toBeGreaterThan(0);
      }
    },
    'Which of its proofs fails, and where is that written?': (shown) => {
      expect(shown.getByText(/^7 of 8 conditions hold/)).toBeVisible();
      expect(shown.getByRole('link', { name: 'Open the deciding evidence' })).toHaveAttribute(
        'href',
        expect.stringContaining('id=E-W3-ssrf'),
      );
    },
  });
  ask('/p/implementation-waves/gates?gate=G-W7-W8', {
    'Does proof by isolated components count for the web waves?': (shown) => {
      expect(around(shown, 'Chat, through composed paths in a browser')).toMatch(
        /isolated-component; at least browser-path is needed/,
      );
    },
  });
  ask('/p/implementation-waves/overview', {
    'How many of the nine blocking waves are proven?': (shown) => {
      expect(shown.getByText('blocking waves proven')).toBeVisible();
      expect(shown.getByText('2 of 9')).toBeVisible();
    },
    'May anything claim to be enterprise-ready now?': (shown) => {
      expect(around(shown, 'Nothing is labelled enterprise-ready before W5A is proven')).toContain(
        'counterexample',
      );
    },
  });
});

describe('governance handoff', () => {
  ask('/p/governance-handoff/authorisations', {
    'What happens while the master authorisation is absent?': (shown) => {
      expect(shown.getByText('COMMIT_FORBIDDEN')).toBeVisible();
    },
    'Is the master authorisation defined once?': (shown) => {
      expect(shown.getByText(/2 definitions claim to be in force/)).toBeVisible();
    },
    'Who must allow step 1?': (shown) => {
      expect(textOf(shown.getByRole('columnheader', { name: /^M-1/ }))).toContain('sovereign');
      expect(textOf(shown.getByRole('columnheader', { name: /^C-2/ }))).toContain('Council');
      expect(cellsOf(shown, 'step-1')[3]).toContain('Advice only');
    },
    'Is the word of an adviser enough to commit?': (shown) => {
      expect(cellsOf(shown, 'rec-gpt-go')[1]).toMatch(/Does not count.*grant by sovereign/);
    },
    'May one approval cover two steps?': (shown) => {
      expect(cellsOf(shown, 'rec-batch-3-4')[1]).toContain('a grant covers one step');
    },
    'Which step may never be built as things are?': (shown) => {
      expect(cellsOf(shown, 'step-9')[2]).toBe('Forbidden');
    },
    'May the backfill be computed without leave?': (shown) => {
      expect(cellsOf(shown, 'step-8-dry-run')[2]).toBe('No authorisation required');
    },
  });
  ask('/p/governance-handoff/authorisations?step=step-1', {
    'How many rows must apr_action_types have before step 1, and how many after it?': (shown) => {
      expect(cellsOf(shown, 'Rows in apr_action_types').slice(1, 3)).toEqual(['= 6', '= 10']);
    },
    'How many fields must the report of a step have?': (shown) => {
      expect(shown.getByText(/^Final report: 0 of 14 fields/)).toBeVisible();
    },
    'When must work stop at once?': (shown) => {
      expect(around(shown, /^Live counts that only somebody else can have caused/)).toContain(
        'Reconcile, overwrite nothing.',
      );
    },
  });
});

describe('specifications index', () => {
  ask('/p/specs-index/documents', {
    'How many documents are there, and how many are missing?': (shown) => {
      expect(textOf(shown.getByRole('heading', { level: 1 }))).toBe(
        '47 documents in 2 registers: 2 are missing.',
      );
    },
    'Which numbers name more than one document?': (shown) => {
      for (const text of ['20 names 2', '21 names 2', '25 names 6', '26 names 4']) {
        expect(shown.getByText(text)).toBeVisible();
      }
    },
    'Which numbers does phase 1 leave out?': (shown) => {
      expect(shown.getByText('phase 1: 22, 23, 24 and 26')).toBeVisible();
    },
    'Which steps of phase 2 have no document?': (shown) => {
      const [heading] = shown.getAllByText('Steps without a document');
      const links = [...(heading?.parentElement?.querySelectorAll('a') ?? [])].map(textOf);
      expect(links).toEqual(
        ['04', '07', '08', '09', '10', '11', '14'].map((step) => `phase 2 step ${step}`),
      );
    },
    'Which documents claim step 15 of phase 2?': (shown) => {
      expect(around(shown, 'phase 2 step 15')).toMatch(
        /25_resilience_and_error_handling.md, 26_rate_limiting_and_abuse_protection.md/,
      );
    },
    'Which steps does the document about extended domains serve?': (shown) => {
      expect(cellsOf(shown, 'Phase1 extended domains').join(' ')).toMatch(
        /step 08.*step 09.*step 10/,
      );
    },
    'Is a document of the locked phase still a proposal?': (shown) => {
      expect(cellsOf(shown, 'Phase1 extended domains')).toContain('proposed');
      expect(shown.getByRole('button', { name: 'Locked, only proposed 4' })).toBeVisible();
    },
    'Who owns the documents?': (shown) => {
      expect(cellsOf(shown, 'Glossary')).toContain('docs-agent');
    },
    'Did a locked document change?': (shown) => {
      expect(cellsOf(shown, 'Rbac model').join(' ')).toContain('Lock broken');
    },
    'Which files does no register list?': (shown) => {
      expect(shown.getByText('docs/specs/36_event_catalogue.md')).toBeVisible();
    },
  });
});

describe('phase under contract', () => {
  ask('/p/phase-contract/contract?deliverable=D06', {
    'How many deliverables are agreed, in which categories?': (shown) => {
      expect(textOf(shown.getByRole('heading', { level: 1 }))).toMatch(/^15 of 22 deliverables/);
      const groups = [...shown.element.querySelectorAll('th[scope=rowgroup]')].map(textOf);
      expect(groups.map((group) => group.replace(/.*of /, ''))).toEqual([
        '6',
        '2',
        '3',
        '1',
        '1',
        '3',
        '1',
        '5',
      ]);
    },
    'How long may the router be, and how long is it?': (shown) => {
      expect(cellsOf(shown, '4 Model router').slice(1, 3)).toEqual(['120–300 lines', '312 lines']);
    },
    'Where do forbidden markers stand?': (shown) => {
      expect(shown.getByRole('link', { name: 'lines 88, 131' })).toBeVisible();
    },
    'Who decides whether the delivery is accepted?': (shown) => {
      expect(around(shown, /^Validator:/)).toMatch(/validate_contract.py.*accepted at exit code 0/);
    },
    'How many attempts are there, and how many are used?': (shown) => {
      expect(shown.getAllByText('1 of 2').length).toBeGreaterThan(0);
    },
    'How fast must the router decide, and is that proven?': (shown) => {
      const row = cellsOf(shown, 'Decision of the router');
      expect(row[1]?.replace(/\u00a0/g, ' ')).toBe('< 120 ms');
      expect(row[3]).toContain('Evidence missing');
      expect(row[4]).toContain('nobody delivers it');
    },
    'Does the record of gate G1 name all five files?': (shown) => {
      expect(shown.getAllByText('All five are named').length).toBeGreaterThan(0);
      expect(
        shown.getByText(/names-deliveries occurs 0 times/, { selector: 'td *, td' }),
      ).toBeVisible();
    },
    'What may be spent in phase 1, a day and a month?': (shown) => {
      expect(shown.getByText(/^€450 a day · €12,000 a month/)).toBeVisible();
    },
    'Does keeping the daily cap keep the monthly one?': (shown) => {
      expect(shown.getAllByText(/Thirty days at the daily cap come to €13,500/)[0]).toBeVisible();
    },
    'When is the phase done?': (shown) => {
      expect(shown.getAllByText('0 of 6').length).toBeGreaterThan(0);
      expect(shown.getAllByText('All 22 files are there').length).toBeGreaterThan(0);
    },
  });
});
