import { expect, it } from 'vitest';
import { paintMinimap } from './minimap.tsx';
import type { NodeFace } from './node-face.ts';

it('fades what the drawing fades, and paints what is lit on top', () => {
  const face = (id: string): [string, NodeFace] => [
    id,
    {
      kind: 'item',
      id,
      title: id,
      tone: 'passed',
      state: undefined,
      pips: [],
      met: 0,
      inside: undefined,
      tally: undefined,
    },
  ];
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const painted: [number, number][] = [];
  const context = {
    fillStyle: '',
    globalAlpha: 1,
    fillRect(x: number) {
      painted.push([x, this.globalAlpha]);
    },
  };
  paintMinimap(
    context,
    {
      boxes: new Map([
        ['lit', box],
        ['faded', { ...box, x: 5 }],
      ]),
    },
    new Map([face('lit'), face('faded')]),
    {
      scale: 1,
      read: { matching: new Set(['lit']), focus: undefined },
      colourOf: ({ tone }) => tone,
    },
  );
  expect(painted.map(([x]) => x)).toEqual([5, 0]);
  expect(painted[0]?.[1]).toBeLessThan(painted[1]?.[1] ?? 0);
});
