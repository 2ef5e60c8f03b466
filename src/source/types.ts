import type { Result } from '../lib/result.ts';

/** What the user or the deployment named. Serialisable: it travels to the worker and into links. */
export type SourceRef =
  /** A folder with `index.json`, a `bundle.json`, or a `.zip`, by absolute or page-relative URL. */
  | { readonly kind: 'static'; readonly url: string }
  /** A server that speaks the resource tree of the static layout. */
  | { readonly kind: 'api'; readonly url: string }
  /** Files that were dropped on the page; kept in this browser under the id. */
  | { readonly kind: 'local'; readonly id: string };

/** One project as the index lists it, before its bundle is opened. */
export interface ProjectListing {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly sample?: boolean;
  /** Newest first. */
  readonly revisions: readonly {
    readonly id: string;
    readonly createdAt?: string;
    readonly label?: string;
    /** Path of the bundle's folder or file, relative to the index. */
    readonly path: string;
  }[];
}

/** Why bytes could not be had. The interface words it and says what to do. */
export interface SourceError {
  readonly code:
    | 'not-found'
    | 'unauthorised'
    | 'forbidden'
    | 'unreachable'
    | 'cors-or-network'
    | 'timeout'
    | 'aborted'
    | 'server-error'
    | 'too-many-requests'
    | 'wrong-type'
    | 'too-large'
    | 'not-a-bundle'
    | 'unsafe-path'
    | 'unsafe-url'
    | 'zip-damaged'
    | 'zip-bomb'
    | 'zip-entry-refused'
    | 'not-stored';
  /** Address or path. */
  readonly where: string;
  readonly status?: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

export interface FilePart {
  readonly bytes: Uint8Array;
  /** Of the whole file. */
  readonly size: number;
}

/**
 * The port behind which every kind of source looks the same. Paths are relative POSIX paths inside
 * one opened bundle and are refused when they leave it. Content is `unknown` bytes.
 */
export interface EvidenceSource {
  /** The projects, parsed leniently from `index.json`; a lone bundle gives one listing. */
  readonly list: (signal?: AbortSignal) => Promise<Result<readonly ProjectListing[], SourceError>>;
  /** Opens one revision; without `revisionId` the newest. */
  readonly open: (
    projectId: string,
    revisionId?: string,
    signal?: AbortSignal,
  ) => Promise<Result<BundleFiles, SourceError>>;
  /** Absent where nothing changes by itself. */
  readonly live?: LiveSource;
}

/** How sure it is that what is shown is what the server has. */
export type SourceHealth =
  /** Confirmed by the server. `at`: milliseconds since the epoch. */
  | { readonly state: 'fresh'; readonly at: number }
  /** The last good answers are shown; `since` is when the server last confirmed them. */
  | { readonly state: 'stale'; readonly since: number; readonly error: SourceError }
  /** The server wants to know who asks; what is kept is shown meanwhile. */
  | { readonly state: 'unauthorised'; readonly since?: number; readonly error: SourceError };

/** What a source tells without being asked. */
export type SourceNews =
  | {
      readonly kind: 'revision';
      readonly project: string;
      readonly revision: string;
      readonly change: 'added' | 'changed' | 'removed';
      readonly label?: string;
    }
  /** The list of projects is another one. */
  | { readonly kind: 'projects' }
  | { readonly kind: 'health'; readonly health: SourceHealth };

/** What only a server can do. */
export interface LiveSource {
  /** Follows what changes until the answer is called. */
  readonly follow: (listener: (news: SourceNews) => void) => () => void;
  /** Kept in memory, sent as `Authorization: Bearer`. `undefined` forgets it. */
  readonly signIn: (token: string | undefined) => void;
  /**
   * The newest revision of the project may be another one from now on, and what is read from now on is
   * asked of the server first. Absent: of every project.
   */
  readonly moveOn: (project?: string) => void;
  /** Stops reading what nobody waits for any longer. */
  readonly leave: (project: string) => void;
}

/**
 * Watches a file on its way: called whenever an answer begins, since one that breaks off is asked for
 * again. What it gives is called with all bytes that have come and, where it is known, with how many
 * there will be. They may yet turn out to be cut off or not to be what was announced.
 */
export type Arriving = () => (bytes: Uint8Array, total?: number) => void;

/** The files of one bundle. */
export interface BundleFiles {
  /** Human-readable origin: address, file name. */
  readonly origin: string;
  readonly read: (
    path: string,
    options?: {
      readonly signal?: AbortSignal;
      readonly maxBytes?: number;
      readonly onProgress?: (loaded: number, total?: number) => void;
      /** Never called where files do not come bit by bit, or where nobody may see them before the end. */
      readonly arriving?: Arriving;
    },
  ) => Promise<Result<SourceFile, SourceError>>;
  /**
   * Bytes of a file from one offset up to another, without the rest; absent where a file is read whole
   * or not at all. What is only a part proves nothing: nothing is judged from it.
   */
  readonly readPart?: (
    path: string,
    from: number,
    to: number,
    signal?: AbortSignal,
  ) => Promise<Result<FilePart, SourceError>>;
  /** All paths, where the source knows them (zip, folder); absent over HTTP. */
  readonly paths?: readonly string[];
}
