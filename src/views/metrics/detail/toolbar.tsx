import { useQuery } from '@tanstack/react-query';
import { Download, GitCompareArrows, Layers, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import { areCompatible } from '../../../lib/units.ts';
import { useOpenProject, useSnapshot } from '../../../parts/project-context.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { revisionsQuery } from '../../../queries/revision-options.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { MenuOnDemand } from '../../../ui/on-demand.tsx';
import { SegmentedControl, ToggleSet } from '../../../ui/segmented-control.tsx';
import {
  type Layer,
  layers,
  layersOnRequest,
  type MetricsSearch,
  type MetricView,
  metricViews,
} from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { isShown, type OtherSeries, spanOf, spanSearch, usualView } from './chart-data.ts';
import styles from './detail.module.css';
import { useSave } from './use-save.ts';

export interface ToolbarProps extends SearchProps<MetricsSearch> {
  readonly picture: MetricPicture;
  readonly study: MetricStudy | undefined;
  readonly others: readonly OtherSeries[];
  readonly view: MetricView;
}

const overTime: readonly MetricView[] = ['line', 'area', 'step', 'points'];

/** How the metric is shown, which stretch of it, beside what, and how it is taken along. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { picture, view, search, setSearch } = props;
  const words = useMetricsWords();
  const isOverTime = overTime.includes(view);
  const usual = usualView(picture);
  const views = metricViews.filter((each) => each !== 'categories' || picture.hasCategories);
  const isPositive = picture.drawn.v.every((value) => Number.isNaN(value) || value > 0);
  return (
    <div className={styles.toolbar}>
      <div className={styles.views}>
        <SegmentedControl
          label={words.view}
          value={view}
          onChange={(next) => setSearch({ view: next === usual ? undefined : next })}
          options={views.map((value) => ({ value, label: words.views[value] }))}
        />
      </div>
      {isOverTime && (
        <>
          <span title={isPositive ? undefined : words.noLogScale}>
            <ToggleSet
              label={words.logScale}
              value={search.scale === undefined ? [] : [search.scale]}
              onChange={(chosen) =>
                setSearch({ scale: chosen.includes('log') ? 'log' : undefined }, { replace: true })
              }
              options={[{ value: 'log', label: words.logScale, disabled: !isPositive }]}
            />
          </span>
          <LayerMenu search={search} setSearch={setSearch} />
        </>
      )}
      <Zoom {...props} />
      <CompareMenu {...props} />
      <SaveMenu {...props} isOverTime={isOverTime} />
    </div>
  );
}

function Zoom({ picture: { extent }, search, setSearch }: ToolbarProps): ReactNode {
  const words = useMetricsWords();
  if (extent === undefined || extent[0] === extent[1]) return null;
  const { from = extent[0], to = extent[1] } = spanOf(search);
  const isWhole = search.from === undefined && search.to === undefined;
  const zoom = (factor: number): void => {
    const centre = (from + to) / 2;
    const half = ((to - from) * factor) / 2;
    setSearch(spanSearch({ from: centre - half, to: centre + half }, extent));
  };
  return (
    <>
      <IconButton label={words.zoomIn} icon={<Icon of={ZoomIn} />} onClick={() => zoom(0.5)} />
      <IconButton
        label={words.zoomOut}
        icon={<Icon of={ZoomOut} />}
        disabled={isWhole}
        focusableWhenDisabled
        onClick={() => zoom(2)}
      />
      {!isWhole && (
        <IconButton
          label={words.zoomAll}
          icon={<Icon of={Maximize2} />}
          onClick={() => setSearch({ from: undefined, to: undefined, page: undefined })}
        />
      )}
    </>
  );
}

function LayerMenu({ search, setSearch }: SearchProps<MetricsSearch>): ReactNode {
  const words = useMetricsWords();
  const without = <T,>(list: readonly T[] | undefined, value: T): readonly T[] =>
    (list ?? []).filter((each) => each !== value);
  const orNone = <T,>(list: readonly T[]): readonly T[] | undefined =>
    list.length === 0 ? undefined : list;
  const set = (layer: Layer, isWanted: boolean): void => {
    const change = layersOnRequest.includes(layer)
      ? { also: orNone(isWanted ? [...(search.also ?? []), layer] : without(search.also, layer)) }
      : { hide: orNone(isWanted ? without(search.hide, layer) : [...(search.hide ?? []), layer]) };
    setSearch(change, { replace: true });
  };
  return (
    <MenuOnDemand
      trigger={
        <Button size="small" icon={<Icon of={Layers} />}>
          {words.layers}
        </Button>
      }
      entries={layers.map((layer) => ({
        kind: 'check',
        id: layer,
        label: words.layerNames[layer],
        checked: isShown(layer, search),
        onChange: (isWanted) => set(layer, isWanted),
      }))}
    />
  );
}

/** Entries of a menu; more than these are better found by the link. */
const mostEntries = 40;

function CompareMenu({ picture, search, setSearch }: ToolbarProps): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const { metrics, revision } = useSnapshot();
  const { data: revisions } = useQuery(revisionsQuery(session, request));
  const chosen = search.with ?? [];
  const fitting = metrics.filter(
    ({ id, unit }) => id !== picture.metric.id && areCompatible(unit, picture.row.unit),
  );
  const others = (revisions?.revisions ?? []).filter(({ id }) => id !== revision.id);
  const entries: MenuEntry[] = [];
  if (fitting.length > 0) {
    entries.push({
      kind: 'group',
      id: 'metrics',
      heading: words.compareWithMetric,
      entries: fitting.slice(0, mostEntries).map(({ id, title }) => ({
        kind: 'check',
        id,
        label: <bdi>{title}</bdi>,
        checked: chosen.includes(id),
        onChange: (isWanted) => {
          const next = isWanted ? [...chosen, id] : chosen.filter((each) => each !== id);
          setSearch({ with: next.length === 0 ? undefined : next });
        },
      })),
    });
  }
  if (others.length > 0) {
    entries.push({
      kind: 'group',
      id: 'revisions',
      heading: words.compareWithRevision,
      entries: others.slice(0, mostEntries).map(({ id, label }) => ({
        kind: 'check',
        id,
        label: <bdi>{label ?? id}</bdi>,
        checked: search.base === id,
        onChange: (isWanted) => setSearch({ base: isWanted ? id : undefined }),
      })),
    });
  }
  if (chosen.length > 0 || search.base !== undefined) {
    entries.push({
      kind: 'action',
      id: 'stop',
      label: words.stopComparing,
      onSelect: () => setSearch({ with: undefined, base: undefined }),
    });
  }
  if (entries.length === 0) {
    entries.push({
      kind: 'action',
      id: 'none',
      label: words.noOther,
      disabled: true,
      onSelect: () => undefined,
    });
  }
  return (
    <MenuOnDemand
      trigger={
        <Button size="small" icon={<Icon of={GitCompareArrows} />}>
          {words.compare}
        </Button>
      }
      entries={entries}
    />
  );
}

function SaveMenu(props: ToolbarProps & { readonly isOverTime: boolean }): ReactNode {
  const words = useMetricsWords();
  const save = useSave(props);
  const entry = (id: 'csv' | 'svg' | 'png', label: string): MenuEntry => ({
    kind: 'action',
    id,
    label,
    disabled: id !== 'csv' && !props.isOverTime,
    ...(id !== 'csv' && !props.isOverTime ? { hint: words.csvOnly } : {}),
    onSelect: () => void save(id),
  });
  return (
    <MenuOnDemand
      align="end"
      trigger={
        <Button size="small" icon={<Icon of={Download} />}>
          {words.saveAs}
        </Button>
      }
      entries={[
        entry('csv', words.saveCsv),
        entry('svg', words.saveSvg),
        entry('png', words.savePng),
      ]}
    />
  );
}
