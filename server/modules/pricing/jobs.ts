import { type PeriodicJob } from '../../platform/manifest';
import { measureRecords } from './measureRecords';
import { measureCompetition } from './competition';

export const jobs: PeriodicJob[] = [
  { name: 'pricing.measureCompetition', everySeconds: 3600, run: measureCompetition },
  { name: 'pricing.measureRecords', everySeconds: 3600, run: measureRecords },
];
