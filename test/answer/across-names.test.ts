import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { ThemeList } from '../../src/domain/theme.js';
import { REGISTER, reportOf } from '../support/councils.js';

const { themes: THEMES } = ThemeList.parse(
  JSON.parse(readFileSync(new URL('../../data/themes.json', import.meta.url), 'utf8')),
);
const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES, [
    reportOf('oldham', '2024-05-13', {
      says: [
        ['Care leavers are well supported. Council tax is paid for them until 25.', 'care-leavers'],
        ['Young people value the House Project in their first homes.', 'housing'],
      ],
    }),
    reportOf('rochdale', '2023-01-23', {
      says: [
        ['Children in care are happy. Council tax is paid for their carers.', 'children-in-care'],
        ['A housing project helps young people to find homes.', 'housing'],
        ['Since the last visit by Ofsted, carers value their training.', 'fostering'],
      ],
    }),
    reportOf('leeds', '2022-02-21', {
      says: [['Carers value the Mockingbird programme.', 'fostering']],
    }),
  ]),
);
const councilsOf = (question: string) =>
  answerQuestion(question, context).citations.map(
    ({ urn }) => REGISTER.find((council) => council.urn === urn)?.name,
  );

describe('Groups and names across councils', () => {
  it('counts a sentence as of the group that the one before it names, and of no other', () => {
    expect(councilsOf('which councils cover council tax for care leavers')).toEqual(['Oldham']);
  });

  it('looks for a name of common words as the record writes it', () => {
    expect(councilsOf('which councils run the house project')).toEqual(['Oldham']);
  });

  it('takes whose words are asked for as no name', () => {
    expect(councilsOf('where has ofsted said that carers value mockingbird')).toEqual(['Leeds']);
  });

  it('asks for no generic word beside a name', () => {
    expect(councilsOf('which councils use the mockingbird scheme')).toEqual(['Leeds']);
  });
});
