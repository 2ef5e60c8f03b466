import { type Definitions, refName, type SchemaNode } from './json-schema.ts';

const begin = '<!-- reference: written by `npm run generate`, do not edit below -->';
const end = '<!-- end of the reference -->';

/** Types in the order in which a reader meets them. */
const roots = ['Bundle', 'Index'];

/** Replaces the generated part of the documentation. */
export function withReference(document: string, all: Definitions): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error('the documentation has no place for the reference');
  return `${document.slice(0, from)}${begin}\n\n${reference(all)}\n${document.slice(to)}`;
}

export function reference(all: Definitions): string {
  return typesInOrder(all)
    .map((name) => section(name, all[name] as SchemaNode))
    .join('\n');
}

function typesInOrder(all: Definitions): string[] {
  const seen = new Set<string>();
  const visit = (node: SchemaNode): void => {
    const name = refName(node);
    const target = name === undefined ? undefined : all[name];
    if (name !== undefined && target !== undefined) {
      if (seen.has(name)) return;
      seen.add(name);
      visit(target);
    }
    for (const child of Object.values(node.properties ?? {})) visit(child);
    if (node.items !== undefined) visit(node.items);
    if (typeof node.additionalProperties === 'object') visit(node.additionalProperties);
    for (const child of [...(node.oneOf ?? []), ...(node.anyOf ?? [])]) visit(child);
  };
  for (const root of roots) visit({ $ref: `#/$defs/${root}` });
  return [...seen];
}

function section(name: string, node: SchemaNode): string {
  const lines = [`### ${name}`, '', node.description ?? '', ''];
  const branches = node.oneOf ?? node.anyOf;
  if (branches !== undefined) {
    const by = node.discriminator?.propertyName;
    const told = by === undefined ? 'One of' : `One of these, told apart by \`${by}\``;
    lines.push(`${told}: ${branches.map(typeOf).join(', ')}.`, '');
    return lines.join('\n');
  }
  lines.push('| member | type | | meaning | example |', '| --- | --- | --- | --- | --- |');
  lines.push(...rows(node, ''), '');
  return lines.join('\n');
}

function rows(node: SchemaNode, prefix: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([member, child]) => {
    const name = `${prefix}${member}`;
    const need = node.required?.includes(member) === true ? 'must' : 'may';
    const example = child.examples?.[0] ?? child.const;
    const row = [
      `\`${name}\``,
      typeOf(child),
      need,
      `${child.description ?? ''}${onFault(child)}`,
      example === undefined ? '' : code(JSON.stringify(example)),
    ];
    const inside = child.items ?? child;
    const nested =
      inside.properties === undefined
        ? []
        : rows(inside, `${name}${child.items === undefined ? '' : '[]'}.`);
    return [`| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`, ...nested];
  });
}

/** What a reader does with a value that it cannot read. */
function onFault(node: SchemaNode): string {
  if (node.fallback !== undefined) return ` *Unknown words become \`${node.fallback}\`.*`;
  return node.harmless === true ? ' °' : '';
}

function typeOf(node: SchemaNode): string {
  const name = refName(node);
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
  if (node.const !== undefined) return code(JSON.stringify(node.const));
  if (node.enum !== undefined) return node.enum.map((word) => `\`${String(word)}\``).join(' \\| ');
  if (node.items !== undefined) return `list of ${typeOf(node.items)}`;
  if (node.anyOf !== undefined) return node.anyOf.map(typeOf).join(' or ');
  if (node.pattern?.includes('T(?:[01]') === true) return 'time';
  if (node.pattern === '^[0-9a-f]{64}$') return 'SHA-256';
  if (node.type === 'object' && typeof node.additionalProperties === 'object') {
    const inner = typeOf(node.additionalProperties);
    return `object of ${inner === 'anything' ? 'anything' : inner}`;
  }
  if (Array.isArray(node.type)) return node.type.join(' or ');
  if (node.type === 'string') return node.minLength === undefined ? 'string' : 'string, not empty';
  if (node.type === 'integer' || node.type === 'number') return `${node.type}${bounds(node)}`;
  return typeof node.type === 'string' ? node.type : 'anything';
}

function bounds({ minimum, maximum }: SchemaNode): string {
  if (minimum === Number.MIN_SAFE_INTEGER) return '';
  if (minimum === undefined) return '';
  return maximum === undefined ? ` ≥ ${minimum}` : ` ${minimum}–${maximum}`;
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
