import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AuthorityRegister } from '../../../src/domain/authority.js';
import { words } from '../../../src/language/index.js';
import { createAuthorityResolver } from '../../../src/question/legacy/authorities.js';
import { METROPOLITAN_COUNTIES } from '../../../src/question/legacy/metropolitan-counties.js';

const { authorities } = AuthorityRegister.parse(
  JSON.parse(readFileSync('data/authorities.json', 'utf8')),
);
const resolver = createAuthorityResolver(authorities);
const named = (question: string) =>
  resolver.mentions(words(question), question).map(({ authority }) => authority.name);

it('The metropolitan counties name councils of the register', () => {
  const names = new Set(authorities.map(({ name }) => name));
  const listed = Object.values(METROPOLITAN_COUNTIES).flat();
  expect(listed.filter((name) => !names.has(name))).toEqual([]);
  expect(new Set(listed).size).toBe(36);
});

describe('The council in a question', () => {
  it('may be the one that a council of the past became part of', () => {
    expect(named('Poole adoption')).toEqual(['Poole', 'Bournemouth, Christchurch and Poole']);
  });

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
    ['a county that bears its name', 'greater manchester care leavers'],
    ['a county that is like it', 'caseloads in west yorkshire'],
    ['nothing', 'what did inspectors say about neglect'],
  ])('is not guessed from %s', (_what, question) => {
    expect(named(question)).toEqual([]);
  });

  it('is offered as a choice where part of a name fits several', () => {
    const match = resolver.resolve('north');
    expect(match.kind === 'many' && match.candidates.length).toBeGreaterThan(3);
  });
});
