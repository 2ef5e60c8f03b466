import type { SourceError } from '../../src/source/types.ts';
import { plain } from './io.ts';

const list = (ids: readonly string[]): string => {
  const shown = ids.slice(0, 12).map(plain).join(', ');
  return ids.length > 12 ? `${shown} and ${ids.length - 12} more` : shown;
};

/** What the command line says when something cannot be done. */
export const words = {
  bundleNotFound: (path: string) => `There is no bundle at ${plain(path)}`,
  bundleHint:
    'Name a folder, a .zip or a bundle.json. `wavegate collect` makes one from a repository.',
  notABundle: (path: string, why: string | undefined) =>
    why === undefined ? `${plain(path)} cannot be read as a bundle` : `${plain(path)}: ${why}`,
  projectNotNamed: (path: string, ids: readonly string[]) =>
    ids.length === 0
      ? `${plain(path)} lists no project`
      : `${plain(path)} holds ${ids.length} projects: ${list(ids)}`,
  revisionUnknown: (id: string, ids: readonly string[]) =>
    ids.length === 0
      ? `There is no revision ${plain(id)}`
      : `There is no revision ${plain(id)}; there is ${list(ids)}`,
  projectHint: 'Choose one with --project.',
  projectUnknown: (id: string, ids: readonly string[]) =>
    `There is no project ${plain(id)}; there is ${list(ids)}`,
  gateUnknown: (id: string, ids: readonly string[]) =>
    ids.length === 0
      ? `There is no gate ${plain(id)}: the plan has no gates`
      : `There is no gate ${plain(id)}; there is ${list(ids)}`,
  itemUnknown: (id: string, ids: readonly string[]) =>
    `There is no item ${plain(id)}; there is ${list(ids)}`,
  asOfUnreadable: (text: string) => `${plain(text)} is no instant`,
  asOfHint: 'Write it as RFC 3339, for example 2026-11-21T12:00:00Z.',
  sourceError: (path: string, { code, where, params }: SourceError) =>
    `${plain(path)} cannot be opened: ${archiveReason(params) ?? sourceReasons[code]} (${plain(where)})`,
  archiveHint: (error: SourceError) =>
    error.code.startsWith('zip-')
      ? 'Unpack it and name the folder, or pack it again with `wavegate pack`.'
      : undefined,
  zipTooMany: (count: number) => `${count} files are more than a zip file holds`,
  zipTooManyHint: 'Give the folder itself away, or store less evidence: `store: never`.',
  commandUnknown: (name: string) => `There is no command ${plain(name)}`,
  usageHint: (command: string | undefined) =>
    command === undefined
      ? '`wavegate --help` lists the commands.'
      : `\`wavegate ${plain(command)} --help\` lists what may be said.`,
  folderNotFound: (path: string) => `There is no folder ${plain(path)}`,
  internal: (message: string) => `Wavegate itself failed: ${message}`,
  internalHint:
    'This is a fault of the program. Run again with --verbose and report what it prints.',
  outputExists: (path: string) => `${plain(path)} is there already`,
  outputHint: 'Nothing is overwritten. Remove it, or name another place.',
} as const;

/** What is refused about an archive, and which entry of it. */
function archiveReason(params: SourceError['params']): string | undefined {
  const reason = String(params?.['reason'] ?? '');
  const text = Object.hasOwn(archiveReasons, reason) ? archiveReasons[reason] : undefined;
  const entry = params?.['entry'];
  return text === undefined || entry === undefined ? text : `${text}, at ${plain(String(entry))}`;
}

const archiveReasons: Readonly<Record<string, string>> = {
  zip64: 'it is a zip of the 64-bit kind, for more than 65,535 files or 4 GB, which is not read',
  path: 'the path of an entry leads out of the archive',
  link: 'an entry is a link',
  encrypted: 'an entry is encrypted',
  method: 'an entry is packed in another way than deflate',
  'several-volumes': 'it is one part of an archive of several',
};

const sourceReasons: Readonly<Record<SourceError['code'], string>> = {
  'not-found': 'a file is not there',
  unauthorised: 'it asks who you are',
  forbidden: 'it must not be read',
  unreachable: 'it cannot be reached',
  'cors-or-network': 'it cannot be reached',
  timeout: 'it takes too long',
  aborted: 'it was stopped',
  'server-error': 'the server failed',
  'too-many-requests': 'the server is busy',
  'wrong-type': 'it is of another type',
  'too-large': 'it is too large',
  'not-a-bundle': 'it holds no index.json and no bundle.json',
  'unsafe-path': 'a path leads out of it',
  'unsafe-url': 'the address is refused',
  'zip-damaged': 'the archive is damaged',
  'zip-bomb': 'the archive unpacks to more than it says',
  'zip-entry-refused': 'the archive holds an entry that is refused',
  'not-stored': 'it is not kept',
};
