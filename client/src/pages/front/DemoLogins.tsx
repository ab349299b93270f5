import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DemoLogin {
  role: string;
  email: string;
  password: string;
}

/** One button for each demo login; nothing where the server has none, as in production. */
export function DemoLogins({
  isBusy,
  onChoose,
}: {
  isBusy: boolean;
  onChoose: (login: { email: string; password: string }) => void;
}) {
  const { t } = useTranslation('front');
  const logins = useDemoLogins();
  if (logins.length === 0) return null;
  return (
    <section aria-labelledby="demo-logins" className="lb-panel" style={{ padding: 16 }}>
      <Text id="demo-logins" fw={600}>
        {t('demo.title')}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('demo.text')}
      </Text>
      <Group gap={6}>
        {logins.map(({ role, email, password }) => (
          <Button
            key={email}
            size="xs"
            variant="default"
            disabled={isBusy}
            onClick={() => onChoose({ email, password })}
          >
            {role.charAt(0).toUpperCase() + role.slice(1)}
          </Button>
        ))}
      </Group>
    </section>
  );
}

function useDemoLogins(): DemoLogin[] {
  const [logins, setLogins] = useState<DemoLogin[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    fetch('/demo-logins.json', { signal: asking.signal })
      .then((response) => (response.ok ? (response.json() as Promise<DemoLogin[]>) : []))
      .then(setLogins)
      // Without them one logs in by hand.
      .catch(() => undefined);
    return () => asking.abort();
  }, []);
  return logins;
}
