import type { Section } from '../../answer/index.js';
import type { Alert } from '../../domain/alert.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { type Freshness, freshnessLine } from '../../domain/freshness.js';
import { visitTitle } from '../../domain/visit.js';
import type { AlertDocument, AlertNews } from '../alerts/alert-news.js';
import { departedAlone, departuresText } from './departures.js';
import { documentGrade, documentName } from './documents.js';
import { gradeText } from './grades.js';
import { listed } from './lists.js';
import type { CouncilText, DigestText } from './text.js';

type Sought = Pick<Alert, 'words' | 'places'>;

const NAMED = 3;

/** "“unregistered” or “unlawful”" */
const quoted = (words: readonly string[]): string => listed(words.map(inQuotes), 'or');

const inQuotes = (word: string): string => `“${word}”`;

const placesOf = (places: Alert['places']): string => {
  const names = places.map(({ name }) => name);
  const left = names.length - NAMED;
  return listed(left > 1 ? [...names.slice(0, NAMED), `${left} more`] : names);
};

/** "reports on Kent that say “unregistered”", "new reports on the North West", "new reports". */
export function alertTitle({ words, places }: Sought): string {
  const about = places.length > 0 ? ` on ${placesOf(places)}` : '';
  return words.length > 0 ? `reports${about} that say ${quoted(words)}` : `new reports${about}`;
}

/** "a report or letter on any council that says “unregistered”" */
export const alertTells = ({ words, places }: Sought): string => {
  const about = places.length > 0 ? placesOf(places) : 'any council';
  return `a report or letter on ${about}${words.length > 0 ? ` that says ${quoted(words)}` : ''}`;
};

/** What one writes to name an alert: its words and places. */
export const alertKey = ({ words, places }: Sought): string =>
  [...words, ...places.map(({ name }) => name)].join(', ');

/** Makes the sentences of what alerts of one channel tell. */
export function alertText(news: AlertNews, freshness: Freshness): DigestText {
  const { documents, more, of, gone } = news;
  const several = documents.length > 1;
  const councils = documents.map((document) => documentText(document, several));
  const names = [...new Set(councils.map(({ name }) => name))];
  return {
    headline: documents.length > 0 ? headline(news) : departedAlone(gone),
    councils,
    others: null,
    closing: [
      ...(more.length > 0
        ? [
            `${more.length} more are not shown here: ${counted(more)}. Ask about each, like “${more[0]?.name} latest”.`,
          ]
        : []),
      ...(of.length > 1
        ? [`${of.length} alerts look for this: ${of.map(alertTitle).join('; ')}.`]
        : []),
      ...(documents.length > 0 ? departuresText(gone) : []),
      freshnessLine({ ...freshness, checked: null }),
    ],
    choices: names.map((name) => ({
      label: names.length > 1 ? name : 'More on this',
      question: `${name} latest`,
    })),
  };
}

/** "Kent: a report that came into the record says “unregistered”." */
function headline({ documents, more, said, of }: AlertNews): string {
  const isByWords = of.every(({ words }) => words.length > 0);
  const [one] = documents;
  const total = documents.length + more.length;
  if (one && total === 1) {
    const { authority, visit } = one;
    if (isByWords)
      return `${authority.name}: a report that came into the record says ${listed(said.map(inQuotes))}.`;
    const what = visit ? `: ${visitTitle(visit)}` : '';
    return `${authority.name}: a report came into the record${what}. ${documentGrade(one) ?? ''}`.trim();
  }
  const councils = counted([...documents.map(({ authority }) => authority), ...more]);
  return isByWords
    ? `${total} reports that came into the record say ${quoted(said)}: ${councils}.`
    : `${total} reports came into the record: ${councils}.`;
}

/** "Kent (2), Leeds and 3 more councils" */
function counted(councils: LocalAuthority[]): string {
  const count = new Map<string, number>();
  for (const { name } of councils) count.set(name, (count.get(name) ?? 0) + 1);
  const names = [...count].map(([name, n]) => (n > 1 ? `${name} (${n})` : name));
  const left = names.length - NAMED;
  return listed(
    left > 0
      ? [...names.slice(0, NAMED), `${left} more ${left === 1 ? 'council' : 'councils'}`]
      : names,
  );
}

function documentText(document: AlertDocument, isOneOfSeveral: boolean): CouncilText {
  const { authority, source, judgements, newer, isNew, points, more } = document;
  const name = documentName(document);
  const grades = judgements.length > 0 ? [`Grades: ${judgements.map(gradeText).join(' · ')}.`] : [];
  const section: Section = {
    heading: isOneOfSeveral ? '' : capitalised(name),
    lines: [
      newer
        ? `Not a new inspection: the record knows a newer one, ${visitTitle(newer)}.`
        : 'Of this council’s visits it is the newest in the record.',
      ...(isNew ? grades : []),
      ...(source.holds === 'facts' ? ['Only its dates and grades are in the record.'] : []),
      ...(more > 0 ? [`${more} more of its sentences say it.`] : []),
    ],
    points,
  };
  return {
    name: authority.name,
    heading: isOneOfSeveral ? `${authority.name}: ${name}` : null,
    summary: 'a document',
    sections: [section],
    closing: [],
    question: `${authority.name} latest`,
  };
}
