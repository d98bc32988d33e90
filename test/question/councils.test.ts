import { describe, expect, it } from '@jest/globals';
import { words } from '../../src/language/index.js';
import { createCouncilNames } from '../../src/question/council-names.js';
import { authorities, hostile, spansIn } from './reading.js';

const spans = (question: string) => spansIn(question, 'councils');
const named = (question: string) =>
  spans(question).map(({ kind, value }) =>
    kind === 'council' || kind === 'former_council' ? value.name : kind,
  );
const BCP = 'Bournemouth, Christchurch and Poole';

describe('Each council of the register', () => {
  const asked = authorities.flatMap(({ name }) => {
    const small = name.toLowerCase();
    const bare = small.endsWith('s') ? small : `${small}s`;
    const ways = [name, small, `${name}’s latest`, `${small}'s latest`, `${bare} latest`];
    ways.push(`${name} council`, `${small} council care leavers`, `London Borough of ${name}`);
    ways.push(`what did ofsted say about early help in ${small}`, `how is ${small} doing`);
    return ways.map((question) => ({ question, name }));
  });

  it('is known by its name in capitals and small letters, as a possessive, and with a title', () => {
    const wrong = asked.filter(
      ({ question, name }) =>
        // The register has "Derbys" for Derbyshire.
        question !== 'derbys latest' && named(question).join() !== name,
    );
    expect(wrong).toEqual([]);
  });

  it('is known by its aliases', () => {
    const wrong = authorities.flatMap(({ name, aliases }) =>
      aliases.filter((alias) => named(`${alias} adoption`).join() !== name),
    );
    expect(wrong).toEqual([]);
  });

  it('is known by the letters of its points of the compass, and never taken for the one without', () => {
    const first = (name: string) =>
      name.split(' ').filter((word) => /^(?:North|East|South|West)$/.test(word));
    const wrong = authorities
      .filter(({ name }) => /^(?:North|East|South|West) (?!Riding)/.test(name))
      .map(({ name }) => {
        const points = first(name)
          .map((word) => word.charAt(0))
          .join('');
        const rest = name.split(' ').slice(points.length).join(' ');
        return { name, asked: `${points} ${rest}`.toLowerCase() };
      })
      .filter(({ name, asked }) => named(`${asked} latest`).join() !== name);
    expect(wrong).toEqual([]);
  });

  it('is known with a slip of the fingers, and never read as another', () => {
    const typed = authorities.flatMap(({ name }) => {
      const small = name.toLowerCase();
      return Array.from({ length: small.length - 3 }, (_, i) => i + 2).flatMap((at) => [
        { name, text: small.slice(0, at) + small.slice(at + 1) },
        { name, text: `${small.slice(0, at)}${small[at]}${small.slice(at)}` },
      ]);
    });
    const read = typed.map(({ name, text }) => ({ name, text, as: named(`${text} fostering`) }));
    const wrong = read.filter(({ name, as }) => as.length > 0 && as.join() !== name);
    // Half of two councils, so that the one before both is meant, which offers them.
    expect(wrong.filter(({ text }) => text !== 'cheshire est')).toEqual([]);
    expect(read.filter(({ as }) => as.length > 0).length / read.length).toBeGreaterThan(0.95);
  });
});

