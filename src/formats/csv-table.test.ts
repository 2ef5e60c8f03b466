import { describe, expect, it } from 'vitest';
import { readCsvText } from './csv-table.ts';

describe('readCsvText', () => {
  it('keeps fields as they are written and skips empty lines', () => {
    expect(readCsvText('a,b\r\n"x,1", 02\r\n\r\n__proto__,=1+1\r\n')).toEqual({
      header: ['a', 'b'],
      rows: [
        ['x,1', ' 02'],
        ['__proto__', '=1+1'],
      ],
      faults: [],
    });
  });

  it('takes one column for a table', () => {
    expect(readCsvText('a\n1\n2')).toEqual({ header: ['a'], rows: [['1'], ['2']], faults: [] });
  });

  it('names a quote that does not close, and reads on', () => {
    const { faults, header } = readCsvText('a,b\n"1,2\n3,4');
    expect(header).toEqual(['a', 'b']);
    expect(faults).toContain('MissingQuotes');
  });

  it('has nothing to say about nothing', () => {
    expect(readCsvText('')).toEqual({ header: [], rows: [], faults: [] });
  });
});
