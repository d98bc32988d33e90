import type { LocalAuthority } from '../../domain/authority.js';
import { speaksOfOwnCouncil } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { emptyAnswer } from './phrases.js';

const MOST_CHOICES = 10;

/** Why a council must be chosen. */
const WHY_CHOOSE = {
  'none named': 'This record covers several councils and the question names none.',
  'names alike': 'Several councils have names like that.',
} as const;

/** Said where somebody speaks of “us”, whom the bot cannot know. */
const USE = 'In Slack, /ofsted use COUNCIL makes a channel ask about one where nobody names it.';

/** A question that sets "us" beside other councils: whose council that is must be told. */
export const ownCouncilAnswer = ({ question, context }: Asked): Answer => ({
  ...emptyAnswer('grades', question.text),
  status: 'ambiguous',
  headline: 'Which council are you? I don’t know whom “we” or “us” means here.',
  notes: [howToName(context.covered.filter(({ ended }) => !ended).length), USE],
  askOf: question.text,
});

const howToName = (count: number): string =>
  `${count} councils are covered: name yours in the question.`;

/**
 * Several councils could be meant: the choice is the asker's. Of very many none is named before
 * others, where the question named none.
 */
export function chooseAnswer(
  candidates: LocalAuthority[],
  { question }: Pick<Asked, 'question'>,
  rest: string,
  because: keyof typeof WHY_CHOOSE,
): Answer {
  const isOfAny = because === 'none named' && candidates.length > MOST_CHOICES;
  const offered = isOfAny ? [] : candidates.slice(0, MOST_CHOICES);
  const left = candidates.length - offered.length;
  return {
    ...emptyAnswer('passages', question.text),
    status: 'ambiguous',
    headline: `${WHY_CHOOSE[because]} Which council do you mean?`,
    notes: [
      ...(left > 0 ? [`${candidates.length} are covered: name one in your question.`] : []),
      ...(speaksOfOwnCouncil(question) ? [USE] : []),
    ],
    choices: offered.map(({ name }) => ({ label: name, question: `${name} ${rest}`.trim() })),
    ...(left > 0 && { askOf: rest }),
  };
}

/** "Our neighbours": nobody said whose. */
export const neighboursAnswer = ({ question, context }: Asked): Answer => ({
  ...emptyAnswer('grades', question.text),
  status: 'ambiguous',
  headline:
    'Whose neighbours do you mean? Name the council (“neighbours of Leeds”), the councils themselves, or a region.',
  notes: speaksOfOwnCouncil(question) ? [USE] : [],
  askOf: question.text,
  choices: [...new Set(context.covered.map(({ region }) => region))]
    .slice(0, MOST_CHOICES)
    .map((region) => ({
      label: region,
      question: `How are councils in ${region} rated?`,
    })),
});
