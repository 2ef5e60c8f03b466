/**
 * What Node 20 lacks and the shared code uses. Newer versions have it, and nothing is replaced there.
 * https://tc39.es/ecma262/#sec-map.groupby
 */
if (typeof Map.groupBy !== 'function') {
  Map.groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
    const groups = new Map<K, T[]>();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
      index += 1;
    }
    return groups;
  };
}
