import type { CompareWords } from './en-compare.ts';

export const compareWords: CompareWords = {
  compare: 'Vergleichen',
  compareWithMetric: 'Mit einer anderen Kennzahl',
  compareWithRevision: 'Mit einer anderen Revision',
  stopComparing: 'Vergleich beenden',
  noOther: 'Nichts anderes lässt sich auf dieser Achse zeichnen',
  legend: 'Messreihen',
  showSeries: (title) => `${title} zeigen`,
  revision: (name) => `Revision ${name}`,
  difference: 'Unterschied',
  comparison: (first, second) => `${second} gegenüber ${first}`,
  figures: {
    mean: 'Mittelwert',
    p50: 'Median (p50)',
    p95: 'p95',
    min: 'Kleinster',
    max: 'Größter',
  },
  absolute: 'Absolut',
  relative: 'Relativ',
  unitsDiffer: (one, other) => `${one} und ${other} lassen sich nicht vergleichen.`,
  noMetric: 'Die andere Revision hat diese Kennzahl nicht.',
  noSamples: 'Eine Seite hat in diesem Zeitabschnitt keine Messwerte.',
  statement: ({ isDifferent, p, method, sizes, u, greater, first, second }) =>
    `${
      isDifferent
        ? 'Die beiden unterscheiden sich mehr, als der Zufall erklärt'
        : 'Ein Unterschied ist nicht gezeigt; das beweist nicht, dass es keinen gibt'
    }: Mann-Whitney-U-Test, zweiseitig, ${method === 'exact' ? 'jede Anordnung gezählt' : 'Näherung durch die Normalverteilung, um Bindungen berichtigt'}, U = ${u}, p ${p}, n = ${sizes.join(' und ')}. Von Paaren mit je einem Messwert ist der von „${second}“ in ${greater} der größere (Bindungen zählen halb; die Hälfte wäre kein Unterschied zu „${first}“).`,
  shift: (shift, low, high) =>
    `Typischer Unterschied ${shift}${low === undefined || high === undefined ? '' : `, 95-%-Intervall ${low} bis ${high}`} (Hodges-Lehmann, der Median aller Unterschiede).`,
  assumption:
    'Der Test hält die Messwerte für unabhängig voneinander. Wo einer vom vorigen abhängt, ist p zu klein.',
};
