import { describe, expect, it } from 'vitest';
import { generatePlan, scaled } from '../../bench/plans/generate.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import type { Result } from '../lib/result.ts';
import type { Arriving, EvidenceSource, SourceError, SourceFile } from '../source/types.ts';
import { createSession } from './session.ts';
import { request } from './testing/memory-source.ts';

const whole = planBytes(false);
const failure: SourceError = {
  code: 'unreachable',
  where: 'memory/',
  params: { reason: 'cut-off' },
};

function planBytes(sample: boolean): Uint8Array {
  const { sample: _, ...content } = generatePlan(scaled(1_000, 1));
  const plan = sample ? { ...content, sample } : content;
  const bytes = writeBundle(plan, { splitEvidence: true }).get('bundle.json');
  if (bytes === undefined) throw new Error('The writer has written nothing');
  return bytes;
}

/** A host whose plans arrive when the test says so; nothing else is there. */
function slowHost() {
  const asked: { arriving: Arriving | undefined; end: (file: Uint8Array | SourceError) => void }[] =
    [];
  const read = (path: string, options?: { readonly arriving?: Arriving }) =>
    new Promise<Result<SourceFile, SourceError>>((resolve) => {
      if (path !== 'bundle.json') {
        resolve({ ok: false, error: { code: 'not-found', where: path } });
        return;
      }
      const end = (found: Uint8Array | SourceError): void =>
        resolve(
          'code' in found
            ? { ok: false, error: found }
            : { ok: true, value: { path, bytes: found } },
        );
      asked.push({ arriving: options?.arriving, end });
    });
  const source: EvidenceSource = {
    list: async () => ({ ok: true, value: [] }),
    open: async () => ({ ok: true, value: { origin: 'memory/', read } }),
  };
  return { asked, session: createSession({ openSource: () => source }) };
}

/** The plan is asked for, and three quarters of it arrive. */
async function begun(bytes = whole) {
  const { asked, session } = slowHost();
  const coming = session.structure(request('any'));
  await expect.poll(() => asked.length).toBe(1);
  const [first] = asked;
  first?.arriving?.()(bytes.subarray(0, Math.floor(bytes.length * 0.75)), bytes.length);
  return {
    asked,
    session,
    structure: await coming,
    end: (found: Uint8Array | SourceError) => first?.end(found),
  };
}

describe('a plan that is drawn while it arrives', () => {
  it('is the same that the whole gives', async () => {
    const { session, structure, end } = await begun();
    if (!structure.ok) throw new Error('no structure');
    expect(structure.value.items).toHaveLength(1_000);
    const snapshot = session.snapshot(request('any'));
    end(whole.slice());
    expect(await snapshot).toMatchObject({ ok: true, value: { items: { length: 1_000 } } });
  });

  it('does not say that it is real where it may yet be called a sample', async () => {
    const { structure } = await begun();
    expect(structure.ok && 'sample' in structure.value).toBe(false);
    const sample = await begun(planBytes(true));
    expect(sample.structure).toMatchObject({ ok: true, value: { sample: true } });
  });

  it('is a fault when the rest does not come, and is asked for anew', async () => {
    const { asked, session, end } = await begun();
    const snapshot = session.snapshot(request('any'));
    end(failure);
    expect(await snapshot).toEqual({ ok: false, error: { kind: 'source', error: failure } });
    const again = session.snapshot(request('any'));
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.end(whole);
    expect(await again).toMatchObject({ ok: true });
  });

  it('is a fault when another plan comes than the one that began', async () => {
    const { session, end } = await begun();
    const snapshot = session.snapshot(request('any'));
    const text = new TextDecoder().decode(whole).replace('"W-7"', '"W-8"');
    end(new TextEncoder().encode(text));
    expect(await snapshot).toEqual({ ok: false, error: { kind: 'source', error: failure } });
  });
});
