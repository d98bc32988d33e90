import type { LocalAuthority } from '../../domain/authority.js';
import type { Citation } from '../../domain/citation.js';
import { visitDates } from '../../domain/visit.js';
import type { Answer, FirstScreen } from '../answer.js';
import { howToAdd, sourceBrief } from './phrases.js';

/** What a step of a workflow gives to those after it, as the manifest names it; plain text. */
export type StepOutputs = { answer: string; visit_date: string; source: string; link: string };

/** So much of an answer goes into a message of a workflow. */
const LONGEST_ANSWER = 2_900;
const LONGEST_NAME = 60;
const MOST_NAMES = 5;

/** The answer as lines of plain text, and what it quotes first. */
export const stepOutputs = (
  first: FirstScreen,
  citation: Citation | null,
  link: string,
): StepOutputs => ({
  answer: answerText(first, link),
  visit_date: citation ? visitDates(citation.visit) : '',
  source: citation ? sourceBrief(citation.source) : '',
  link,
});

/**
 * Parts with a blank line between them: the headline with what it takes to read it, a line a grade,
 * each quotation with its citation under it, and where to check it. Quotations are whole or left
 * out, those at the end first.
 */
function answerText(
  { headline, notes, table, points, lines, smallPrint }: FirstScreen,
  link: string,
): string {
  const quoted = points.map(({ lead, explanation, clarification, quote, line }) => {
    const before = [lead && `${lead}:`, explanation, clarification].filter(Boolean).join(' ');
    return `${before ? `${before} ` : ''}“${quote}”\n— ${line}`;
  });
  const rows = (table?.rows ?? []).map(([first = '', ...cells]) =>
    [`• ${first}`, cells.filter(Boolean).join(' · ')].filter(Boolean).join(': '),
  );
  const text = () =>
    [
      headline,
      notes.join('\n'),
      rows.join('\n'),
      ...quoted,
      lines.join('\n'),
      [smallPrint, link].filter(Boolean).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n');
  while (text().length > LONGEST_ANSWER && quoted.length > 0) quoted.pop();
  while (text().length > LONGEST_ANSWER && rows.length > 0) rows.pop();
  return text();
}

export const noCouncil = (): string =>
  'The step was given no council: put a council’s name into its field “Council”.';

export const noQuestion = (): string =>
  'The step was given no question: put one into its field “Question”, such as “What did inspectors say about care leavers?”';

export const unknownCouncil = (name: string): string =>
  `No council of England is called “${cut(name)}”: put its name into the field “Council” as Ofsted has it, such as Tameside.`;

export const severalCouncils = (name: string, candidates: string[]): string =>
  `“${cut(name)}” could be ${orOf(candidates.slice(0, MOST_NAMES))}: put one of these into the field “Council”.`;

export const notCovered = (authority: LocalAuthority): string =>
  `The record holds nothing of ${authority.name}.${howToAdd(authority)}`;

export const otherCouncil = (own: LocalAuthority, other: LocalAuthority): string =>
  `The question names ${other.name}, and the step is asked about ${own.name}: name one council, in the field “Council”.`;

export const notOfOneCouncil = ({ name }: LocalAuthority): string =>
  `The question is about more than one council: ask it of ${name} alone.`;

export const particularCase = (): string =>
  'This looks like it is about a particular child, family or case, which is neither answered nor kept: take those details out of the workflow.';

/** A question that can be read in more than one way, or is none. */
export const askedBack = ({ headline, choices }: Answer): string => {
  const [first] = choices;
  const instead = first ? ` For example: “${first.question}”.` : '';
  return `${headline} Put a question into the field “Question” that can be read in one way.${instead}`;
};

export const nothingFound = ({ headline, reason }: Answer): string =>
  reason === 'not_a_subject'
    ? `${headline} Ask about another subject.`
    : `${headline} Ask about another subject or time, or leave the time out.`;

const cut = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;

const orOf = (names: string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
