import { formatDate } from '../../domain/dates.js';
import { freshnessLine } from '../../domain/freshness.js';
import type { CouncilDigest, Digest } from '../content/digest-value.js';
import { departuresHeadline, departuresText } from './departures.js';
import { newsText } from './news.js';
import { quietLine, quietText } from './quiet.js';
import type { CouncilText, DigestText } from './text.js';

/** Makes the sentences of a digest. Nothing else does, wherever it is shown. */
export function digestText(digest: Digest): DigestText {
  const { date, councils, others, gone } = digest;
  const left = departuresText(gone);
  const texts = councils.map((council) => councilText(council, digest));
  const [first] = texts;
  const [council] = councils;
  const isAlone = councils.length + others.length === 1;
  const choices = texts.map(({ name, question }) => ({
    label: texts.length > 1 ? name : 'More on this',
    question,
  }));
  if (isAlone && first && council) {
    const opening = council.kind === 'news' ? '' : `${formatDate(date)}. `;
    return {
      headline: `${opening}${first.heading}`,
      councils: [{ ...first, heading: null }],
      others: null,
      closing: [...left, freshnessLine(council.reach)],
      choices,
    };
  }
  const { others: quiet, closing } = othersText(digest);
  return {
    headline: councils.length > 0 ? headline(digest, texts) : departuresHeadline(digest),
    councils: texts,
    others: quiet,
    closing: [...left, ...closing],
    choices,
  };
}

const councilText = (council: CouncilDigest, { date, themes }: Digest): CouncilText =>
  council.kind === 'news' ? newsText(council, date, themes) : quietText(council, date);

/** "Ofsted inspection records, 22 November 2026. Added or corrected: Tameside (a document)." */
function headline({ date, councils }: Digest, texts: CouncilText[]): string {
  const added = texts
    .filter((_, at) => councils[at]?.kind === 'news')
    .map(({ name, summary }) => `${name} (${summary})`);
  const what = added.length > 0 ? `Added or corrected: ${added.join(', ')}.` : 'Nothing new.';
  return `Ofsted inspection records, ${formatDate(date)}. ${what}`;
}

/**
 * A line for each council without a part, unless only news is posted, and the names of the rest.
 */
function othersText({
  others,
  onlyNew,
  freshness,
}: Digest): Pick<DigestText, 'others' | 'closing'> {
  const lines = others.map((other) => (onlyNew ? null : quietLine(other)));
  const shown = lines.filter((line) => line !== null);
  const rest = others.filter((_, at) => lines[at] === null);
  const names = rest.map(({ authority }) => authority.name).join(', ');
  const about = onlyNew ? 'Nothing new' : 'The record holds nothing to tell about';
  return {
    others: shown.length > 0 ? { heading: 'Also nothing new', lines: shown, points: [] } : null,
    closing: [
      ...(names ? [`${about}: ${names}.`] : []),
      freshnessLine({ ...freshness, checked: null }),
    ],
  };
}
