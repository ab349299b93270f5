import { type PeriodicJob } from '../../platform/manifest';
import { measureCompetition } from './competition';

export const jobs: PeriodicJob[] = [
  { name: 'pricing.measureCompetition', everySeconds: 3600, run: measureCompetition },
];
