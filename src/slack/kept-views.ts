import { type Answer, type AnswerContext, askedAgain } from '../answer/index.js';
import { answerView } from './views/answer.js';
import type { Reply } from './views/reply.js';

/** The first screen of an answer as a message; `isOffered`: see `Beside`. */
export type FirstView = (answer: Answer, mode: 'none' | 'offer', isOffered: boolean) => Reply;

/**
 * The first screen of an answer, made once for as long as the answer is kept. What can be shared is
 * asked again by whoever presses: not in the asker's words, if others do. What it gives is itself
 * shared by replies, and not to be changed.
 */
export function createKeptViews(context: () => AnswerContext, feedback: boolean): FirstView {
  const kept = new WeakMap<Answer, Map<string, Reply>>();
  const made = (answer: Answer, mode: 'none' | 'offer', isOffered: boolean): Reply =>
    answerView(
      mode === 'offer' ? askedAgain(answer, context()) : answer,
      { page: 0, mode },
      { isOffered, feedback },
    );
  return (answer, mode, isOffered) => {
    const views = kept.get(answer) ?? new Map<string, Reply>();
    kept.set(answer, views);
    const key = `${mode} ${isOffered}`;
    const view = views.get(key) ?? made(answer, mode, isOffered);
    views.set(key, view);
    return view;
  };
}
