import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ResolvedColours } from '../../ui/token-reader.ts';
import { Camera } from './camera.ts';
import { followViewport } from './canvas-follower.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import type { Scene } from './paint.ts';
import { RouteTable } from './route-table.ts';

const layout: DrawingLayout = {
  direction: 'right',
  left: 0,
  top: 0,
  width: 9_000,
  height: 9_000,
  boxes: new Map(),
  routes: new RouteTable({ offsets: new Int32Array(1), points: new Float64Array() }),
};
const scene: Scene = { groups: [], items: [], edges: [] };
const shade = { fg: '', soft: '', line: '' };
const colours: ResolvedColours = {
  tokens: {
    ground: '',
    surface: '',
    sunken: '',
    text: '',
    'text-muted': '',
    'text-faint': '',
    line: '',
    'line-strong': '',
    accent: '',
    'accent-soft': '',
    'accent-line': '',
  },
  states: {
    stopped: shade,
    contradicted: shade,
    failed: shade,
    unknown: shade,
    stale: shade,
    missing: shade,
    blocked: shade,
    'in-progress': shade,
    ready: shade,
    waived: shade,
    passed: shade,
    'not-reached': shade,
    deferred: shade,
  },
};

/** A painter that says what it was asked, and takes two steps for what is slow. */
function stage(isSlow: boolean) {
  const done: string[] = [];
  const camera = new Camera(layout, { width: 800, height: 600 });
  const follows = followViewport(
    camera,
    {
      show: () => true,
      isSlow: () => isSlow,
      draw: (_, __, ___, isMoving) => {
        done.push(isMoving ? 'moved' : 'painted');
        return isMoving ? 'kept' : 'painted';
      },
      *drawInSteps() {
        yield () => done.push('first half');
        yield () => done.push('second half');
      },
      *prepare() {
        yield () => done.push('prepared');
      },
    },
    () => done.push('told'),
  );
  return { camera, follows, done };
}

const oneFrame = () => vi.advanceTimersByTime(17);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a canvas that follows the viewport', () => {
  it('paints a large drawing in steps, and says so when all of it stands', () => {
    const { done, follows } = stage(true);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(60);
    expect(done).toEqual(['first half', 'second half', 'told']);
    vi.advanceTimersByTime(600);
    expect(done.slice(3)).toEqual(['prepared']);
    follows.stop();
  });

  it('paints a small one at once with the next frame', () => {
    const { done, follows } = stage(false);
    expect(done).toEqual([]);
    oneFrame();
    expect(done).toEqual(['painted', 'told']);
    follows.stop();
  });

  it('shows new verdicts in the task in which they come, and what React has made with the next frame', () => {
    const { done, follows } = stage(true);
    follows.show(scene, colours);
    expect(done).toEqual(['painted', 'told']);
    follows.showSoon(scene, colours);
    expect(done).toHaveLength(2);
    vi.advanceTimersByTime(60);
    expect(done.slice(2)).toEqual(['first half', 'second half', 'told']);
    follows.stop();
  });

  it('moves what is there while the reader moves, and paints anew in steps at rest', () => {
    const { done, follows, camera } = stage(true);
    vi.advanceTimersByTime(60);
    camera.report({ x: 5 });
    oneFrame();
    expect(done.slice(3)).toEqual(['moved']);
    vi.advanceTimersByTime(200);
    expect(done.slice(4)).toEqual(['first half', 'second half', 'told']);
    follows.stop();
  });

  it('moves nothing where only another node stands there, and ends when it is stopped', () => {
    const { done, follows, camera } = stage(true);
    vi.advanceTimersByTime(60);
    camera.report({ mounted: new Set(['a']) });
    vi.advanceTimersByTime(60);
    expect(done.slice(3)).toEqual(['first half', 'second half', 'told']);
    follows.showSoon(scene, colours);
    follows.stop();
    vi.advanceTimersByTime(900);
    expect(done).toHaveLength(6);
  });
});
