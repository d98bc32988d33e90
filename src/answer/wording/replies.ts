import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { formatDate } from '../../domain/dates.js';
import { type FormerCouncil, spansOf, textWithout } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import type { Scope } from '../scope.js';
import { examplesFor } from './examples.js';
import { endedNote } from './notes.js';
import { emptyAnswer, furtherChoices, HEADLINE, listed } from './phrases.js';

const MOST_CHOICES = 10;

/** The advice for a message about a particular child, family or case; repeats nothing of it. */
export const adviceAnswer = (): Answer => ({
  ...emptyAnswer('advice', ''),
  status: 'nothing_found',
  reason: 'not_a_subject',
  headline:
    'This looks like it is about a particular child, family or case: I can’t help with that, and nothing you wrote was kept or repeated.',
  notes: ['I only quote published inspection documents: please don’t post such details here.'],
  sections: [
    {
      heading: 'Where to turn',
      lines: [
        'A child in immediate danger: call 999.',
        'Worried about a child: contact the council’s children’s social care team (gov.uk/report-child-abuse finds it) or the NSPCC helpline, 0808 800 5000.',
        'A child or young person who wants to talk: Childline, 0800 1111.',
        'Working on a case: use your own organisation’s duty and safeguarding route.',
      ],
      points: [],
    },
  ],
});

/** The record has no such thing, and says what it is that it does not have. */
export function outOfScopeAnswer({ question, context }: Asked): Answer {
  const topics = spansOf(question, 'out_of_scope').map(({ value }) => value);
  const topic = topics.find(({ always }) => always) ?? topics[0];
  const reason = topic?.reason ?? 'reports on children’s services don’t deal with it';
  const what = `This record holds nothing on ${topic?.name ?? 'this'}`;
  const whole = `${what}: ${reason}.`;
  const fits = whole.length <= HEADLINE;
  const councils = spansOf(question, 'council').map(({ value }) => value);
  const [authority] = councils.filter((each) => context.covered.includes(each));
  return {
    ...emptyAnswer('passages', question.text),
    status: 'nothing_found',
    reason: 'not_a_subject',
    authority: authority ?? null,
    headline: fits ? whole : `${what}.`,
    notes: [
      ...(fits ? [] : [`${capitalised(reason)}.`]),
      'It holds what Ofsted’s inspectors of councils’ children’s services found, and who said what of it.',
    ],
    choices: authority ? furtherChoices(authority, 'passages') : [],
  };
}

/** A line and a few examples to press. */
export const greetingAnswer = ({ context }: Asked): Answer => ({
  ...emptyAnswer('help', 'help'),
  headline:
    'Ask me what Ofsted’s inspectors found at a council, in your own words: I answer with quotations, who said them and when.',
  choices: examplesFor(context),
});

/** The asked council is known to the register but not to this record. */
export function notCoveredAnswer(
  authority: LocalAuthority,
  { question, context: { covered } }: Asked,
): Answer {
  const names = covered.map(({ name }) => name);
  return {
    ...emptyAnswer('passages', question.text),
    status: 'not_covered',
    authority,
    headline: `${authority.name} is not in this record, which holds no document about its children’s services.`,
    notes:
      names.length > 0
        ? [
            `Covered: ${names.slice(0, 30).join(', ')}${names.length > 30 ? ` and ${names.length - 30} more` : ''}.`,
          ]
        : [],
    closing: [
      `To add it: download ${authority.name}’s reports from reports.ofsted.gov.uk (URN ${authority.urn}) and run ofsted import FOLDER where the bot runs.`,
    ],
  };
}

/** A council that is no more and of which no report is held: those that followed it. */
export function formerCouncilAnswer(former: FormerCouncil, { question, context }: Asked): Answer {
  const rest = textWithout(question, ['former_council', 'council']);
  const names = former.successors.map(({ name }) => name);
  const held = former.successors.filter((each) => context.covered.includes(each));
  const missing = former.successors.filter((each) => !context.covered.includes(each));
  return {
    ...emptyAnswer('passages', question.text),
    status: 'ambiguous',
    headline: `${former.name} is no council any more, since ${formatDate(former.ended)}: is ${names.length > 1 ? 'one of ' : ''}${listed(names)} meant?`,
    notes: [
      ...(missing.length > 0
        ? [`Not in this record: ${missing.map(({ name }) => name).join('; ')}.`]
        : []),
    ],
    choices: held.map(({ name }) => ({ label: name, question: `${name} ${rest || 'latest'}` })),
  };
}

/** An answer about a council that is no more says so, and leads to those that followed it. */
export function withSuccessors(
  answer: Answer,
  former: FormerCouncil,
  { question, context }: Asked,
): Answer {
  const rest = textWithout(question, ['former_council', 'council']);
  const held = former.successors.filter((each) => context.covered.includes(each));
  return {
    ...answer,
    notes: [endedNote(former), ...answer.notes],
    choices: [
      ...held.map(({ name }) => ({ label: name, question: `${name} ${rest || 'latest'}` })),
      ...answer.choices,
    ],
  };
}

/** Says who statistical neighbours are. */
export const withNeighboursNote = (answer: Answer): Answer => ({
  ...answer,
  notes: [
    'Statistical neighbours are councils in like circumstances, by the Department for Education’s model; they need not lie next to each other.',
    ...answer.notes,
  ],
});

/** Why a council must be chosen. */
const WHY_CHOOSE = {
  'none named': 'This record covers several councils and the question names none.',
  'names alike': 'Several councils have names like that.',
} as const;

/** Several councils could be meant: the choice is the asker's. */
export function chooseAnswer(
  candidates: LocalAuthority[],
  { question }: Pick<Asked, 'question'>,
  rest: string,
  because: keyof typeof WHY_CHOOSE,
): Answer {
  const offered = candidates.slice(0, MOST_CHOICES);
  const left = candidates.length - offered.length;
  return {
    ...emptyAnswer('passages', question.text),
    status: 'ambiguous',
    headline: `${WHY_CHOOSE[because]} Which council do you mean?`,
    notes: left > 0 ? [`${candidates.length} are covered: name one in your question.`] : [],
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
  choices: [...new Set(context.covered.map(({ region }) => region))]
    .slice(0, MOST_CHOICES)
    .map((region) => ({
      label: region,
      question: `How are councils in ${region} rated?`,
    })),
});

/** The record is empty: nothing was imported yet. */
export const emptyRecordAnswer = ({ question }: Asked): Answer => ({
  ...emptyAnswer('passages', question.text),
  status: 'not_covered',
  headline:
    'This record holds no documents yet: run ofsted import FOLDER with published reports, where the bot runs.',
});

/** The record covers no council of the places or the type asked about. */
export function noneInScopeAnswer(scope: Scope, { question }: Asked): Answer {
  const which = [...scope.places, ...(scope.type ? [scope.type] : [])].join(', ');
  return {
    ...emptyAnswer('passages', question.text),
    status: 'not_covered',
    headline: `This record covers no council of ${scope.places.length > 0 && !scope.type ? 'the region ' : ''}${which}.`,
    closing: [
      'To add one: download its reports from reports.ofsted.gov.uk and run ofsted import FOLDER where the bot runs.',
    ],
  };
}
