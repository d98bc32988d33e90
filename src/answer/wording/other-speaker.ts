import { spansOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { emptyAnswer, furtherChoices } from './phrases.js';

/**
 * Asked for are the words of somebody whom no source held quotes (an MP, a union, a minister): they
 * are never replaced by somebody else's.
 */
export function otherSpeakerAnswer({ question, context }: Asked): Answer {
  const councils = spansOf(question, 'council').map(({ value }) => value);
  const [authority = null] = councils.filter((each) => context.covered.includes(each));
  return {
    ...emptyAnswer('passages', question.text),
    status: 'nothing_found',
    reason: 'no_match',
    authority,
    headline: `${authority ? `${authority.name}: n` : 'N'}obody such is quoted in this record, so it has none of their words.`,
    notes: [
      'It quotes Ofsted’s inspectors and, where the press is held, the council, its councillors and the press alone.',
    ],
    choices: authority
      ? [
          {
            label: 'The council’s words',
            question: `what did the council say about ${authority.name}`,
          },
          ...furtherChoices(authority, 'passages'),
        ]
      : [],
  };
}
