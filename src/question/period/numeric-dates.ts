import { dayMoment, type Moment, monthMoment, monthOf } from './months.js';
import { fourFigureYear, isDash, type TimeWords } from './time-words.js';

/** "04/12/2023", "4.12.23", "2023-12-04", "12/2023", "2023-12". */
export function numericDate(words: TimeWords, at: number): Moment | null {
  const parts = [0, 1, 2].map((i) => words.word(at + i));
  if (!parts.slice(0, 2).every((part) => /^\d{1,4}$/.test(part))) return null;
  const [first = 0, second = 0, third = 0] = parts.map(Number);
  const gaps = [words.gap(at), words.gap(at + 1)];
  const apart = gaps[0] === gaps[1] && /^[-/.]$/.test(gaps[0] ?? '');
  const iso = fourFigureYear(parts[0] ?? '');
  if (apart && /^(?:\d{2}|\d{4})$/.test(parts[2] ?? '')) {
    if (iso && isMonth(second) && third <= 31)
      return dayMoment(monthOf(iso, second), third, at + 3);
    const ended = parts[2]?.length === 2 ? 2000 + third : fourFigureYear(parts[2] ?? '');
    const [day, month] = isMonth(second) ? [first, second] : [second, first];
    if (ended && fourFigureYear(String(ended)) && isMonth(month) && day >= 1 && day <= 31)
      return dayMoment(monthOf(ended, month), day, at + 3);
  }
  const ended = fourFigureYear(parts[1] ?? '');
  if (ended && isMonth(first) && /^[/.]$/.test(gaps[0] ?? ''))
    return monthMoment(monthOf(ended, first), at + 2);
  const isMonthOfYear = iso && /^\d\d$/.test(parts[1] ?? '') && isMonth(second);
  if (isMonthOfYear && isDash(gaps[0] ?? '') && second <= iso % 100 && second !== (iso + 1) % 100)
    return monthMoment(monthOf(iso, second), at + 2);
  return null;
}

const isMonth = (number: number): boolean => number >= 1 && number <= 12;
