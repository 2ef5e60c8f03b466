import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { type OpenProject, useOpenProject } from '../parts/project-context.tsx';
import { PaletteButton } from './palette-button.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import { useShareLink } from './use-share-link.ts';

const loadPalette = () => import('./palette/palette.tsx');
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const ShortcutSheet = lazy(() =>
  import('./shortcuts/shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
);

/** Fetches the palette's code before somebody asks for it and types on at once. */
export function fetchPalette(): void {
  void loadPalette();
}

/** What lies over every page when asked for; its code comes then. */
type Overlay = 'palette' | 'keys';

interface PaletteControlProps {
  /** Absent where no project is open. */
  readonly project?: OpenProject;
  readonly snapshot?: PlanSnapshot | undefined;
  readonly onShare?: () => void;
}

/** The command palette and the sheet of shortcuts, and the keys that open them. */
export function PaletteControl({ project, snapshot, onShare }: PaletteControlProps): ReactNode {
  const [shown, setShown] = useState<{ readonly overlay: Overlay; readonly nth: number }>();
  // Counted, so that one that is asked for again while it still fades away comes anew.
  const show = (overlay: Overlay): void =>
    setShown((now) => ({ overlay, nth: (now?.nth ?? 0) + 1 }));
  const hide = (nth: number | undefined): void =>
    setShown((now) => (now?.nth === nth ? undefined : now));
  useShortcuts({
    project: project?.request.project,
    snapshot,
    onPalette: () => show('palette'),
    onKeys: () => show('keys'),
  });
  return (
    <>
      <PaletteButton onOpen={() => show('palette')} onNear={fetchPalette} />
      <Suspense fallback={null}>
        {shown?.overlay === 'palette' && (
          <Palette
            key={shown.nth}
            project={project}
            snapshot={snapshot}
            onShare={onShare}
            onKeys={() => show('keys')}
            onClose={() => hide(shown.nth)}
          />
        )}
        {shown?.overlay === 'keys' && (
          <ShortcutSheet
            key={shown.nth}
            inProject={project !== undefined}
            snapshot={snapshot}
            onClose={() => hide(shown.nth)}
          />
        )}
      </Suspense>
    </>
  );
}

/** The same with everything of the open project. */
export function ProjectPaletteControl({
  snapshot,
}: {
  readonly snapshot: PlanSnapshot | undefined;
}): ReactNode {
  const project = useOpenProject();
  const share = useShareLink(snapshot);
  return <PaletteControl project={project} snapshot={snapshot} onShare={() => void share()} />;
}
