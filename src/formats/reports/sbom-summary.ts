import type { Pointer, Timestamp } from '../../model/common.ts';

/** What a bill of materials lists: CycloneDX or SPDX. */
export interface SbomSummary {
  readonly family: 'sbom';
  readonly standard: 'cyclonedx' | 'spdx';
  readonly version: string;
  /** What the bill is about. */
  readonly subject?: { readonly name: string; readonly version?: string };
  readonly serial?: string;
  readonly createdAt?: Timestamp;
  readonly tools: readonly string[];
  /** In the order of the file; inner components follow the one that holds them. */
  readonly components: readonly SbomComponent[];
  readonly dependencies: readonly SbomDependency[];
  readonly vulnerabilities: readonly SbomVulnerability[];
  /** How often each licence is stated, most frequent first. */
  readonly licences: readonly { readonly licence: string; readonly components: number }[];
  /** Components without any licence stated. */
  readonly unlicensed: number;
}

export interface SbomComponent {
  readonly id?: string;
  readonly name: string;
  readonly version?: string;
  /** `library`, `application`, `service`, `package`… as the format has it. */
  readonly type: string;
  readonly group?: string;
  readonly purl?: string;
  readonly licences: readonly string[];
  readonly digests: readonly { readonly algorithm: string; readonly value: string }[];
  /** Index of the component that holds it. */
  readonly parent?: number;
  readonly pointer: Pointer;
}

export interface SbomDependency {
  /** Ids of components. */
  readonly from: string;
  readonly to: string;
  readonly relation: string;
}

export interface SbomVulnerability {
  readonly id: string;
  readonly severity?: string;
  /** VEX: `exploitable`, `not_affected`… as written. */
  readonly state?: string;
  readonly justification?: string;
  readonly affects: readonly string[];
  readonly pointer: Pointer;
}
