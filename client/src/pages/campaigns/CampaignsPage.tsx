import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { hasCampaigns } from './area';
import { OpenCampaigns } from './OpenCampaigns';
import { OwnCampaigns } from './OwnCampaigns';

/** To a business its campaigns, to an agency those that it may send visitors to, to the platform all. */
export function CampaignsPage() {
  const viewer = useViewer();
  if (!hasCampaigns(viewer)) return <Missing />;
  return viewer.organisation.kind === 'AGENCY' ? <OpenCampaigns /> : <OwnCampaigns />;
}
