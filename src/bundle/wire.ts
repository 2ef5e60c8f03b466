/** A file with an evidence record on each line. */
export interface EvidenceCollection {
  /** Relative path inside the bundle. */
  readonly path: string;
  readonly count?: number;
  readonly sha256?: string;
}

/** One project as `index.json` lists it; the same shape as the listing of a source. */
export interface IndexProject {
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
