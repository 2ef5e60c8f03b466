import { z } from 'zod';
import { bundle, index } from '../../src/bundle/schema/bundle.ts';

export interface SchemaNode {
  readonly $ref?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly harmless?: boolean;
  readonly fallback?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly discriminator?: { readonly propertyName: string };
}

export type Definitions = Readonly<Record<string, SchemaNode>>;

const draft = 'https://json-schema.org/draft/2020-12/schema';

/**
 * All types of the format by name. `strict` refuses members that the format does not know: that is
 * what the reader's fast path wants, so that it notices them; the published schema allows them,
 * because a later minor version may add some.
 */
export function definitions(strict: boolean): Definitions {
  const root: SchemaNode = JSON.parse(
    JSON.stringify(
      z.toJSONSchema(z.object({ bundle, index }), {
        target: 'draft-2020-12',
        io: strict ? 'output' : 'input',
      }),
    ),
  );
  const found = withoutAliases((root as { $defs: Record<string, SchemaNode> }).$defs);
  return Object.fromEntries(
    Object.keys(found)
      .sort()
      .map((name) => [name, tidy(found[name] as SchemaNode, strict, found)]),
  );
}

/** A lazy schema becomes a definition that only refers to another one; readers need the latter. */
function withoutAliases(defs: Record<string, SchemaNode>): Record<string, SchemaNode> {
  let text = JSON.stringify(defs);
  for (const [name, node] of Object.entries(defs)) {
    const target = Object.keys(node).length === 1 ? refName(node) : undefined;
    if (target === undefined) continue;
    text = text.replaceAll(`"#/$defs/${name}"`, `"#/$defs/${target}"`);
  }
  const resolved: Record<string, SchemaNode> = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(resolved).filter(([, node]) => !(Object.keys(node).length === 1 && node.$ref)),
  );
}

/** The published schema of one file. */
export function publicSchema(root: string, title: string, fileName: string): unknown {
  const all = definitions(false);
  const used = reachable(all, root);
  return {
    $schema: draft,
    $id: fileName,
    title,
    $ref: `#/$defs/${root}`,
    $defs: Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name))),
  };
}

export function refName(node: SchemaNode): string | undefined {
  return node.$ref?.replace('#/$defs/', '');
}

function reachable(all: Definitions, root: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (node: SchemaNode): void => {
    const name = refName(node);
    if (name !== undefined) visitName(name);
    for (const child of children(node)) visit(child);
  };
  const visitName = (name: string): void => {
    const node = all[name];
    if (seen.has(name) || node === undefined) return;
    seen.add(name);
    visit(node);
  };
  visitName(root);
  return seen;
}

function children(node: SchemaNode): readonly SchemaNode[] {
  return [
    ...Object.values(node.properties ?? {}),
    ...(node.items === undefined ? [] : [node.items]),
    ...(typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []),
    ...(node.oneOf ?? []),
    ...(node.anyOf ?? []),
  ];
}

/** Leaves out what only repeats itself, and names the member that tells the parts of a union apart. */
function tidy(node: SchemaNode, strict: boolean, all: Definitions): SchemaNode {
  const {
    harmless,
    fallback,
    propertyNames: _propertyNames,
    maximum,
    ...rest
  } = node as SchemaNode & { propertyNames?: unknown };
  const map = (child: SchemaNode): SchemaNode => tidy(child, strict, all);
  const tag = node.oneOf === undefined ? undefined : tagOf(node.oneOf, all);
  return {
    ...rest,
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(strict && harmless === true ? { harmless } : {}),
    ...(strict && fallback !== undefined ? { fallback } : {}),
    ...(tag === undefined
      ? {}
      : { type: 'object', discriminator: { propertyName: tag }, required: [tag] }),
    ...(node.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(node.properties).map(([key, child]) => [key, map(child)]),
          ),
        }),
    ...(node.items === undefined ? {} : { items: map(node.items) }),
    ...(typeof node.additionalProperties === 'object'
      ? { additionalProperties: map(node.additionalProperties) }
      : {}),
    ...(node.oneOf === undefined ? {} : { oneOf: node.oneOf.map(map) }),
    ...(node.anyOf === undefined ? {} : { anyOf: node.anyOf.map(map) }),
  };
}

function tagOf(branches: readonly SchemaNode[], all: Definitions): string | undefined {
  const first = branches[0];
  const branch = first === undefined ? undefined : all[refName(first) ?? ''];
  return Object.entries(branch?.properties ?? {}).find(
    ([, member]) => member.const !== undefined,
  )?.[0];
}
