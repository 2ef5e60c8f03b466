import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useItemForms } from '../../parts/item-word.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { snapshotQuery, structureQuery } from '../../queries/options.ts';
import { usePanels } from '../../state/panels.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useMedia, useNarrow } from '../../ui/use-media.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import { groupIds, toggleClosed } from './closed-groups.ts';
import { ComparisonProvider, revisionName, useComparison } from './compare/use-compare.ts';
import { CANVAS_FROM } from './drawing-layout.ts';
import { focusOf } from './focus.ts';
import { focusMarks } from './focus-marks.ts';
import { GraphLinkProvider } from './graph-link.ts';
import type { GraphSearch } from './graph-search.ts';
import styles from './graph-view.module.css';
import {
  CompareBar,
  FocusBar,
  Inspector,
  ItemTable,
  NothingToDraw,
  ScenarioBar,
  Sheet,
} from './on-demand.ts';
import { PlanDrawing } from './plan-drawing.tsx';
import { planGraphOf } from './plan-graph.ts';
import { ScenarioProvider, useScenarioOf } from './scenario/scenario-context.ts';
import { scenarioMarks, supposedEdges } from './scenario/scenario-marks.ts';
import { Toolbar } from './toolbar.tsx';
import { useMatches } from './use-matches.ts';
import { useLayoutAhead } from './use-plan-layout.ts';
import { useSettled } from './use-settled.ts';
import { useGraphWords } from './words.tsx';

/** Below this width the table twin comes first, with the drawing one tap away. */
const tableFirst = '(max-width: 759px)';

