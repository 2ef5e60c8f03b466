import { type ReactNode, useState } from 'react';
import styles from './gallery.module.css';
import { GalleryControls } from './gallery-controls.tsx';
import { GalleryFeedback } from './gallery-feedback.tsx';
import { GalleryStates } from './gallery-states.tsx';
import { GalleryTable } from './gallery-table.tsx';
import { PageHeading } from './page-heading.tsx';
import { SegmentedControl } from './segmented-control.tsx';

type GalleryTheme = 'page' | 'light' | 'dark' | 'contrast';

/**
 * Every component in every state, for looking at and for the accessibility tests. Its words are
 * specimens, so they stand here and not in a catalogue. Needs a UiProvider around it.
 */
export function Gallery(): ReactNode {
  const [theme, setTheme] = useState<GalleryTheme>('page');
  return (
    <div className={styles.gallery} data-theme={theme === 'page' ? undefined : theme}>
      <PageHeading
        question="What are the parts made of?"
        answer="Every component, in every state it can have."
        note="Specimens with made-up content."
        actions={
          <SegmentedControl<GalleryTheme>
            label="Theme of the gallery"
            value={theme}
            onChange={setTheme}
            options={[
              { value: 'page', label: 'As the page' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
              { value: 'contrast', label: 'Contrast' },
            ]}
          />
        }
      />
      <div className={styles.sections}>
        <GalleryStates />
        <GalleryControls />
        <GalleryFeedback />
        <GalleryTable />
      </div>
    </div>
  );
}
