import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './external-link.module.css';
import { parseExternalUrl } from './external-url.ts';
import { Icon } from './icon.tsx';
import { SafeText } from './safe-text.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import { useWording } from './wording/use-wording.ts';

export interface ExternalLinkProps {
  /** An address from a bundle, not trusted. */
  readonly address: string;
  /** Words for it, not trusted either; the address itself when absent. */
  readonly label?: string;
}

/**
 * The one component that turns an address from a bundle into a link. The host is always shown;
 * an address that is refused stays visible as text, with the reason.
 */
export function ExternalLink({ address, label }: ExternalLinkProps): ReactNode {
  const words = useWording();
  const url = parseExternalUrl(address);
  if (!url.ok) {
    return (
      <span className={styles.refused}>
        {label !== undefined && <SafeText text={label} />}
        <SafeText text={address} className={styles.address} />
        <span className={styles.reason}>{words.linkRefused[url.reason]}</span>
      </span>
    );
  }
  if (url.kind === 'mail') {
    return (
      <a className={styles.link} href={url.href} rel="noopener noreferrer">
        <SafeText text={label ?? url.address} />{' '}
        <VisuallyHidden>({words.opensMail(url.address)})</VisuallyHidden>
      </a>
    );
  }
  return (
    <a className={styles.link} href={url.href} target="_blank" rel="noopener noreferrer">
      <SafeText text={label ?? url.href} />
      {label !== undefined && (
        <span className={styles.host} aria-hidden>
          {url.secure ? url.host : `http://${url.host}`}
        </span>
      )}
      <Icon of={ArrowUpRight} size={12} className={styles.arrow} />{' '}
      <VisuallyHidden>({words.opensHost(url.host)})</VisuallyHidden>
    </a>
  );
}
