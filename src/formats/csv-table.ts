import papa from 'papaparse';

/** A table as text: nothing is interpreted. */
export interface CsvText {
  readonly header: readonly string[];
  /** In order; pointers count them from 1. */
  readonly rows: readonly (readonly string[])[];
  /** Codes of Papa Parse for what is not written as it should be, each once. */
  readonly faults: readonly string[];
}

/**
 * Reads a table whose first line is its header (RFC 4180, or separated by tabs, semicolons or bars).
 * Empty lines are no rows, as for the points of metrics, so that both count rows alike. Never fails:
 * what is broken is read as far as it goes and named in `faults`.
 */
export function readCsvText(text: string): CsvText {
  const { data, errors } = papa.parse(text, { header: false, skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data.filter(isRow);
  return {
    header,
    rows,
    faults: [
      ...new Set(
        // One column has no delimiter, which is no fault.
        errors.map(({ code }) => code).filter((code) => code !== 'UndetectableDelimiter'),
      ),
    ],
  };
}

function isRow(row: unknown): row is readonly string[] {
  return Array.isArray(row);
}
