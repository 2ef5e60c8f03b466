import type { ReactNode } from 'react';
import type { Catalogue } from '../../derive/catalogue.ts';
import type { Register } from '../../model/document.ts';
import type { ItemId } from '../../model/ids.ts';
import { ItemLink } from '../../parts/links.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import styles from './documents.module.css';
import { useDocumentsWords } from './words/use-documents-words.ts';

/** What stands against the list as a whole: numbers, steps, and registers that differ. */
export function CatalogueRemarks({
  catalogue: { entries, collisions, gaps, uncovered, shared, unlisted, differences },
  registers,
}: {
  readonly catalogue: Catalogue;
  readonly registers: readonly Register[];
}): ReactNode {
  const words = useDocumentsWords();
  const paths = new Map(entries.map(({ document }) => [document.id, document.path]));
  const name = (path: string): string => path.split('/').at(-1) ?? path;
  const nameOf = (id: (typeof differences)[number]['documents'][number]): string =>
    name(paths.get(id) ?? id);
  const titles = new Map(registers.map(({ id, title }) => [id, title]));
  const blocks = [
    collisions.length > 0 && (
      <Block key="collisions" title={words.collisions}>
        {collisions.map(({ register, number, documents }) => (
          <li key={JSON.stringify([register, number])}>
            <strong>{words.collision(number, documents.length)}</strong>
            <span className={styles.quiet}>
              <SafeText text={documents.map(nameOf).join(', ')} />
            </span>
          </li>
        ))}
      </Block>
    ),
    gaps.length > 0 && (
      <Block key="gaps" title={words.gaps}>
        {gaps.map(({ register, phase, numbers, count }) => (
          <li key={JSON.stringify([register, phase])}>
            <SafeText
              text={words.gapOf(
                phase ?? (register === undefined ? '' : (titles.get(register) ?? register)),
                numbers,
                count,
              )}
            />
          </li>
        ))}
      </Block>
    ),
    uncovered.length > 0 && (
      <Block key="uncovered" title={words.uncovered}>
        {uncovered.map(({ parent, steps }) => (
          <li key={parent ?? ''}>
            <Steps steps={steps} />
          </li>
        ))}
      </Block>
    ),
    shared.length > 0 && (
      <Block key="shared" title={words.shared}>
        {shared.map(({ step, documents }) => (
          <li key={JSON.stringify([step, documents])}>
            <ItemLink item={step}>
              <SafeText text={step} />
            </ItemLink>
            : {words.sharedStep(documents.length)}
            <span className={styles.quiet}>
              <SafeText text={documents.map(nameOf).join(', ')} />
            </span>
          </li>
        ))}
      </Block>
    ),
    unlisted.length > 0 && (
      <Block key="unlisted" title={words.unlisted}>
        {unlisted.map(({ register, path }) => (
          <li key={JSON.stringify([register, path])}>
            <CodeRef code={path} />
          </li>
        ))}
      </Block>
    ),
    differences.length > 0 && (
      <Block key="differences" title={words.differences}>
        {differences.map(({ path, in: what }) => (
          <li key={path}>
            <CodeRef code={name(path)} />
            <span className={styles.quiet}>{words.differ(what)}</span>
          </li>
        ))}
      </Block>
    ),
  ].filter((block) => block !== false);
  if (blocks.length === 0) return null;
  return (
    <Panel title={words.whole}>
      <div className={styles.blocks}>{blocks}</div>
    </Panel>
  );
}

function Block({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section aria-label={title}>
      <h3 className={styles.subheading}>{title}</h3>
      <ul className={styles.facts}>{children}</ul>
    </section>
  );
}

function Steps({ steps }: { readonly steps: readonly ItemId[] }): ReactNode {
  return (
    <span className={styles.many}>
      {steps.map((step) => (
        <ItemLink key={step} item={step}>
          <SafeText text={step} />
        </ItemLink>
      ))}
    </span>
  );
}