/** What depends on what, and where it sticks: as a drawing or as a table, with the reasons beside it. */
export function GraphView({ search, setSearch }: SearchProps<GraphSearch>): ReactNode {
  const words = useGraphWords();
  const format = useFormat();
  const { session, request } = useOpenProject();
  const { data: structure } = useSuspenseQuery(structureQuery(session, request));
  useLayoutAhead(structure, search.closed, search.towards);
  const { data, error } = useQuery(snapshotQuery(session, request));
  const snapshot = useSettled(structure, data, structure.items.length > CANVAS_FROM);
  // The page's own error face explains a bundle that cannot be judged.
  if (error !== null) throw error;
  const isSmall = useMedia(tableFirst);
  const isNarrow = useNarrow();
  const width = usePanels((panels) => panels.sizes.graphInspector);
  const resize = usePanels((panels) => panels.resize);
  // A scenario and a comparison at once could not be told apart: the scenario counts.
  const against = search.assume === undefined ? search.against : undefined;
  const comparison = useComparison(against, structure, snapshot);
  const merged = comparison?.merged;
  const drawn = merged?.structure ?? structure;
  const graph = useMemo(() => planGraphOf(drawn), [drawn]);
  const shape = search.show ?? (isSmall ? 'table' : 'graph');
  const forms = useItemForms(structure.info);

  const matches = useMatches({ search, setSearch }, graph, snapshot, forms);

  const scenario = useScenarioOf({ search, setSearch });
  const { scenario: imagined } = scenario;
  const supposedMarks = useMemo(
    () => imagined && snapshot && scenarioMarks(imagined, snapshot.gates),
    [imagined, snapshot],
  );
  const supposed = useMemo(() => imagined && supposedEdges(imagined), [imagined]);

  const { focus: focused, item, to, depth, rule } = search;
  const focus = useMemo(
    () => focusOf(graph, snapshot, { focus: focused, item, to, depth, rule }),
    [graph, snapshot, focused, item, to, depth, rule],
  );
  const reading = useMemo(
    () => focusMarks(snapshot, focus, { focus: focused, rule }, format.locale),
    [snapshot, focus, focused, rule, format.locale],
  );
  const told = supposedMarks ?? comparison?.marks;
  const marks = told ?? reading;
  const isPathOpen = focused === 'path' && rule === undefined && to === undefined;
  // On a small screen the sheet would hide what is lit: it can be put away without leaving the focus.
  const [putAway, setPutAway] = useState<string | undefined>(undefined);
  // The sheet stays once it was there, so that it can close.
  const [hadInspector, setHadInspector] = useState(false);
  if (item !== undefined && !hadInspector) setHadInspector(true);
  const onSelect = useCallback(
    (id: string) => {
      setPutAway(undefined);
      setSearch(isPathOpen && item !== undefined && id !== item ? { to: id } : { item: id });
    },
    [setSearch, isPathOpen, item],
  );
  const { closed } = search;
  const onToggle = useCallback(
    (id: string) => setSearch({ closed: toggleClosed(closed, id) }),
    [setSearch, closed],
  );
  const onClose = useCallback(() => {
    setSearch({ item: undefined, tab: undefined });
  }, [setSearch]);

  const inspector =
    search.item === undefined ? undefined : (
      <Suspense key={search.item} fallback={<SkeletonRows rows={8} />}>
        <Inspector
          item={search.item}
          tab={search.tab ?? 'why'}
          onlyIn={
            comparison?.merged?.items.has(search.item) === true
              ? revisionName(comparison.entry, comparison.against)
              : undefined
          }
          onTab={(tab) => setSearch({ tab }, { replace: true })}
          {...(!isNarrow && { onClose })}
        />
      </Suspense>
    );
  return (
    <ScenarioProvider value={scenario}>
      <ComparisonProvider value={comparison}>
        <GraphLinkProvider value={setSearch}>
          <div className={styles.page}>
            <VisuallyHidden>
              <h1>{words.page}</h1>
            </VisuallyHidden>
            <SplitPane
              side={isNarrow ? undefined : inspector}
              sideLabel={words.inspector}
              size={width}
              onSizeChange={(size) => resize('graphInspector', size)}
            >
              <div className={styles.main}>
                <Toolbar
                  search={search}
                  setSearch={setSearch}
                  snapshot={snapshot}
                  shape={shape}
                  matches={matches}
                  groups={groupIds(graph)}
                  titleOf={(id) => graph.byId.get(id)?.title ?? ''}
                />
                {(focused !== undefined || rule !== undefined) && (
                  <Suspense fallback={<div className={styles.bar} />}>
                    <FocusBar
                      search={search}
                      setSearch={setSearch}
                      info={structure.info}
                      graph={graph}
                      snapshot={snapshot}
                      focus={focus}
                    />
                  </Suspense>
                )}
                {scenario.assumptions.length > 0 && (
                  <Suspense fallback={<div className={styles.bar} />}>
                    <ScenarioBar forms={forms} marks={supposedMarks} />
                  </Suspense>
                )}
                {comparison !== undefined && (
                  <Suspense fallback={<div className={styles.bar} />}>
                    <CompareBar
                      comparison={comparison}
                      onLeave={() => setSearch({ against: undefined })}
                    />
                  </Suspense>
                )}
                <div className={styles.stage}>
                  {graph.items.length === 0 ? (
                    <Suspense>
                      <NothingToDraw />
                    </Suspense>
                  ) : shape === 'graph' ? (
                    <PlanDrawing
                      label={words.drawingOf(format.count(graph.items.length, forms))}
                      graph={graph}
                      snapshot={snapshot}
                      search={search}
                      focus={focus}
                      matching={matches.ids}
                      found={matches.found}
                      marks={marks}
                      supposed={supposed}
                      gone={merged?.edges}
                      onSelect={onSelect}
                      onClose={onClose}
                      onAllEdges={(all) => setSearch({ edges: all ? 'all' : undefined })}
                      onToggle={onToggle}
                      onTurn={(towards) => setSearch({ towards })}
                      onTable={() => setSearch({ show: 'table' })}
                    />
                  ) : snapshot === undefined ? (
                    <SkeletonRows rows={Math.min(20, graph.items.length)} />
                  ) : (
                    <Suspense fallback={<SkeletonRows rows={Math.min(20, graph.items.length)} />}>
                      <ItemTable
                        snapshot={snapshot}
                        filter={matches.filter}
                        focus={focus}
                        found={matches.found}
                        selected={search.item}
                        leftOut={search.leftOut}
                        onLeaveOut={(leftOut) => setSearch({ leftOut }, { replace: true })}
                        sortBy={search.sortBy}
                        onSort={(sortBy) => setSearch({ sortBy }, { replace: true })}
                        marks={told ?? (focused === 'why' ? reading : undefined)}
                        marksTitle={
                          words.marksTitle[
                            supposedMarks !== undefined
                              ? 'scenario'
                              : comparison === undefined
                                ? 'why'
                                : 'compare'
                          ]
                        }
                        onSelect={onSelect}
                        onClose={onClose}
                      />
                    </Suspense>
                  )}
                </div>
              </div>
            </SplitPane>
            {isNarrow && hadInspector && (
              <Suspense>
                <Sheet
                  open={inspector !== undefined && putAway !== search.item}
                  onOpenChange={(open) => {
                    if (open) return;
                    if (focus === undefined) onClose();
                    else setPutAway(search.item);
                  }}
                  title={words.inspector}
                  hideTitle
                >
                  {inspector}
                </Sheet>
              </Suspense>
            )}
          </div>
        </GraphLinkProvider>
      </ComparisonProvider>
    </ScenarioProvider>
  );
}
