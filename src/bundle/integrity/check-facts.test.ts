import { describe, expect, it } from 'vitest';
import { samples } from '../../formats/testing/samples.ts';
import type { Evidence, Fact } from '../../model/evidence.ts';
import { evidenceId, itemId, probeId } from '../../model/ids.ts';
import { sha256Hex } from '../digest.ts';
import { checkFacts } from './check-facts.ts';

const encoder = new TextEncoder();

function check(text: string, fact: Fact, path = 'evidence/a'): unknown {
  const evidence: Evidence = { id: evidenceId('a'), kind: 'k', name: 'a', path, facts: [fact] };
  const [result] = checkFacts(evidence, encoder.encode(text));
  return result?.kind === 'differs' ? [result.member, result.stated, result.found] : result?.kind;
}

const value = (
  pointer: Extract<Fact, { type: 'value' }>['pointer'],
  is: string | number | boolean | null,
): Fact => ({
  type: 'value',
  pointer,
  value: is,
});

describe('checkFacts', () => {
  it('looks values up in JSON, YAML, tables and lines', () => {
    const json = { kind: 'json', pointer: '/budget/daily' } as const;
    expect(check(samples.json, value(json, 450))).toBe('agrees');
    expect(check(samples.json, value(json, 451))).toEqual(['value', '451', '450']);
    expect(check(samples.yaml, value(json, 450), 'a.yaml')).toBe('agrees');
    expect(check(samples.json, value({ kind: 'json', pointer: '/gone' }, 1))).toEqual([
      'value',
      '1',
      '',
    ]);
    const cell = { kind: 'cell', row: 2, column: 'value' } as const;
    expect(check(samples.csv, value(cell, '1,5'), 'a.csv')).toBe('agrees');
    expect(check(samples.csv, value({ ...cell, row: 9 }, 1), 'a.csv')).toEqual(['value', '1', '']);
    const lines = { kind: 'lines', from: 2, to: 2 } as const;
    expect(check(samples.text, value(lines, 'two'), 'a.txt')).toBe('agrees');
    expect(check(samples.text, value(lines, 'plain'), 'a.txt')).toEqual([
      'value',
      'plain',
      'in two lines',
    ]);
    expect(check(samples.text, value({ kind: 'whole' }, 'x'), 'a.txt')).toBe('unchecked');
  });

  it('derives shares of coverage again', () => {
    const pointer = { kind: 'rows', from: 1, to: 15, column: 'lines' } as const;
    expect(check(samples.lcov, value(pointer, 50))).toBe('agrees');
    expect(check(samples.lcov, value(pointer, 90))).toEqual(['value', '90', '50']);
  });

  it('counts tests again, case by case', () => {
    const fact = { type: 'tests', total: 4, passed: 2, failed: 1, skipped: 1, flaky: 1 } as const;
    expect(check(samples.junit, fact)).toBe('agrees');
    expect(check(samples.junit, { ...fact, passed: 3 })).toEqual(['passed', '3', '2']);
    const refuses = { name: 'refuses', suite: 'orders' } as const;
    expect(check(samples.junit, { ...fact, cases: [{ ...refuses, outcome: 'failed' }] })).toBe(
      'agrees',
    );
    expect(check(samples.junit, { ...fact, cases: [{ ...refuses, outcome: 'passed' }] })).toEqual([
      'cases',
      'refuses: passed',
      'refuses: failed',
    ]);
    const twice = [
      { ...refuses, outcome: 'failed' },
      { ...refuses, outcome: 'failed' },
    ] as const;
    expect(check(samples.junit, { ...fact, cases: twice })).toEqual(['cases', 'refuses', '']);
    expect(check(samples.json, fact)).toBe('unchecked');
  });

  it('measures files again, when they are the evidence', () => {
    const fact = { type: 'file', path: 'a.csv', exists: true, lines: 3, rows: 2 } as const;
    expect(check(samples.csv, fact, 'a.csv')).toBe('agrees');
    expect(check(samples.csv, { ...fact, lines: 4 }, 'a.csv')).toEqual(['lines', '4', '3']);
    expect(check(samples.csv, { ...fact, rows: 3 }, 'a.csv')).toEqual(['rows', '3', '2']);
    expect(check(samples.csv, { ...fact, columns: ['time'] }, 'a.csv')).toEqual([
      'columns',
      '["time"]',
      '["time","value"]',
    ]);
    const digest = sha256Hex(encoder.encode(samples.csv));
    expect(check(samples.csv, { ...fact, digest }, 'a.csv')).toBe('agrees');
    expect(check(samples.csv, { ...fact, digest: '00' }, 'a.csv')).toEqual([
      'digest',
      '00',
      digest,
    ]);
    expect(check(samples.csv, fact, 'measured.csv')).toBe('unchecked');
  });

  it('reads statements again, and never who signed them', () => {
    const fact = {
      type: 'attestation',
      predicateType: 'https://slsa.dev/verification_summary/v1',
      subjects: [{ name: 'SHA256SUMS', sha256: 'ab'.repeat(32) }],
      result: 'passed',
      signer: 'anybody',
    } as const;
    expect(check(samples.dsse, fact)).toBe('agrees');
    expect(check(samples.dsse, { ...fact, result: 'failed' })).toEqual([
      'result',
      'failed',
      'passed',
    ]);
    expect(check(samples.dsse, { ...fact, predicateType: 'x' })).toEqual([
      'predicateType',
      expect.any(String),
      expect.any(String),
    ]);
    expect(check(samples.dsse, { ...fact, subjects: [] })).toEqual([
      'subjects',
      expect.any(String),
      expect.any(String),
    ]);
  });

  it('compares observations, rehearsals and reports with what was written', () => {
    const at = '2026-03-01T10:00:00Z';
    const observation = {
      type: 'observation',
      probe: probeId('p'),
      at,
      value: 3,
      pointer: { kind: 'json', pointer: '/n' },
    } as const;
    expect(check('{"n":3}', observation)).toBe('agrees');
    expect(check('{"n":4}', observation)).toEqual(['value', '3', '4']);
    const rehearsal = {
      type: 'rehearsal',
      step: itemId('s'),
      at,
      entry: { rows: 1 },
      exit: { rows: 1 },
      pointer: { kind: 'json', pointer: '/exit' },
    } as const;
    expect(check('{"entry":{"rows":1},"exit":{"rows":1}}', rehearsal)).toBe('agrees');
    expect(check('{"entry":{"rows":1},"exit":{"rows":2}}', rehearsal)).toEqual([
      'exit',
      '{"rows":1}',
      '{"rows":2}',
    ]);
    expect(check('{"entry":{"rows":0},"exit":{"rows":1}}', rehearsal)).toEqual([
      'entry',
      expect.any(String),
      expect.any(String),
    ]);
    const report = { type: 'report', step: itemId('s'), fields: { committed: false } } as const;
    expect(check('{"fields":{"committed":false}}', report)).toBe('agrees');
    expect(check('{"committed":true}', report)).toEqual(['committed', 'false', 'true']);
    expect(check('words', report)).toBe('unchecked');
  });
});
