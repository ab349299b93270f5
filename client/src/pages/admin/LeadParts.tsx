import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { LeadSourceFieldsFragment, QuarantinedFieldsFragment } from '../../generated/admin';
import { figures, TableHead } from '../../ui/Table';
import { useProofMethod } from '../../ui/useProofMethod';
import { When } from '../../ui/When';
import { Recordings } from '../recordings/Recordings';
import { heaviestFirst } from './heaviestFirst';
import styles from './quarantine.module.css';

/** What a lead says of itself, and what is proven of it. */
export function LeadFacts({ lead }: { lead: QuarantinedFieldsFragment }) {
  const { t } = useTranslation('admin');
  const { answer, moment } = useFormats();
  const { agency, niche, region, temperature, contactKind, channel, touches, submittedAt, preview, source } = lead;
  const proofMethod = useProofMethod();
  const proofs = lead.verification.proofs.map(({ channel, method, at, alsoGivenAt }) =>
    t(`staffLead.proof.${channel}`, {
      method: proofMethod(t(`staffLead.proofBy.${method}`), { alsoGivenAt }),
      moment: moment(at),
    }),
  );
  const facts = [
    [t('quarantine.agency'), agency.name],
    [t('quarantine.about'), `${niche.name}, ${region.name}`],
    [
      t('quarantine.kind'),
      [
        t(`common:temperature.${temperature}`),
        t(`common:contactKind.${contactKind}`),
        t(`common:channel.${channel}`),
      ].join(', '),
    ],
    [t('quarantine.came'), <When key="came" at={submittedAt} />],
    [t('staffLead.proven'), proofs.join('; ') || t('staffLead.unproven')],
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
  [form?.name, utmSource, utmMedium, utmCampaign, referrer, landingPage].filter(Boolean).join('; ');

/** What the checks found, the heaviest first. */
export function Findings({ lead: { signals, weight } }: { lead: QuarantinedFieldsFragment }) {
  const { t } = useTranslation('admin');
  return (
    <table className="lb-table">
      <caption className="lb-visually-hidden">{t('quarantine.findings')}</caption>
      <TableHead columns={[t('quarantine.found'), ...figures([t('quarantine.against')])]} />
      <tbody>
        {heaviestFirst(signals).map(({ code, weight: part, evidence }) => (
          <tr key={code} className={part > 0 ? undefined : styles.note}>
            <td>{evidence}</td>
            <td className="lb-number">{part}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t('quarantine.sum')} <span className="lb-soft">{t('quarantine.sumMeans')}</span>
          </th>
          <td className="lb-number">
            <strong>{weight}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The calls that the agency recorded: heard for a reason that is recorded. */
export function Calls({ recordings }: Pick<QuarantinedFieldsFragment, 'recordings'>) {
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
