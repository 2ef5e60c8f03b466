import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { useAnnounce } from './live-region.tsx';
import { useWording } from './wording/use-wording.ts';

export interface CopyButtonProps {
  /** What goes to the clipboard. */
  readonly text: string;
  /** What is copied, such as "Copy digest". */
  readonly label?: string;
  /** Writes the label out; otherwise it is an icon with a tooltip. */
  readonly look?: 'icon' | 'button';
}

type Outcome = 'idle' | 'done' | 'failed';

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label, look = 'icon' }: CopyButtonProps): ReactNode {
  const words = useWording();
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (next: Outcome): void => {
    setOutcome(next);
    announce(next === 'done' ? words.copied : words.copyFailed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOutcome('idle'), 2000);
  };
  const copy = (): void => {
    // On a page without a secure context the browser has no clipboard at all.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard === undefined) settle('failed');
    else
      clipboard.writeText(text).then(
        () => settle('done'),
        () => settle('failed'),
      );
  };

  const name = label ?? words.copy;
  const shown = outcome === 'done' ? words.copied : outcome === 'failed' ? words.copyFailed : name;
  const icon = <Icon of={outcome === 'done' ? Check : Copy} />;
  return look === 'icon' ? (
    <IconButton label={shown} icon={icon} size="small" onClick={copy} />
  ) : (
    <Button icon={icon} onClick={copy}>
      {shown}
    </Button>
  );
}
