import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { focusWrongHere } from '../../app/focusWrong';
import { useFormats } from '../../app/format';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors } from '../../app/useVerb';
import { CreateLotDocument, type CreateLotMutation, ListNewLotDocument } from '../../generated/leads';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';
import { PriceLadder } from '../../ui/PriceLadder';
import styles from './Dialog.module.css';
import type { LeadRow } from './leadKinds';
import { PricePreview } from './PricePreview';
import { RefusedLeads } from './RefusedLeads';
import { faultsOf, firstTerms, inputOf, TERMS_AT_FIELDS } from './terms';
import { TermsFields } from './TermsFields';

type Lot = Extract<CreateLotMutation['createLot'], { __typename: 'CreateLotPayload' }>['lot'];

/** Puts like leads together: first a draft with its exact price, then on sale. */
export function LotDialog({ leads, onClose }: { leads: readonly LeadRow[]; onClose(hasDraft: boolean): void }) {
  const { t } = useTranslation('leads');
  const [lot, setLot] = useState<Lot | null>(null);
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  const close = (): void => onClose(lot !== null);
  return (
    <FormDialog onClose={close} size="lg" title={t('lot.title', { count: leads.length })} {...state}>
      {lot ? (
        <DraftStep lot={lot} onState={setState} onClose={close} />
      ) : (
        <LotTermsStep leads={leads} onDraft={setLot} onState={setState} onClose={close} />
      )}
    </FormDialog>
  );
}

/** As long a name may be. */
const MOST_OF_NAME = 100;

/** What is wrong with a name, in the words of `lot`; that there is none yet is said once it was to be sent. */
function nameFaultOf(name: string): 'nameMissing' | 'nameFault' | null {
  if (name === '') return 'nameMissing';
  return name.length > MOST_OF_NAME ? 'nameFault' : null;
}

/** Leads of a lot are bought unseen as one thing, so they are of one country and alike in what makes their price. */
const isAlike = (leads: readonly LeadRow[]): boolean =>
  new Set(
    leads.map(({ niche, region, temperature, contactKind, verification }) =>
      [niche.id, region.countryCode, temperature, contactKind, verification.isVerified].join(),
    ),
  ).size === 1;

function LotTermsStep({
  leads,
  onDraft,
  onState,
  onClose,
}: {
  leads: readonly LeadRow[];
  onDraft(lot: Lot): void;
  onState(state: FormState): void;
  onClose(): void;
}) {
  const { t } = useTranslation('leads');
  const verb = useKeyedVerb(CreateLotDocument, 'createLot');
  const [name, setName] = useState('');
  const [first] = useState(() => ({ ...firstTerms(), isExclusive: true }));
  const [terms, setTerms] = useState(first);
  useTellForm(onState, { isSending: verb.isSending, isDirty: name !== '' || terms !== first });
  const fits = leads.length >= 2 && leads.length <= 100 && isAlike(leads);
  const [wasTried, setWasTried] = useState(false);
  const nameFault = nameFaultOf(name.trim());
  const create = async (): Promise<void> => {
    setWasTried(true);
    if (nameFault || Object.keys(faultsOf(terms)).length > 0) return focusWrongHere();
    const input = { name: name.trim(), leadIds: leads.map(({ id }) => id), terms: inputOf(terms) };
    const outcome = await verb.send({ input });
    if (outcome?.payload) onDraft(outcome.payload.lot);
  };
  const refused = verb.refusal && 'refused' in verb.refusal ? (verb.refusal.refused as LotRefused) : [];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('lot.means')}</Text>
        {!fits && (
          <Alert color="amber" variant="light">
            {t('lot.unlike')}
          </Alert>
        )}
        <TextInput
          label={t('lot.name')}
          description={t('lot.nameMeans')}
          value={name}
          onChange={({ currentTarget }) => {
            verb.mended('name');
            setName(currentTarget.value);
          }}
          error={
            nameFault && (wasTried || nameFault === 'nameFault')
              ? t(`lot.${nameFault}`, { count: MOST_OF_NAME })
              : fieldErrors(verb.refusal).name
          }
          data-autofocus
        />
        <TermsFields terms={terms} onChange={setTerms} refusal={verb.refusal} mended={verb.mended} isLot />
        {fits && <PricePreview leads={leads} terms={terms} isLot />}
        <div className={styles.footer}>
          <RefusalNote refusal={verb.refusal} fields={['name', ...TERMS_AT_FIELDS]} />
          <RefusedLeads refused={refused} names={new Map(leads.map(({ id, preview }) => [id, preview.text]))} />
          <Group justify="flex-end" mt={8}>
            <Button variant="default" onClick={onClose}>
              {t('common:act.cancel')}
            </Button>
            <Button type="submit" loading={verb.isSending} disabled={!fits}>
              {t('lot.create')}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}

type LotRefused = Extract<CreateLotMutation['createLot'], { __typename: 'LeadsNotListable' }>['refused'];

function DraftStep({ lot, onState, onClose }: { lot: Lot; onState(state: FormState): void; onClose(): void }) {
  const { t } = useTranslation('leads');
  const { money } = useFormats();
  const verb = useKeyedVerb(ListNewLotDocument, 'listLot');
  useTellForm(onState, { isSending: verb.isSending, isDirty: false });
  const [isListed, setIsListed] = useState(false);
  const list = async (): Promise<void> => {
    const outcome = await verb.send({ input: { lotId: lot.id } });
    if (outcome?.payload) setIsListed(true);
  };
  return (
    <Stack gap="md">
      <Text role="status" size="lg" className="lb-serif">
        {t(isListed ? 'lot.listed' : 'lot.drafted', { name: lot.name, price: money(lot.price) })}
      </Text>
      <PriceLadder lines={lot.priceLines} total={lot.price} />
      <RefusalNote refusal={verb.refusal} />
      <Group justify="flex-end">
        <Button component={Link} to={isListed ? `/listings?lot=${lot.id}` : '/listings?status=DRAFT'} variant="default">
          {t(isListed ? 'standing.seeLot' : 'lot.keep')}
        </Button>
        {isListed ? (
          <Button onClick={onClose}>{t('common:act.close')}</Button>
        ) : (
          <Button onClick={() => void list()} loading={verb.isSending} data-autofocus>
            {t('lot.list')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
