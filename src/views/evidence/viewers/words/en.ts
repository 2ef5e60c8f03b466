import { formatCount, formatWhole } from '../../../../lib/format/list.ts';

/** Words inside the viewers. */
export interface ViewerWords {
  readonly find: string;
  readonly next: string;
  readonly previous: string;
  readonly hits: (at: number, count: number, isCut: boolean) => string;
  readonly noHits: string;
  readonly goToLine: string;
  readonly textOf: (name: string) => string;
  readonly lineNumber: (line: number) => string;
  readonly restOfLine: (count: number) => string;
  readonly noSuchLine: (lines: number) => string;
  readonly noSuchCase: (name: string) => string;
  readonly notFound: string;
  readonly treeOf: (name: string) => string;
  readonly members: (count: number) => string;
  readonly entries: (count: number) => string;
  readonly pointed: string;
  readonly address: string;
  readonly root: string;
  readonly copyAddress: string;
  readonly markThis: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly notJson: string;
  readonly notJsonShown: (reason: string) => string;
  readonly notTree: string;
  readonly severalDocuments: string;
  readonly brokenRecord: (line: number) => string;
  readonly noSuchValue: (pointer: string) => string;
  readonly nearest: (pointer: string) => string;
  readonly duplicate: string;
  readonly tableOf: (name: string) => string;
  readonly rowNumber: string;
  readonly rows: (rows: number, columns: number) => string;
  readonly column: (index: number) => string;
  readonly noSuchRow: (row: number, rows: number) => string;
  readonly noSuchColumn: (column: string) => string;
  readonly ragged: (count: number, first: number) => string;
  readonly damaged: string;
  /** By code of the parser. */
  readonly csvFaults: Readonly<Record<string, string>>;
  readonly csvFault: (code: string) => string;
  readonly tooManyColumns: (shown: number, all: number) => string;
  readonly drawColumn: string;
  readonly noColumn: string;
  readonly chartOf: (column: string) => string;
  readonly target: (metric: string, target: string) => string;
  readonly chartSummary: (column: string, count: number, low: string, high: string) => string;
  readonly imageNotLoaded: string;
  readonly imageFailed: string;
  readonly imageFailedWhy: string;
  readonly markdownTooLarge: string;
  readonly done: string;
  readonly notDone: string;
  readonly documentOf: (name: string) => string;
  readonly pdfFailed: string;
  readonly pdfPage: (page: number, pages: number) => string;
  readonly pdfPageOf: (name: string, page: number) => string;
  readonly pdfNext: string;
  readonly pdfPrevious: string;
  readonly pdfText: string;
  readonly hexOf: (name: string) => string;
  readonly hexNote: (size: string) => string;
  readonly goToByte: string;
}

export const en: ViewerWords = {
  find: 'Find in the content',
  next: 'Next hit',
  previous: 'Previous hit',
  hits: (at, count, isCut) =>
    `${formatWhole(at)} of ${formatWhole(count)}${isCut ? ' or more' : ''}`,
  noHits: 'no hits',
  goToLine: 'Go to line',
  textOf: (name) => `Text of ${name}`,
  lineNumber: (line) => `Mark line ${line}`,
  restOfLine: (count) => `… ${formatCount(count, { one: 'character', other: 'characters' })} more`,
  noSuchLine: (lines) => `The file ends at line ${lines}.`,
  noSuchCase: (name) => `No line names “${name}”.`,
  notFound: 'The place is not in the file',
  treeOf: (name) => `Content of ${name}`,
  members: (count) => formatCount(count, { one: 'member', other: 'members' }),
  entries: (count) => formatCount(count, { one: 'entry', other: 'entries' }),
  pointed: 'the place that the link names',
  address: 'Address',
  root: 'the whole',
  copyAddress: 'Copy address',
  markThis: 'Mark this place',
  expandAll: 'Open all',
  collapseAll: 'Close all',
  notJson: 'This is not valid JSON',
  notJsonShown: (reason) => `It is shown as text. ${reason}`,
  notTree: 'It is shown as text',
  severalDocuments: 'It holds several documents, and a tree is of one.',
  brokenRecord: (line) => `Line ${line} is no JSON.`,
  noSuchValue: (pointer) => `There is no value at ${pointer}.`,
  nearest: (pointer) => `The last part that exists is ${pointer}.`,
  duplicate: 'the same name stands here twice',
  tableOf: (name) => `Table of ${name}`,
  rowNumber: 'Row',
  rows: (rows, columns) =>
    `${formatCount(rows, { one: 'row', other: 'rows' })}, ${formatCount(columns, { one: 'column', other: 'columns' })}`,
  column: (index) => `column ${index}`,
  noSuchRow: (row, rows) => `There is no row ${row}; the table has ${rows}.`,
  noSuchColumn: (column) => `There is no column “${column}”.`,
  ragged: (count, first) =>
    `${formatCount(count, { one: 'row has', other: 'rows have' })} another number of fields than the header, the first is row ${first}.`,
  damaged: 'The table is not written as it should be',
  csvFaults: {
    MissingQuotes: 'A quotation mark is opened and never closed.',
    InvalidQuotes: 'A quotation mark stands inside a field.',
  },
  csvFault: (code) => `The reader reports ${code}.`,
  tooManyColumns: (shown, all) => `The first ${shown} of ${all} columns are shown.`,
  drawColumn: 'Column that is drawn',
  noColumn: 'none',
  chartOf: (column) => `Chart of ${column}`,
  target: (metric, target) => `${metric}: target ${target}`,
  chartSummary: (column, count, low, high) =>
    `${column}: ${formatCount(count, { one: 'value', other: 'values' })} from ${low} to ${high}`,
  imageNotLoaded: 'image, not loaded',
  imageFailed: 'The browser cannot show this image',
  imageFailedWhy: 'The file may be damaged or be of another type than it claims. Download it.',
  markdownTooLarge: 'Larger than 1 MiB: shown as text.',
  done: 'done',
  notDone: 'not done',
  documentOf: (name) => `Document ${name}`,
  pdfFailed: 'This PDF cannot be shown',
  pdfPage: (page, pages) => `Page ${page} of ${pages}`,
  pdfPageOf: (name, page) => `Page ${page} of ${name}; its text stands below`,
  pdfNext: 'Next page',
  pdfPrevious: 'Previous page',
  pdfText: 'Text of this page',
  hexOf: (name) => `Bytes of ${name}`,
  hexNote: (size) => `This type has no viewer. All ${size} are shown as bytes.`,
  goToByte: 'Offset (hex)',
};
