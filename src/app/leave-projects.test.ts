import { describe, expect, it } from 'vitest';
import { type Going, leaveProjects } from './leave-projects.ts';

describe('leaving a project', () => {
  it('is told once for each, whatever pages were visited in between', () => {
    const left: unknown[] = [];
    let go: (going: Going) => void = () => undefined;
    leaveProjects(
      {
        subscribe: (_, listener) => {
          go = listener;
        },
      },
      {
        leave: async (source, project) => {
          left.push([source.kind, project]);
        },
      },
      { kind: 'static', url: 'bundles/' },
    );
    const to = (pathname: string, source?: string): void =>
      go({ toLocation: { pathname, search: { source } } });
    to('/');
    to('/p/one/overview');
    to('/p/one/gates');
    expect(left).toEqual([]);
    to('/p/t%C3%BCr/gates', 'api:https://a.example/');
    expect(left).toEqual([['static', 'one']]);
    to('/p/t%C3%BCr/gates');
    expect(left.at(-1)).toEqual(['api', 'tür']);
    to('/projects');
    expect(left.at(-1)).toEqual(['static', 'tür']);
    expect(left).toHaveLength(3);
  });
});
