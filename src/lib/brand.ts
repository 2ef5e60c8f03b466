/**
 * Nominal typing for strings. A branded string is an ordinary string at run time; the brand only
 * keeps an item id from being passed where a gate id is wanted.
 */
declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
