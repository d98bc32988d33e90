/**
 * The metropolitan counties of England with their councils, as people still ask for them. “West Midlands” alone is the
 * region of that name, which is wider. Source: Local Government Act 1972, schedule 1; the counties' councils were abolished in 1986.
 */
export const METROPOLITAN_COUNTIES: Record<string, string[]> = {
  'Greater Manchester': [
    'Bolton',
    'Bury',
    'Manchester',
    'Oldham',
    'Rochdale',
    'Salford',
    'Stockport',
    'Tameside',
    'Trafford',
    'Wigan',
  ],
  Merseyside: ['Knowsley', 'Liverpool', 'Sefton', 'St Helens', 'Wirral'],
  'South Yorkshire': ['Barnsley', 'Doncaster', 'Rotherham', 'Sheffield'],
  'Tyne and Wear': [
    'Gateshead',
    'Newcastle upon Tyne',
    'North Tyneside',
    'South Tyneside',
    'Sunderland',
  ],
  'West Yorkshire': ['Bradford', 'Calderdale', 'Kirklees', 'Leeds', 'Wakefield'],
  'West Midlands county': [
    'Birmingham',
    'Coventry',
    'Dudley',
    'Sandwell',
    'Solihull',
    'Walsall',
    'Wolverhampton',
  ],
};
