// Questions made to cost as much as any: 500 characters of what each part of the reading has to
// look at again for every word. Each has a name that says what it is made of.
import { readdirSync, readFileSync } from 'node:fs';

export const LENGTH = 500;
const LANGUAGE = new URL('../../data/language/', import.meta.url);

const PIECES = {
  'one letter': 'a',
  'one letter and a space': 'a ',
  'a misspelt letter run': 'zzzzzzzzzzzzzzzzzzzz ',
  'names of councils': 'tameside manchester tower hamlets kingston upon thames ',
  'names with a slip': 'tamseide manchster twoer hamelts kingstn upon thmes ',
  'one name with a slip': 'tamseide ',
  'parts of names': 'and upon north east west on of ',
  'names as words': 'bury reading bath ',
  'names in one': 'towerhamlets',
  'from to': 'from to ',
  'from to with grades': 'from inadequate to good ',
  'times before times': 'since the about the week of ',
  months: 'march,may,june ',
  'months and months': 'march and may and ',
  'numbers and dashes': '1-1-',
  years: '2018/19-20 ',
  'last of last': 'last the past previous ',
  'end of the': 'end of the first quarter of ',
  'single quotes': "'",
  'double quotes': '"a ',
  'quotes open and close': '"a" \'b\' ',
  apostrophes: "s's",
  'zero-width characters': '\u200b',
  'zero-width characters in words': 'ta\u200bme\u00ad',
  'directions of text': '\u202ea\u202c',
  'combining marks': 'e\u0301\u0302',
  'letters that grow': '\u0130\ufb03\ufdfa',
  'codes of emoji': ':eyes: ',
  'codes of emoji that never end': ':a',
  'codes in codes': '::a:',
  emoji: '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
  entities: '&amp;',
  'entities of entities': '&amp;amp;lt;',
  'links that never end': '<https://',
  links: '<https://a.b|c> ',
  'links in links': '<<@<#<!',
  'marks of formatting': '*_~`',
  'marks inside words': 'a*b_c~d`',
  'marks around marks': '*_a_* ',
  'marks of quoted lines': '>\n',
  'mail addresses': 'a@b.c',
  'addresses without an end': 'www.a',
  'dots and at signs': '@.',
  'white space': ' \t\n\u2800',
  'ends of paragraphs': '\u2029',
  'characters in many parts': '\u0f73\u0f81',
  'signs of patterns': '(a+)+$.*[^]{1,9}',
  gibberish: 'qwrtplk zxvbnm jhgfdq wrtyplk ',
  'long gibberish': 'qwrtplkzxvbnmjhgfdswrtyplk ',
  'words with a slip': 'caselaods supervsion safegaurding plcements accomodation ',
  'first names of inspectors': 'led by lead inspector mr ',
};

/** The phrases of a vocabulary file in one list, with each set and alternative as plain words. */
function phrasesOf(file) {
  const { sets = {}, entries } = JSON.parse(readFileSync(new URL(file, LANGUAGE), 'utf8'));
  const phrases = [...Object.values(sets).flat(), ...entries.flatMap((entry) => entry.phrases)];
  return phrases.join(' ').replace(/<[^>]*>|[()|?]|\.\./g, ' ');
}

const typed = (piece) =>
  piece.repeat(Math.ceil(LENGTH / Math.max(1, piece.length))).slice(0, LENGTH);

/** Shuffled the same way each time, so that words stand beside words that they never follow. */
function shuffled(words) {
  let state = 7;
  return words
    .map((word) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return [state, word];
    })
    .sort(([one], [other]) => one - other)
    .map(([, word]) => word);
}

/** Every hostile question as `[what it is made of, the question]`. */
export function hostileQuestions() {
  const files = readdirSync(LANGUAGE).filter((file) => file.endsWith('.json'));
  const ofFiles = files.flatMap((file) => {
    const words = phrasesOf(file).split(/\s+/).filter(Boolean);
    const parts = Array.from({ length: 3 }, (_, i) =>
      words.slice(Math.floor((i * words.length) / 3)).join(' '),
    );
    return [
      ...parts.map((part, i) => [`phrases of ${file}, part ${i + 1}`, typed(`${part} `)]),
      [`words of ${file} in disorder`, typed(`${shuffled(words).join(' ')} `)],
      [`the first word of ${file}`, typed(`${words[0]} `)],
    ];
  });
  const each = shuffled(files.flatMap((file) => phrasesOf(file).split(/\s+/).filter(Boolean)));
  const mixed = Array.from({ length: 40 }, (_, i) => [
    `words of all files in disorder, ${i + 1}`,
    typed(`${each.slice(i * 100, i * 100 + 100).join(' ')} `),
  ]);
  return [
    ...Object.entries(PIECES).map(([name, piece]) => [name, typed(piece)]),
    ...ofFiles,
    ...mixed,
  ];
}
