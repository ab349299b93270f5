import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Refusal } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import { Door } from './Door';

/** What was asked for: a link to an address. */
export interface Sent {
  email: string;
  hours: number;
  /** Where the server mails nothing, the link itself. */
  link?: string | null | undefined;
}

interface Ways {
  /** The request for the link. */
  verb: { isSending: boolean; refusal: Refusal | null };
  onAgain: () => void;
  onChange: () => void;
}

/** Says where the link went, and what to do when it does not come. */
export function CheckMail({ sent: { email, hours, link }, ...ways }: Ways & { sent: Sent }) {
  const { t } = useTranslation('front');
  // The form is gone, and the keyboard goes on at the beginning of what came instead.
  useEffect(() => document.getElementById('main')?.focus(), []);
  const facts = { email, count: hours };
  if (link) {
    return (
      <Door title={t('signUp.notSent')} lead={t('signUp.notSentMeans', facts)}>
        <InPlaceOfMail link={link} />
        <Button size="xs" variant="default" onClick={ways.onChange}>
          {t('signUp.change')}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('signUp.sent')} lead={t('signUp.sentMeans', facts)}>
      <NothingCame {...ways} />
    </Door>
  );
}

function NothingCame({ verb, onAgain, onChange }: Ways) {
  const { t } = useTranslation('front');
  const [isAskedAgain, setAskedAgain] = useState(false);
  const again = (): void => {
    setAskedAgain(true);
    onAgain();
  };
  return (
    <section aria-labelledby="nothing-came" className="lb-panel" style={{ padding: 16 }}>
      <Text id="nothing-came" fw={600}>
        {t('signUp.nothing')}
      </Text>
      <List size="sm" my="xs">
        {['nothing1', 'nothing2', 'nothing3'].map((advice) => (
          <List.Item key={advice}>{t(`signUp.${advice}`)}</List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button size="xs" variant="default" loading={verb.isSending} onClick={again}>
          {t('signUp.again')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onChange}>
          {t('signUp.change')}
        </Button>
      </Group>
      <RefusalNote refusal={verb.refusal} />
      <Text size="sm" role="status" mt={4}>
        {isAskedAgain && !verb.isSending && !verb.refusal && t('signUp.asked')}
      </Text>
    </section>
  );
}

/** The server may know itself by another name than this browser does, so the link is followed on this one. */
function InPlaceOfMail({ link }: { link: string }) {
  const { t } = useTranslation('front');
  const { pathname, hash } = new URL(link);
  return (
    <Alert color="amber" variant="light">
      {t('signUp.noMailer')}{' '}
      <Anchor component={Link} to={pathname + hash} inherit>
        {t('signUp.openLink')}
      </Anchor>
    </Alert>
  );
}
