import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Pointer } from '../model/common.ts';
import { formatPointer } from './pointer-text.ts';
import { useOpenProject } from './project-context.tsx';

/**
 * The links between pages. The root route keeps the bundle, revision and instant that are being looked
 * at in every link; none is built from text by hand.
 */

interface LinkProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The item on the graph, with its reasons beside it. */
export function ItemLink({ item, ...rest }: LinkProps & { readonly item: string }): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/graph"
      params={{ project: request.project }}
      search={{ item }}
      {...rest}
    />
  );
}

/** The gate's page, at one of its conditions when given. */
export function GateLink({
  gate,
  condition,
  ...rest
}: LinkProps & { readonly gate: string; readonly condition?: string | undefined }): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/gates"
      params={{ project: request.project }}
      search={{ gate, ...(condition !== undefined && { condition }) }}
      {...rest}
    />
  );
}

/** The evidence, opened at the place that decides. */
export function EvidenceLink({
  evidence,
  pointer,
  ...rest
}: LinkProps & { readonly evidence: string; readonly pointer?: Pointer | undefined }): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/evidence"
      // The place is scrolled to by its viewer; boxes must not be moved back to where they stood.
      resetScroll={false}
      params={{ project: request.project }}
      search={{ id: evidence, ...(pointer !== undefined && { at: formatPointer(pointer) }) }}
      {...rest}
    />
  );
}

/** The rule of the plan with its counterexamples. */
export function RuleLink({ rule, ...rest }: LinkProps & { readonly rule: string }): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/invariants"
      params={{ project: request.project }}
      search={{ rule }}
      {...rest}
    />
  );
}

/** The review of a gate: its conditions one by one, with their evidence. */
export function ReviewLink({ gate, ...rest }: LinkProps & { readonly gate: string }): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/evidence"
      params={{ project: request.project }}
      search={{ review: gate }}
      {...rest}
    />
  );
}

export function MetricLink({
  metric,
  ...rest
}: LinkProps & { readonly metric: string }): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/metrics"
      params={{ project: request.project }}
      search={{ metric }}
      {...rest}
    />
  );
}
