import type { Deliverable } from '../../../src/model/contract.ts';
import { BUILT } from './deliverables-built.ts';
import { SHOWN } from './deliverables-shown.ts';
import { at, deliverable, measurement, phase, workPackage } from './names.ts';
import { FORBIDDEN } from './patterns.ts';

/** The 22 files of the contract. A table of data counts its rows, everything else its lines. */
export const DELIVERABLES: readonly Deliverable[] = [...BUILT, ...SHOWN].map((text) => ({
  id: deliverable(text.number),
  number: String(text.number),
  title: text.title,
  path: text.path,
  category: text.category,
  kind: text.kind,
  purpose: text.purpose,
  ...(text.min === undefined || text.max === undefined
    ? {}
    : { lines: { min: text.min, max: text.max, count: 'physical' as const } }),
  ...(text.minRows === undefined ? {} : { minRows: text.minRows }),
  ...(text.columns === undefined ? {} : { columns: text.columns }),
  ...(text.required === undefined ? {} : { required: text.required }),
  forbidden: FORBIDDEN,
  ...(text.minCounts === undefined ? {} : { minCounts: text.minCounts }),
  ...(text.contains === undefined
    ? {}
    : {
        mustContain: text.contains.flatMap(([kind, names]) =>
          names.map((name) => ({ kind, name })),
        ),
      }),
  ...(text.requirements === undefined ? {} : { requirements: text.requirements }),
  item: text.package === undefined ? phase(1) : workPackage(text.package),
  measuredBy: measurement(text.number),
  source: at(text.line),
}));
