import type { Finding, Rule } from './findings.ts';
import { isTestFile, placeOf } from './imports.ts';
import { pureLayers, topLevelFolders } from './layers.ts';
import { type AstNode, identifierName, isNode, type ParsedModule } from './syntax.ts';

/** The length from which a file is asking to be two. */
export const maxLines = 400;

const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const focusable = new Set(['bench', 'describe', 'it', 'suite', 'test']);

/** Rules that look at the code of one module. */
export function checkModule(file: string, module: ParsedModule): Finding[] {
  const findings: Finding[] = [];
  const report = (rule: Rule, line: number, target: string, message: string): void => {
    findings.push({ rule, file, line, target, message });
  };
  for (const { message, line } of module.errors) report('syntax', line, '', message);
  for (const { text, line } of module.comments) {
    const mark = unfinished.exec(text)?.[0];
    if (mark !== undefined) report('mark', line, mark, `the comment says ${mark}: finish it`);
  }
  const pure = pureLayers.includes(placeOf(file) ?? '') && !isTestFile(file);
  module.walk((node, parent) => {
    const line = module.lineOf(node);
    const focus = focusedTest(node);
    if (focus !== undefined) report('focus', line, focus, `${focus} leaves the other tests out`);
    const impure = pure ? impureUse(node, parent) : undefined;
    if (impure !== undefined) {
      report('purity', line, impure, `the pure core must not use ${impure}: pass the value in`);
    }
  });
  return findings;
}

/** Rules that look at any text file, code or not. */
export function checkText(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split('\n');
  const report = (rule: Rule, pattern: RegExp, message: string): void => {
    for (const [index, line] of lines.entries()) {
      const found = pattern.exec(line)?.[0];
      if (found !== undefined)
        findings.push({ rule, file, line: index + 1, target: found, message });
    }
  };
  report(
    'registry',
    /registry\.(?:npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github\.|\/artifactory\/|"resolved":\s*"http/,
    'the project must not name a package registry',
  );
  report(
    'machine-path',
    /(?<![\w.~-])\/(?:work\/(?:main|shared)|tmp|root)(?:\/|\b)/,
    'the project must not name a path of one machine',
  );
  if (/\.(?:css|html|ya?ml|md|sh)$/.test(file) && !isSample(file)) {
    report('mark', /\b(?:TODO|FIXME)\b\s*[:(]/, 'finish what is marked as unfinished');
  }
  const length = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const counted = /\.(?:tsx?|css)$/.test(file) && !isTestFile(file) && !isGenerated(file);
  if (counted && length > maxLines) {
    findings.push({
      rule: 'length',
      file,
      line: maxLines + 1,
      target: '',
      message: `${length} lines: a file over ${maxLines} lines is asking to be two`,
    });
  }
  return findings;
}

/** Only the agreed folders may stand at the root. */
export function checkTopLevel(files: Iterable<string>): Finding[] {
  const folders = new Set<string>();
  for (const file of files) {
    const [folder, rest] = file.split('/', 2);
    if (folder !== undefined && rest !== undefined) folders.add(folder);
  }
  return [...folders]
    .filter((folder) => !topLevelFolders.includes(folder))
    .map((folder) => ({
      rule: 'top-level',
      file: folder,
      line: 1,
      target: folder,
      message: 'this folder has no place at the root of the project',
    }));
}

function isSample(file: string): boolean {
  return file.startsWith('public/') || file.split('/').includes('fixtures');
}

function isGenerated(file: string): boolean {
  return file.split('/').includes('generated') || /\.generated\.tsx?$/.test(file);
}

function focusedTest(node: AstNode): string | undefined {
  if (node.type !== 'MemberExpression' || identifierName(node.property) !== 'only')
    return undefined;
  let object: unknown = node.object;
  while (isNode(object) && object.type === 'MemberExpression') object = object.object;
  const name = identifierName(object);
  return name !== undefined && focusable.has(name) ? `${name}.only` : undefined;
}

/**
 * Clock and chance. `Date` is allowed as `new Date(value)`, `Date.UTC` and `Date.parse` only, so that
 * no alias can smuggle the clock in; `Math` must name its function for the same reason.
 */
function impureUse(node: AstNode, parent: AstNode | undefined): string | undefined {
  const name = identifierName(node);
  if (name === undefined || parent === undefined || isMereName(node, parent)) return undefined;
  const member =
    parent.type === 'MemberExpression' && parent.object === node && parent.computed !== true
      ? identifierName(parent.property)
      : undefined;
  if (name === 'Date') {
    const built =
      parent.type === 'NewExpression' &&
      parent.callee === node &&
      Array.isArray(parent.arguments) &&
      parent.arguments.length > 0;
    if (built || member === 'UTC' || member === 'parse') return undefined;
    if (parent.type === 'BinaryExpression' && parent.operator === 'instanceof') return undefined;
    return parent.type === 'NewExpression' ? 'new Date()' : `Date.${member ?? '…'}`;
  }
  if (name === 'Math')
    return member === undefined || member === 'random' ? 'Math.random' : undefined;
  return name === 'globalThis' || name === 'performance' || name === 'crypto' ? name : undefined;
}

/** A property name or a type, not a use of the global. */
function isMereName(node: AstNode, parent: AstNode): boolean {
  if (parent.type.startsWith('TS')) return true;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.shorthand;
}
