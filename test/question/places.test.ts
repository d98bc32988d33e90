import { describe, expect, it } from '@jest/globals';
import { words } from '../../src/language/index.js';
import { authorities, hostile, spansIn } from './reading.js';

const spans = (question: string) => spansIn(question, 'places');
const read = (question: string) =>
  spans(question).map(({ kind, value }) => {
    if (kind === 'place') return `${value.type} ${value.name}`;
    return kind === 'council_type' ? value.name : `${kind} ${String(value)}`;
  });
const councilsIn = (question: string): string[] =>
  spans(question).flatMap(({ kind, value }) =>
    kind === 'place' || kind === 'council_type' ? value.councils.map(({ name }) => name) : [],
  );

describe('The regions and counties of a question', () => {
  it('are all regions of the register, by their names', () => {
    const regions = [...new Set(authorities.map(({ region }) => region))];
    for (const region of regions) {
      expect(read(`councils in ${region}`)).toEqual([`region ${region}`]);
      expect(councilsIn(`councils in ${region.toLowerCase()}`)).toEqual(
        authorities.filter((council) => council.region === region).map(({ name }) => name),
      );
    }
  });

  it.each([
    ['worst in yorkshire', 'region Yorkshire and the Humber'],
    ['worst councils in yorkshire', 'region Yorkshire and the Humber'],
    ['yorkshire & humber', 'region Yorkshire and the Humber'],
    ['north east councils needing improvement', 'region North East'],
    ['how many outstanding in the north west', 'region North West'],
    ['north-west of england', 'region North West'],
    ['west midlands', 'region West Midlands'],
    ['the midlands', 'region Midlands'],
    ['east mids', 'region East Midlands'],
    ['the mids', 'region Midlands'],
    ['the north', 'region North of England'],
    ['greater london', 'region London'],
    ['londons councils', 'region London'],
    ['the west country', 'region South West'],
    ['eastern region', 'region East of England'],
    ['councils in greater manchester', 'county Greater Manchester'],
    ['GM boroughs', 'county Greater Manchester'],
    ['merseyside', 'county Merseyside'],
    ['south yorks', 'county South Yorkshire'],
    ['west yorkshire', 'county West Yorkshire'],
    ['tyne & wear', 'county Tyne and Wear'],
    ['west midlands metropolitan county', 'county West Midlands county'],
    ['the black country', 'county Black Country'],
    ['teesside', 'county Tees Valley'],
    ['sussex', 'county Sussex'],
    ['all of england', 'everywhere England'],
    ['how many english councils', 'everywhere England'],
    ['nationally', 'everywhere England'],
    ['across the whole country', 'everywhere England'],
  ])('“%s” is %s', (question, place) => {
    expect(read(question)).toEqual([place]);
  });

  it.each([
    ['outstandng councls in yorkshre', 'region Yorkshire and the Humber'],
    ['nort west', 'region North West'],
    ['south wesst', 'region South West'],
    ['east midlans', 'region East Midlands'],
    ['mersyside', 'county Merseyside'],
    ['greater manchestr', 'county Greater Manchester'],
    ['our neigbours', 'neighbours ours'],
    ['metropoliton boroughs', 'metropolitan boroughs'],
  ])('may be misspelt: “%s” is %s', (question, place) => {
    expect(spans(question)).toMatchObject([{ byLikeness: true }]);
    expect(read(question)).toEqual([place]);
  });

  it.each([
    ['tameside latest'],
    ['tamesides latest'],
    ['what did shirley say'],
    ['south london'],
    ['north south divide'],
    ['english as a second language'],
    ['lessons in english'],
    ['nhs england'],
    ['south east asia'],
    ['in the north yorkshire moors'],
    ['the bank of england'],
  ])('are none in “%s”', (question) => {
    expect(read(question)).toEqual([]);
  });

  it('have the councils that made up each metropolitan county', () => {
    const counties = ['greater manchester', 'merseyside', 'south yorkshire', 'west yorkshire'];
    counties.push('tyne and wear', 'west midlands county');
    const mets = authorities.filter(({ type }) => type === 'Metropolitan District');
    expect(counties.flatMap(councilsIn).sort()).toEqual(mets.map(({ name }) => name).sort());
  });
});

describe('The types of council of a question', () => {
  it.each([
    ['county councils rated outstanding', 'county councils', 24],
    ['which counties are inadequate', 'county councils', 24],
    ['shire counties', 'county councils', 24],
    ['the shires', 'county councils', 24],
    ['how many unitary authorities are good', 'unitary authorities', 60],
    ['unitaries', 'unitary authorities', 60],
    ['unitary councils', 'unitary authorities', 60],
    ['metropolitan boroughs rated good', 'metropolitan boroughs', 36],
    ['metropolitan districts', 'metropolitan boroughs', 36],
    ['the mets', 'metropolitan boroughs', 36],
    ['met boroughs', 'metropolitan boroughs', 36],
    ['London boroughs criticised', 'London boroughs', 33],
    ['boroughs in london', 'London boroughs', 33],
  ])('“%s” are %s, %d of them', (question, name, count) => {
    expect(read(question)).toEqual([name]);
    expect(councilsIn(question)).toHaveLength(count);
  });

  it('have no council that is no more', () => {
    expect(councilsIn('county councils and unitaries')).not.toEqual(
      expect.arrayContaining(['Cumbria']),
    );
  });

  it.each([
    ['county lines'],
    ['county court orders'],
    ['the home counties'],
    ['the met police'],
    ['inspectors met children'],
    ['the county'],
  ])('are none in “%s”', (question) => {
    expect(read(question)).toEqual([]);
  });
});

describe('Neighbours in a question', () => {
  it.each([
    ['are our neighbours rated better than us', 'ours'],
    ['our statistical neighbours', 'ours'],
    ['our neighbouring councils', 'ours'],
    ['councils near us', 'ours'],
    ['my nearest neighbours', 'ours'],
    ['tameside and its neighbours', 'theirs'],
    ['neighbouring councils', 'theirs'],
    ['tameside’s statistical neighbours', 'theirs'],
    ['the councils next door', 'theirs'],
    ['surrounding authorities', 'theirs'],
    ['their neighbors', 'theirs'],
  ])('“%s” are %s', (question, whose) => {
    expect(read(question)).toEqual([`neighbours ${whose}`]);
  });

  it.each([
    ['a neighbour reported it'],
    ['neighbours complained to social workers'],
    ['noisy neighbours'],
    ['help from friends and neighbours'],
    ['a neighbour told the police'],
  ])('are people in “%s”', (question) => {
    expect(read(question)).toEqual([]);
  });
});

it.each([
  ...['our nearest statistical neighbours ', 'the north ', 'norht esat wset ', 'yorkshre and '],
  ...['metropolitan borough ', 'abcdefgh', 'xqzzy ', 'a '],
])('Places in 500 characters of “%s” lie among its words', (piece) => {
  const count = words(hostile(piece)).length;
  for (const { from, to } of spansIn(hostile(piece), 'places')) {
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThanOrEqual(count);
  }
});
