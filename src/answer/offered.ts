import type { Answer } from './answer.js';
import type { Run } from './run-result.js';

/** What is told of the bot and its record where nothing else is asked. */
const OF_THE_BOT: ReadonlySet<string> = new Set(['coverage', 'help', 'greeting']);

/**
 * An answer to what was not understood, with only those suggestions that have an answer when they
 * are asked: a question made of what is left of another may be none. `ask` answers one.
 */
export function withAnsweredChoices(answer: Answer, ask: (question: string) => Run): Answer {
  if (answer.reason !== 'not_understood') return answer;
  const isAnswered = (question: string) => {
    const { intent, answer: asked } = ask(question);
    return asked.status === 'found' && !OF_THE_BOT.has(intent);
  };
  return { ...answer, choices: answer.choices.filter(({ question }) => isAnswered(question)) };
}