describe('The council in a question', () => {
  it.each([
    ['bury temps', 'Bury'],
    ['bury ofsted history', 'Bury'],
    ['bury bosses quitting', 'Bury'],
    ['agency staff bury', 'Bury'],
    ['did bury improve after 2021', 'Bury'],
    ['Bury the latest grade', 'Bury'],
    ['what did ofsted say about early help in bath', 'Bath and North East Somerset'],
    ['bath care leavers', 'Bath and North East Somerset'],
    ['reading care leavers', 'Reading'],
    ['is reading the worst', 'Reading'],
    ['what about Reading', 'Reading'],
    ['adoption in reading council', 'Reading'],
    ['after Reading’s inspection', 'Reading'],
    ['readings grade', 'Reading'],
    ['barking latest', 'Barking and Dagenham'],
    ['how is derby doing', 'Derby'],
    ['hull neglect', 'Kingston upon Hull'],
    ['stoke social workers', 'Stoke-on-Trent'],
    ['slough children in care', 'Slough'],
    ['what happened in york', 'York'],
    ['bucks adoption', 'Buckinghamshire'],
    ['staffs latest', 'Staffordshire'],
  ])('may be a word too: “%s” is %s', (question, name) => {
    expect(named(question)).toEqual([name]);
  });

  it.each([
    ['children struggle with reading at school'],
    ['the reading age of children in care'],
    ['reading skills and maths'],
    ['i was reading about neglect'],
    ['reading the report on neglect'],
    ['did they bury the report'],
    ['trying to bury bad news'],
    ['bury their heads in the sand'],
    ['bath time and bedtime'],
    ['children without a bath'],
    ['barking mad inspectors'],
    ['dogs barking at social workers'],
    ['figures that buck and bucks the trend'],
    ['stoke fears about placements'],
    ['children per square mile'],
    ['a local derby'],
    ['moving to new york'],
    ['are there enough staffs'],
    ['what did Mr Kent say'],
    ['cllr bradford resigned'],
    ['jekyll and hyde'],
    ['research by oxford university'],
  ])('is none where the word is meant: “%s”', (question) => {
    expect(named(question)).toEqual([]);
  });

  it.each([
    ['tameside children’s reading skills', ['Tameside']],
    ['do tameside children get help with reading', ['Tameside']],
    ['how is reading taught in tameside', ['Tameside']],
    ['compare tameside and reading', ['Tameside', 'Reading']],
    ['is reading better than tameside', ['Reading', 'Tameside']],
    ['tameside, bury, reading', ['Tameside', 'Bury', 'Reading']],
    ['Tameside next to Reading or Slough', ['Tameside', 'Reading', 'Slough']],
    ['bury vs bolton vs bath', ['Bury', 'Bolton', 'Bath and North East Somerset']],
  ])('is told from a word by what else is asked: “%s”', (question, names) => {
    expect(named(question)).toEqual(names);
  });

  it.each([
    ['bradfords biggest failings', 'Bradford'],
    ['burys latest', 'Bury'],
    ['surreys improving', 'Surrey'],
    ['hackneys social workers', 'Hackney'],
    ['is tamesides grade final', 'Tameside'],
    ['st helens latest', 'St Helens'],
    ['leeds’ latest', 'Leeds'],
    ['tower hamlets grade', 'Tower Hamlets'],
    ['tower hamlet’s grade', 'Tower Hamlets'],
    ['what are surrey councils biggest failings', 'Surrey'],
    ['tamsides latest', 'Tameside'],
  ])('may be a possessive without apostrophe: “%s” is %s', (question, name) => {
    expect(named(question)).toEqual([name]);
  });

  it.each([
    ["St. Helen's latest", 'St Helens'],
    ['st helen’s', 'St Helens'],
    ['Saint Helens', 'St Helens'],
    ['saint helen’s fostering', 'St Helens'],
    ['isle of white', 'Isle of Wight'],
    ['latest for the isle of white', 'Isle of Wight'],
    ['newcastle', 'Newcastle upon Tyne'],
    ['newcastle on tyne', 'Newcastle upon Tyne'],
    ['newcastle tyne', 'Newcastle upon Tyne'],
    ['hull', 'Kingston upon Hull'],
    ['kingston', 'Kingston upon Thames'],
    ['kingston on thames', 'Kingston upon Thames'],
    ['richmond on thames', 'Richmond upon Thames'],
    ['stockton upon tees', 'Stockton-on-Tees'],
    ['southend upon sea', 'Southend-on-Sea'],
    ['brighton hove', 'Brighton and Hove'],
    ['Brighton & Hove', 'Brighton and Hove'],
    ['Barking&Dagenham', 'Barking and Dagenham'],
    ['B&amp;D adoption', 'Barking and Dagenham'],
    ['Bournemouth, Christchurch and Poole (BCP) latest', BCP],
    ['bournemouth adoption', BCP],
    ['middlesborough', 'Middlesbrough'],
    ['north summerset', 'North Somerset'],
    ['windsor and maidenhed', 'Windsor and Maidenhead'],
    ['northampton latest', 'West Northamptonshire'],
    ['County Durham', 'Durham'],
  ])('is named in other ways: “%s” is %s', (question, name) => {
    expect(named(question)).toEqual([name]);
  });

  it.each([
    ['tamside latest', 'Tameside'],
    ['setfon placements', 'Sefton'],
    ['esex adoption', 'Essex'],
    ['st helans fostering', 'St Helens'],
    ['nottingam', 'Nottingham'],
    ['suth gloucestershire', 'South Gloucestershire'],
    ['wst northamptonshire', 'West Northamptonshire'],
    ['kingston upn hull', 'Kingston upon Hull'],
    ['tame side', 'Tameside'],
    ['tame\u00adside', 'Tameside'],
    ['south-ampton', 'Southampton'],
    ['red-car and cleveland', 'Redcar and Cleveland'],
    ['towerhamlets', 'Tower Hamlets'],
    ['cheshire west andchester', 'Cheshire West and Chester'],
    ['cumbira', 'Cumbria'],
  ])('is recognised misspelt, joined or divided: “%s” is %s', (question, name) => {
    expect(named(question)).toEqual([name]);
  });

  it('is marked where it was read by likeness', () => {
    expect(spans('tamside and Bolton').map(({ byLikeness }) => byLikeness)).toEqual([true, false]);
    expect(spans('isle of white').map(({ surface }) => surface)).toEqual(['isle of white']);
  });

  it('may be one of several misspelt ones', () => {
    expect(named('compare tamside with bolten and rochdle')).toEqual([
      'Tameside',
      'Bolton',
      'Rochdale',
    ]);
  });

  it.each([
    ['London Borough of Hackney latest', 'London Borough of Hackney'],
    ['grades of Leeds City Council', 'Leeds City Council'],
    ['the City of York Council', 'the City of York Council'],
    ['Kent County Council’s report', "Kent County Council's"],
    ['Tameside Metropolitan Borough Council', 'Tameside Metropolitan Borough Council'],
    ['tamside mbc', 'tamside mbc'],
    ['derbyshire cc latest', 'derbyshire cc'],
    ['kent county lines', 'kent'],
    ['leeds city centre', 'leeds'],
  ])('is said with its title: “%s”', (question, surface) => {
    expect(spans(question).map((span) => span.surface)).toEqual([surface]);
  });

  it('leaves the word “council” to what is asked of the council itself', () => {
    const [span] = spans('what did leeds city council say');
    expect(span).toMatchObject({ from: 2, to: 5, words: [2, 3] });
  });

  it.each([
    ['a first name', 'how is beth doing'],
    ['a first name like a region', 'what did shirley say'],
    ['a town', 'dalton latest'],
    ['a larger town', 'boston latest'],
    ['a county town like a council', 'dorchester care leavers'],
    ['an English word', 'a pool of foster carers'],
    ['two English words', 'a red car was seen'],
    ['a place of another name', 'burnley latest'],
    ['an abbreviation', 'lac and cin numbers'],
    ['a name that two councils are equally near to', 'herfordshire latest'],
    ['the word before a place', 'councils in yorkshire'],
    ['a county that bears its name', 'greater manchester care leavers'],
    ['a county that is like it', 'caseloads in west yorkshire'],
    ['a district of another direction', 'mid sussex'],
    ['words of its title alone', 'the city council of the borough'],
    ['nothing', 'what did inspectors say about neglect'],
  ])('is not guessed from %s', (_what, question) => {
    expect(named(question)).toEqual([]);
  });
});

