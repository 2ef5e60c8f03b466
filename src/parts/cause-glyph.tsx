import type { ReactNode } from 'react';
import type { CauseRow } from '../derive/types.ts';
import type { StateTone } from '../ui/state.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { conditionTone, itemTone } from './tones.ts';
import { useStateWords } from './wording/states.ts';

const tones: Readonly<Record<CauseRow['verdict'], StateTone>> = { ...itemTone, ...conditionTone };

/** The state of a cause: of its condition or of its item. */
export function CauseGlyph({ cause }: { readonly cause: CauseRow }): ReactNode {
  const words = useStateWords();
  const labels: Readonly<Record<CauseRow['verdict'], string>> = {
    ...words.item,
    ...words.condition,
  };
  return <StateGlyph tone={tones[cause.verdict]} label={labels[cause.verdict]} />;
}
