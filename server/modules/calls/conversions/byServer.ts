import { type CallConversions } from '../../campaigns';
import { callOfBusiness, noteCallConversion } from './noteCallConversion';

/** What a business's own server says of its calls, by the door by which it tells of clicks. */
export const callConversionsByServer: CallConversions = {
  beganAt: async (callId, businessId) => (await callOfBusiness(callId, businessId))?.startedAt ?? null,
  async note(callId, businessId, told) {
    const said = { ...told, saidBy: 'SERVER' as const, by: null };
    const { conversion, isRepeat } = await noteCallConversion(callId, businessId, said);
    return { kind: conversion.kind, at: conversion.at, isRepeat };
  },
};
