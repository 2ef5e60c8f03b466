import { type JSONPath, visit } from 'jsonc-parser';
import { pointerMembers, pointerTo } from '../../lib/json/json-pointer.ts';
import type { Position } from '../../model/problem.ts';

interface Wanted {
  readonly pointers: string[];
  readonly members: Map<string, Wanted>;
}

const none = (): Wanted => ({ pointers: [], members: new Map() });

/** Where an array or object stands, and which of its members are wanted. */
interface Level {
  readonly wanted: Wanted | undefined;
  /** Next index; -1 in an object. */
  index: number;
}

/**
 * Finds the values that JSON Pointers name, in one pass. The text must be JSON and of limited
 * depth. A pointer that leads nowhere is left out.
 */
export function locatePointers(
  text: string,
  pointers: Iterable<string>,
): ReadonlyMap<string, Position> {
  const root = none();
  for (const pointer of pointers) {
    let node = root;
    for (const member of pointerMembers(pointer)) {
      let next = node.members.get(member);
      if (next === undefined) {
        next = none();
        node.members.set(member, next);
      }
      node = next;
    }
    node.pointers.push(pointer);
  }
  const found = new Map<string, Position>();
  const levels: Level[] = [];
  let slot: Wanted | undefined = root;

  const atValue = (offset: number, line: number, column: number): Wanted | undefined => {
    const level = levels.at(-1);
    let wanted = slot;
    if (level !== undefined && level.index >= 0) {
      wanted = level.wanted?.members.get(String(level.index));
      level.index += 1;
    }
    for (const pointer of wanted?.pointers ?? []) {
      if (!found.has(pointer)) found.set(pointer, { line: line + 1, column: column + 1, offset });
    }
    slot = undefined;
    return wanted;
  };
  visit(text, {
    onObjectBegin: (offset, _length, line, column) => {
      levels.push({ wanted: atValue(offset, line, column), index: -1 });
    },
    onArrayBegin: (offset, _length, line, column) => {
      levels.push({ wanted: atValue(offset, line, column), index: 0 });
    },
    onObjectProperty: (name) => {
      slot = levels.at(-1)?.wanted?.members.get(name);
    },
    onLiteralValue: (_value, offset, _length, line, column) => {
      atValue(offset, line, column);
    },
    onObjectEnd: () => {
      levels.pop();
    },
    onArrayEnd: () => {
      levels.pop();
    },
  });
  return found;
}

/** Where the text stops being JSON; the depth of the text must be limited. */
export function locateSyntaxError(text: string): Position | undefined {
  let first: Position | undefined;
  try {
    visit(
      text,
      {
        onError: (_error, offset, _length, line, column) => {
          first ??= { line: line + 1, column: column + 1, offset };
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch {
    return first;
  }
  return first;
}

/** The pointer to the object that holds a member whose key begins at an offset. */
export function pointerAround(text: string, offset: number): string {
  let path: JSONPath | undefined;
  visit(text, {
    onObjectProperty: (_name, at, _length, _line, _column, pathSupplier) => {
      if (at === offset) path = pathSupplier();
    },
  });
  return path === undefined ? '' : pointerTo(path);
}

/** Line and column of an offset in characters. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const next = text.indexOf('\n', lineStart);
    if (next < 0 || next >= offset) break;
    line += 1;
    lineStart = next + 1;
  }
  return { line, column: offset - lineStart + 1, offset };
}
