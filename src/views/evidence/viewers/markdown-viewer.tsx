import { type ComponentProps, type ReactNode, useEffect, useMemo, useRef } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { Banner } from '../../../ui/feedback.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { markLines } from './mark-lines.ts';
import { pointedLines, splitLines } from './text-lines.ts';
import { TextViewer } from './text-viewer.tsx';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Characters; rendering more would hold up the page. */
const largest = 1024 * 1024;

/**
 * Markdown as a document: HTML in it stays text, images are named and not loaded, and every link goes
 * through the one component that judges addresses.
 */
export function MarkdownViewer(props: TextViewerProps): ReactNode {
  const words = useViewerWords();
  if (props.text.length > largest) {
    return (
      <div className={styles.viewer}>
        <p className={styles.quiet}>{words.markdownTooLarge}</p>
        <TextViewer {...props} />
      </div>
    );
  }
  return <MarkdownDocument {...props} />;
}

const remarkPlugins = [remarkGfm];
/** Nothing is repaired or removed here: the link component judges the address as it was written. */
const keepAddress = (address: string): string => address;

function MarkdownDocument({ name, text, pointer }: TextViewerProps): ReactNode {
  const words = useViewerWords();
  const box = useRef<HTMLElement>(null);
  const lines = useMemo(() => splitLines(text), [text]);
  const range = useMemo(() => pointedLines(lines, pointer), [lines, pointer]);
  const plugins = useMemo(() => [markLines(range)], [range]);
  useEffect(() => {
    if (range === undefined) return;
    box.current?.querySelector('[aria-current="location"]')?.scrollIntoView({ block: 'nearest' });
  }, [range]);
  const isMissing = range === undefined && (pointer?.kind === 'lines' || pointer?.kind === 'test');
  return (
    <div className={styles.viewer}>
      {isMissing && (
        <Banner tone="missing" title={words.notFound}>
          {pointer.kind === 'lines'
            ? words.noSuchLine(lines.length)
            : words.noSuchCase(pointer.name)}
        </Banner>
      )}
      <section
        ref={box}
        className={styles.document}
        aria-label={words.documentOf(name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <Markdown
          remarkPlugins={remarkPlugins}
          rehypePlugins={plugins}
          components={components}
          urlTransform={keepAddress}
        >
          {text}
        </Markdown>
      </section>
    </div>
  );
}

type Tag = 'h3' | 'h4' | 'h5' | 'h6' | 'p' | 'li' | 'pre' | 'blockquote' | 'tr';

interface BlockProps {
  readonly children?: ReactNode;
  readonly 'data-pointed'?: string;
}

/** A block that can be the pointed one. Headings begin below those of the page. */
function block(As: Tag): (props: BlockProps) => ReactNode {
  return function Block({ children, 'data-pointed': pointed }) {
    return (
      <As
        aria-current={pointed === 'true' ? 'location' : undefined}
        className={pointed === 'true' ? styles.pointed : undefined}
      >
        {children}
      </As>
    );
  };
}

function MarkdownLink({ href, children }: ComponentProps<'a'>): ReactNode {
  const label = textOf(children);
  // A jump inside the document would take the place in the app out of the address.
  if (href?.startsWith('#') === true) return children;
  return <ExternalLink address={href ?? ''} {...(label !== '' && label !== href && { label })} />;
}

/** Nothing is fetched because a document names it. */
function NamedImage({ src, alt }: ComponentProps<'img'>): ReactNode {
  const words = useViewerWords();
  const address = typeof src === 'string' ? src : '';
  return (
    <span className={styles.image}>
      <SafeText text={`${words.imageNotLoaded}: ${alt ?? ''}`} /> <ExternalLink address={address} />
    </span>
  );
}

function Task({ checked }: ComponentProps<'input'>): ReactNode {
  const words = useViewerWords();
  return (
    <span role="img" aria-label={checked === true ? words.done : words.notDone}>
      {checked === true ? '☑' : '☐'}
    </span>
  );
}

const components: Components = {
  h1: block('h3'),
  h2: block('h4'),
  h3: block('h5'),
  h4: block('h6'),
  h5: block('h6'),
  h6: block('h6'),
  p: block('p'),
  li: block('li'),
  pre: block('pre'),
  blockquote: block('blockquote'),
  tr: block('tr'),
  a: MarkdownLink,
  img: NamedImage,
  input: Task,
};

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  return '';
}
