import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarantinedFieldsFragment } from '../../generated/admin';
import { ConsentRecord } from './ConsentRecord';
import { Calls, Findings, LeadFacts } from './LeadParts';
import { QuarantineDecision } from './QuarantineDecision';
import { QuarantineLikeness } from './QuarantineLikeness';
import { RevealContact } from './RevealContact';
import styles from './quarantine.module.css';

interface Props {
  lead: QuarantinedFieldsFragment;
  /** True when the person moved on to this lead, so that the keyboard follows. */
  takesFocus: boolean;
  /** True when it came by itself after a decision. */
  cameByItself: boolean;
  /** Its place among all that wait; null for one that was opened alone. */
  position: { place: number; total: { count: number; hasMore: boolean } } | null;
  onMove(steps: 1 | -1): void;
  onDecided(): void;
  onStale(): void;
}

/** One lead in quarantine: what it says, what was found, under which consent, and the decision. */
export function QuarantineCase({ lead, takesFocus, cameByItself, position, onMove, onDecided, onStale }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <article className={styles.case} aria-labelledby="case-title">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4" id="case-title" tabIndex={-1} ref={heading} className={styles.title}>
          {lead.preview.text}
        </Title>
        {position && <Steps {...position} onMove={onMove} />}
      </Group>
      <LeadFacts lead={lead} />
      <Findings lead={lead} />
      <ConsentRecord consent={lead.consent} />
      {lead.recordings.length > 0 && <Calls recordings={lead.recordings} />}
      {lead.likeness ? <QuarantineLikeness lead={lead} likeness={lead.likeness} /> : <RevealContact leadId={lead.id} />}
      <QuarantineDecision lead={lead} cameByItself={cameByItself} onDecided={onDecided} onStale={onStale} />
    </article>
  );
}

function Step({
  label,
  isOff,
  onClick,
  children,
}: {
  label: string;
  isOff: boolean;
  onClick(): void;
  children: ReactNode;
}) {
  return (
    <ActionIcon variant="default" aria-label={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

type StepsProps = NonNullable<Props['position']> & Pick<Props, 'onMove'>;

/** Where the lead stands in the queue, and the ways to those beside it. */
function Steps({ place, total, onMove }: StepsProps) {
  const { t } = useTranslation('admin');
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="sm" c="dimmed" className={styles.position}>
        {t(total.hasMore ? 'quarantine.positionOrMore' : 'quarantine.position', { place, count: total.count })}
      </Text>
      <Step label={t('quarantine.previous')} isOff={place === 1} onClick={() => onMove(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </Step>
      <Step label={t('quarantine.next')} isOff={place === total.count && !total.hasMore} onClick={() => onMove(1)}>
        <ChevronRight size={16} aria-hidden />
      </Step>
    </Group>
  );
}
