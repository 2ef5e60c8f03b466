import type { ReactNode } from 'react';
import type { Permission, Readiness } from '../../gates/types.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { KeyValueList } from '../../ui/key-values.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { useInspectorWords } from './inspector-words.ts';

const readinessTone: Readonly<Record<Readiness, StateTone>> = {
  proven: 'passed',
  failing: 'failed',
  unproven: 'missing',
  'not-required': 'not-reached',
};

const permissionTone: Readonly<Record<Permission, StateTone>> = {
  authorised: 'passed',
  'not-authorised': 'missing',
  expired: 'stale',
  forbidden: 'stopped',
  'not-required': 'not-reached',
};

/** Proof and permission, never one mark: what is proven may still not be allowed. */
export function Marks({
  readiness,
  permission,
}: {
  readonly readiness: Readiness;
  readonly permission: Permission;
}): ReactNode {
  const words = useInspectorWords();
  const states = useStateWords();
  return (
    <KeyValueList
      items={[
        {
          id: 'readiness',
          name: words.readiness,
          value: (
            <span title={words.readinessHint[readiness]}>
              <StateBadge
                tone={readinessTone[readiness]}
                word={states.readiness[readiness]}
                look="plain"
              />
            </span>
          ),
        },
        {
          id: 'permission',
          name: words.permission,
          value: (
            <span title={words.permissionHint[permission]}>
              <StateBadge
                tone={permissionTone[permission]}
                word={states.permission[permission]}
                look="plain"
              />
            </span>
          ),
        },
      ]}
    />
  );
}
