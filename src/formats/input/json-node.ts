import { childPointer } from '../../lib/json/json-pointer.ts';
import type { Pointer } from '../../model/common.ts';

/**
 * A value in parsed JSON with the way that led to it. Reading on from something that is absent, or
 * of another type, gives absent values; so a reader is written for what should be there.
 */
export class JsonNode {
  readonly value: unknown;
  readonly #parent: JsonNode | undefined;
  readonly #member: string | number;

  constructor(value: unknown, parent?: JsonNode, member: string | number = '') {
    this.value = value;
    this.#parent = parent;
    this.#member = member;
  }

  /** JSON Pointer (RFC 6901). */
  get pointer(): string {
    return this.#parent === undefined ? '' : childPointer(this.#parent.pointer, this.#member);
  }

  get place(): Pointer {
    return { kind: 'json', pointer: this.pointer };
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  get isObject(): boolean {
    return isRecord(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** An own member; never one of a prototype. */
  at(member: string): JsonNode {
    const { value } = this;
    const found = isRecord(value) && Object.hasOwn(value, member) ? value[member] : undefined;
    return new JsonNode(found, this, member);
  }

  /** The entries of a list; empty for anything else. */
  items(): readonly JsonNode[] {
    const { value } = this;
    return isList(value) ? value.map((item, index) => new JsonNode(item, this, index)) : [];
  }

  /** The members of an object; empty for anything else. */
  entries(): readonly (readonly [string, JsonNode])[] {
    const { value } = this;
    if (!isRecord(value)) return [];
    return Object.entries(value).map(([member, child]) => [
      member,
      new JsonNode(child, this, member),
    ]);
  }

  /** A text that is not empty. */
  text(): string | undefined {
    return typeof this.value === 'string' && this.value !== '' ? this.value : undefined;
  }

  /** A finite number. */
  number(): number | undefined {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : undefined;
  }

  boolean(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  /** The texts of a list that are not empty. */
  texts(): readonly string[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
