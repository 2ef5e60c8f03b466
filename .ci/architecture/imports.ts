import { posix } from 'node:path';
import type { Finding, Rule } from './findings.ts';
import { type Layer, layers } from './layers.ts';
import type { ImportReference, ParsedModule } from './syntax.ts';

/** Tests and their helpers may reach wherever the test needs to. */
export function isTestFile(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.split('/').includes('testing');
}

/** The place of a file in the import table, or `undefined` where the table knows none. */
export function placeOf(file: string): string | undefined {
  if (!file.includes('/')) return file.endsWith('.config.ts') ? 'config' : undefined;
  return Object.keys(layers)
    .filter((place) => isInside(file, place))
    .sort((a, b) => b.length - a.length)[0];
}

/** Checks every import of every module against the table. */
export function checkImports(modules: ReadonlyMap<string, ParsedModule>): Finding[] {
  const findings: Finding[] = [];
  for (const [file, module] of modules) {
    const place = placeOf(file);
    const layer = place === undefined ? undefined : layers[place];
    if (place === undefined || layer === undefined) {
      if (!file.endsWith('.d.ts')) findings.push(unknownPlace(file));
      continue;
    }
    if (isTestFile(file)) continue;
    for (const reference of module.imports) {
      findings.push(...checkReference({ file, place, layer, reference }));
    }
  }
  return findings;
}

/** Names every group of modules that import one another in a circle, type-only imports included. */
export function checkCycles(modules: ReadonlyMap<string, ParsedModule>): Finding[] {
  const graph = new Map<string, readonly string[]>();
  for (const [file, module] of modules) {
    if (isTestFile(file)) continue;
    const targets = module.imports.flatMap(({ specifier }) => {
      const target = specifier === undefined ? undefined : resolveRelative(file, specifier);
      return target !== undefined && modules.has(target) ? [target] : [];
    });
    graph.set(file, targets);
  }
  return findCycles(graph).map((cycle) => ({
    rule: 'cycle',
    file: cycle[0] ?? '',
    line: 1,
    target: cycle[1] ?? cycle[0] ?? '',
    message: `modules import one another: ${[...cycle, cycle[0]].join(' → ')}`,
  }));
}

interface Context {
  readonly file: string;
  readonly place: string;
  readonly layer: Layer;
  readonly reference: ImportReference;
}

function checkReference(context: Context): Finding[] {
  const { file, place, layer, reference } = context;
  const { specifier, kind } = reference;
  if (specifier === undefined) {
    return place.startsWith('src/') || place === 'mocks'
      ? [finding(context, 'dynamic', '', 'a dynamic import must name its module as a plain string')]
      : [];
  }
  const target = resolveRelative(file, specifier);
  if (target === undefined) return checkPackage(context, specifier);
  if (isTestFile(target)) {
    return [finding(context, 'layer', target, `${file} must not import test code`)];
  }
  if (place === 'src/main.tsx' && isInside(target, 'mocks')) {
    return kind === 'dynamic'
      ? []
      : [finding(context, 'mocks', target, 'mocks are loaded by dynamic import only')];
  }
  const viewFinding = checkView(context, target);
  if (viewFinding !== undefined) return [viewFinding];
  if (layer.imports === 'anything' || placeOf(target) === place) return [];
  if (place === 'config' && !target.includes('/')) return [];
  if (layer.imports.some((allowed) => isInside(target, allowed))) return [];
  return [finding(context, 'layer', target, `${place} must not import ${target}`)];
}

function checkView(context: Context, target: string): Finding | undefined {
  if (context.place !== 'src/views' || !isInside(target, 'src/views')) return undefined;
  const from = viewFolder(context.file);
  const to = viewFolder(target);
  return from === to
    ? undefined
    : finding(context, 'view', target, `the view ${from} must not import the view ${to}`);
}

function viewFolder(file: string): string {
  return file.split('/').slice(0, 3).join('/');
}

function checkPackage(context: Context, specifier: string): Finding[] {
  const { packages } = context.layer;
  if (packages === 'anything') return [];
  const name = packageName(specifier);
  const allowed = packages.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name,
  );
  return allowed
    ? []
    : [finding(context, 'package', name, `${context.place} must not import the package ${name}`)];
}

/** `@scope/name/sub` → `@scope/name`, `name/sub` → `name`; built-in modules stay whole. */
function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function resolveRelative(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = specifier.replace(/\?.*$/, '');
  return posix.normalize(posix.join(posix.dirname(file), path));
}

function isInside(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function finding(context: Context, rule: Rule, target: string, message: string): Finding {
  return { rule, file: context.file, line: context.reference.line, target, message };
}

function unknownPlace(file: string): Finding {
  return {
    rule: 'place',
    file,
    line: 1,
    target: file,
    message: 'the import table has no place for this file',
  };
}

/** Tarjan's strongly connected components; each result is one circle through its component. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) {
        low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
      }
    }
    if (low.get(node) !== order.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    const selfImport = (graph.get(node) ?? []).includes(node);
    if (component.length > 1 || selfImport) cycles.push(circleThrough(graph, component.sort()));
  };
  for (const node of [...graph.keys()].sort()) if (!order.has(node)) visit(node);
  return cycles;
}

/** The shortest circle from the first module of a component back to itself. */
function circleThrough(
  graph: ReadonlyMap<string, readonly string[]>,
  component: readonly string[],
): string[] {
  const [start] = component;
  if (start === undefined) return [];
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const next of graph.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path;
      if (component.includes(next) && !seen.has(next)) {
        seen.add(next);
        queue.push([...path, next]);
      }
    }
  }
  return [...component];
}
