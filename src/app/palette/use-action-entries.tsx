import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import {
  Clock,
  Contrast,
  FolderOpen,
  Keyboard,
  Languages,
  LayoutGrid,
  Printer,
  Share2,
} from 'lucide-react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { languages } from '../../lib/language.ts';
import type { OpenProject } from '../../parts/project-context.tsx';
import { projectsQuery } from '../../queries/options.ts';
import { themeChoices, useTheme } from '../../state/theme.ts';
import { Icon } from '../../ui/icon.tsx';
import { hasContent, pages } from '../page-list.ts';
import { languageNames, useSpeak } from '../use-speak.ts';
import { useShellWords } from '../words/use-shell-words.ts';
import type { Entry, EntrySource } from './entries.ts';
import { usePaletteWords } from './words/use-palette-words.ts';

/** The pages of the open project. */
export function usePageEntries(
  project: OpenProject | undefined,
  snapshot: PlanSnapshot | undefined,
): EntrySource {
  const words = useShellWords();
  const navigate = useNavigate();
  const known = project === undefined ? [] : pages.filter(({ page }) => hasContent(page, snapshot));
  return {
    group: 'pages',
    atRest: true,
    entries: known.map(
      ({ page, to, icon, key }): Entry => ({
        id: page,
        label: words[page],
        glyph: <Icon of={icon} />,
        keys: ['g', key],
        open: () => {
          if (project === undefined) return;
          void navigate({ to, params: { project: project.request.project } });
        },
      }),
    ),
  };
}

/** Other projects of the same source. */
export function useProjectEntries(project: OpenProject | undefined): EntrySource {
  const navigate = useNavigate();
  const { session, defaultSource } = useRouter().options.context;
  const { data = [] } = useQuery(
    projectsQuery(session, project === undefined ? defaultSource : project.request.source),
  );
  const others = data.filter(({ id }) => id !== project?.request.project);
  return {
    group: 'projects',
    atRest: project === undefined,
    entries: others.map(
      ({ id, title }): Entry => ({
        id,
        label: title,
        also: id,
        glyph: <Icon of={LayoutGrid} />,
        open: () =>
          void navigate({
            to: '/p/$project/overview',
            params: { project: id },
            search: { rev: undefined, asOf: undefined },
          }),
      }),
    ),
  };
}

export interface ActionHandlers {
  readonly onKeys: () => void;
  /** Absent where no project is open. */
  readonly onShare: (() => void) | undefined;
}

/** What can be done from anywhere. */
export function useActionEntries({ onKeys, onShare }: ActionHandlers): EntrySource {
  const words = usePaletteWords();
  const shell = useShellWords();
  const navigate = useNavigate();
  const setTheme = useTheme((state) => state.setTheme);
  const speak = useSpeak();
  const judge = (asOf: string | undefined): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, asOf }) });
  const entries: Entry[] = [
    ...(onShare === undefined
      ? []
      : [
          {
            id: 'as-of:now',
            label: words.asOfNow,
            also: words.asOfAlso,
            glyph: <Icon of={Clock} />,
            open: () => judge(`${new Date().toISOString().slice(0, 19)}Z`),
          },
          {
            id: 'as-of:default',
            label: words.asOfDefault,
            also: words.asOfAlso,
            glyph: <Icon of={Clock} />,
            open: () => judge(undefined),
          },
          {
            id: 'share',
            label: words.share,
            also: words.shareAlso,
            glyph: <Icon of={Share2} />,
            open: onShare,
          },
        ]),
    {
      id: 'print',
      label: words.print,
      also: words.printAlso,
      glyph: <Icon of={Printer} />,
      // The palette must be gone from the page before it is printed.
      open: () => void setTimeout(() => window.print(), 250),
    },
    {
      id: 'keys',
      label: words.keys,
      also: words.keysAlso,
      glyph: <Icon of={Keyboard} />,
      keys: ['?'],
      open: onKeys,
    },
    {
      id: 'projects',
      label: words.allProjects,
      also: words.allProjectsAlso,
      glyph: <Icon of={FolderOpen} />,
      keys: ['g', 'p'],
      open: () =>
        void navigate({ to: '/', search: { source: undefined, rev: undefined, asOf: undefined } }),
    },
    ...themeChoices.map(
      (theme): Entry => ({
        id: `theme:${theme}`,
        label: words.theme(shell.themes[theme]),
        also: words.themeAlso,
        glyph: <Icon of={Contrast} />,
        open: () => setTheme(theme),
      }),
    ),
    ...languages.map(
      (language): Entry => ({
        id: `language:${language}`,
        label: words.language(languageNames[language]),
        also: words.languageAlso,
        glyph: <Icon of={Languages} />,
        open: () => void speak(language),
      }),
    ),
  ];
  return { group: 'actions', atRest: true, entries };
}
