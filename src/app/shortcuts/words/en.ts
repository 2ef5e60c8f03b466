/** Words of the sheet of keyboard shortcuts. */
export interface ShortcutWords {
  readonly title: string;
  readonly anywhere: string;
  readonly goTo: string;
  readonly within: string;
  readonly palette: string;
  readonly sheet: string;
  readonly projects: string;
  readonly followedBy: string;
  readonly or: string;
  readonly skip: string;
  readonly close: string;
  readonly rows: string;
  readonly rowOpen: string;
  readonly graphWalk: string;
  readonly graphFold: string;
  readonly graphType: string;
  readonly graphAll: string;
  readonly clear: string;
  readonly letters: string;
  readonly plainKeys: string;
  readonly plainKeysWhy: string;
}

export const en: ShortcutWords = {
  title: 'Keyboard shortcuts',
  anywhere: 'Anywhere',
  goTo: 'Go to a page',
  within: 'Inside lists, tables and the graph',
  palette: 'Find anything, do anything',
  sheet: 'This sheet',
  projects: 'All projects',
  followedBy: 'then',
  or: 'or',
  skip: 'To the next control; the first one on each page skips the navigation',
  close: 'Close what is open, or leave a selection',
  rows: 'Walk through the rows of a table, or the nodes of the graph',
  rowOpen: 'Open the row or node',
  graphWalk: 'First and last row',
  graphFold: 'Open or close a group in the graph',
  graphType: 'In the graph, type the beginning of an id to jump there',
  graphAll: 'Show the whole graph',
  clear: 'Clear a search field',
  letters: 'letters',
  plainKeys: 'Single keys do something',
  plainKeysWhy: 'Switch this off if you speak to your computer or press keys by chance.',
};
