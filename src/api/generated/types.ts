/* Made by `npm run generate:api` from docs/api/openapi.yaml. */

export type Sha256 = string;
export type DeltaPart =
  | {
      /**
       * Offset in the old document, and how many bytes.
       *
       * @minItems 2
       * @maxItems 2
       */
      copy: [number, number];
    }
  | {
      /**
       * Bytes that are new.
       */
      insert: string;
    };

export interface Index {
  /**
   * Version of the format.
   */
  wavegate?: string;
  projects: ListedProject[];
}
export interface ListedProject {
  id: string;
  title: string;
  description?: string;
  sample?: boolean;
  /**
   * Newest first.
   */
  revisions: ListedRevision[];
  /**
   * Cursor of the revisions that are not listed here.
   */
  next?: string;
}
export interface ListedRevision {
  id: string;
  createdAt?: string;
  label?: string;
  /**
   * Relative to the root.
   */
  path: string;
}
export interface RevisionPage {
  revisions: ListedRevision[];
  /**
   * Absent on the last page.
   */
  next?: string;
}
export interface Delta {
  from: Content;
  to: Content;
  parts: DeltaPart[];
}
export interface Content {
  sha256: Sha256;
  size: number;
}
export interface PlanSlice {
  offset: number;
  /**
   * Items in the plan, or children of `parent`.
   */
  total: number;
  items: {}[];
  /**
   * In which an item of the slice waits.
   */
  dependencies: {}[];
  /**
   * That guard an item of the slice.
   */
  gates: {}[];
}
export interface VerdictSlice {
  asOf: string;
  offset: number;
  totalGates: number;
  totalItems: number;
  gates: {
    id: string;
    verdict: 'passed' | 'failed' | 'unknown' | 'stale' | 'missing';
    reason?: string;
  }[];
  items: {
    id: string;
    state: 'complete' | 'contradicted' | 'stopped' | 'failed' | 'in-progress' | 'ready' | 'blocked' | 'deferred';
  }[];
}
export interface Points {
  metric: string;
  unit: string;
  /**
   * Points in the data, within the range.
   */
  total: number;
  /**
   * Milliseconds since the epoch.
   */
  t: number[];
  v: (number | null)[];
}
export interface Hello {
  /**
   * Another one means that the numbers begin anew.
   */
  epoch: string;
  /**
   * The last event so far.
   */
  sequence: number;
  /**
   * The server's clock.
   */
  time: string;
}
export interface Changed {
  sequence: number;
  project: string;
  /**
   * Absent for `removed` projects.
   */
  revision?: string;
  kind: 'added' | 'changed' | 'removed';
  label?: string;
  createdAt?: string;
}
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
}
