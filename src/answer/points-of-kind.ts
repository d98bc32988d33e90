import { capitalised } from '../domain/citation.js';
import type { RecordedPassage } from '../domain/record.js';
import { type Visit, visitTitle } from '../domain/visit.js';
import type { Query } from '../search/query.js';
import type { Answer } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf } from './context.js';
import { isFragment, pointOf, varied, weight } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, spokenLine } from './said.js';

type Kind = { name: string; asked: RegExp; is: (recorded: RecordedPassage) => boolean };

/** Points that people ask for by what they are rather than by what they are about. */
const KINDS: Kind[] = [
  {
    name: 'what inspectors said needs to improve',
    asked: /^(recommend\w*|improv\w*|priority|action|actions|areas?|needs?|must|list)$/,
    is: ({ passage }) => passage.kind === 'recommendation',
  },
  {
    name: 'strengths',
    asked:
      /^(strengths?|positives?|praised?|praises|praising|good|well|best|works?|working|strong|main|top|key|done)$/,
    is: ({ passage }) => passage.kind === 'finding' && passage.tone === 'praise',
  },
  {
    name: 'concerns',
    asked:
      /^(concerns?|weakness\w*|problems?|failings?|failures?|failed|fail|critici\w*|negatives?|issues?|wrong|bad|worst|weak|main|top|key|biggest|inadequate|poor)$/,
    is: ({ passage }) => passage.kind === 'finding' && passage.tone === 'criticism',
  },
];
const POINTS = 6;
const VISITS = 2;

/** Which kind of point a question asks for, where it asks for nothing else; `why` a council was inadequate asks for its concerns. */
export function kindAsked({ terms, words }: Query): Kind | null {
  const left = terms.map((term) => term.word);
  if (left.length === 0) return null;
  if (
    words[0] === 'why' &&
    left.every((word) => /^(rat\w+|grad\w+|inadequate|fail\w*)$/.test(word))
  )
    return KINDS.find(({ name }) => name === 'concerns') ?? null;
  return KINDS.find(({ asked }) => left.every((word) => asked.test(word))) ?? null;
}

/** The points of one kind from the newest visits that have any (of the visits named, where the question names some). */
export function pointsOfKind(asked: Asked, { name, is }: Kind): Answer | null {
  const { authority, query, context } = asked;
  const ofKind = context.record.passages.filter((p) => p.urn === authority.urn && is(p));
  const meant = context.search
    .visitsMeant(query, authority.urn)
    .filter(
      (visit) => ofKind.some((p) => p.visit.id === visit.id) && isAsked(visit, query, context),
    )
    .slice(0, VISITS);
  if (meant.length === 0) return null;
  const sections = meant.map((visit) => {
    const said = ofKind
      .filter((p) => p.visit.id === visit.id)
      .sort((a, b) => Number(isFragment(a)) - Number(isFragment(b)) || weight(a) - weight(b));
    const shown = varied(said, POINTS);
    const more = said.length - shown.length;
    return {
      heading: capitalised(visitTitle(visit)),
      lines:
        more > 0
          ? [`${more} more from this visit: name it, or a theme, to narrow the question.`]
          : [],
      points: shown.map((recorded) => pointOf(recorded)),
    };
  });
  const citations = sections.flatMap(({ points }) => points.map((point) => point.citation));
  return {
    ...emptyAnswer('visits', query.text),
    authority,
    headline: `${councilLabel(asked)}, ${name}. ${citations[0] ? spokenLine(citations[0]) : ''}`,
    sections,
    closing: [checkedLine(context, authority)],
    choices: furtherChoices(authority, 'visits'),
    citations,
  };
}

/** "Why inadequate" is about the visits that were graded so. */
function isAsked(visit: Visit, { words }: Query, context: AnswerContext): boolean {
  if (words[0] !== 'why' || !words.includes('inadequate')) return true;
  return judgementsOf(context, visit).some(({ judgement }) => judgement.grade === 'inadequate');
}
