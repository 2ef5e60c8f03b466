import { type ReactNode, useEffect } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { SafeText } from '../ui/safe-text.tsx';
import { useFormat } from '../ui/wording/use-format.ts';
import styles from './print-head.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/**
 * What stands above a printed page, and on each sheet where the browser prints margin boxes: which
 * plan, which bundle, judged when.
 */
export function PrintHead({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useShellWords();
  const format = useFormat();
  const { info, revision, bundle, sample } = snapshot;
  const title = `${info.title} · ${revision.label ?? revision.id}${sample ? ` · ${words.sample}` : ''}`;
  const bundleText = words.printBundle(bundle.bundleId);
  const instant = words.asOf(format.exactTime(snapshot.asOf) ?? snapshot.asOf);
  const keys = snapshot.keys?.tried.length ?? 0;
  const asOf = keys === 0 ? instant : `${instant} · ${words.withOwnKeys(keys)}`;
  useEffect(() => {
    const texts = {
      '--print-title': title,
      '--print-bundle': words.printBundle(bundle.bundleId.slice(0, 16)),
      '--print-as-of': asOf,
    };
    const { style } = document.documentElement;
    for (const [name, text] of Object.entries(texts)) style.setProperty(name, cssString(text));
    return () => {
      for (const name of Object.keys(texts)) style.removeProperty(name);
    };
  }, [title, bundle.bundleId, asOf, words]);
  return (
    <header className={styles.head} data-print="only">
      <strong>
        <SafeText text={title} />
      </strong>
      <span>{asOf}</span>
      <code>{bundleText}</code>
    </header>
  );
}

/** The style sheet of the page sets these between the margins of each sheet. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\p{Cc}]/gu, ' ')}"`;
}
