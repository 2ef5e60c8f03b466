import type { ItemState } from '../../../gates/types.ts';
import type { StateTone } from '../../../ui/state.ts';
import type { EdgeStanding } from '../edge-look.ts';
import type { MarkKind } from '../node-mark.ts';

/** What the picture says in words; all of it is escaped here. */
export interface SvgWords {
  readonly title: string;
  /** Lines under the title: the bundle, the instant, that it is a sample. */
  readonly remarks: readonly string[];
  /** Set off above the drawing: that it is a scenario, or compared. */
  readonly notes: readonly string[];
  /** The notes say that what is marked is nowhere recorded. */
  readonly isSupposed: boolean;
  readonly standing: Readonly<Record<EdgeStanding, string>>;
  readonly tone: Readonly<Partial<Record<StateTone, string>>>;
  readonly merged: string;
  readonly ghost: string;
  readonly mark: Readonly<Record<MarkKind, string>>;
  /** Takes the word as it stands alone. */
  readonly was: (state: string) => string;
  readonly state: Readonly<Record<ItemState, string>>;
}
