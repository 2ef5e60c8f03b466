/** Adds a member or an index to a JSON Pointer (RFC 6901). */
export function childPointer(pointer: string, member: string | number): string {
  return typeof member === 'number' ? `${pointer}/${member}` : `${pointer}/${escapeMember(member)}`;
}

/** The members of a JSON Pointer; the empty pointer has none. */
export function pointerMembers(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((member) => member.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerTo(members: readonly (string | number)[]): string {
  return members.map((member) => `/${escapeMember(String(member))}`).join('');
}

function escapeMember(member: string): string {
  return member.includes('~') || member.includes('/')
    ? member.replaceAll('~', '~0').replaceAll('/', '~1')
    : member;
}
