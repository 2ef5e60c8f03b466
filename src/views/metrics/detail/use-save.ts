import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { visibleText } from '../../../lib/text/visible.ts';
import { useOpenProject, useSnapshot } from '../../../parts/project-context.tsx';
import { saveBlob } from '../../../ui/save-file.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { readColours } from '../../../ui/token-reader.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { valueRange, valueScale } from '../chart/scale.ts';
import { sceneOf } from '../chart/scene.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { modelOf, type OtherSeries, spanOf } from './chart-data.ts';
import { useModelTexts } from './use-model-texts.ts';

const size = { width: 1000, height: 420 };

/** Saves the points as CSV, or the chart over time as a picture in the colours of the page. */
export function useSave({
  picture,
  study,
  others,
  search,
}: {
  readonly picture: MetricPicture;
  readonly study: MetricStudy | undefined;
  readonly others: readonly OtherSeries[];
  readonly search: MetricsSearch;
}): (as: 'csv' | 'svg' | 'png') => Promise<void> {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const texts = useModelTexts();
  const toasts = useToasts();
  const { session, request } = useOpenProject();
  const { info, revision, bundle, sample } = useSnapshot();

  const picturesOf = async (): Promise<string> => {
    const { svgOf } = await import('../chart/chart-svg.ts');
    const model = modelOf(picture, study, others, search, texts);
    const scale = valueScale(valueRange(model), model.isLog);
    const colours = readColours(document.body);
    return svgOf(sceneOf(model, scale, size, colours, locale), {
      ...size,
      title: visibleText(`${picture.row.title} (${picture.row.unit})`),
      notes: [
        `${visibleText(info.title)}, ${words.revision(visibleText(revision.label ?? revision.id))}${sample ? ' · sample' : ''}`,
        `${bundle.bundleId.slice(0, 16)} · ${formatMoment(model.from, locale)} – ${formatMoment(model.to, locale)}`,
      ],
      ground: colours.tokens.surface,
      text: colours.tokens.text,
      font: 'Inter, system-ui, sans-serif',
    });
  };

  return async (as) => {
    const name = `${fileName(picture.metric.id)}.${as}`;
    try {
      if (as === 'csv') {
        const ids = [picture.metric.id, ...(search.with ?? [])];
        const bytes = await session.metricsCsv(request, [...new Set(ids)], spanOf(search));
        saveBlob(new Blob([new Uint8Array(bytes)], { type: 'text/csv' }), name);
      } else {
        const svg = new Blob([await picturesOf()], { type: 'image/svg+xml' });
        saveBlob(as === 'svg' ? svg : await pngOf(svg), name);
      }
      toasts.add({ title: words.saved(name), tone: 'passed' });
    } catch {
      toasts.add({ title: words.saveFailed, tone: 'failed', failure: true });
    }
  };
}

/** @throws when the browser cannot draw the picture. */
async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The canvas gave no picture.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** An id without anything that hides or misleads. */
function fileName(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80);
  return name === '' ? 'metric' : name;
}
