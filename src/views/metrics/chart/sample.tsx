import type { ReactNode } from 'react';
import { type SeriesFace, seriesFaces } from './chart-model.ts';
import { markCorners } from './paint.ts';

/** A short piece of a series, for a legend. */
export function Sample({
  face = seriesFaces[0],
  colour,
}: {
  readonly face?: SeriesFace | undefined;
  readonly colour: string;
}): ReactNode {
  const { dash, mark } = face ?? { dash: '', mark: 'circle' };
  return (
    <svg width={34} height={12} viewBox="0 0 34 12" aria-hidden="true">
      <line x1={1} x2={33} y1={6} y2={6} stroke={colour} strokeWidth={1.5} strokeDasharray={dash} />
      {mark === 'circle' ? (
        <circle cx={17} cy={6} r={3} fill={colour} />
      ) : (
        <polygon
          points={markCorners(mark, 17, 6, 3)
            .map((corner) => corner.join(','))
            .join(' ')}
          fill={colour}
        />
      )}
    </svg>
  );
}
