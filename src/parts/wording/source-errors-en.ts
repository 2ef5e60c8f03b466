import type { OpenFailure } from '../../queries/session-types.ts';

type SourceError = Extract<OpenFailure, { kind: 'source' }>['error'];

/** What went wrong and what to do, for every way in which bytes can fail to arrive. */
export interface SourceErrorWords {
  readonly what: (error: SourceError) => string;
  readonly remedy: (error: SourceError) => string;
}

const what: Readonly<Record<SourceError['code'], (error: SourceError) => string>> = {
  'not-found': () => 'There is nothing at this address.',
  unauthorised: () => 'The server wants to know who is asking.',
  forbidden: () => 'The server does not let you see this.',
  unreachable: ({ params }) => {
    switch (params?.['reason']) {
      case 'cut-off':
        return 'The answer broke off before its end.';
      case 'other-digest':
        return 'Other bytes came than the server announced.';
      default:
        return 'The server cannot be reached.';
    }
  },
  'cors-or-network': () =>
    'The browser could not read this address: the network failed, or the server does not allow other pages to read it.',
  timeout: () => 'The server did not answer in time.',
  aborted: () => 'Reading was stopped.',
  'server-error': ({ status }) =>
    status === undefined ? 'The server failed.' : `The server failed with status ${status}.`,
  'too-many-requests': () => 'The server asks for fewer requests.',
  'wrong-type': () => 'This is not bundle data; it looks like a web page.',
  'too-large': () => 'This is larger than a bundle may be.',
  'not-a-bundle': () => 'There is no bundle.json in it.',
  'unsafe-path': () => 'A path leads out of the bundle.',
  'unsafe-url': () => 'This address is not one that Wavegate opens.',
  'zip-damaged': () => 'The archive is damaged.',
  'zip-bomb': () => 'The archive unpacks to far more than it claims.',
  'zip-entry-refused': () => 'The archive holds an entry that is refused.',
  'not-stored': () => 'This bundle is not kept in this browser.',
};

const remedy: Readonly<Record<SourceError['code'], string>> = {
  'not-found': 'Check the address, and that the folder holds index.json or bundle.json.',
  unauthorised: 'Sign in to the server in this browser, or ask for a token, and try again.',
  forbidden: 'Ask the owner of the bundle for access.',
  unreachable: 'Check that the server runs and that you are on the right network, then try again.',
  'cors-or-network':
    'Open the address in a new tab. If it opens there, the server must send Access-Control-Allow-Origin for this page; or download the bundle and drop it here.',
  timeout: 'Try again. If it keeps failing, download the bundle and drop it here.',
  aborted: 'Try again when you want to go on.',
  'server-error': 'Try again in a moment. The address and status help whoever runs the server.',
  'too-many-requests': 'Wait a minute and try again.',
  'wrong-type':
    'Name the folder of the bundle, its bundle.json, or a .zip. A page that shows the file is not the file.',
  'too-large': 'A bundle may have 256 MiB. Move large evidence out and refer to it by address.',
  'not-a-bundle': 'Drop the folder or archive whose top level holds bundle.json or index.json.',
  'unsafe-path': 'Paths in a bundle are relative and never contain “..”. Make the bundle anew.',
  'unsafe-url': 'Use an http or https address without a user name in it.',
  'zip-damaged': 'Download or make the archive again.',
  'zip-bomb': 'Make the archive anew with ordinary compression.',
  'zip-entry-refused':
    'Archives may hold plain files with relative, unique names only: no links, no “..”.',
  'not-stored': 'Drop the folder, bundle.json or .zip on this page again.',
};

export const en: SourceErrorWords = {
  what: (error) => what[error.code](error),
  remedy: (error) => remedy[error.code],
};
