import type { Brand } from '../lib/brand.ts';

/**
 * Ids are opaque strings, unique inside one bundle. They are never parsed, split, compared by
 * prefix or joined with a separator: `W1` is not a prefix of `W10`, and `M-1` is no number.
 * This is the only place that mints them.
 */
export type ProjectId = Brand<string, 'ProjectId'>;
export type RevisionId = Brand<string, 'RevisionId'>;
export type ItemId = Brand<string, 'ItemId'>;
export type GateId = Brand<string, 'GateId'>;
/** Unique inside its gate, invariant or stop condition, not inside the bundle. */
export type ConditionId = Brand<string, 'ConditionId'>;
export type EvidenceId = Brand<string, 'EvidenceId'>;
export type MetricId = Brand<string, 'MetricId'>;
export type BudgetId = Brand<string, 'BudgetId'>;
export type RoleId = Brand<string, 'RoleId'>;
export type AuthorisationRuleId = Brand<string, 'AuthorisationRuleId'>;
export type AuthorisationRecordId = Brand<string, 'AuthorisationRecordId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
export type DeliverableId = Brand<string, 'DeliverableId'>;
export type ProbeId = Brand<string, 'ProbeId'>;
export type InvariantId = Brand<string, 'InvariantId'>;
export type StopConditionId = Brand<string, 'StopConditionId'>;
export type TierId = Brand<string, 'TierId'>;
export type DefinitionId = Brand<string, 'DefinitionId'>;

export const projectId = (id: string): ProjectId => id as ProjectId;
export const revisionId = (id: string): RevisionId => id as RevisionId;
export const itemId = (id: string): ItemId => id as ItemId;
export const gateId = (id: string): GateId => id as GateId;
export const conditionId = (id: string): ConditionId => id as ConditionId;
export const evidenceId = (id: string): EvidenceId => id as EvidenceId;
export const metricId = (id: string): MetricId => id as MetricId;
export const budgetId = (id: string): BudgetId => id as BudgetId;
export const roleId = (id: string): RoleId => id as RoleId;
export const authorisationRuleId = (id: string): AuthorisationRuleId => id as AuthorisationRuleId;
export const authorisationRecordId = (id: string): AuthorisationRecordId =>
  id as AuthorisationRecordId;
export const documentId = (id: string): DocumentId => id as DocumentId;
export const deliverableId = (id: string): DeliverableId => id as DeliverableId;
export const probeId = (id: string): ProbeId => id as ProbeId;
export const invariantId = (id: string): InvariantId => id as InvariantId;
export const stopConditionId = (id: string): StopConditionId => id as StopConditionId;
export const tierId = (id: string): TierId => id as TierId;
export const definitionId = (id: string): DefinitionId => id as DefinitionId;
