import { useQuery } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo } from 'react';
import { subjectKey } from '../../../derive/assumption-key.ts';
import type { Scenario } from '../../../derive/scenario.ts';
import type { Assumption } from '../../../gates/assumptions.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { scenarioQuery } from '../../../queries/scenario-options.ts';
import type { GraphSearch } from '../graph-search.ts';
import { assuming, notAssuming, readAssumptions } from './assumption-link.ts';

/** The scenario that the link names, and the ways to change it. */
export interface ScenarioState {
  /** Empty: there is none, and everything is as it was computed. */
  readonly assumptions: readonly Assumption[];
  /** Absent without assumptions, and until they were thought through. */
  readonly scenario: Scenario | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Adds assumptions, each in the place of an earlier one about the same thing. */
  readonly assume: (added: readonly Assumption[]) => void;
  /** Takes back what is assumed of one thing. */
  readonly drop: (assumption: Assumption) => void;
  readonly clear: () => void;
}

/** Reads the scenario of a link. Nothing of it is kept anywhere else. */
export function useScenarioOf({ search, setSearch }: SearchProps<GraphSearch>): ScenarioState {
  const { session, request } = useOpenProject();
  const texts = search.assume;
  const assumptions = useMemo(() => readAssumptions(texts ?? []), [texts]);
  const { data, error, refetch } = useQuery({
    ...scenarioQuery(session, request, assumptions),
    enabled: assumptions.length > 0,
  });
  const assume = useCallback(
    (added: readonly Assumption[]) =>
      setSearch({ assume: assuming(texts, added), against: undefined }),
    [setSearch, texts],
  );
  const drop = useCallback(
    (one: Assumption) => setSearch({ assume: notAssuming(texts, subjectKey(one)) }),
    [setSearch, texts],
  );
  const clear = useCallback(() => setSearch({ assume: undefined }), [setSearch]);
  return useMemo(
    () => ({
      assumptions,
      scenario: assumptions.length === 0 ? undefined : data,
      error: assumptions.length === 0 ? null : error,
      retry: () => void refetch(),
      assume,
      drop,
      clear,
    }),
    [assumptions, data, error, refetch, assume, drop, clear],
  );
}

const ScenarioContext = createContext<ScenarioState | undefined>(undefined);

export const ScenarioProvider = ScenarioContext.Provider;

/** @throws outside the graph's page, which is a fault of the program. */
export function useScenario(): ScenarioState {
  const state = useContext(ScenarioContext);
  if (state === undefined) throw new Error('useScenario needs a ScenarioProvider above it.');
  return state;
}

/** What is assumed of the same thing, if anything. */
export function assumedOf(
  assumptions: readonly Assumption[],
  subject: Assumption,
): Assumption | undefined {
  const key = subjectKey(subject);
  return assumptions.find((one) => subjectKey(one) === key);
}
