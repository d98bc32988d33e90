import { isTangled, type ListOfGrades, type Question } from '../question/index.js';

/** What the lists of councils by their grades hold apart. */
const LISTS: Partial<Record<string, ListOfGrades>> = {
  'grades-listed': 'one',
  'grades-then-and-now': 'one',
  'newest-with-grade': 'one',
  'grades-together': 'two',
  'grades-uneven': 'uneven',
};

/** Whether the list that an intent makes would mix up what a question asks for. */
export function mixesUp(intent: string, question: Question): boolean {
  const list = LISTS[intent];
  return list !== undefined && isTangled(question, list);
}
