import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectContent } from '../model/project.ts';
import { parsePlan } from './parse-plan.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const wire = (content: ProjectContent): unknown => ({ wavegate: '1.0.0', ...content });

describe('parsePlan', () => {
  it('reads back any valid content whole', () => {
    fc.assert(
      fc.property(arbitraryContent(), (content) => {
        const parsed = parsePlan(bytesOf(wire(content)), 'bundle.json');
        expect(parsed.content).toEqual(content);
        expect(parsed.unknownCritical).toEqual([]);
      }),
    );
  });
});
