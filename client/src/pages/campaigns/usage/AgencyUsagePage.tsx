import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../../app/address';
import { Missing } from '../../../app/fallbacks';
import { useViewer } from '../../../app/session';
import { Page } from '../../../ui/Page';
import { CampaignTabs } from '../CampaignTabs';
import { useTakenBy } from './useTakenBy';

interface View {
  /** As it stands in the address. */
  name: string;
  label: string;
  panel: ReactNode;
}

interface Props {
  model: 'CLICK' | 'CALL';
  title: string;
  lead: string;
  /** Above the views. */
  note?: ReactNode;
  /** The first is shown where the address names none. `liveOf`: the campaigns that are listened to. */
  viewsOf: (liveOf: string[]) => View[];
}

/** What became of those whom an agency sent or brought, over all campaigns. */
export function AgencyUsagePage({ model, title, lead, note, viewsOf }: Props) {
  const { organisation, role } = useViewer();
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isFor = organisation.kind === 'AGENCY' && role !== 'AGENT';
  const { campaigns } = useTakenBy(model, !isFor);
  if (!isFor) return <Missing />;
  const views = viewsOf(campaigns.map(({ id }) => id));
  const first = views[0]!.name;
  const shown = views.find(({ name }) => name === params.get('view'))?.name ?? first;
  const show = (next: string | null): void =>
    changeAddress(() => new URLSearchParams(!next || next === first ? {} : { view: next }), { replace: true });
  return (
    <Page title={title} lead={lead}>
      <CampaignTabs />
      {note}
      <Tabs value={shown} keepMounted={false} onChange={show}>
        <Tabs.List aria-label={title}>
          {views.map(({ name, label }) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map(({ name, panel }) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
