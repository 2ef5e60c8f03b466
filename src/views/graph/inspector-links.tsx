import type { ReactNode } from 'react';
import type { EdgeRow, ItemDetail } from '../../derive/types.ts';
import type { Relation } from '../../model/plan.ts';
import { ItemLink } from '../../parts/links.tsx';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Badge } from '../../ui/badge.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './inspector.module.css';
import { useInspectorWords } from './inspector-words.ts';
import { useSnapshotRow } from './use-snapshot-row.ts';
import { useGraphWords } from './words.tsx';

/** What the item waits for, what waits for it, what it holds, and what it is otherwise tied to. */
export function InspectorLinks({ detail }: { readonly detail: ItemDetail }): ReactNode {
  const words = useInspectorWords();
  const { item } = detail;
  return (
    <div className={styles.stack}>
      <Section title={words.dependsOn} isEmpty={detail.dependsOn.length === 0}>
        {detail.dependsOn.map((edge) => (
          <EdgeLine key={edge.on} edge={edge} other={edge.on} />
        ))}
      </Section>
      <Section title={words.dependents} isEmpty={detail.dependents.length === 0}>
        {detail.dependents.map((edge) => (
          <EdgeLine key={edge.item} edge={edge} other={edge.item} />
        ))}
      </Section>
      {item.parent !== undefined && (
        <Section title={words.partOf} isEmpty={false}>
          <Line id={item.parent} />
        </Section>
      )}
      {detail.children.length > 0 && (
        <Section title={words.children} isEmpty={false}>
          {detail.children.map((child) => (
            <Line key={child.id} id={child.id} />
          ))}
        </Section>
      )}
      {detail.relations.length > 0 && (
        <Section title={words.relations} isEmpty={false}>
          {detail.relations.map((relation) => (
            <RelationLine
              key={JSON.stringify([relation.from, relation.kind, relation.to])}
              relation={relation}
            />
          ))}
        </Section>
      )}
    </div>
  );
}

function Section({
  title,
  isEmpty,
  children,
}: {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const words = useInspectorWords();
  return (
    <section>
      <h3 className={styles.subheading}>{title}</h3>
      {isEmpty ? (
        <p className={styles.muted}>{words.none}</p>
      ) : (
        <ul className={styles.rows}>{children}</ul>
      )}
    </section>
  );
}

function EdgeLine({ edge, other }: { readonly edge: EdgeRow; readonly other: string }): ReactNode {
  const { standing } = useGraphWords();
  const words = useInspectorWords();
  return (
    <Line id={other}>
      <Badge look="outline">{standing[edge.status]}</Badge>
      {edge.origin !== 'explicit' && <Badge>{words.origin[edge.origin]}</Badge>}
      {edge.redundant && <Badge>{words.redundant}</Badge>}
      {edge.condition !== undefined && (
        <span className={styles.note}>
          <SafeText text={edge.condition} />
        </span>
      )}
    </Line>
  );
}

/** An item by its id; one that the plan lacks is named and leads nowhere. */
function Line({ id, children }: { readonly id: string; readonly children?: ReactNode }): ReactNode {
  const words = useInspectorWords();
  const states = useStateWords();
  const row = useSnapshotRow(id);
  return (
    <li className={styles.row}>
      {row === undefined ? (
        <>
          <StateGlyph tone="unknown" size={14} />
          <CodeRef code={id} id strong /> <span className={styles.note}>{words.dangling}</span>
        </>
      ) : (
        <>
          <StateGlyph tone={itemTone[row.state]} size={14} label={states.item[row.state]} />
          <ItemLink item={id} className={styles.link}>
            <CodeRef code={id} id strong /> <SafeText text={row.title} />
          </ItemLink>
        </>
      )}
      {children}
    </li>
  );
}

function RelationLine({ relation }: { readonly relation: Relation }): ReactNode {
  const words = useInspectorWords();
  return (
    <li className={styles.row}>
      <End id={relation.from} /> {words.relation[relation.kind]} <End id={relation.to} />
      <Badge look="outline">{words.stated[relation.stated]}</Badge>
      {relation.note !== undefined && (
        <span className={styles.note}>
          <SafeText text={relation.note} />
        </span>
      )}
    </li>
  );
}

function End({ id }: { readonly id: string }): ReactNode {
  const row = useSnapshotRow(id);
  const code = <CodeRef code={id} id strong />;
  if (row === undefined) return code;
  return (
    <ItemLink item={id} className={styles.link}>
      {code}
    </ItemLink>
  );
}
