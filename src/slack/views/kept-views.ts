import type { Answer } from '../../answer/index.js';
import { answerView } from './answer.js';
import type { Reply } from './reply.js';

/** The first screen of an answer as a message; `isOffered`: see `Fetching`. */
export type FirstView = (answer: Answer, mode: 'none' | 'offer', isOffered: boolean) => Reply;

/**
 * The first screen of an answer, made once for as long as the answer is kept. What it gives is
 * shared, and not to be changed.
 */
export function createKeptViews(): FirstView {
  const kept = new WeakMap<Answer, Map<string, Reply>>();
  return (answer, mode, isOffered) => {
    const views = kept.get(answer) ?? new Map<string, Reply>();
    kept.set(answer, views);
    const key = `${mode} ${isOffered}`;
    const view = views.get(key) ?? answerView(answer, { page: 0, mode }, { isOffered });
    views.set(key, view);
    return view;
  };
}
