import { describe, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Condition } from '../../model/condition.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { ProjectContent } from '../../model/project.ts';
import type { content } from './bundle.ts';
import type { condition } from './condition.ts';
import type { evidence } from './evidence.ts';
import type { Unbrand } from './unbrand.ts';

/** Makes optional members count: `{ a }` and `{ a, b? }` are otherwise assignable both ways. */
type Marked<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Marked<E>[]
    : unknown extends T
      ? { readonly anything: true }
      : {
          [K in keyof T]-?: object extends Pick<T, K>
            ? { readonly optional: Marked<T[K]> }
            : { readonly required: Marked<T[K]> };
        };
type Same<A, B> = [Marked<A>] extends [Marked<B>]
  ? [Marked<B>] extends [Marked<A>]
    ? true
    : false
  : false;

describe('the comparison itself', () => {
  it('tells optional, missing and different members apart', () => {
    expectTypeOf<
      Same<{ a: string; b?: number }, { a: string; b?: number }>
    >().toEqualTypeOf<true>();
    expectTypeOf<Same<{ a: string }, { a: string; b?: number }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: string }, { a?: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: 'x' }, { a: 'x' | 'y' }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: { c?: 1 }[] }, { a: { c?: 1; d?: 1 }[] }>>().toEqualTypeOf<false>();
  });
});

describe('the schema and the model say the same', () => {
  it('for conditions', () => {
    expectTypeOf<Same<z.infer<typeof condition>, Unbrand<Condition>>>().toEqualTypeOf<true>();
  });

  it('for evidence', () => {
    expectTypeOf<Same<z.infer<typeof evidence>, Unbrand<Evidence>>>().toEqualTypeOf<true>();
  });

  it('for every collection of a bundle', () => {
    type Members = keyof ProjectContent;
    type Wire = z.infer<typeof content>;
    type Differing = {
      [K in Members]-?: Same<Wire[K], Unbrand<ProjectContent[K]>> extends true ? never : K;
    }[Members];
    expectTypeOf<Differing>().toEqualTypeOf<never>();
    expectTypeOf<keyof Wire>().toEqualTypeOf<Members>();
  });
});
