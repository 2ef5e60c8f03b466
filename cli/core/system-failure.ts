import { CliFailure } from './failure.ts';
import { plain } from './io.ts';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  EACCES: 'it must not be read or written by you',
  EPERM: 'it must not be read or written by you',
  EROFS: 'nothing can be written there',
  ENOSPC: 'there is no room left',
  EMFILE: 'too many files are open',
  EADDRINUSE: 'it is taken by another program',
  EADDRNOTAVAIL: 'this machine does not have it',
};

/** What the system refused, in words and with its place; nothing for a fault of the program itself. */
export function systemFailure(cause: unknown): CliFailure | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  const code = String(cause.code);
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (sentence === undefined) return undefined;
  const { path, address, port } = cause as NodeJS.ErrnoException & {
    readonly address?: string;
    readonly port?: number;
  };
  const where = path ?? (port === undefined ? undefined : `${address ?? ''}:${port}`);
  if (where === undefined) return undefined;
  return new CliFailure('system', `${plain(where)}: ${sentence}`, {
    hint: port === undefined ? 'Name another place.' : 'Name another one with --port.',
  });
}
