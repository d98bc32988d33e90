// What test/ci/england.mjs looks at in a reply, and whether a text says a fact in one of the ways
// in which it can be said.
import { plainName } from './england-counts.mjs';

const WORDS = [null, null, 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];
/** A sentence that says that there is nothing of the kind. */
export const NONE = /\b(no|none|not|nothing|never|neither|0)\b/i;

/**
 * Reads an answer and its JSON into what is checked: `headline`; `table` and `named`, the URNs of
 * the councils in the table's first column and of those the headline names; `text`, headline and
 * table; `start`, headline and first row; `declines`, whether it answers nothing.
 */
export function createReplyReader(councils) {
  const urnOf = new Map(councils.map(({ urn, name }) => [plainName(name), urn]));
  const longestFirst = [...urnOf].sort(([a], [b]) => b.length - a.length);
  /** Of "North Somerset" and "Somerset" the longer name is taken first. */
  const councilsIn = (sentence) => {
    let left = ` ${plainName(sentence)} `;
    const found = longestFirst.flatMap(([name, urn]) => {
      if (!left.includes(` ${name} `)) return [];
      left = left.replaceAll(` ${name} `, ' | ');
      return [urn];
    });
    return new Set(found);
  };
  return (answer, json) => {
    // Versions whose JSON has no table yet show it in the answer.
    const rows = ((json.table === undefined ? answer.table : json.table)?.rows ?? []).map((row) =>
      Object.values(row).map(String),
    );
    const { headline, status, citations } = json;
    return {
      headline,
      table: new Set(rows.map(([first]) => urnOf.get(plainName(first))).filter(Boolean)),
      named: councilsIn(headline),
      text: [headline, ...rows.flat()].join(' · '),
      start: [headline, ...(rows[0] ?? [])].join(' · '),
      declines: status !== 'found' && citations.length === 0 && rows.length === 0,
    };
  };
}

/** A number by itself, no day of a date and no end of a range; small ones may be a word. */
export function hasNumber(text, number) {
  if (number === 0) return NONE.test(text);
  const after = `(?![\\d–-]|\\.\\d| (?:${MONTHS.join('|')}))`;
  const digits = new RegExp(`(?<![\\d.–-])${number}${after}`);
  return (
    digits.test(text) || (WORDS[number] && new RegExp(`\\b${WORDS[number]}\\b`, 'i').test(text))
  );
}

/** "19 of 153", "19 of the 153", or the percentage. */
export function hasShare(text, part, whole) {
  const percent = (100 * part) / whole;
  return (
    new RegExp(`\\b${part} (?:out )?of (?:the )?${whole}\\b`).test(text) ||
    [0, 1].some((digits) =>
      new RegExp(`(?<!\\d)${percent.toFixed(digits)} ?(?:%|per ?cent)`).test(text),
    )
  );
}

/** A time of some years, said to a tenth of a year or in months, give or take one. */
export function hasYears(text, years) {
  const months = Math.round(12 * years);
  const said = [months - 1, months, months + 1].map((n) => `${n} months`);
  return [`${years.toFixed(1)} years`, `${Math.round(years)} years`, ...said].some((t) =>
    text.includes(t),
  );
}

function hasDay(text, day) {
  const [year, month, date] = day.split('-');
  const name = MONTHS[month - 1];
  return [`${Number(date)} ${name} ${year}`, `${name} ${year}`, day].some((t) => text.includes(t));
}

/** Not the "good" of "requires improvement to be good". */
const hasGrade = (text, grade) =>
  new RegExp(`\\b${grade.replace(' to be good', '')}\\b`, 'i').test(
    text.replace(/requires improvement to be good/gi, 'requires improvement'),
  );

/** The facts of an inspection that a text lacks; `say` lists which are looked for. */
export function missing(text, visit, say, gradeOf) {
  const has = {
    council: () => ` ${plainName(text)} `.includes(` ${plainName(visit.council)} `),
    date: () => hasDay(text, visit.end),
    grade: () => hasGrade(text, gradeOf(visit)),
    lead: () => text.includes(visit.leadInspector),
  };
  return say
    .filter((fact) => !has[fact]())
    .map((fact) => `should say the ${fact}: ${visit.council}, ${visit.end}`);
}
