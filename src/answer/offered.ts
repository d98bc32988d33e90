import type { Answer } from './answer.js';
import type { Run } from './run-result.js';

/** More than these are a list to choose from, made of names alone. */
const MOST_ASKED = 8;

/** What is told of the bot and its record where nothing else is asked. */
const OF_THE_BOT: ReadonlySet<string> = new Set(['coverage', 'help', 'greeting']);

/**
 * An answer that found nothing, with only those suggestions that have an answer, or ask back, when
 * they are asked: a question made of what is left of another may be none. `ask` answers one.
 */
export function withAnsweredChoices(answer: Answer, ask: (question: string) => Run): Answer {
  const { status, reason, choices } = answer;
  if (status === 'found' || choices.length > MOST_ASKED) return answer;
  const isAnswered = (question: string) => {
    const { intent, answer: asked } = ask(question);
    // What is left of a question that was not understood must be a question by itself.
    if (reason === 'not_understood') return asked.status === 'found' && !OF_THE_BOT.has(intent);
    return asked.status !== 'nothing_found';
  };
  return { ...answer, choices: choices.filter(({ question }) => isAnswered(question)) };
}
