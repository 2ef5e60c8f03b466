import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../bundle/problem-codes.ts';
import { problemSentences } from './problems.ts';

describe('wording of problems', () => {
  it('has a sentence for every problem that reading can report, and for no other', () => {
    expect(Object.keys(problemSentences).sort()).toEqual(Object.keys(problemCodes).sort());
  });

  it.each(Object.entries(problemCodes))('%s names its parameters', (code, { params }) => {
    const values = Object.fromEntries(params.map((name) => [name, `‹${name}›`]));
    const sentence = problemSentences[code]?.what(values) ?? '';
    expect(sentence).not.toContain('undefined');
    expect(sentence.length).toBeGreaterThan(5);
    expect(problemSentences[code]?.remedy).toMatch(/[.]$/);
  });
});
