import type { Theme } from '../domain/theme.js';

const subject = (id: string, name: string, phrases: string): Theme => ({
  id,
  name,
  terms: phrases.split(',').map((phrase) => phrase.trim()),
  layWords: [],
  not: [],
});

/** Subjects that a finding never treats in passing, so that nothing found beside them can make them one of the record's. */
export const NEVER_TREATED: ReadonlySet<string> = new Set([
  'doing',
  'contact',
  'votes',
  'streets',
  'planning',
  'future',
  'meaning',
  'health-and-crime',
  'town-hall',
  'elsewhere',
]);

/** Subjects people ask a council bot about that inspections of children's services never treat, with the phrases that give them away. */
export const OTHER_SUBJECTS: Theme[] = [
  subject(
    'schools',
    "schools' own ratings, places and results",
    'school rating, school ratings, best school, good school, schools rated, school places, school place, school admission, catchment area, term dates, gcse, gcses, a level results, exam results, sats results, league table, free school meal, school uniform, school holidays, schools break up, how many pupils, special school places, head teacher, primary school, secondary school, sixth form',
  ),
  subject(
    'nurseries',
    'nurseries and childminders',
    'nursery, nurseries, childminder, childminders, pre school, preschool, creche, childcare place, childcare voucher, free childcare',
  ),
  subject(
    'adults',
    "adults' social care",
    'adult social care, adult care, adult safeguarding, services for adults, for adults, care home, nursing home, elderly, old people, pensioner, dementia, blue badge, disabled adult, home carer, carers allowance',
  ),
  subject(
    'tax',
    'council tax, benefits and licences',
    'council tax, housing benefit, universal credit, business rate, licence application, taxi licence, tv licence, pension',
  ),
  subject(
    'streets',
    'streets, waste, parking and transport',
    'pothole, potholes, street light, road works, roadworks, bin collection, bins, recycling, fly tipping, parking permit, parking, speed camera, bus times, bus pass, train strike, train, traffic, gritting',
  ),
  subject(
    'planning',
    'planning, building and the housing register',
    'planning permission, planning application, loft, extension, building control, housing waiting list, social housing, housing register, council house, rent arrears, mortgage, house prices',
  ),
  subject(
    'votes',
    'elections',
    'voting register, register to vote, polling station, local election, postal vote, electoral roll, voting',
  ),
  subject(
    'pay',
    'pay, jobs and vacancies',
    'salary, salaries, wages, wage, pay rise, get paid, how much does, how much do, how much paid, cost of, paid, earn, earns, job vacancy, job vacancies, jobs',
  ),
  subject(
    'contact',
    'telephone numbers, addresses and opening hours',
    'phone number, telephone number, contact number, email address, postal address, opening hour, opening times, office hours, website login, book an appointment',
  ),
  subject(
    'family-court',
    'the court results of a family',
    'custody battle, divorce, child maintenance, child support agency, contact order, residence order',
  ),
  subject(
    'place',
    'the place and its people in general',
    'population, how many people live, how many children live, weather, library, libraries, museum, swimming pool, leisure centre, pub, pubs, restaurant, football, match, tourist',
  ),
  subject(
    'future',
    'inspections to come',
    'next inspection, next ofsted, next visit, next report, next due, upcoming inspection, due an inspection',
  ),
  subject(
    'doing',
    'how to do something or get in touch',
    'how do i, how can i, how to, where do i, where can i, can i, can you, could you, apply for, apply to, applying for, send an email, send a, book a, delete my, pay my, renew, renewing, sign up, register for, complain, complaint form, write me, translate this, help me, remind me, become a foster carer, become a social worker, become an adopter',
  ),
  subject(
    'health-and-crime',
    'hospitals, doctors and crime in general',
    'hospital waiting, waiting times, waiting list, a and e, gp appointment, ambulance, burglary, crime figures, crime rate, crime statistics, murder, vaccination, maternity ward',
  ),
  subject(
    'town-hall',
    'the council in general: its meetings, its mayor, its other services',
    'mayor, town hall, council meeting, meeting agenda, landlord, dog, dogs, allotment, allotments, cemetery, burial, wedding, registry office, birth certificate, crematorium, market stall, business grant',
  ),
  subject(
    'meaning',
    'what the words of the inspection framework mean',
    'what does inadequate mean, what does good mean, what does outstanding mean, mean, meaning of, definition, define, what is a, what is an, explain the',
  ),
  subject(
    'elsewhere',
    'anything outside the inspection of councils’ children’s services',
    'meaning of life, nice place to live, recipe, bitcoin, stock price, kubernetes, translate, mount everest, lottery, horoscope, joke, poem, song lyrics, prime minister, capital of, chocolate, netflix, iphone, laptop, flights, hotel',
  ),
];
