import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { authorityFinder } from '../../../src/corpus/import/facts/authority.js';
import { AuthorityRegister } from '../../../src/domain/authority.js';

describe('The name of a council in a title', () => {
  const { authorities } = AuthorityRegister.parse(
    JSON.parse(readFileSync('data/authorities.json', 'utf8')),
  );
  const find = authorityFinder(authorities);
  const FORMS: [string, (name: string) => string][] = [
    [
      'Inspection of … local authority children’s services',
      (name) => `Inspection of ${name} local authority children’s services`,
    ],
    ['… Council', (name) => `${name} Council Inspection of children’s social care services`],
    ['… City Council', (name) => `${name} City Council Inspection of services for children`],
    ['London Borough of …', (name) => `London Borough of ${name}`],
    [
      'Royal Borough of …',
      (name) => `Inspection of the Royal Borough of ${name} children’s services`,
    ],
    [
      '… Metropolitan Borough Council, in capitals',
      (name) => `${name} Metropolitan Borough Council`.toUpperCase(),
    ],
    [
      'Focused visit to …, with an ampersand',
      (name) => `Focused visit to ${name.replace(/ and /g, ' & ')} children’s services`,
    ],
    ['Council of the …', (name) => `Monitoring visit of the Council of the ${name}`],
  ];
  // Titles call the council that ended in 2019 as people call the one that followed it.
  const told = authorities.filter(({ name }) => name !== 'Bournemouth Borough');
  it.each(FORMS)('is found for every council of the register in “%s”', (_, form) => {
    const wrong = told.filter(({ urn, name }) => find(form(name)) !== urn);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['City of Bristol', '80441'],
    ['Kingston upon Hull City Council', '80477'],
    ['City of York Council', '80453'],
    ['Durham County Council', '80465'],
    ['St. Helens Council', '80560'],
    ['St.Helens Council', '80560'],
    ['Southend on Sea City Council', '80559'],
    ['City of London Corporation', '80450'],
    ['Derby City Council', '80459'],
    ['County of Herefordshire District Council', '80474'],
    ['Royal Borough of Windsor & Maidenhead', '80546'],
    ['Stoke on Trent City Council', '80564'],
    ['Newcastle City Council', '80525'],
    ['Bedford Borough Council', '80428'],
    ['the Royal Borough of Kensington and Chelsea', '80544'],
  ])('“%s” is the one meant', (name, urn) => {
    expect(find(`Inspection of ${name} children’s services`)).toBe(urn);
  });

  it.each([
    'Achieving for Children',
    'North Northamptonshire and West Northamptonshire',
    'Kingston and Richmond',
  ])('“%s” is no council for certain', (name) => {
    expect(find(`Focused visit to ${name} children’s services`)).toBeNull();
  });
});
