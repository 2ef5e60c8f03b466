import { Download } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { itemTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { MenuAction } from '../../../ui/menu.tsx';
import { MenuOnDemand } from '../../../ui/on-demand.tsx';
import type { StateTone } from '../../../ui/state.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { type ResolvedColours, readColours } from '../../../ui/token-reader.ts';
import styles from '../drawing.module.css';
import { itemStates } from '../graph-search.ts';
import { useGraphWords } from '../words.tsx';
import { useExportNote } from './export-note.ts';
import type { Picture } from './picture.ts';
import { dotText, mermaidText } from './source-text.ts';
import type { SvgPicture } from './svg.ts';
import type { SvgWords } from './svg-words.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Takes the whole drawing out of the page: as a picture, or as text for other tools. */
export function ExportMenu({ picture }: { readonly picture: Picture }): ReactNode {
  const words = useGraphWords();
  const svgWords = useSvgWords(picture);
  const note = { title: [svgWords.title, ...svgWords.notes].join('. '), remarks: svgWords.remarks };
  const toasts = useToasts();
  const trigger = useRef<HTMLButtonElement>(null);
  const { id } = picture.snapshot.info;
  const name = svgWords.isSupposed ? `${id}-scenario` : id;

  // What draws and saves comes when the first picture is asked for.
  const draw = async (theme: Theme): Promise<SvgPicture | undefined> => {
    const { drawingSvg } = await import('./svg.ts');
    const at = trigger.current?.parentElement;
    return at ? drawingSvg(picture, coloursOf(theme, at), svgWords) : undefined;
  };
  const failed = (): void => {
    toasts.add({ title: words.exportFailed, description: words.exportFailedRemedy, failure: true });
  };
  const savePng = async (theme: Theme): Promise<void> => {
    const { pictureName, pngBlob, pngScale, saveBlob } = await import('./save-picture.ts');
    const drawn = await draw(theme);
    if (drawn === undefined) return;
    saveBlob(await pngBlob(drawn), pictureName(name, theme, 'png'));
    const scale = pngScale(drawn.width, drawn.height);
    if (scale < 1) toasts.add({ title: words.pngReduced(Math.floor(scale * 100)) });
  };
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toasts.add({ title: words.copied });
  };
  const action = (key: string, label: string, run: () => Promise<void>): MenuAction => ({
    kind: 'action',
    id: key,
    label,
    onSelect: () => void run().catch(failed),
  });
  return (
    <MenuOnDemand
      trigger={
        <Button ref={trigger} icon={<Icon of={Download} />}>
          <span className={styles.long}>{words.export}</span>
        </Button>
      }
      entries={[
        ...themes.map((theme) =>
          action(`svg-${theme}`, words.saveSvg[theme], async () => {
            const { pictureName, saveBlob, svgBlob } = await import('./save-picture.ts');
            const drawn = await draw(theme);
            if (drawn !== undefined) saveBlob(svgBlob(drawn), pictureName(name, theme, 'svg'));
          }),
        ),
        ...themes.map((theme) =>
          action(`png-${theme}`, words.savePng[theme], () => savePng(theme)),
        ),
        { kind: 'separator', id: 'line' },
        action('mermaid', words.copyMermaid, () => copy(mermaidText(picture, note))),
        action('dot', words.copyDot, () => copy(dotText(picture, note))),
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
  const states = useStateWords();
  const note = useExportNote();
  const { info, revision, bundle, asOf, sample, sampleNote } = snapshot;
  const tone: Partial<Record<StateTone, string>> = { unknown: words.ghost };
  for (const state of itemStates) tone[itemTone[state]] = states.item[state];
  return {
    title: info.title,
    remarks: [
      words.pictureOf(revision.label ?? revision.id, bundle.bundleId, asOf),
      ...(sample ? [sampleNote ?? words.sampleNote] : []),
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
