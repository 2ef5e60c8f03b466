import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../bundle/problem-codes.ts';
import { problemSentences as german } from './problems-de.ts';
import { problemSentences as english } from './problems-en.ts';

describe.each([
  ['English', english],
  ['German', german],
])('wording of problems in %s', (_language, sentences) => {
  it('has a sentence for every problem that reading can report, and for no other', () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(problemCodes).sort());
  });

  it.each(Object.entries(problemCodes))('%s names its parameters', (code, { params }) => {
    const values = Object.fromEntries(params.map((name) => [name, `‹${name}›`]));
    const sentence = sentences[code]?.what(values) ?? '';
    expect(sentence).not.toContain('undefined');
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentences[code]?.remedy).toMatch(/[.]$/);
  });
});
