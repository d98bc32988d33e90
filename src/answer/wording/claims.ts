import type { Claim } from '../../question/index.js';
import type { Answer, Section } from '../answer.js';
import { counted, emptyAnswer } from './phrases.js';

/** A claim, and the answer to the question whether inspectors said so, if one question it is. */
export type CheckedClaim = { claim: Claim; answer: Answer | null };

const SEVERAL = 'more than one claim in it, so it was not checked: write each by itself.';
const CHANGE = 'changes of grade are not judged; the grades held are these.';

/** What of each claim's answer is quoted beside it. */
const QUOTED_EACH = 2;

/** Each claim of a text beside what the record has of it; `left` were not checked. */
export function wordClaims(text: string, checked: CheckedClaim[], left: number): Answer {
  const answer: Answer = { ...emptyAnswer('claims', text), status: 'nothing_found' };
  if (checked.length === 0)
    return {
      ...answer,
      reason: 'not_understood',
      headline:
        'I see no claim about a council’s inspections in that text, so nothing was checked.',
    };
  const sections = checked.flatMap(sectionsOf);
  const citations = sections.flatMap(({ points }) => points.map(({ citation }) => citation));
  const isFound = checked.some((each) => each.answer?.status === 'found');
  return {
    ...answer,
    status: isFound ? 'found' : 'nothing_found',
    reason: isFound ? null : 'no_match',
    headline: `${counted(checked.length, 'claim', 'claims')} held against this record; what it has of each:`,
    notes: checked.map(noteOf),
    sections,
    closing:
      left > 0 ? [`${counted(left, 'more claim was', 'more claims were')} not checked.`] : [],
    citations: isFound ? citations : [],
    nearest: isFound ? [] : citations,
  };
}

/** A claim in its words, and what the record has of it. */
function noteOf({ claim: { words, kind }, answer }: CheckedClaim): string {
  const said = answer?.headline ?? SEVERAL;
  const grades = [CHANGE, said, ...(answer?.notes.slice(0, 1) ?? [])].join(' ');
  return `“${words}” — ${kind === 'change' ? grades : said}`;
}

/** What is quoted beside a claim, if anything is. */
function sectionsOf({ claim, answer }: CheckedClaim): Section[] {
  if (!answer || claim.kind !== 'said') return [];
  // What is only nearest would look as if it bore the claim out.
  if (answer.claim === 'nearest' || answer.status !== 'found') return [];
  const points = answer.sections.flatMap((section) => section.points).slice(0, QUOTED_EACH);
  const council = answer.authority ? `${answer.authority.name}: ` : '';
  return points.length === 0 ? [] : [{ heading: `${council}“${claim.words}”`, lines: [], points }];
}
