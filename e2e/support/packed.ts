/** The address of a place in the app: below the page itself where that is a file. */
export const addressOf = (baseURL: string | undefined, place: string): string =>
  baseURL?.startsWith('file:') === true ? `${baseURL}#${place}` : `./#${place}`;
