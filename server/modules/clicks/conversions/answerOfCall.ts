import { type Response } from 'express';
import { Problem } from '../../../http/problems';
import { now } from '../../../platform/clock';
import { callOfBusiness, noteCallConversion } from '../../calls';
import { type CallSaid } from './conversionBody';
import { requireMoment } from './requireMoment';

/** Notes what a business's server says of a call of it; another's reads as none. */
export async function answerOfCall(
  { call: id, kind, at }: CallSaid,
  businessId: string,
  response: Response,
): Promise<void> {
  const call = await callOfBusiness(id, businessId);
  if (!call)
    throw new Problem(
      'call-unknown',
      'No call of this id came to a campaign of yours. Send its id as it stands in "calls".',
    );
  requireMoment(at, call.startedAt, 'call');
  const told = { kind, at: at ?? now(), saidBy: 'SERVER' as const, by: null };
  const { conversion, isRepeat } = await noteCallConversion(id, businessId, told);
  response.status(isRepeat ? 200 : 201).json({ call: id, kind: conversion.kind, at: conversion.at, isRepeat });
}
