import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AuthorityRegister } from '../../src/domain/authority.js';
import { words } from '../../src/domain/words.js';
import { createAuthorityResolver } from '../../src/search/authorities.js';

const { authorities } = AuthorityRegister.parse(
  JSON.parse(readFileSync('data/authorities.json', 'utf8')),
);
const resolver = createAuthorityResolver(authorities);
const named = (question: string) =>
  resolver.mentions(words(question), question).map(({ authority }) => authority.name);

describe('The council in a question', () => {
  it.each([
    ['tameside latest', 'Tameside'],
    ['Tameside MBC care leavers', 'Tameside'],
    ['tamside latest', 'Tameside'],
    ['setfon placements', 'Sefton'],
    ['esex adoption', 'Essex'],
    ['st helans fostering', 'St Helens'],
    ['nottingam', 'Nottingham'],
    ['care leavers in hull', 'Kingston upon Hull'],
    ['BCP front door', 'Bournemouth, Christchurch and Poole'],
    ['what about Reading', 'Reading'],
    ['adoption in reading council', 'Reading'],
  ])('“%s” is %s', (question, name) => {
    expect(named(question)).toEqual([name]);
  });

  it.each([
    ['a word of the language', 'children struggle with reading at school'],
    ['a place of another name', 'burnley latest'],
    ['a name that two councils are equally near to', 'herfordshire latest'],
    ['the word before a place', 'councils in yorkshire'],
    ['nothing', 'what did inspectors say about neglect'],
  ])('is not guessed from %s', (_what, question) => {
    expect(named(question)).toEqual([]);
  });

  it('is offered as a choice where part of a name fits several', () => {
    const match = resolver.resolve('north');
    expect(match.kind === 'many' && match.candidates.length).toBeGreaterThan(3);
  });
});
