/** What a route hands to its view: the validated part of the link, and the way to change it. */
export interface SearchProps<Search> {
  readonly search: Search;
  /**
   * Changes some fields; `undefined` removes one. A selection makes a step in the history, typing in a
   * filter replaces the current one.
   */
  readonly setSearch: (
    change: { readonly [K in keyof Search]?: Search[K] | undefined },
    options?: { readonly replace?: boolean },
  ) => void;
}
