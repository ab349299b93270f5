import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { LeadSourceFieldsFragment, QuarantinedFieldsFragment } from '../../generated/admin';
import { figures, TableHead } from '../../ui/Table';
import { When } from '../../ui/When';
import { Recordings } from '../recordings/Recordings';
import { ConsentRecord } from './ConsentRecord';
import { QuarantineDecision } from './QuarantineDecision';
import { QuarantineLikeness } from './QuarantineLikeness';
import { RevealContact } from './RevealContact';
import styles from './quarantine.module.css';

interface Props {
  lead: QuarantinedFieldsFragment;
  /** True when the person moved on to this lead, so that the keyboard follows. */
  takesFocus: boolean;
  position: { place: number; count: number };
  onMove(steps: 1 | -1): void;
  onDecided(): void;
  onStale(): void;
}

/** One lead in quarantine: what it says, what was found, under which consent, and the decision. */
export function QuarantineCase({ lead, takesFocus, position, onMove, onDecided, onStale }: Props) {
  const { t } = useTranslation('admin');
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
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed" className={styles.position}>
            {t('quarantine.position', position)}
          </Text>
          <Step label={t('quarantine.previous')} isOff={position.place === 1} onClick={() => onMove(-1)}>
            <ChevronLeft size={16} aria-hidden />
          </Step>
          <Step label={t('quarantine.next')} isOff={position.place === position.count} onClick={() => onMove(1)}>
            <ChevronRight size={16} aria-hidden />
          </Step>
        </Group>
      </Group>
      <Facts lead={lead} />
      <Findings lead={lead} />
      <ConsentRecord consent={lead.consent} />
      {lead.recordings.length > 0 && <Calls recordings={lead.recordings} />}
      {lead.likeness ? <QuarantineLikeness lead={lead} likeness={lead.likeness} /> : <RevealContact leadId={lead.id} />}
      <QuarantineDecision lead={lead} onDecided={onDecided} onStale={onStale} />
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

function Facts({ lead }: { lead: QuarantinedFieldsFragment }) {
  const { t } = useTranslation('admin');
  const { answer } = useFormats();
  const { agency, niche, region, temperature, contactKind, channel, touches, submittedAt, preview, source } = lead;
  const facts = [
    [t('quarantine.agency'), agency.name],
    [t('quarantine.about'), `${niche.name} · ${region.name}`],
    [
      t('quarantine.kind'),
      [
        t(`common:temperature.${temperature}`),
        t(`common:contactKind.${contactKind}`),
        t(`common:channel.${channel}`),
      ].join(' · '),
    ],
    [t('quarantine.came'), <When key="came" at={submittedAt} />],
    ...(touches.count > 0 ? [[t('quarantine.touches'), t('quarantine.touched', { count: touches.count })]] : []),
    ...(source ? [[t('quarantine.source'), sourceWords(source)]] : []),
    ...preview.answers.map(({ field, value }) => [field?.label ?? t('quarantine.droppedQuestion'), answer(value)]),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value], place) => (
        <div key={place}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The form that a person sent and how she came there, in one line. */
const sourceWords = ({ form, utmSource, utmMedium, utmCampaign, referrer, landingPage }: LeadSourceFieldsFragment) =>
  [form?.name, utmSource, utmMedium, utmCampaign, referrer, landingPage].filter(Boolean).join(' · ');

function Findings({ lead: { signals, weight } }: { lead: QuarantinedFieldsFragment }) {
  const { t } = useTranslation('admin');
  return (
    <table className="lb-table">
      <caption className="lb-visually-hidden">{t('quarantine.findings')}</caption>
      <TableHead columns={[t('quarantine.found'), ...figures([t('quarantine.against')])]} />
      <tbody>
        {[...signals]
          .sort((first, second) => second.weight - first.weight)
          .map(({ code, weight: part, evidence }) => (
            <tr key={code} className={part > 0 ? undefined : styles.note}>
              <td>{evidence}</td>
              <td className="lb-number">{part}</td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('quarantine.sum')}</th>
          <td className="lb-number">
            <strong>{weight}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The calls that the agency recorded: heard for a reason that is recorded. */
function Calls({ recordings }: Pick<QuarantinedFieldsFragment, 'recordings'>) {
  const { t } = useTranslation('recordings');
  return (
    <section>
      <Title order={3} size="h6">
        {t('title')}
      </Title>
      <Recordings recordings={recordings} />
    </section>
  );
}
