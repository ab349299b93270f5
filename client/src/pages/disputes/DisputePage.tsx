import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { useLive } from '../../app/useLive';
import { DisputeChangedDocument, DisputeDocument, type DisputeFieldsFragment } from '../../generated/disputes';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { ClaimedClicks } from '../clicks/ClaimedClicks';
import { hasDisputes } from './area';
import { AnswerForm } from './AnswerForm';
import { Actions } from './Actions';
import { Decided, Opened } from './Results';
import { DecisionForm } from './DecisionForm';
import { MoneyPanel } from './MoneyPanel';
import { Overtaken } from './Overtaken';
import { useSide } from './side';
import { Sides } from './Sides';
import { useTitle } from './subject';
import { StateChip } from './StateChip';
import { Steps } from './Steps';
import { TurnBar } from './TurnBar';
import { useArrival } from './useArrival';
import { useCases } from './useCases';
import styles from './disputes.module.css';

/** One dispute, for each of its sides and for the platform; it follows every step by itself. */
export function DisputePage() {
  const { id = '' } = useParams();
  const isHidden = !hasDisputes(useViewer());
  const { data, error, refetch } = useQuery(DisputeDocument, { variables: { id }, skip: isHidden });
  const dispute = data?.dispute;
  useLive(DisputeChangedDocument, { id }, { isOff: !dispute });
  if (isHidden) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return dispute ? <Case key={id} dispute={dispute} /> : <Missing />;
}

function Case({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const arrival = useArrival(dispute);
  const side = useSide();
  const cases = useCases(dispute.id);
  const [isDecidedHere, setIsDecidedHere] = useState(false);
  const { state, buyer, agency } = dispute;
  const [wasToDecide, setWasToDecide] = useState(false);
  if (state === 'REVIEW' && !wasToDecide) setWasToDecide(true);
  const title = useTitle(dispute);
  return (
    <Page
      title={title}
      lead={
        <span className={styles.lead}>
          <StateChip state={state} /> {t('dispute.between', { buyer: buyer.name, agency: agency.name })}
        </span>
      }
      actions={<Actions dispute={dispute} cases={cases} />}
    >
      {arrival.isJustOpened && <Opened dispute={dispute} />}
      {isDecidedHere && <Decided dispute={dispute} cases={cases} />}
      {side === 'PLATFORM' && !isDecidedHere && <Overtaken dispute={dispute} wasToDecide={wasToDecide} />}
      <TurnBar dispute={dispute} />
      <Sides dispute={dispute} />
      {dispute.kind === 'CLICK_BATCH' && (
        <ClaimedClicks disputeId={dispute.id} areNamed={Boolean(dispute.part?.clicks)} />
      )}
      {state === 'OPEN' && side === 'AGENCY' && <AnswerForm dispute={dispute} />}
      {state === 'REVIEW' && side === 'PLATFORM' && (
        <DecisionForm dispute={dispute} act={arrival.act} onDecided={() => setIsDecidedHere(true)} />
      )}
      <div className={styles.below}>
        <Steps dispute={dispute} />
        <Stack gap="md">
          <MoneyPanel dispute={dispute} />
        </Stack>
      </div>
    </Page>
  );
}
