import { themeInSentence } from '../../domain/theme.js';
import { visitTitle } from '../../domain/visit.js';
import type { CouncilDigest, Digest, ThemeThroughTime } from '../content/digest-value.js';
import { lastFullLine, lastFullText, newestGradesLine, overallText } from './grades.js';
import type { CouncilText } from './text.js';

/** A council with nothing new: a theme through time and the standing facts, or these alone. */
export function quietText(
  council: Exclude<CouncilDigest, { kind: 'news' }>,
  date: string,
): CouncilText {
  const { authority, standing } = council;
  const { name } = authority;
  const facts = [...newestGradesLine(standing), ...lastFullLine(standing, date)];
  const lead = `${name}: nothing new in the record.`;
  const common = { name, summary: 'nothing new' };
  if (council.kind === 'standing') {
    const [first = '', ...rest] = facts;
    return {
      ...common,
      heading: `${lead} ${first}`.trim(),
      sections: [],
      closing: rest,
      question: `${name} latest`,
    };
  }
  const theme = themeInSentence(council.theme);
  return {
    ...common,
    heading: `${lead} Theme: ${theme}, ${years(council)}.`,
    sections: [{ heading: '', lines: [], points: council.points.map(datedPoint) }],
    closing: [...silentLine(council, theme), ...facts],
    question: `${name} about ${theme}`,
  };
}

/** A point led by the year of its visit. */
function datedPoint({ lead, citation }: ThemeThroughTime['points'][number]) {
  const year = citation.visit.period.slice(0, 4);
  return { lead: [year, lead].filter(Boolean).join(' · '), citation };
}

/**
 * "Kent: overall outstanding, 9–20 May 2022 (…)": a council with nothing new in a line; null where
 * there is nothing to say of it.
 */
export function quietLine({ authority, standing }: Digest['others'][number]): string | null {
  const { grades, lastFull } = standing;
  const text = grades ? overallText(grades) : lastFullText(lastFull);
  return text === null ? null : `${authority.name}: ${text}`;
}

function silentLine({ silent }: ThemeThroughTime, name: string): string[] {
  if (silent.length === 0) return [];
  return [`The record quotes nothing on ${name} from: ${silent.map(visitTitle).join('; ')}.`];
}

/**
 * "2019–2022". A single visit is no span of time, so where no other is quoted the line says that
 * this is the only one.
 */
function years({ visits, silent }: ThemeThroughTime): string {
  if (visits.length + silent.length === 1)
    return `${visits[0]?.period.slice(0, 4)}, the only visit quoted here`;
  const [last, first] = [visits[0], visits.at(-1)].map((visit) => visit?.period.slice(0, 4));
  return first === last ? `${first}` : `${first}–${last}`;
}
