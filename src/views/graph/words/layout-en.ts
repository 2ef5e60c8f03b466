/** What is said while the graph is being arranged. */
export interface LayoutWords {
  readonly arranging: string;
  readonly share: (percent: number) => string;
  readonly improving: (percent: number | undefined) => string;
  readonly keepDraft: string;
  readonly table: string;
}

export const layoutEn: LayoutWords = {
  arranging: 'Arranging the graph',
  share: (percent) => `${percent} %`,
  improving: (percent) =>
    percent === undefined ? 'Arranging more closely' : `Arranging more closely, ${percent} %`,
  keepDraft: 'Keep this picture',
  table: 'Show the table instead',
};
