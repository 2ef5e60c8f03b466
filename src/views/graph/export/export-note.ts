import { createContext, useContext } from 'react';

/** What a picture must say of itself, because it does not show the plan as it is recorded. */
export interface ExportNote {
  readonly lines: readonly string[];
  /** A scenario: nothing of what is marked is recorded. */
  readonly isSupposed: boolean;
}

const plain: ExportNote = { lines: [], isSupposed: false };

const NoteContext = createContext<ExportNote>(plain);

export const ExportNoteProvider = NoteContext.Provider;

/** The note of everything that leaves this page; empty where the plan is shown as it is. */
export function useExportNote(): ExportNote {
  return useContext(NoteContext);
}
