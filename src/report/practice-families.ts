// What the review says about each family of practice notes (`practices-catalogue.md` §8): the claim with its count, why
// it matters, what to do, when it is fine. The console and the job summary use the same sentences.
import { count } from './text/count.ts';

export interface PracticeFamily {
  readonly family: string;
  readonly title: string;
  /** Its name in "Looked at: ...". */
  readonly lookedAt: string;
  /**
   * Rules that the sentences below speak of; absent: all of the family. Notes of its other rules are counted apart and
   * bring their own advice.
   */
  readonly about?: readonly string[];
  readonly claim: (places: number) => string;
  readonly why: string;
  /** Instead of `why` where all notes are in production code. */
  readonly whyInProduction?: string;
  readonly whatToDo: string;
  readonly fine: string;
}

/** In the order of the paragraphs. */
export const practiceFamilies: readonly PracticeFamily[] = [
  {
    family: 'waiting',
    title: 'Waiting',
    lookedAt: 'waiting',
    about: ['BP101', 'BP103'],
    claim: (n) => `${count(n, 'place')} ${n === 1 ? 'waits' : 'wait'} by sleeping and looking again.`,
    why: 'Each success costs up to one interval more than needed, and a slow run fails although nothing is broken.',
    whyInProduction: 'Callers wait up to one interval longer than needed and hold the thread meanwhile.',
    whatToDo: 'Wait on an event or notification, or use one shared helper with a timeout.',
    fine: 'Fine when the state can only be read from outside and the budget is a parameter.',
  },
  {
    family: 'flakiness',
    title: 'Potential for flakiness',
    lookedAt: 'flakiness',
    claim: (n) => `${count(n, 'place')} can pass or fail with machine speed, order or environment.`,
    why: 'A test that fails one time in a hundred is rerun, then ignored.',
    whatToDo: 'Make the budget a parameter, undo global changes, compare without order.',
    fine: 'Fine for a bound that is ten times the usual duration and says so.',
  },
  {
    family: 'hardcoded',
    title: 'Hardcoded values',
    lookedAt: 'hardcoded values',
    about: ['BP201'],
    claim: (n) => `${count(n, 'literal')} ${n === 1 ? 'stands' : 'stand'} for something defined elsewhere.`,
    why: 'When the fixture changes, these tests fail far from the cause.',
    whyInProduction: 'When the value changes, this code fails far from the cause.',
    whatToDo: 'Import the constant or read it from the fixture.',
    fine: "Fine for the object's own arbitrary identity, for sentinels and for sample data.",
  },
  {
    family: 'errors',
    title: 'Error handling',
    lookedAt: 'error handling',
    about: ['BP304', 'BP306', 'BP313', 'BP316'],
    claim: (n) => `${count(n, 'place')} would fail without saying why.`,
    why: 'The person who reads the CI log sees an IndexError and has to reproduce it.',
    whyInProduction: 'The person who reads the log has to reproduce the failure to learn its cause.',
    whatToDo: 'Assert on status or length with the body as message.',
    fine: 'Fine when the client already raises with the response text and the result is used whole.',
  },
  {
    family: 'comments',
    title: 'Comments',
    lookedAt: 'comments',
    about: ['BP406', 'BP407'],
    claim: (n) => `${count(n, 'helper or constant', 'helpers or constants')} ${n === 1 ? 'lacks' : 'lack'} the reason.`,
    why: 'The next person cannot tell a measured value from a guess.',
    whatToDo: 'One line of why is enough.',
    fine: 'Fine for steps that the code already names.',
  },
];

/** A family that only rules of the checkout have: nothing is said about it but what these rules say themselves. */
export function unknownFamily(family: string): PracticeFamily {
  return { family, title: family, lookedAt: family, about: [], claim: () => '', why: '', whatToDo: '', fine: '' };
}
