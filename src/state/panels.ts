import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { browserStorage, storedMember } from './browser-storage.ts';

/** Sizes of panels that a person can drag, in CSS pixels. */
export const panelDefaults = {
  sidebar: 220,
  graphInspector: 380,
  gateDetail: 420,
  evidenceViewer: 560,
  metricDetail: 420,
} as const;
export type PanelId = keyof typeof panelDefaults;

export const panelLimits = { min: 160, max: 1600 } as const;

interface PanelState {
  readonly sizes: Readonly<Record<PanelId, number>>;
  readonly collapsed: Readonly<Partial<Record<PanelId, boolean>>>;
  /** Keeps the size within {@link panelLimits}; what is no number is ignored. */
  readonly resize: (panel: PanelId, pixels: number) => void;
  readonly setCollapsed: (panel: PanelId, collapsed: boolean) => void;
  readonly reset: (panel: PanelId) => void;
}

const panelIds = [
  'sidebar',
  'graphInspector',
  'gateDetail',
  'evidenceViewer',
  'metricDetail',
] as const satisfies readonly PanelId[];

export const usePanels = create<PanelState>()(
  persist(
    (set) => ({
      sizes: panelDefaults,
      collapsed: {},
      resize: (panel, pixels) => {
        const size = clamped(pixels);
        if (size !== undefined) set(({ sizes }) => ({ sizes: { ...sizes, [panel]: size } }));
      },
      setCollapsed: (panel, collapsed) =>
        set((state) => ({ collapsed: { ...state.collapsed, [panel]: collapsed } })),
      reset: (panel) =>
        set(({ sizes }) => ({ sizes: { ...sizes, [panel]: panelDefaults[panel] } })),
    }),
    {
      name: 'wavegate.panels',
      version: 1,
      storage: browserStorage,
      partialize: ({ sizes, collapsed }) => ({ sizes, collapsed }),
      migrate: (stored) => stored,
      merge: (stored, initial) => ({
        ...initial,
        sizes: { ...panelDefaults, ...storedSizes(storedMember(stored, 'sizes')) },
        collapsed: storedFlags(storedMember(stored, 'collapsed')),
      }),
    },
  ),
);

function clamped(pixels: unknown): number | undefined {
  return typeof pixels === 'number' && Number.isFinite(pixels)
    ? Math.min(panelLimits.max, Math.max(panelLimits.min, Math.round(pixels)))
    : undefined;
}

function storedSizes(stored: unknown): Partial<Record<PanelId, number>> {
  const sizes: Partial<Record<PanelId, number>> = {};
  for (const panel of panelIds) {
    const size = clamped(storedMember(stored, panel));
    if (size !== undefined) sizes[panel] = size;
  }
  return sizes;
}

function storedFlags(stored: unknown): Partial<Record<PanelId, boolean>> {
  const flags: Partial<Record<PanelId, boolean>> = {};
  for (const panel of panelIds) {
    const flag = storedMember(stored, panel);
    if (typeof flag === 'boolean') flags[panel] = flag;
  }
  return flags;
}
