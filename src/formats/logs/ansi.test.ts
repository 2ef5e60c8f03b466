import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnsiLine } from './ansi.ts';
import { readLogText } from './log-text.ts';

const esc = '\u001b';

describe('readAnsiLine', () => {
  it('takes colours and emphasis apart', () => {
    expect(readAnsiLine(`a ${esc}[1;31mred${esc}[22m thin${esc}[0m.`).spans).toEqual([
      { text: 'a ', style: {} },
      { text: 'red', style: { bold: true, colour: { kind: 'palette', index: 1 } } },
      { text: ' thin', style: { colour: { kind: 'palette', index: 1 } } },
      { text: '.', style: {} },
    ]);
  });

  it('knows bright colours, the palette of 256 and true colour, in both spellings', () => {
    const colourOf = (code: string) => readAnsiLine(`${esc}[${code}mx`).spans[0]?.style;
    expect(colourOf('97')).toEqual({ colour: { kind: 'palette', index: 15 } });
    expect(colourOf('48;5;200')).toEqual({ background: { kind: 'palette', index: 200 } });
    expect(colourOf('38;2;1;2;3')).toEqual({ colour: { kind: 'rgb', red: 1, green: 2, blue: 3 } });
    expect(colourOf('38;2;1;2;999')).toEqual({});
    expect(colourOf('38;5')).toEqual({});
  });

  it('leaves out what moves a cursor, names a window or links', () => {
    expect(readAnsiLine(`${esc}[2K${esc}[1Ga${esc}]0;title\u0007b`).text).toBe('ab');
    expect(readAnsiLine(`${esc}]8;;javascript:alert(1)${esc}\\click${esc}]8;;${esc}\\`).text).toBe(
      'click',
    );
    expect(readAnsiLine(`${esc}`).text).toBe('');
  });

  it('shows what a progress bar wrote last', () => {
    expect(readAnsiLine('10 %\r50 %\r100 %').text).toBe('100 %');
    expect(readAnsiLine('whole\r').text).toBe('whole');
  });

  it('keeps a style that runs on into the next line', () => {
    const { report } = readLogText(`${esc}[32mgreen\nstill\r\n${esc}[0mplain`);
    expect(report?.lines.map(({ spans }) => spans[0]?.style)).toEqual([
      { colour: { kind: 'palette', index: 2 } },
      { colour: { kind: 'palette', index: 2 } },
      {},
    ]);
  });

  it('spans cover the text, whatever the line is, and no escape is left', () => {
    const part = fc.constantFrom(
      'a',
      esc,
      '[',
      ']',
      '31',
      'm',
      ';',
      '\u0007',
      '\\',
      '\r',
      'é',
      '\u009b',
      'P',
      '0',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { text, spans } = readAnsiLine(parts.join(''));
        expect(spans.map((span) => span.text).join('')).toBe(text);
        expect(text).not.toContain(esc);
      }),
      { numRuns: 1000 },
    );
  });
});
