import { type Definitions, refName, type SchemaNode } from './json-schema.ts';

/** The same as `Shape` and `Member` in `src/bundle/shape.ts`, before it is written as code. */
interface Member {
  readonly is?: string;
  readonly list?: true;
  readonly harmless?: true;
  readonly fallback?: string;
}
type Shape =
  | { readonly members: Readonly<Record<string, Member>> }
  | { readonly by: string; readonly of: Readonly<Record<string, string>> }
  | { readonly among: readonly string[] };

/**
 * The little that the reader must know beside the validators: which members a type has, what may
 * be left out, and what stands in for an unknown word. Types without a name get one by their path.
 */
export function shapes(all: Definitions): Readonly<Record<string, Shape>> {
  const made: Record<string, Shape> = {};
  const objectShape = (node: SchemaNode, name: string): void => {
    const members: Record<string, Member> = {};
    for (const [key, member] of Object.entries(node.properties ?? {})) {
      members[key] = memberOf(member, `${name}.${key}`);
    }
    made[name] = { members };
  };
  const memberOf = (node: SchemaNode, path: string): Member => {
    const target = node.items ?? node;
    const named = refName(target);
    if (named === undefined && target.properties !== undefined) objectShape(target, path);
    const is = named ?? (target.properties === undefined ? undefined : path);
    return {
      ...(is === undefined ? {} : { is }),
      ...(node.items === undefined ? {} : { list: true }),
      ...(node.harmless === true ? { harmless: true } : {}),
      ...(node.fallback === undefined ? {} : { fallback: node.fallback }),
    };
  };
  for (const [name, node] of Object.entries(all)) {
    if (node.discriminator !== undefined) {
      const { propertyName } = node.discriminator;
      made[name] = {
        by: propertyName,
        of: Object.fromEntries(
          (node.oneOf ?? []).map((branch) => {
            const target = refName(branch) ?? '';
            return [String(all[target]?.properties?.[propertyName]?.const), target];
          }),
        ),
      };
    } else if (node.anyOf !== undefined) {
      made[name] = { among: node.anyOf.map((branch) => refName(branch) ?? '') };
    } else {
      objectShape(node, name);
    }
  }
  return Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)));
}
