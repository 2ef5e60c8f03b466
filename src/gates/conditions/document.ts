import type { DocumentCondition } from '../../model/condition.ts';
import type { PlanDocument } from '../../model/document.ts';
import type { DocumentId } from '../../model/ids.ts';
import type { Project } from '../../model/project-index.ts';
import { admit, allNamed } from '../admission.ts';
import type { Handler } from '../handler.ts';
import { judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import { quantity } from './value.ts';

/**
 * The catalogue lists the document, it is there, and its status is one of those asked for. It is
 * known to be there when the bundle says so, knows its digest, or holds it as evidence.
 */
export const document: Handler<DocumentCondition> = {
  judge(condition, context) {
    const { document: id } = condition;
    const entry = context.project.index.documents.get(id);
    const params = { document: id };
    if (entry === undefined) return judgement('missing', reason('document-absent', params));
    if (context.distrusted.has(id)) return judgement('unknown', reason('reading-problem', { id }));
    const evidence = allNamed(context, entry.evidence ?? []);
    if ('code' in evidence) return judgement('missing', evidence);
    const { counted, obstacle } = admit(context, evidence, {}, 'of-facts');
    if (evidence.length > 0 && obstacle !== undefined) return obstacle;
    const uses = counted.map((one) => context.use(one));
    if (entry.exists === false) return judgement('failed', reason('document-absent', params), uses);
    if (entry.exists === undefined && entry.sha256 === undefined && counted.length === 0) {
      return judgement('unknown', reason('document-not-checked', params), uses);
    }
    if (isLockBroken(context.project, entry)) {
      return judgement('failed', reason('document-changed-after-lock', params), uses);
    }
    if (condition.status === undefined) {
      return judgement('passed', reason('document-there', params), uses);
    }
    const { status } = entry;
    const expected = quantity(condition.status, undefined, 'one-of');
    if (status === undefined) {
      const why = reason('document-without-status', params);
      return judgement('missing', why, uses, { expected });
    }
    const quantities = { expected, actual: quantity(status) };
    return condition.status.includes(status)
      ? judgement('passed', reason('document-there', params), uses, quantities)
      : judgement('failed', reason('document-status', { ...params, status }), uses, quantities);
  },
  reads(condition, project, sink) {
    for (const id of project.index.documents.get(condition.document)?.evidence ?? []) {
      sink.evidence(id);
    }
  },
};

/** Its content is not what was locked, and no other document says that it amends it. */
export function isLockBroken(project: Project, entry: PlanDocument): boolean {
  const locked = entry.lock?.sha256;
  if (locked === undefined || entry.sha256 === undefined) return false;
  if (locked.toLowerCase() === entry.sha256.toLowerCase()) return false;
  return !isAmended(project, entry.id);
}

function isAmended(project: Project, id: DocumentId): boolean {
  return (project.documents ?? []).some((other) => other.amends?.includes(id) === true);
}
