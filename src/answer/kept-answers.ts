import type { AnswerContext } from './context.js';
import { type AnswerMessage, answerInConversation, type Reply } from './in-conversation.js';

/** So many answers are kept, of texts of so many characters at most. */
const MOST = 300;
const LONGEST_TEXT = 200;

/**
 * `answerInConversation`, which keeps in memory its latest answers to messages that stand alone: an
 * answer is pure but for the record and the day, and is gone with either. Of what askers write only
 * names and words that the record or a vocabulary has are kept so. What it gives is shared, and not
 * to be changed.
 */
export function createKeptAnswers(): AnswerMessage {
  // By the record, which nothing here keeps in memory when another has come.
  const ofRecords = new WeakMap<AnswerContext, { day: string; kept: Map<string, Reply> }>();
  return (text, context, conversation) => {
    const { remembered, ground, from } = conversation;
    if (remembered || ground || text.length > LONGEST_TEXT)
      return answerInConversation(text, context, conversation);
    const day = context.today();
    let ofDay = ofRecords.get(context);
    if (ofDay?.day !== day) ofDay = { day, kept: new Map() };
    ofRecords.set(context, ofDay);
    const { kept } = ofDay;
    const key = `${from} ${text}`;
    const reply = kept.get(key) ?? answerInConversation(text, context, conversation);
    if (!reply.isOfVocabulary) return reply;
    // Back at the end of the map, as the one asked for last.
    kept.delete(key);
    kept.set(key, reply);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return reply;
  };
}
