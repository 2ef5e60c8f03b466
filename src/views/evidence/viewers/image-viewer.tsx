import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '../../../ui/feedback.tsx';
import styles from './viewer.module.css';
import { imageType } from './viewer-kind.ts';
import type { BytesViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** A picture through `<img>`, where a drawing runs no script and fetches nothing. */
export function ImageViewer({ name, path, mediaType, bytes }: BytesViewerProps): ReactNode {
  const words = useViewerWords();
  const [address, setAddress] = useState<string | undefined>(undefined);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(
      new Blob([new Uint8Array(bytes)], { type: imageType(mediaType, path) }),
    );
    setAddress(made);
    setIsBroken(false);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType, path]);
  if (isBroken) {
    return (
      <Banner tone="failed" title={words.imageFailed}>
        {words.imageFailedWhy}
      </Banner>
    );
  }
  return (
    <div className={styles.picture}>
      {address !== undefined && <img src={address} alt={name} onError={() => setIsBroken(true)} />}
    </div>
  );
}
