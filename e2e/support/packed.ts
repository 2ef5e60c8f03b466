import { resolve } from 'node:path';

/** Where the packed page of the end-to-end tests lies. */
export const packedPage = resolve('reports/e2e-packed/samples.html');

/** The address of a place in the app: below the page itself where that is a file. */
export const addressOf = (baseURL: string | undefined, place: string): string =>
  baseURL?.startsWith('file:') === true ? `${baseURL}#${place}` : `./#${place}`;
