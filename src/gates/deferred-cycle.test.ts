import { describe, expect, it } from 'vitest';
import { itemId } from '../model/ids.ts';
import { item, itemResult, judgePlan, waits } from './testing/builders.ts';

const roles = ['whole', 'part', 'inner', 'other'] as const;
type Role = (typeof roles)[number];
type Names = ReadonlyMap<Role, string>;

function orders<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, at) =>
    orders([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [first, ...rest]),
  );
}

/** A deferred whole, a part of it, and an inner part that was begun; `links` says who waits for whom. */
function judged(names: Names, order: readonly Role[], links: readonly (readonly [Role, Role])[]) {
  const name = (role: Role) => names.get(role) ?? role;
  const items = {
    whole: item(name('whole'), { deferred: { reason: 'later' } }),
    part: item(name('part'), { parent: itemId(name('whole')) }),
    inner: item(name('inner'), {
      parent: itemId(name('part')),
      declared: { state: 'in-progress' },
    }),
    other: item(name('other')),
  };
  const verdicts = judgePlan({
    items: order.map((role) => items[role]),
    dependencies: links.flatMap(([role, on]) => waits(name(role), name(on))),
  });
  return Object.fromEntries(
    roles.map((role) => {
      const { state, reason } = itemResult(verdicts, name(role));
      return [role, `${state}: ${reason.code}`];
    }),
  );
}

/** The one judgement of the plan, whatever stands first and whatever the items are called. */
function judgedInAnyOrder(...links: readonly (readonly [Role, Role])[]) {
  const plain: Names = new Map();
  const first = judged(plain, roles, links);
  for (const order of orders(roles)) {
    expect(judged(plain, order, links)).toEqual(first);
    const renamed: Names = new Map(order.map((role, at) => [role, `${at} ${role}`]));
    expect(judged(renamed, roles, links), [...renamed.values()].join()).toEqual(first);
  }
  return first;
}

describe('a deferred item that contains others', () => {
  it('takes them out of scope, whoever waits for them', () => {
    expect(judgedInAnyOrder(['other', 'part'])).toEqual({
      whole: 'deferred: item-deferred',
      part: 'deferred: item-in-deferred',
      inner: 'deferred: item-in-deferred',
      other: 'blocked: item-waits',
    });
  });

  it('takes nobody out of scope that it is in a ring with', () => {
    expect(judgedInAnyOrder(['whole', 'part'])).toEqual({
      whole: 'deferred: item-deferred',
      part: 'blocked: item-in-cycle',
      inner: 'contradicted: item-in-cycle',
      other: 'ready: item-ready',
    });
  });

  it('takes nobody out of scope where the ring leads through others', () => {
    expect(judgedInAnyOrder(['whole', 'other'], ['other', 'inner'])).toEqual({
      whole: 'deferred: item-deferred',
      part: 'blocked: item-in-cycle',
      inner: 'contradicted: item-in-cycle',
      other: 'blocked: item-in-cycle',
    });
  });

  it('takes others out of scope that are in a ring without it', () => {
    expect(judgedInAnyOrder(['part', 'other'], ['other', 'part'])).toMatchObject({
      whole: 'deferred: item-deferred',
      part: 'deferred: item-in-deferred',
      other: 'blocked: item-in-cycle',
    });
  });
  it('takes a ring of its parts out of scope, the inner ones too', () => {
    expect(judgedInAnyOrder(['part', 'inner'], ['other', 'inner'])).toEqual({
      whole: 'deferred: item-deferred',
      part: 'deferred: item-in-deferred',
      inner: 'deferred: item-in-deferred',
      other: 'blocked: item-waits',
    });
  });
});
