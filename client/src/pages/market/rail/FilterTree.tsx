import { Checkbox } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import { ancestorsOf, type FilterNode } from './tree';
import styles from './Rail.module.css';

interface FilterTreeProps {
  nodes: readonly FilterNode[];
  chosen: readonly string[];
  onToggle(key: string): void;
  opened: readonly string[];
  onOpen(opened: string[]): void;
}

/** A tree of filters with counts. What lies above a choice stands open. */
export function FilterTree(props: FilterTreeProps) {
  const onTheWay = props.chosen.flatMap((key) => ancestorsOf(props.nodes, key));
  return <Branch {...props} parentKey={null} opened={[...new Set([...props.opened, ...onTheWay])]} />;
}

function Branch({ parentKey, ...props }: FilterTreeProps & { parentKey: string | null }) {
  const { t } = useTranslation('market');
  const { nodes, chosen, onToggle, opened, onOpen } = props;
  return (
    <ul className={styles.branch}>
      {nodes
        .filter((node) => node.parentKey === parentKey)
        .map((node) => {
          const isOpen = opened.includes(node.key);
          return (
            <li key={node.key}>
              <div className={styles.node}>
                <CountedCheckbox
                  label={node.label}
                  count={node.count}
                  isChosen={chosen.includes(node.key)}
                  onToggle={() => onToggle(node.key)}
                />
                {node.canOpen && (
                  <button
                    type="button"
                    className={styles.opener}
                    aria-expanded={isOpen}
                    aria-label={t('rail.under', { name: node.label })}
                    onClick={() => onOpen(isOpen ? opened.filter((key) => key !== node.key) : [...opened, node.key])}
                  >
                    <ChevronRight size={14} aria-hidden />
                  </button>
                )}
              </div>
              {isOpen && node.canOpen && <Branch {...props} parentKey={node.key} />}
            </li>
          );
        })}
    </ul>
  );
}

/** One choice with how many listings it would show. */
export function CountedCheckbox({
  label,
  count,
  isChosen,
  onToggle,
}: {
  label: string;
  count: number | null;
  isChosen: boolean;
  onToggle(): void;
}) {
  const { number } = useFormats();
  return (
    <Checkbox
      size="xs"
      checked={isChosen}
      onChange={onToggle}
      classNames={{
        root: styles.choice,
        body: styles.choiceBody,
        labelWrapper: styles.choiceText,
        label: styles.label,
      }}
      label={
        <>
          <span>{label}</span>
          {count !== null && <span className={styles.count}>{number(count)}</span>}
        </>
      }
    />
  );
}
