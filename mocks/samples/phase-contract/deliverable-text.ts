import type { Deliverable, PatternRule } from '../../../src/model/contract.ts';
import type { PackageName } from './names.ts';

/** What the document says of one file. */
export interface DeliverableText {
  readonly number: number;
  readonly title: string;
  readonly path: string;
  readonly category: string;
  readonly kind: string;
  readonly purpose: string;
  readonly min?: number;
  readonly max?: number;
  readonly minRows?: number;
  readonly columns?: readonly string[];
  readonly required?: readonly PatternRule[];
  readonly minCounts?: Deliverable['minCounts'];
  readonly contains?: readonly (readonly [kind: string, names: readonly string[]])[];
  readonly requirements?: readonly string[];
  readonly package?: PackageName;
  readonly line: number;
}
