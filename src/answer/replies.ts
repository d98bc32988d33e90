import type { LocalAuthority } from '../domain/authority.js';
import type { Theme } from '../domain/theme.js';
import { visitBrief } from '../domain/visit.js';
import type { Query } from '../question/legacy/query.js';
import type { SearchResult } from '../search/index.js';
import type { Answer } from './answer.js';
import { COMMANDS } from './commands.js';
import type { AnswerContext, Asked } from './context.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices } from './said.js';

const MOST_CHOICES = 10;

/** What the bot can be asked, made from the table of commands. */
export function help({ covered }: AnswerContext): Answer {
  const names = covered.map((authority) => authority.name);
  const councils =
    names.length === 0
      ? 'no council yet'
      : names.length <= 12
        ? names.join(', ')
        : `${names.length} councils`;
  return {
    ...emptyAnswer('help', 'help'),
    headline: `Ask about a council’s Ofsted inspection history. This record covers ${councils}.`,
    sections: [
      {
        heading: 'You can ask for',
        lines: COMMANDS.map(({ usage, example, describes }) =>
          usage === example ? `${usage}: ${describes}` : `${usage}: ${describes} (“${example}”)`,
        ),
        points: [],
      },
    ],
    closing: [
      'Every point is a quotation with who said it and when. Where the record holds nothing, the reply says so.',
      'Please post nothing about a particular child or family. Not affiliated with Ofsted.',
    ],
    choices: covered.slice(0, 1).flatMap((authority) => furtherChoices(authority, 'help')),
  };
}

/** The advice for a message about a particular child, family or case; repeats nothing of it. */
export function advice(): Answer {
  return {
    ...emptyAnswer('advice', ''),
    status: 'nothing_found',
    reason: 'not_a_subject',
    headline:
      'This looks like it is about a particular child, family or case. I only quote published inspection documents and can’t help with that: please don’t post such details here. Nothing you wrote has been kept or repeated.',
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
  };
}

/** The asked council is known to the register but not to this record. */
export function notCovered(
  authority: LocalAuthority,
  text: string,
  { covered }: AnswerContext,
): Answer {
  const names = covered.map((a) => a.name);
  return {
    ...emptyAnswer('passages', text),
    status: 'not_covered',
    authority,
    headline: `${authority.name} is not in this record: it holds no document about its children’s services, so I can’t say anything about it.`,
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

/** Several councils could be meant: the choice is the asker's. */
export function choose(
  candidates: LocalAuthority[],
  text: string,
  rest: string,
  reason: string,
): Answer {
  const offered = candidates.slice(0, MOST_CHOICES);
  const left = candidates.length - offered.length;
  return {
    ...emptyAnswer('passages', text),
    status: 'ambiguous',
    headline: `${reason} Which council do you mean?${left > 0 ? ` (${left} more are covered: name one in your question.)` : ''}`,
    choices: offered.map(({ name }) => ({ label: name, question: `${name} ${rest}`.trim() })),
  };
}

/** Nothing in the record answers: says what was looked through and what is nearest. */
export function nothing(asked: Asked, found: SearchResult): Answer {
  const { authority, query, context } = asked;
  const council = councilLabel(asked);
  const answer = {
    ...emptyAnswer('passages', query.text),
    status: 'nothing_found' as const,
    authority,
    choices: furtherChoices(authority, 'passages'),
  };
  if (found.verdict === 'not_a_subject')
    return {
      ...answer,
      reason: 'not_a_subject',
      headline: `${council}: this record holds nothing on ${found.outOfScope?.name ?? 'this'}; reports on children’s services don’t deal with it.`,
      notes: [nearestLine([authority], query, context)],
    };
  const visits = context.questions.visitsMeant(query, authority.urn);
  const when = query.visits.period ? ` ${query.visits.period.label}` : '';
  const subject = query.themes.map((theme) => theme.name.toLowerCase()).join(' and ');
  const looked = wordsLookedFor(query);
  const told = visits.filter((visit) => visit.known === null);
  const searched =
    told.length > 0
      ? `what ${told.length} ${told.length === 1 ? 'visit' : 'visits'} found (${span(told.map((v) => v.period.slice(0, 4)))})`
      : 'no visit: the record holds no document of one then';
  return {
    ...answer,
    reason: found.verdict === 'report_silent' ? 'report_silent' : 'no_match',
    headline:
      found.verdict === 'report_silent'
        ? `${council}: the record quotes nothing on ${subject}${when}.`
        : `${council}: nothing in this record answers that${when}.`,
    notes: [
      `Looked through ${searched}${looked ? ` for: ${looked}` : ''}.`,
      ...(found.elsewhere > 0
        ? [
            `Other visits of this record have ${found.elsewhere} ${found.elsewhere === 1 ? 'passage' : 'passages'} on it: ask again without the date.`,
          ]
        : []),
      nearestLine([authority], query, context),
    ],
    closing: [
      checkedLine(context, authority),
      ...unread(visits.filter((v) => v.known !== null).map(visitBrief)),
    ],
  };
}

/** The words of a question that the record could have. */
export const wordsLookedFor = ({ terms }: Query): string =>
  terms
    .filter((term) => term.isKnown)
    .map((term) => term.repaired ?? term.word)
    .join(', ');

const span = (years: string[]): string => {
  const sorted = [...years].sort();
  return sorted[0] === sorted.at(-1) ? (sorted[0] ?? '') : `${sorted[0]} to ${sorted.at(-1)}`;
};

const unread = (titles: string[]): string[] =>
  titles.length > 0 ? [`Not searched, because no document is held: ${titles.join('; ')}.`] : [];

/** "Nearest themes in the record: …" — those of the passages that share a word with the question, else the most quoted ones. */
export function nearestLine(
  authorities: LocalAuthority[],
  query: Query,
  { record }: AnswerContext,
): string {
  const urns = new Set(authorities.map((authority) => authority.urn));
  const themes = new Map(record.themes.map((theme) => [theme.id, theme]));
  const stems = new Set(query.terms.map((term) => term.stem));
  const counts = new Map<Theme, number>();
  for (const { passage } of record.passages.filter((p) => urns.has(p.urn)))
    for (const id of passage.themes) {
      const theme = themes.get(id);
      if (theme) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    }
  const near = [...counts].sort(
    (a, b) => sharing(b[0], stems) - sharing(a[0], stems) || b[1] - a[1],
  );
  return `Themes it does quote: ${near
    .slice(0, 5)
    .map(([theme]) => theme.name.toLowerCase())
    .join(', ')}.`;
}

const sharing = (theme: Theme, stems: Set<string>): number =>
  [...theme.terms, ...theme.layWords].some((phrase) =>
    phrase.split(' ').some((word) => stems.has(word)),
  )
    ? 1
    : 0;

/** The record is empty: nothing was imported yet. */
export const emptyRecord = (text: string): Answer => ({
  ...emptyAnswer('passages', text),
  status: 'not_covered',
  headline:
    'This record holds no documents yet: run ofsted import FOLDER with published reports, where the bot runs.',
});
