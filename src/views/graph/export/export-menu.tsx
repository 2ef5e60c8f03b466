import type { ReactElement, ReactNode } from 'react';
import { itemTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { Menu, type MenuAction } from '../../../ui/menu.tsx';
import type { StateTone } from '../../../ui/state.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { type ResolvedColours, readColours } from '../../../ui/token-reader.ts';
import { useShownComparison } from '../compare/use-compare.ts';
import { itemStates } from '../graph-search.ts';
import { useMoreWords } from '../more-words.ts';
import { useScenario } from '../scenario/scenario-context.ts';
import { useExportNoteOf } from '../use-export-note.ts';
import { useGraphWords } from '../words.tsx';
import type { Picture } from './picture.ts';
import { dotText, isMoreThanMermaidDraws, mermaidText } from './source-text.ts';
import type { SvgPicture } from './svg.ts';
import type { SvgWords } from './svg-words.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Takes the whole drawing out of the page: as a picture, or as text for other tools. Opens at once. */
export function ExportMenu({
  trigger,
  picture,
}: {
  readonly trigger: ReactElement;
  readonly picture: Picture;
}): ReactNode {
  const more = useMoreWords();
  const svgWords = useSvgWords(picture);
  const note = { title: [svgWords.title, ...svgWords.notes].join('. '), remarks: svgWords.remarks };
  const toasts = useToasts();
  const { id } = picture.snapshot.info;
  const name = svgWords.isSupposed ? `${id}-scenario` : id;

  // What draws and saves comes when the first picture is asked for.
  const draw = async (theme: Theme): Promise<SvgPicture> => {
    const { drawingSvg } = await import('./svg.ts');
    return drawingSvg(picture, coloursOf(theme, document.body), svgWords);
  };
  const failed = (): void => {
    toasts.add({ title: more.exportFailed, description: more.exportFailedRemedy, failure: true });
  };
  const savePng = async (theme: Theme): Promise<void> => {
    const { pictureName, pngBlob, pngScale, saveBlob } = await import('./save-picture.ts');
    const drawn = await draw(theme);
    saveBlob(await pngBlob(drawn), pictureName(name, theme, 'png'));
    const scale = pngScale(drawn.width, drawn.height);
    if (scale < 1) toasts.add({ title: more.pngReduced(Math.floor(scale * 100)) });
  };
  const copy = async (text: string, remark?: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toasts.add({ title: more.copied, ...(remark !== undefined && { description: remark }) });
  };
  const action = (key: string, label: string, run: () => Promise<void>): MenuAction => ({
    kind: 'action',
    id: key,
    label,
    onSelect: () => void run().catch(failed),
  });
  return (
    <Menu
      trigger={trigger}
      defaultOpen
      entries={[
        ...themes.map((theme) =>
          action(`svg-${theme}`, more.saveSvg[theme], async () => {
            const { pictureName, saveBlob, svgBlob } = await import('./save-picture.ts');
            const drawn = await draw(theme);
            saveBlob(svgBlob(drawn), pictureName(name, theme, 'svg'));
          }),
        ),
        ...themes.map((theme) => action(`png-${theme}`, more.savePng[theme], () => savePng(theme))),
        { kind: 'separator', id: 'line' },
        action('mermaid', more.copyMermaid, () => {
          const text = mermaidText(picture, note);
          const isMore = isMoreThanMermaidDraws(text, picture.edges.length);
          return copy(text, isMore ? more.mermaidLimits : undefined);
        }),
        action('dot', more.copyDot, () => copy(dotText(picture, note))),
      ]}
    />
  );
}

/** The colours of a theme, whichever of them the page shows. */
function coloursOf(theme: Theme, at: HTMLElement): ResolvedColours {
  const probe = document.createElement('div');
  probe.dataset.theme = theme;
  probe.hidden = true;
  at.append(probe);
  try {
    return readColours(probe);
  } finally {
    probe.remove();
  }
}

function useSvgWords({ snapshot }: Picture): SvgWords {
  const words = useGraphWords();
  const more = useMoreWords();
  const states = useStateWords();
  const note = useExportNoteOf(useScenario(), useShownComparison());
  const { info, revision, bundle, asOf, sample, sampleNote } = snapshot;
  const tone: Partial<Record<StateTone, string>> = { unknown: words.ghost };
  for (const state of itemStates) tone[itemTone[state]] = states.item[state];
  return {
    title: info.title,
    remarks: [
      more.pictureOf(revision.label ?? revision.id, bundle.bundleId, asOf),
      ...(sample ? [sampleNote ?? more.sampleNote] : []),
    ],
    standing: words.standing,
    tone,
    merged: words.merged,
    ghost: words.ghost,
    notes: note.lines,
    isSupposed: note.isSupposed,
    mark: words.mark,
    was: (state) => words.markWas(states.inside(state)),
    state: states.item,
  };
}
