import { type Invariant } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { disputeIdOf } from './ids';
import { type DisputeRow, Disputes } from './model';
import { isRunning } from './states';
import { allSubjects, knownSubject, type Subject } from './subjects';

const AT_ONCE = 500;

/** What a subject must look like beside its dispute; null when it does. */
function mismatch(dispute: DisputeRow, subject: Subject | undefined): string | null {
  const name = `${dispute._id} is ${dispute.state}`;
  if (!subject) return `${name} and has no ${dispute.kind}`;
  if (isRunning(dispute.state) !== (subject.state === 'DISPUTED')) return `${name}, ${subject.id} ${subject.state}`;
  // What a review cancelled after its dispute went back without it.
  if (subject.isCancelled) return null;
  const refunded = toMinor(dispute.refundedMinor);
  const says = `${name} and refunded ${refunded}`;
  if (refunded !== subject.refundedMinor) return `${says}, ${subject.id} says ${subject.refundedMinor}`;
  if (toMinor(dispute.grossMinor) !== subject.grossMinor)
    return `${name} about ${dispute.grossMinor}, ${subject.id} cost ${subject.grossMinor}`;
  const isFull = refunded === subject.grossMinor;
  return isFull === (subject.state === 'REFUNDED') ? null : `${says}, ${subject.id} is ${subject.state}`;
}

async function disputesBesideSubjects(): Promise<string[]> {
  const violations: string[] = [];
  for (const { kind } of allSubjects()) {
    let chunk: DisputeRow[] = [];
    const look = async (): Promise<void> => {
      const found = await knownSubject(kind).load(chunk.map(({ subjectId }) => subjectId));
      for (const dispute of chunk) {
        const violation = mismatch(dispute, found.get(dispute.subjectId));
        if (violation) violations.push(violation);
      }
      chunk = [];
    };
    for await (const dispute of Disputes.find({ kind }).lean<DisputeRow>().cursor()) {
      chunk.push(dispute);
      if (chunk.length === AT_ONCE) await look();
    }
    await look();
  }
  return violations;
}

async function subjectsWithoutDispute(): Promise<string[]> {
  const violations: string[] = [];
  for (const { kind, touched } of allSubjects()) {
    for await (const id of touched()) {
      const isKnown = await Disputes.exists({ _id: disputeIdOf(id), kind });
      if (!isKnown) violations.push(`${id} is disputed or refunded without a dispute`);
    }
  }
  return violations;
}

export const invariants: Invariant[] = [
  { code: 'I18', title: 'every dispute and what it is about agree on state and money', check: disputesBesideSubjects },
  {
    code: 'I18',
    title: 'all that is disputed or refunded, and that no review cancelled, has its dispute',
    check: subjectsWithoutDispute,
  },
];
