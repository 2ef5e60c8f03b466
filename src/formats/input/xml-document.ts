import { Parser } from 'htmlparser2';
import { LineFinder } from '../line-index.ts';
import type { ReaderWarning } from '../reading.ts';
import { textParts } from './text-parts.ts';
import { WarningLog } from './warning-log.ts';

/** Deeper nesting is refused: no report needs it. */
const maxDepth = 256;

/** An element as it begins. */
export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  /** With its prefix. */
  readonly written: string;
  /** All of them, as they are written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the first character of its tag, counted in characters of the text. */
  readonly offset: number;
  /** An attribute by its name without a prefix; empty attributes are `''`. */
  readonly attribute: (name: string) => string | undefined;
  /** 1-based. */
  readonly line: number;
  /** 1 for the root. */
  readonly depth: number;
}

export interface XmlVisitor {
  readonly open?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
  /**
   * @param isCut the file ended before the element did
   * @param end offset behind its last character
   */
  readonly close?: (name: string, isCut: boolean, end: number) => void;
}

export interface XmlWalk {
  /** False when the document was refused: nothing of what was visited counts. */
  readonly isReadable: boolean;
  readonly root?: string;
  readonly warnings: readonly ReaderWarning[];
}

export interface XmlOptions {
  /**
   * A document type that only names a definition elsewhere is passed over and said; it is never
   * fetched. With definitions of its own the document is refused in any case.
   */
  readonly passesOverDocumentType?: boolean;
  /** Bytes that are read at a time, for tests. */
  readonly partBytes?: number;
}

/**
 * Walks through XML once and part by part, without building a tree or a text of its whole length. Entities of the document's own are never read:
 * whoever defines some is refused. What is not closed is closed at the end, and said.
 */
export function walkXml(
  source: string | Uint8Array,
  visitor: XmlVisitor,
  options: XmlOptions = {},
): XmlWalk {
  const log = new WarningLog();
  const lines = new LineFinder();
  const lineOf = (offset: number): number => lines.lineOf(offset);
  /** The part that is read, the one before, and where the first of both begins. */
  let recent = '';
  let recentStart = 0;
  let isEmpty = true;
  let refusal: ReaderWarning | undefined;
  /** Nothing is read on: a stack of hundreds of thousands is what the refused file wants. */
  const refuse = (warning: ReaderWarning): void => {
    refusal ??= warning;
    parser.pause();
  };
  let root: string | undefined;
  let depth = 0;

  const parser = new Parser(
    {
      onprocessinginstruction(name, data) {
        if (!name.toLowerCase().startsWith('!')) return;
        const line = lineOf(parser.startIndex);
        if (options.passesOverDocumentType === true && isPlainDocumentType(data)) {
          log.add('document-type-refused', { line });
        } else refuse({ code: 'document-type-refused', line });
      },
      onattribute(name) {
        // The parser would leave it out without a word.
        if (name !== '__proto__') return;
        refuse({ code: 'refused-key', line: lineOf(parser.startIndex), params: { key: name } });
      },
      onopentag(name, attributes) {
        if (refusal !== undefined) return;
        depth += 1;
        if (depth > maxDepth) {
          const line = lineOf(parser.startIndex);
          refuse({ code: 'too-deep', line, params: { limit: maxDepth } });
          return;
        }
        const local = localName(name);
        root ??= local;
        visitor.open?.({
          name: local,
          written: name,
          attributes,
          offset: parser.startIndex,
          attribute: (wanted) => attributeOf(attributes, wanted),
          line: lineOf(parser.startIndex),
          depth,
        });
      },
      ontext(data) {
        if (refusal === undefined) visitor.text?.(data);
      },
      onclosetag(name, implied) {
        if (refusal !== undefined) return;
        depth -= 1;
        // At the end of the text the parser closes what is still open, on an empty range.
        const isCut = implied && parser.endIndex <= parser.startIndex;
        if (isCut) log.add('not-closed', { params: { element: localName(name) } });
        else if (implied && !isSelfClosed(recent, parser.endIndex - recentStart)) {
          log.add('syntax', { line: lineOf(parser.startIndex) });
        }
        visitor.close?.(localName(name), isCut, parser.endIndex + 1);
      },
    },
    { xmlMode: true },
  );
  let before = '';
  for (const part of textParts(source, log, options.partBytes)) {
    if (refusal !== undefined) break;
    recentStart += recent.length - before.length;
    recent = before + part;
    before = part;
    lines.add(part);
    isEmpty &&= part.trim() === '';
    parser.write(part);
  }
  if (log.has('too-large')) return { isReadable: false, warnings: log.warnings };
  if (isEmpty) return { isReadable: false, warnings: [{ code: 'empty' }] };
  parser.end();

  if (refusal !== undefined) return { isReadable: false, warnings: [refusal] };
  if (root === undefined) return { isReadable: false, warnings: [{ code: 'not-this-format' }] };
  return { isReadable: true, root, warnings: log.warnings };
}

/** Whether the document ends before its root does. */
export function isCutOff(warnings: readonly ReaderWarning[]): boolean {
  return warnings.some(({ code }) => code === 'not-closed');
}

/** Names a definition and holds none: no `[`, and no second declaration. */
function isPlainDocumentType(data: string): boolean {
  return /^!doctype\s/i.test(data) && !data.includes('[') && !data.includes('<');
}

/** `<a/>` is closed by implication as well, and rightly. */
function isSelfClosed(text: string, end: number): boolean {
  return text.slice(Math.max(0, end - 1), end + 1) === '/>';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(
  attributes: Readonly<Record<string, string>>,
  wanted: string,
): string | undefined {
  return Object.hasOwn(attributes, wanted) ? attributes[wanted] : undefined;
}
