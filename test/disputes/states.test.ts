import {
  DISPUTE_ACTIONS,
  DISPUTE_STATES,
  isRunning,
  RUNNING_STATES,
  stateAfter,
} from '../../server/modules/disputes/states';

describe('the states of a dispute', () => {
  it('allow exactly the moves of the table', () => {
    const listed = DISPUTE_STATES.flatMap((state) =>
      DISPUTE_ACTIONS.flatMap((action) => {
        const next = stateAfter(state, action);
        return next ? [`${state} ${action} ${next}`] : [];
      }),
    );
    expect(listed).toEqual([
      'OPEN ANSWER REVIEW',
      'OPEN CONCEDE ACCEPTED',
      'OPEN WITHDRAW WITHDRAWN',
      'OPEN ACCEPT_FOR_AGENCY_SILENCE ACCEPTED',
      'OPEN REVIEW_FOR_AGENCY_SILENCE REVIEW',
      'REVIEW ACCEPT ACCEPTED',
      'REVIEW REJECT REJECTED',
      'REVIEW ACCEPT_FOR_ADJUDICATOR_SILENCE ACCEPTED',
    ]);
  });

  it('end in a state that no action leaves, and a clock runs in every other', () => {
    for (const state of DISPUTE_STATES) {
      const isFinal = DISPUTE_ACTIONS.every((action) => stateAfter(state, action) === null);
      expect(isRunning(state)).toBe(!isFinal);
      expect((RUNNING_STATES as readonly string[]).includes(state)).toBe(!isFinal);
    }
  });
});
