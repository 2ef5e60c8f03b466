import { parseSync } from 'oxc-parser';

/** A node of the syntax tree, as far as the rules look at it. */
export interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** One import, of whatever form. `specifier` is `undefined` if it is not a plain string. */
export interface ImportReference {
  readonly specifier: string | undefined;
  readonly kind: 'static' | 'dynamic' | 'url';
  readonly line: number;
}

export interface SourceComment {
  readonly text: string;
  readonly line: number;
}

export interface ParsedModule {
  readonly imports: readonly ImportReference[];
  readonly comments: readonly SourceComment[];
  readonly errors: readonly { readonly message: string; readonly line: number }[];
  /** Calls `visit` for every node, parents first. */
  walk(visit: (node: AstNode, parent: AstNode | undefined) => void): void;
  lineOf(node: AstNode): number;
}

/** Parses one TypeScript or TSX file and collects what it imports. */
export function parseModule(file: string, text: string): ParsedModule {
  const result = parseSync(file, text, { preserveParens: false });
  const lineAt = lineFinder(text);
  const root: unknown = result.program;
  const imports: ImportReference[] = [];
  const walk: ParsedModule['walk'] = (visit) => {
    if (isNode(root)) walkNode(root, undefined, visit);
  };
  walk((node) => {
    const reference = importOf(node);
    if (reference !== undefined) imports.push({ ...reference, line: lineAt(node.start) });
  });
  return {
    imports,
    comments: result.comments.map(({ value, start }) => ({ text: value, line: lineAt(start) })),
    errors: result.errors.map(({ message, labels }) => ({
      message,
      line: lineAt(labels[0]?.start ?? 0),
    })),
    walk,
    lineOf: (node) => lineAt(node.start),
  };
}

export function isNode(value: unknown): value is AstNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value
  );
}

/** The text of a string literal or of a template without placeholders. */
export function stringOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value.type === 'TemplateLiteral' && Array.isArray(value.quasis)) {
    const first: unknown = value.quasis[0];
    if (value.quasis.length === 1 && isNode(first) && isCooked(first.value)) {
      return first.value.cooked;
    }
  }
  return undefined;
}

/** The name of an identifier. */
export function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value.name === 'string'
    ? value.name
    : undefined;
}

function isCooked(value: unknown): value is { readonly cooked: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'cooked' in value &&
    typeof value.cooked === 'string'
  );
}

function importOf(node: AstNode): Omit<ImportReference, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return { specifier: stringOf(node.source), kind: 'static' };
    case 'ExportNamedDeclaration':
      return node.source === null || node.source === undefined
        ? undefined
        : { specifier: stringOf(node.source), kind: 'static' };
    case 'ImportExpression':
      return { specifier: stringOf(node.source), kind: 'dynamic' };
    case 'TSImportType':
      return { specifier: stringOf(node.source), kind: 'static' };
    case 'NewExpression':
      return urlImport(node);
    default:
      return undefined;
  }
}

/** `new URL('./worker.ts', import.meta.url)`: the bundler follows it, so it is an import. */
function urlImport(node: AstNode): Omit<ImportReference, 'line'> | undefined {
  if (identifierName(node.callee) !== 'URL' || !Array.isArray(node.arguments)) return undefined;
  const specifier = stringOf(node.arguments[0]);
  const base: unknown = node.arguments[1];
  const isMeta =
    isNode(base) &&
    base.type === 'MemberExpression' &&
    isNode(base.object) &&
    base.object.type === 'MetaProperty';
  return isMeta && specifier !== undefined && /\.tsx?$/.test(specifier)
    ? { specifier, kind: 'url' }
    : undefined;
}

function walkNode(
  node: AstNode,
  parent: AstNode | undefined,
  visit: (node: AstNode, parent: AstNode | undefined) => void,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) walkNode(item, node, visit);
    } else if (isNode(value)) {
      walkNode(value, node, visit);
    }
  }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const next = starts.findIndex((start) => start > offset);
    return next === -1 ? starts.length : next;
  };
}
