import { describe, expect, it } from '@jest/globals';
import { answeringOldham } from '../support/oldham-twice.js';

const ask = answeringOldham(
  [
    ['Unaccompanied asylum-seeking children are well supported by a dedicated and skilled team.'],
    ['Children in care move in with carers who know them and are praised for their warmth.'],
    ['The introduction of personal advisers at 16 has been welcomed.'],
    ['The council has three children’s homes, which are close to each other.'],
    ['Social workers enjoy working for Oldham and say that they are well supported by managers.'],
    ['A few children were placed by necessity in homes, which is outlawed by regulation.'],
    ['Children who no longer need statutory intervention have a smooth transition to early help.'],
  ],
  [['Managers are few and the council is slow.']],
);
const first = (text: string) => ask(text).citations[0]?.quote ?? '';

describe('A headline has a verdict only where a quotation holds all that is asked', () => {
  it('and else says what is nearest', () => {
    const { headline } = ask('how does oldham decide if a lone refugee is really under 18');
    expect(headline).toContain('nearest to');
    expect(headline).not.toMatch(/praised|criticised/);
  });

  it('and echoes the question itself, where no subject can be told from it', () => {
    const { headline } = ask('how does oldham decide if a lone refugee is really under 18');
    expect(headline).toContain('“how does oldham decide if a lone refugee is really under 18”');
  });
});

describe('Everyday words find what reports say otherwise', () => {
  it.each([
    ['how old are kids in oldham when they get a personal adviser', 'at 16'],
    ['how many childrens homes does oldham run', 'three children’s homes'],
    ['do people like working for oldham', 'enjoy working'],
    ['is oldham putting kids in places that arent legal', 'outlawed'],
    ['what happens in oldham when a case gets closed but they still need help', 'no longer need'],
  ])('“%s”', (question, said) => {
    expect(first(question)).toContain(said);
  });
});
