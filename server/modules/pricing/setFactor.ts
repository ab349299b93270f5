import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { invalidInput, notFound } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { regionTree } from '../catalog';
import { settingsMoved } from './errors';
import { COUNTRY_LIMITS, type FactorCode, faultOf } from './factors';
import { keepFactors } from './memory';
import { factorVersionId, type FactorVersionRow, FactorVersions } from './model';

interface Asked {
  factor: FactorCode | 'COUNTRY';
  country?: string | null | undefined;
  value: number;
  reason?: string | null | undefined;
}

/**
 * Writes the next version of the settings with one value changed. Refuses values that make no sensible formula (a cold
 * lead dearer than a warm one) and a change that another admin made at the same moment. A value that it has already is
 * left, and nothing is recorded.
 */
export async function setFactor(viewer: Viewer, asked: Asked): Promise<{ version: number }> {
  if (asked.factor === 'COUNTRY') checkCountry(asked);
  else if (asked.country) throw invalidInput('Only COUNTRY is set per country.', ['country']);
  try {
    const row = await inTransaction(async () => {
      const before = await FactorVersions.findOne().sort({ version: -1 }).lean<FactorVersionRow>();
      if (!before) throw new Error('The price settings were never seeded');
      const was = asked.factor === 'COUNTRY' ? before.countries[asked.country!] : before.values[asked.factor];
      if (was === asked.value) return before;
      const next = changed(before, asked);
      next.changedAt = now();
      next.changedBy = viewer.personId;
      await FactorVersions.insertMany([next]);
      await recordAct({
        actor: viewer.personId,
        act: 'setFactor',
        subject: asked.country ? `COUNTRY ${asked.country}` : asked.factor,
        reason: next.reason,
        before: was ?? null,
        after: asked.value,
      });
      return next;
    });
    keepFactors(row);
    return { version: row.version };
  } catch (error) {
    throw duplicateKeyOf(error) ? settingsMoved() : error;
  }
}

function checkCountry({ country, value }: Asked): void {
  together(
    () => requireCountry(country),
    () => requireIndex(value),
  );
}

function requireCountry(country: Asked['country']): void {
  if (!country) throw invalidInput('Say which country by its two-letter code.', ['country']);
  if (regionTree().byCode(country)?.kind !== 'COUNTRY') throw notFound('country');
}

function requireIndex(value: number): void {
  if (value < COUNTRY_LIMITS.least || value > COUNTRY_LIMITS.most) {
    throw invalidInput(`A country index is from ${COUNTRY_LIMITS.least} to ${COUNTRY_LIMITS.most}.`, ['value']);
  }
}

function changed(before: FactorVersionRow, { factor, country, value, reason }: Asked): FactorVersionRow {
  const version = before.version + 1;
  const next = { ...before, _id: factorVersionId(version), version, reason: reason ?? null };
  if (factor === 'COUNTRY') return { ...next, countries: { ...before.countries, [country!]: value } };
  const values = { ...before.values, [factor]: value };
  const fault = faultOf(values);
  if (fault) throw invalidInput(fault, ['value']);
  return { ...next, values };
}