describe('A council that is no more', () => {
  it.each([
    ['cumbria latest', 'Cumbria', '2023-03-31', ['Cumberland', 'Westmorland and Furness']],
    ['Cumbria County Council', 'Cumbria', '2023-03-31', ['Cumberland', 'Westmorland and Furness']],
    [
      'northamptonshires latest',
      'Northamptonshire',
      '2021-03-31',
      ['North Northamptonshire', 'West Northamptonshire'],
    ],
    [
      'northants neglect',
      'Northamptonshire',
      '2021-03-31',
      ['North Northamptonshire', 'West Northamptonshire'],
    ],
    ['Poole adoption', 'Poole', '2019-03-31', [BCP]],
    ['bournemouth borough council in 2014', 'Bournemouth Borough', '2019-03-31', [BCP]],
    [
      'cheshire care leavers',
      'Cheshire',
      '2009-03-31',
      ['Cheshire East', 'Cheshire West and Chester'],
    ],
    ['bedfordshire', 'Bedfordshire', '2009-03-31', ['Bedford Borough', 'Central Bedfordshire']],
  ])('is known with those that followed: “%s”', (question, name, ended, successors) => {
    const found = spans(question).map((span) =>
      span.kind === 'former_council'
        ? { ...span.value, successors: span.value.successors.map((council) => council.name) }
        : span.kind,
    );
    expect(found).toEqual([{ name, ended, successors }]);
  });

  it.each([
    ['north northamptonshire', 'North Northamptonshire'],
    ['cheshire east', 'Cheshire East'],
    ['central bedfordshire', 'Central Bedfordshire'],
    ['west berkshire', 'West Berkshire'],
    ['redcar and cleveland', 'Redcar and Cleveland'],
    ['cumberland', 'Cumberland'],
  ])('is not meant by “%s”', (question, name) => {
    expect(spans(question)).toMatchObject([{ kind: 'council', value: { name } }]);
  });
});

describe('A text that should be a council’s name', () => {
  const names = createCouncilNames(authorities);
  const resolved = (text: string) => {
    const match = names.resolve(text);
    return match.kind === 'one' ? match.authority.name : match.kind;
  };

  it.each([
    ['Tameside', 'Tameside'],
    ['tameside mbc', 'Tameside'],
    ['London Borough of Hackney', 'Hackney'],
    ['tamside', 'Tameside'],
    ['bury', 'Bury'],
    ['reading', 'Reading'],
    ['isle of white', 'Isle of Wight'],
    ['newcastle on tyne', 'Newcastle upon Tyne'],
    ['Cumbria', 'Cumbria'],
    ['towerhamlets', 'Tower Hamlets'],
    ['bradford’s', 'Bradford'],
    ['north', 'many'],
    ['herfordshire', 'many'],
    ['nowhere', 'none'],
    ['', 'none'],
    ['ab', 'none'],
  ])('“%s” is %s', (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  it('may fit several, which are offered', () => {
    const match = names.resolve('north');
    expect(match.kind === 'many' && match.candidates.length).toBeGreaterThan(3);
  });
});

it.each([
  ...['tamside ', 'bury reading ', 'london borough of ', 'st of upon the ', 'xqzzy ', 'a '],
  ...['norht esat wset shoton barnze ', 'abcdefgh', 'the city council of ', 'north south '],
])('Councils in 500 characters of “%s” lie among its words', (piece) => {
  const count = words(hostile(piece)).length;
  for (const { from, to } of spansIn(hostile(piece), 'councils')) {
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThanOrEqual(count);
  }
});
