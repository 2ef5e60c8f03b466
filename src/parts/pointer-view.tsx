import type { ReactNode } from 'react';
import { visibleText } from '../lib/text/visible.ts';
import type { Pointer } from '../model/common.ts';
import { usePointerWords } from './wording/pointers.ts';

/** `junit/tools.xml · line 212`: which evidence, and where in it. */
export function PointerText({
  evidence,
  pointer,
}: {
  readonly evidence: string;
  readonly pointer?: Pointer | undefined;
}): ReactNode {
  const words = usePointerWords();
  const place = pointer === undefined ? '' : words.place(pointer);
  return <bdi>{visibleText(place === '' ? evidence : `${evidence} · ${place}`)}</bdi>;
}
