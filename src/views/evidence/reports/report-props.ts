import type { Pointer } from '../../../model/common.ts';

/** What every viewer of a report gets. */
export interface ReportProps<R> {
  readonly name: string;
  readonly report: R;
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}
