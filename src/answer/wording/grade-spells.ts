import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { lastDayOf, visitDates } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { GradeSpellsFacts, Spell } from '../one-council/grade-spells.js';
import { judgedTable } from './judged-table.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';
import { visitOf } from './visit-of.js';

/** "Croydon: inadequate overall from the inspection of … until that of …, which gave good". */
export function wordGradeSpells(facts: GradeSpellsFacts): Answer {
  const { about, spells, judged, howLong } = facts;
  const { authority, question } = about;
  const [only, ...others] = spells;
  const area = only ? areaPhrase([only.last.judgement.area]) : '';
  const grades = [...new Set(spells.map(({ first }) => first.judgement.grade))].join(' or ');
  const said =
    only && others.length === 0
      ? spellSaid(only, howLong)
      : spells.map((spell) => spellBrief(spell, howLong)).join('; ');
  return {
    ...emptyAnswer('grades', question),
    authority,
    headline: `${councilLabel(about)}: ${grades} ${area} ${said}.`,
    notes: [
      'By the full inspections held: a grade stands until the next inspection, and the record knows nothing of the time between.',
      ...(howLong ? ['Days are counted from the last day of an inspection.'] : []),
    ],
    table: judgedTable(`Grades of ${authority.name} ${area}, newest first`, judged),
    choices: furtherChoices(authority, 'grades'),
    citations: judged.map(citeJudgement),
  };
}

function spellSaid(spell: Spell, howLong: boolean): string {
  const { first, last, next } = spell;
  const days = howLong ? ` (${daysSaid(spell)})` : '';
  if (next)
    return `from the ${visitOf(first.visit)} until that of ${visitDates(next.visit)}, which gave ${next.judgement.grade}${days}`;
  const again = last === first ? '' : `; again at the newest held (${monthOf(last)})`;
  return `since the ${visitOf(first.visit)}${days}${again || '; no newer inspection is held'}`;
}

/** "from November 2013 until January 2019", "since March 2022" */
function spellBrief(spell: Spell, howLong: boolean): string {
  const days = howLong ? ` (${daysSaid(spell)})` : '';
  return spell.next
    ? `from ${monthOf(spell.first)} until ${monthOf(spell.next)}${days}`
    : `since ${monthOf(spell.first)}${days}`;
}

const daysSaid = ({ days, next }: Spell): string => `${days} days${next ? '' : ' up to today'}`;

const monthOf = ({ visit }: RecordedJudgement): string =>
  formatMonth(lastDayOf(visit).slice(0, 'yyyy-mm'.length));
