import { Anchor, Button, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, matches, useForm } from '@mantine/form';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { useDraft } from '../../app/useDraft';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { SignUpDocument, type SignUpKind } from '../../generated/front';
import { RefusalNote } from '../../ui/Failure';
import { CheckMail, type Sent } from './CheckMail';
import { countriesIn } from './countries';
import { Door } from './Door';
import { wayOn } from './home';

interface Values {
  organisationName: string;
  country: string | null;
  name: string;
  email: string;
}

const NOTHING: Values = { organisationName: '', country: null, name: '', email: '' };

/** Which field of the form the server means. */
const FIELDS: Readonly<Record<string, keyof Values>> = {
  'person.name': 'name',
  'person.email': 'email',
  'organisation.name': 'organisationName',
  'organisation.country': 'country',
};

/**
 * Asks to sign up an organisation, an agency or a business; the link that is mailed then leads on to its login. Which of
 * them stands in the address, and what is typed is kept until it is sent.
 */
export function SignUpPage() {
  const { t } = useTranslation('front');
  const { viewer } = useSession();
  const [search, setSearch] = useSearchParams();
  const kind: SignUpKind = search.get('kind') === 'agency' ? 'AGENCY' : 'BUSINESS';
  const signUp = useVerb(SignUpDocument, 'signUp');
  const [sent, setSent] = useState<Sent | null>(null);
  const [draft, setDraft, forgetDraft] = useDraft('signUp', NOTHING);
  const form = useForm<Values>({
    initialValues: draft,
    onValuesChange: setDraft,
    // All that is wrong is said at once; what only the server can know follows.
    validate: {
      organisationName: isNotEmpty(t('signUp.nameMissing')),
      country: isNotEmpty(t('signUp.countryMissing')),
      name: isNotEmpty(t('signUp.personMissing')),
      email: matches(/^\s*\S+@\S+\s*$/, t('signUp.emailMissing')),
    },
  });
  if (viewer) return <Navigate to={wayOn(search, viewer)} replace />;

  const send = async ({ organisationName, country, ...person }: Values): Promise<void> => {
    const organisation = { kind, name: organisationName, country: country! };
    const outcome = await signUp.send({ input: { person, organisation } });
    if (outcome?.payload) {
      forgetDraft();
      setSent({ ...outcome.payload, email: person.email.trim() });
    }
    for (const [path, message] of Object.entries(fieldErrors(outcome?.refusal ?? null))) {
      const field = FIELDS[path];
      if (field) form.setFieldError(field, message);
    }
  };
  if (sent) {
    const again = (): Promise<void> => send(form.values);
    return <CheckMail sent={sent} verb={signUp} onAgain={() => void again()} onChange={() => setSent(null)} />;
  }
  const choose = (next: SignUpKind): void =>
    setSearch((now) => ({ ...Object.fromEntries(now), kind: next.toLowerCase() }), { replace: true });
  const toFirst = (errors: object): void => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
  return (
    <Door title={t('signUp.title')} lead={t('signUp.lead')}>
      <form onSubmit={form.onSubmit((values) => void send(values), toFirst)} noValidate>
        <Stack gap="sm">
          <KindChoice kind={kind} onChange={choose} />
          <TextInput
            label={t('field.organisationName')}
            autoComplete="organization"
            required
            {...form.getInputProps('organisationName')}
          />
          <CountrySelect {...form.getInputProps('country')} />
          <TextInput label={t('field.name')} autoComplete="name" required {...form.getInputProps('name')} />
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <RefusalNote refusal={signUp.refusal} fields={Object.keys(FIELDS)} />
          <Button type="submit" loading={signUp.isSending}>
            {t('signUp.do')}
          </Button>
        </Stack>
      </form>
      <span>
        {t('signUp.known')}{' '}
        <Anchor component={Link} to="/log-in">
          {t('logIn.do')}
        </Anchor>
      </span>
    </Door>
  );
}

function KindChoice({ kind, onChange }: { kind: SignUpKind; onChange: (kind: SignUpKind) => void }) {
  const { t } = useTranslation('front');
  return (
    <div>
      <SegmentedControl
        fullWidth
        aria-label={t('signUp.kind')}
        value={kind}
        onChange={(value) => onChange(value)}
        data={[
          { value: 'BUSINESS', label: t('signUp.business') },
          { value: 'AGENCY', label: t('signUp.agency') },
        ]}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t(kind === 'AGENCY' ? 'signUp.agencyMeans' : 'signUp.businessMeans')}
      </Text>
    </div>
  );
}

function CountrySelect(props: { value?: string | null; onChange?: (value: string | null) => void; error?: ReactNode }) {
  const { t, i18n } = useTranslation('front');
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  return (
    <Select
      label={t('field.country')}
      data={countries}
      searchable
      selectFirstOptionOnChange
      required
      autoComplete="country-name"
      {...props}
    />
  );
}
