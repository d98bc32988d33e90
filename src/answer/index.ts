import type { LocalAuthority } from '../domain/authority.js';
import { LONGEST_QUESTION, type Query } from '../search/query.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { mentionsParticularCase, namesSomebody } from './particular-case.js';
import { advice, choose, emptyRecord, help, notCovered } from './replies.js';
import { answerAbout } from './ways.js';
import { answerAcross } from './ways-across.js';

export type { Answer, Choice, Point, Section, Status, Table } from './answer.js';
export { COMMANDS } from './commands.js';
export { type AnswerContext, createAnswerContext } from './context.js';
export { explainQuestion } from './explain.js';
export { mentionsParticularCase } from './particular-case.js';

/**
 * The one way an answer is made: any text in, an `Answer` out. Pure: the same record and text give the same answer; never
 * throws for what somebody typed.
 */
export function answerQuestion(text: string, context: AnswerContext): Answer {
  const typed = text.replace(/\s+/g, ' ').trim();
  if (mentionsParticularCase(typed)) return advice();
  const question = typed.slice(0, LONGEST_QUESTION);
  const answer = answerRead(question, context);
  if (typed.length <= LONGEST_QUESTION) return answer;
  return {
    ...answer,
    notes: [
      `Only the first ${LONGEST_QUESTION} characters of the question were read.`,
      ...answer.notes,
    ],
  };
}

const GREETING =
  /^\s*(hi|hello|hey|hiya|morning|good (morning|afternoon|evening)|dear \w+|please|thanks|thank you)\b[\s,.!:]*/i;
const ASKS_FOR_HELP =
  /^(help|usage|commands?|what can (you|i) (do|ask)( for)?|who are you|what are you|what is this|are you (ofsted|a bot|official)|can i trust (this|you)|who made (this|you)|how does this work|is this (official|ofsted)|thanks?|thank you|ok|okay)$/;

function answerRead(text: string, context: AnswerContext): Answer {
  const query = context.search.read(text.replace(GREETING, ''));
  if (namesSomebody(query)) return advice();
  if (query.words.length === 0 || ASKS_FOR_HELP.test(query.words.join(' '))) return help(context);
  const council = councilMeant(query, context);
  const readAs = query.readAs.map(({ typed, as }) => `“${typed}” as ${as}`).join(', ');
  const misspelt = readAs ? [`Read ${readAs}.`] : [];
  if ('answer' in council)
    return { ...council.answer, notes: [...misspelt, ...council.answer.notes] };
  const { authority, named } = council;
  const notes = [...misspelt, ...council.notes];
  const answer = answerAbout({ authority, named, query, context });
  const several = named || answer.reason !== 'no_match' ? null : severalMeant(query, context);
  if (several) return several;
  return notes.length > 0 ? { ...answer, notes: [...notes, ...answer.notes] } : answer;
}

/** Part of a name ("north") that several councils share. */
function severalMeant(query: Query, { search }: AnswerContext): Answer | null {
  const match = search.authorities.resolve(query.terms.map((term) => term.word).join(' '));
  if (match.kind !== 'many') return null;
  return choose(match.candidates, query.text, 'latest', 'Several councils have names like that.');
}

type CouncilMeant =
  | { authority: LocalAuthority; named: boolean; notes: string[] }
  | { answer: Answer };

/** Which council the question is about: the one named and covered, else the only one covered, else the asker chooses. */
function councilMeant(query: Query, context: AnswerContext): CouncilMeant {
  const { covered } = context;
  const named = query.authorities.filter((authority) => covered.includes(authority));
  const others = query.authorities.filter((authority) => !covered.includes(authority));
  const [only, ...more] = named;
  const notes = others.map(
    ({ name }) =>
      `${name} is not in this record, so nothing is said about it and nothing is compared.`,
  );
  if (only && more.length === 0) return { authority: only, named: true, notes };
  if (only)
    return {
      answer: choose(named, query.text, restOf(query), 'The question names several councils.'),
    };
  if (others[0]) return { answer: notCovered(others[0], query.text, context) };
  const [single, ...rest] = covered;
  if (!single) return { answer: emptyRecord(query.text) };
  if (rest.length === 0) return { authority: single, named: false, notes };
  const answer = answerAcross(query, context);
  const several = answer.reason === 'no_match' ? severalMeant(query, context) : null;
  return { answer: several ?? answer };
}

function restOf(query: Query): string {
  const names = new Set(query.authorities.flatMap(({ name }) => name.toLowerCase().split(' ')));
  return query.words.filter((word) => !names.has(word)).join(' ');
}
