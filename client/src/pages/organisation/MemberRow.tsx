import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import { type Refusal, useVerb } from '../../app/useVerb';
import { ChangeMemberRoleDocument, type MemberFieldsFragment } from '../../generated/organisation';
import { Dialog } from '../../ui/Dialog';
import { RemoveMember } from './RemoveMember';
import { rolesGivenBy } from './roles';
import styles from './organisation.module.css';

type Role = MemberFieldsFragment['role'];

interface Props {
  member: MemberFieldsFragment;
  onRefusal(refusal: Refusal | null): void;
  onRemoved(): void;
}

/** One member with its role; the role is a choice for those who may give it. */
export function MemberRow({ member, onRefusal, onRemoved }: Props) {
  const { t } = useTranslation('organisation');
  const { day } = useFormats();
  const viewer = useViewer();
  const { person, role, joinedAt } = member;
  const isOneself = person.id === viewer.person.id;
  const given = rolesGivenBy(viewer);
  const mayChange = given.includes(role);
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size="sm" fw={500} component="span">
          {person.name}
        </Text>
        {isOneself && (
          <Badge variant="light" size="sm" tt="none" ml={8}>
            {t('members.you')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {person.email}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={styles.since}>
        {t('members.since', { day: day(joinedAt) })}
      </Text>
      <div className={styles.role}>
        {mayChange && given.length > 1 ? (
          <RoleChoice member={member} isOneself={isOneself} onRefusal={onRefusal} />
        ) : (
          <Text size="sm">{t(`common:role.${role}`)}</Text>
        )}
      </div>
      <div className={styles.act}>
        {(mayChange || isOneself) && <RemoveMember member={member} isOneself={isOneself} onRemoved={onRemoved} />}
      </div>
    </li>
  );
}

function RoleChoice({ member, isOneself, onRefusal }: Omit<Props, 'onRemoved'> & { isOneself: boolean }) {
  const { t } = useTranslation('organisation');
  const viewer = useViewer();
  const { retry } = useSession();
  const change = useVerb(ChangeMemberRoleDocument, 'changeMemberRole');
  const [asked, setAsked] = useState<Role | null>(null);
  const give = async (role: Role): Promise<void> => {
    setAsked(null);
    const outcome = await change.send({ input: { memberId: member.id, role } });
    onRefusal(outcome?.refusal ?? null);
    // One's own permissions follow from the new role.
    if (outcome?.payload && isOneself) retry();
  };
  const choose = (role: Role | null): void => {
    if (!role || role === member.role) return;
    // What one gives away oneself, only others can give back.
    if (isOneself) setAsked(role);
    else void give(role);
  };
  const words = { role: t(`common:role.${member.role}`), next: asked && t(`common:role.${asked}`) };
  return (
    <>
      <Select
        size="xs"
        aria-label={t('members.roleOf', { name: member.person.name })}
        data={rolesGivenBy(viewer).map((value) => ({ value, label: t(`common:role.${value}`) }))}
        value={member.role}
        allowDeselect={false}
        disabled={change.isSending}
        onChange={choose}
      />
      {asked && (
        <Dialog opened onClose={() => setAsked(null)} title={t('ownRole.title', words)}>
          <Text size="sm">{t('ownRole.meaning', words)}</Text>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setAsked(null)}>
              {t('common:act.cancel')}
            </Button>
            <Button color="brick" onClick={() => void give(asked)}>
              {t('ownRole.act', words)}
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}
