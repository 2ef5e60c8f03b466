import { z } from 'zod';
import { harmless, may, must } from './describe.ts';

/** Ids are opaque and never empty. */
export const id = z.string().min(1);
export const ids = z.array(id);
export const text = z.string();
export const texts = z.array(z.string());

/** A day that no month has is refused; a leap second is too, because no clock here can show it. */
const rfc3339 =
  /^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
export const timestamp = z.string().regex(rfc3339);

export const seconds = z.int().min(0);
export const count = z.int().min(0);
export const finite = z.number();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const scalars = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(scalar)]);

export const operator = z.enum([
  'equals',
  'not-equals',
  'less-than',
  'at-most',
  'greater-than',
  'at-least',
  'contains',
  'one-of',
  'matches',
  'exists',
  'absent',
]);

export const aggregate = z.enum([
  'p50',
  'p90',
  'p95',
  'p99',
  'mean',
  'min',
  'max',
  'last',
  'sum',
  'rate',
  'count',
]);

export const sourceRef = z
  .object({
    path: must(z.string(), 'Relative POSIX path or name of the document.', 'docs/plan.md'),
    line: may(z.int().min(1), 'First line, counted from 1.', 12, harmless),
    endLine: may(z.int().min(1), 'Last line, counted from 1.', 14, harmless),
    raw: may(text, 'The text as written, when the value was interpreted from it.', '≤ 250 ms', {
      harmless: true,
    }),
    repaired: may(text, 'What had to be repaired to read it.', 'mac-roman-mojibake', harmless),
  })
  .meta({
    id: 'SourceRef',
    description: 'Where a statement stands in the document it was read from.',
  });

const jsonPointer = z
  .object({
    kind: must(z.literal('json'), 'A value inside JSON.', 'json'),
    pointer: must(z.string(), 'JSON Pointer (RFC 6901).', '/summary/failed'),
  })
  .meta({ id: 'JsonPointer', description: 'A value inside a JSON file.' });
const cellPointer = z
  .object({
    kind: must(z.literal('cell'), 'A cell of a table.', 'cell'),
    row: must(z.int().min(1), 'Data row, counted from 1 without the header.', 3),
    column: must(z.string(), 'Name of the column.', 'p95_ms'),
  })
  .meta({ id: 'CellPointer', description: 'A cell of a CSV table.' });
const rowsPointer = z
  .object({
    kind: must(z.literal('rows'), 'A range of rows.', 'rows'),
    from: must(z.int().min(1), 'First data row, counted from 1.', 1),
    to: must(z.int().min(1), 'Last data row, included.', 40),
    column: may(z.string(), 'Name of the column, when only one is meant.', 'p95_ms'),
  })
  .meta({ id: 'RowsPointer', description: 'Rows of a CSV table.' });
const linesPointer = z
  .object({
    kind: must(z.literal('lines'), 'A range of lines.', 'lines'),
    from: must(z.int().min(1), 'First line, counted from 1.', 10),
    to: must(z.int().min(1), 'Last line, included.', 18),
  })
  .meta({ id: 'LinesPointer', description: 'Lines of a text.' });
const testPointer = z
  .object({
    kind: must(z.literal('test'), 'A test case.', 'test'),
    suite: may(z.string(), 'Name of the suite.', 'checkout'),
    name: must(z.string(), 'Name of the case.', 'pays by card'),
    line: may(z.int().min(1), 'Line in the report.', 88, harmless),
  })
  .meta({ id: 'TestPointer', description: 'A case of a test report.' });
const wholePointer = z
  .object({ kind: must(z.literal('whole'), 'The whole of it.', 'whole') })
  .meta({ id: 'WholePointer', description: 'The evidence as a whole.' });

export const pointer = z
  .discriminatedUnion('kind', [
    jsonPointer,
    cellPointer,
    rowsPointer,
    linesPointer,
    testPointer,
    wholePointer,
  ])
  .meta({ id: 'Pointer', description: 'A place inside a piece of evidence.' });

export const note = z
  .object({
    id: must(id, 'Id of the note.', 'objective'),
    kind: must(text, 'What sort of text it is.', 'lesson'),
    title: may(text, 'A heading.', 'What we learned', harmless),
    text: must(text, 'The text.', 'Rehearse with the data of last month.'),
    order: may(finite, 'Position among the notes.', 3, harmless),
    refs: may(texts, 'Ids of anything that the note speaks of.', ['W5A'], harmless),
    source: may(sourceRef, 'Where it stands.', { path: 'docs/plan.md', line: 90 }, harmless),
  })
  .meta({
    id: 'Note',
    description: 'A text of the plan that carries no rule and must not be lost.',
  });

export const definitionShape = {
  id: must(id, 'Id of the definition.', 'plan-2026-03'),
  title: must(text, 'Its title.', 'Plan of March'),
  from: must(timestamp, 'In force from this moment.', '2026-03-01T00:00:00Z'),
  until: may(timestamp, 'Ended at this moment, by another definition.', '2026-04-01T00:00:00Z'),
  supersedes: may(ids, 'The definitions that it replaces.', ['plan-2026-01']),
  keeps: may(texts, 'What the text claims to leave untouched.', ['master gate'], harmless),
  redefines: may(texts, 'What the text redefines.', ['M-1'], harmless),
  note: may(text, 'A remark.', 'Written one day after the plan.', harmless),
  source: may(sourceRef, 'Where it stands.', { path: 'docs/addendum.md' }, harmless),
};

export const definition = z
  .object(definitionShape)
  .meta({ id: 'Definition', description: 'One dated wording of the plan or of a rule.' });

export const person = z
  .object({
    id: must(id, 'Id of the person.', 'ada'),
    name: may(text, 'The name as shown.', 'Ada L.', harmless),
  })
  .meta({ id: 'Person', description: 'Somebody whom records name.' });
