import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createAnswerContext } from '../../src/answer/context.js';
import { requestOf } from '../../src/answer/search-request.js';
import { assembleRecord } from '../../src/domain/record.js';
import { words } from '../../src/language/index.js';
import { layLexicon } from '../../src/question/lay-lexicon.js';
import { AUTHORITIES, letter, passage, THEMES, visit } from '../support/record.js';
import { contextOfTameside } from '../support/tameside.js';

const FOLDER = new URL('../../data/language/lay-words/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const { entries } = layLexicon();

const record = assembleRecord(AUTHORITIES.authorities, THEMES.themes, [
  letter({
    visits: [visit()],
    passages: [
      passage({
        id: 'agency',
        quote: 'The service relies on agency social workers in some teams.',
      }),
      passage({ id: 'court', quote: 'Applications to the family court are made without delay.' }),
    ],
  }),
]);
const context = createAnswerContext(record);
const england = await contextOfTameside();
const layWordsIn = (text: string): string[] => {
  const { terms } = requestOf(context.reader.read(text, '2026-11-27'), [], context);
  return [...new Set(terms.flatMap(({ layWord }) => layWord ?? []))].map(({ text: said }) => said);
};

describe('The lexicon of lay words', () => {
  it('has at least three thousand entries', () => {
    expect(entries.length).toBeGreaterThanOrEqual(3_000);
  });

  it('gives each form once, as questions are read: in lower case, without marks', () => {
    const forms = entries.flatMap((entry) => entry.words);
    const twice = forms.filter((form, i) => forms.indexOf(form) !== i);
    expect(twice).toEqual([]);
    const unreadable = [...forms, ...entries.flatMap(({ not = [] }) => not)].filter(
      (form) => words(form).join(' ') !== form || form.split(' ').length > 6,
    );
    expect(unreadable).toEqual([]);
  });

  it('says what inspectors write in up to five ways, and has no exception that is no use', () => {
    const odd = entries.filter(
      ({ words: forms, means, not = [] }) =>
        means.length > 5 ||
        new Set(means).size < means.length ||
        not.some((phrase) => !forms.some((form) => ` ${phrase} `.includes(` ${form} `))),
    );
    expect(odd).toEqual([]);
  });

  it('has one entry a line, sorted, in the file of its letter', () => {
    for (const name of files) {
      const [from = '', to = from] = name.replace('.json', '').split('-');
      const lines = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n').slice(1, -1);
      const firsts = lines.map((line) => JSON.parse(line.replace(/,$/, '')).words[0] as string);
      expect(firsts).toEqual(firsts.toSorted());
      const letters = firsts.map((first) => (first[0] ?? '').replace(/\d/, 'a'));
      expect(letters.every((letter) => from <= letter && letter <= to)).toBe(true);
    }
  });
});

describe('A lay word in a question', () => {
  it('is found in its very form', () => {
    expect(layWordsIn('is there a backlog because of temps')).toContain('temps');
    expect(layWordsIn('what did the judges say')).not.toContain('judged');
  });

  it('is the longest phrase, and none inside it', () => {
    const found = layWordsIn('are kids kicked out of home helped');
    expect(found).toContain('kicked out of home');
    expect(found).not.toContain('kicked out');
  });

  it('is none in a phrase in which it means something else', () => {
    const [entry] = entries.filter(({ not }) => not !== undefined);
    const [phrase = ''] = entry?.not ?? [];
    const [form = ''] = entry?.words ?? [];
    expect(layWordsIn(`what about ${form}`)).toContain(form);
    expect(layWordsIn(`what about ${phrase}`)).not.toContain(form);
  });
});

describe('A phrase of little words', () => {
  const themesIn = (text: string): string[] => {
    const { themes } = requestOf(england.reader.read(text, '2026-11-27'), [], england);
    return themes.map(({ id }) => id);
  };
  const searchedFor = (text: string): string[] =>
    requestOf(england.reader.read(text, '2026-11-27'), [], england).terms.flatMap((term) =>
      term.themes.map(({ id }) => id),
    );

  it.each([
    ['do kids get a say in how the place is run', 'participation'],
    ['do they visit children enough when they are poorly', 'child-in-need-visits'],
  ])('(%s) that names a theme is searched for beside other words', (text, theme) => {
    expect(searchedFor(text)).toContain(theme);
  });

  it('that comes down to one word is read in its own words, and not in that one', () => {
    expect(themesIn('kids on the register')).toContain('child-protection-plans');
    expect(themesIn('is the nursery registered')).not.toContain('child-protection-plans');
  });
});
