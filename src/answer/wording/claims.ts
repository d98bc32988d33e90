import { shortened } from '../../domain/shortened.js';
import type { Claim } from '../../question/index.js';
import type { Answer, Section } from '../answer.js';
import { counted, emptyAnswer, listed } from './phrases.js';

/**
 * A claim, and the answer to the question whether inspectors said so, if one question it is;
 * `isGradeAlone` where that is of the grade in it and nothing else that it says.
 */
export type CheckedClaim = { claim: Claim; answer: Answer | null; isGradeAlone: boolean };

const SEVERAL = 'more than one claim in it, so it was not checked: write each by itself.';
const CHANGE = 'changes of grade are not judged; the grades held are these.';

/** What of each claim's answer is quoted beside it. */
const QUOTED_EACH = 2;
/** So much of a claim stands over what is quoted beside it: its whole stands in the notes. */
const HEADING = 50;

/** So many sentences that claim nothing are named, and so much of each. */
const ASIDE_NAMED = 3;
const ASIDE = 80;

/**
 * Each claim of a text beside what the record has of it; `left` were not checked, and in the
 * sentences `aside` no claim was seen.
 */
export function wordClaims(
  text: string,
  checked: CheckedClaim[],
  { left, aside, isCut }: { left: number; aside: string[]; isCut: boolean },
): Answer {
  const answer: Answer = { ...emptyAnswer('claims', text), status: 'nothing_found' };
  const cut = isCut ? ' (of a text that is too long only the beginning was read)' : '';
  if (checked.length === 0)
    return {
      ...answer,
      reason: 'not_understood',
      headline: `I see no claim about a council’s inspections in that text, so nothing was checked${cut}.`,
    };
  const sections = checked.flatMap(sectionsOf);
  const citations = sections.flatMap(({ points }) => points.map(({ citation }) => citation));
  const isFound = checked.some((each) => each.answer?.status === 'found');
  return {
    ...answer,
    status: isFound ? 'found' : 'nothing_found',
    reason: isFound ? null : 'no_match',
    headline: `${counted(checked.length, 'claim', 'claims')} held against this record${cut}; what it has of each:`,
    notes: [...checked.map(noteOf), ...asideNotes(aside)],
    sections,
    closing:
      left > 0 ? [`${counted(left, 'more claim was', 'more claims were')} not checked.`] : [],
    citations: isFound ? citations : [],
    nearest: isFound ? [] : citations,
  };
}

/** The sentences in which no claim about inspections was seen, so that none seems to be checked. */
function asideNotes(aside: string[]): string[] {
  const named = aside.slice(0, ASIDE_NAMED).map((words) => `“${shortened(words, ASIDE)}”`);
  const others = aside.length - named.length;
  const all = others > 0 ? [...named, `${others} more`] : named;
  return all.length === 0
    ? []
    : [`Not checked, since I see no claim about a council’s inspections there: ${listed(all)}.`];
}

/** A claim in its words, and what the record has of it. */
function noteOf(checked: CheckedClaim): string {
  const { words, denies } = checked.claim;
  const ofWhat = denies ? 'of what it denies: ' : '';
  return `“${words}” — ${ofWhat}${heldOf(checked)}`;
}

function heldOf({ claim, answer, isGradeAlone }: CheckedClaim): string {
  if (!answer) return SEVERAL;
  switch (claim.kind) {
    case 'change':
      return [CHANGE, gradesOf(answer)].join(' ');
    case 'visit':
      return [answer.headline, ...(answer.status === 'found' ? [] : answer.notes)].join(' ');
    default:
      return isGradeAlone ? `of the grade alone: ${answer.headline}` : answer.headline;
  }
}

/** Every grade of an answer, newest first: the first in its headline, the others of its table. */
function gradesOf({ headline, table }: Answer): string {
  const [, ...others] = table?.columns[1] === 'Grade' ? table.rows : [];
  if (others.length === 0) return headline;
  const [newest] = headline.split(';');
  const said = others.map(([area, grade, visit]) => `${area}: ${grade} (${visit})`);
  return `${newest}. Before: ${said.join('; ')}.`;
}

/** What is quoted beside a claim, if anything is. */
function sectionsOf({ claim, answer }: CheckedClaim): Section[] {
  if (!answer || claim.kind !== 'said') return [];
  // What is only nearest would look as if it bore the claim out.
  if (answer.claim === 'nearest' || answer.status !== 'found') return [];
  const all = answer.sections.flatMap((section) => section.points);
  // Of words with a tone, others beside those that decide may speak against them.
  const isTone = answer.claim === 'alike' || answer.claim === 'opposed';
  const points = all.slice(0, isTone ? 1 : QUOTED_EACH);
  const council = answer.authority ? `${answer.authority.name}: ` : '';
  const heading = `${council}“${shortened(claim.words, HEADING)}”`;
  return points.length === 0 ? [] : [{ heading, lines: [], points }];
}
