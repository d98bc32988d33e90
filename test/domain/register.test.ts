import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AuthorityRegister } from '../../src/domain/authority.js';
import { ThemeList } from '../../src/domain/theme.js';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { stem, words } from '../../src/language/index.js';
import { STOP_WORDS } from '../../src/question/index.js';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));

const { authorities } = AuthorityRegister.parse(read('authorities.json'));
const { themes } = ThemeList.parse(read('themes.json'));

const repeated = (list: string[]): string[] => list.filter((item, i) => list.indexOf(item) !== i);

describe('The register of councils', () => {
  const fold = (name: string): string => words(name).join(' ');
  const named = authorities.flatMap(({ urn, name, aliases }) =>
    [name, ...aliases].map((written) => ({ urn, name: fold(written) })),
  );

  it('holds every council of England that Ofsted inspects, each once', () => {
    expect(authorities.length).toBeGreaterThanOrEqual(153);
    expect(repeated(authorities.map((authority) => authority.urn))).toEqual([]);
  });

  it('lets a name or alias mean one council only, and lists none twice', () => {
    expect(repeated(named.map(({ name }) => name))).toEqual([]);
  });

  it('has no alias of one word that is also a word of the themes', () => {
    const spoken = new Set(themes.flatMap((t) => [...t.terms, ...t.layWords]).flatMap(words));
    const aliases = authorities.flatMap((authority) => authority.aliases).map(fold);
    expect(aliases.filter((alias) => spoken.has(alias))).toEqual([]);
  });

  it.each([
    ['Tameside', '80569'],
    ['TMBC', '80569'],
    ['Hull', '80477'],
    ['Kingston upon Hull', '80477'],
    ['Kingston', '80545'],
    ['Richmond', '80513'],
    ['BCP', '2532287'],
    ['Bournemouth', '2532287'],
    ['B&NES', '80427'],
    ['BANES', '80427'],
    ['Bath', '80427'],
    ['Brighton', '80438'],
    ['RBKC', '80544'],
    ['K&C', '80544'],
    ['LBTH', '80516'],
    ['H&F', '80497'],
    ['Hammersmith & Fulham', '80497'],
    ['City of London', '80450'],
    ['London Corporation', '80450'],
    ['Newcastle', '80525'],
    ['Newcastle-under-Lyme', '80561'],
    ['Stoke', '80564'],
    ['Southend', '80559'],
    ['St Helens', '80560'],
    ['St. Helens', '80560'],
    ['Saint Helens', '80560'],
    ['East Riding', '80466'],
    ['Cheshire West', '80448'],
    ['CWaC', '80448'],
    ['NE Lincs', '80526'],
    ['N Lincs', '80527'],
    ['Lincs', '80484'],
    ['Bucks', '80442'],
    ['Herts', '80475'],
    ['Lancs', '80480'],
    ['Notts', '80534'],
    ['Telford', '80570'],
    ['RBWM', '80546'],
    ['Scilly', '80455'],
    ['Durham', '80465'],
    ['County Durham', '80465'],
    ['Bristol', '80441'],
    ['Cumbria', '135513'],
    ['Cumberland', '2733690'],
  ])('knows %s as %s', (usual, urn) => {
    expect(named.filter(({ name }) => name === fold(usual)).map((known) => known.urn)).toEqual([
      urn,
    ]);
  });

  it.each(['Northants', 'Berks', 'Beds', 'LCC', 'Cheshire', 'Tyneside', 'London'])(
    'leaves %s unsaid, which could be several councils or none',
    (unclear) => {
      expect(named.filter(({ name }) => name === fold(unclear))).toEqual([]);
    },
  );
});

describe('The themes', () => {
  const keyOf = (phrase: string): string => words(phrase).map(stem).join(' ');
  const holds = (phrase: string, part: string): boolean =>
    ` ${keyOf(phrase)} `.includes(` ${keyOf(part)} `);
  // A word that is meant in one form alone is another than the word in any form.
  const formOf = (phrase: string): string =>
    phrase
      .split(' ')
      .map((word) => (word.startsWith('=') ? word : keyOf(word)))
      .join(' ');
  const matcher = createThemeMatcher(themes);
  const readIn = (phrase: string): string[] =>
    matcher.read(words(phrase)).map((mention) => mention.theme.id);

  it('have ids and names of their own', () => {
    expect(repeated(themes.map((theme) => theme.id))).toEqual([]);
    expect(repeated(themes.map((theme) => theme.name.toLowerCase()))).toEqual([]);
  });

  it('are written in lower case, without stray space', () => {
    const phrases = themes.flatMap((t) => [...t.terms, ...t.layWords, ...t.not]);
    expect(phrases.filter((phrase) => phrase !== phrase.toLowerCase().trim())).toEqual([]);
  });

  it('each list a phrase once', () => {
    for (const { id, terms, layWords, not } of themes) {
      expect({ id, twice: repeated([...terms, ...layWords].map(formOf)) }).toEqual({
        id,
        twice: [],
      });
      expect({ id, twice: repeated(not.map(keyOf)) }).toEqual({ id, twice: [] });
    }
  });

  it('share no phrase among more than two', () => {
    const owners = new Map<string, number>();
    for (const { terms, layWords } of themes)
      for (const key of new Set([...terms, ...layWords].map(keyOf)))
        owners.set(key, (owners.get(key) ?? 0) + 1);
    expect([...owners].filter(([, count]) => count > 2)).toEqual([]);
  });

  it('have terms of at most five words, none of them a lone stop word', () => {
    const terms = themes.flatMap((theme) => theme.terms);
    expect(terms.filter((term) => term.split(/\s+/).length > 5)).toEqual([]);
    expect(terms.filter((term) => STOP_WORDS.has(term))).toEqual([]);
  });

  it('rule out only what holds one of their own phrases', () => {
    const idle = themes.flatMap(({ id, terms, layWords, not }) =>
      not
        .filter((look) => ![...terms, ...layWords].some((phrase) => holds(look, phrase)))
        .map((look) => `${id}: ${look}`),
    );
    expect(idle).toEqual([]);
  });

  it('are told by every one of their terms in a passage, and by no phrase that they rule out', () => {
    const untold = themes.flatMap(({ id, terms }) =>
      terms.filter((term) => !matcher.tag(term).includes(id)),
    );
    const mistold = themes.flatMap(({ id, not }) =>
      not.filter((look) => matcher.tag(look).includes(id)),
    );
    expect({ untold, mistold }).toEqual({ untold: [], mistold: [] });
  });

  it('are named by every one of their terms and lay words in a question', () => {
    const unread = themes.flatMap(({ id, terms, layWords }) =>
      [...terms, ...layWords].filter((phrase) => !readIn(phrase).includes(id)),
    );
    expect(unread).toEqual([]);
  });

  it('are not named by the everyday words that any question may hold', () => {
    const everyday = `children child kids people young family families parents good bad help support problem plan home
      school work care council service time week year report inspection inspectors judged grade rating latest improve
      better worse top life social worker team area need quality review case record number manage manager meeting
      information health risk safe adult question tell use run keep provide right feel`;
    expect(words(everyday).filter((word) => readIn(word).length > 0)).toEqual([]);
  });
});
