import type { Theme } from '../../domain/theme.js';

/** `phrases` name the subject for certain; `pointers` are single words that only point to it. */
const subject = (id: string, name: string, phrases: string, pointers: string): Theme => ({
  id,
  name,
  terms: phrases.split(',').map((phrase) => phrase.trim()),
  layWords: [],
  hints: pointers.split(' ').filter((word) => word !== ''),
  not: [],
});

/** Subjects that a finding never treats in passing, so that nothing found beside them can make them one of the record's. */
export const NEVER_TREATED: ReadonlySet<string> = new Set([
  'doing',
  'pay',
  'votes',
  'contact',
  'future',
  'family-court',
  'meaning',
]);

/** Subjects people ask a council bot about that inspections of children's services never treat, with the phrases that give them away. */
export const OTHER_SUBJECTS: Theme[] = [
  subject(
    'schools',
    "schools' own ratings, places and results",
    'school rating, school ratings, rating of the school, best school, best schools, schools rated, rated schools, school place, school places, school admission, school admissions, catchment area, term dates, gcse, gcses, a level results, a levels, exam results, sats results, league table, league tables, school uniform, school holidays, schools break up, half term, how many pupils, special school places, head teacher, headteacher, primary school, primary schools, secondary school, secondary schools, sixth form, free school meal, academy trust, infant school, grammar school, my school, school on my street, teacher pay, teachers pay',
    'classroom uniform catchment timetable grammar curriculum phonics syllabus reception infants juniors headmaster headmistress governors ofqual',
  ),
  subject(
    'nurseries',
    'nurseries and childminders',
    'nursery, nurseries, childminder, childminders, pre school, preschool, playgroup, creche, childcare, after school club, breakfast club, wraparound care, forest school, babysitter, day nursery',
    'toddlers daycare nanny au pair crèche',
  ),
  subject(
    'adults',
    "adults' social care",
    'adult social care, adults social care, adult care, adult safeguarding, services for adults, disabled adults, care home, care homes, nursing home, nursing homes, residential home for the elderly, elderly, old people, older people, pensioner, pensioners, dementia, alzheimers, blue badge, home carer, home helps, home help, carers allowance, attendance allowance, meals on wheels, sheltered housing, care quality commission, cqc, day centre',
    'elderly gran nan retirement hospice stairlift zimmer',
  ),
  subject(
    'tax',
    'council tax, benefits and licences',
    'council tax, housing benefit, universal credit, child benefit, business rates, licence application, taxi licence, alcohol licence, tv licence, driving licence, pension, pensions, tax credit, tax credits, income tax, personal independence payment, pip claim, passport application, new passport, council budget, tax band, tax bands',
    'tax vat hmrc taxi licensing rebate dividend isa',
  ),
  subject(
    'streets',
    'streets, waste, parking and transport',
    'pothole, potholes, street light, street lights, streetlight, streetlights, road works, roadworks, road closure, bin collection, bin day, bins, wheelie bin, recycling, recycling centre, the tip, fly tipping, rubbish, parking permit, parking permits, parking ticket, parking fine, parking, car park, car parks, speed camera, speed cameras, speed bumps, speed limit, cycle lane, cycle lanes, bus times, bus timetable, bus pass, bus route, buses, bus, tram, trams, train strike, train strikes, the trains, last train, train times, airport, traffic, traffic lights, congestion charge, clean air zone, gritting, gritted, pavement, pavements, drains, street cleaning, litter, graffiti, toilets, public toilets, canal, bridge repairs',
    'road roads motorway bus tram train trains railway platform ticket skip sewage rats pest bin rubbish lorry truck driving cyclists bicycle bike',
  ),
  subject(
    'planning',
    'planning, building and the housing register',
    'planning permission, planning application, planning applications, loft, loft conversion, extension, conservatory, building control, building regulations, housing waiting list, housing list, social housing, housing register, council house, council houses, council flat, council flats, rent arrears, mortgage, house prices, house price, new houses, new homes, housing estate, listed building, tree preservation, green belt, homes built, flood defences, flooding',
    'planning permission building buildings builder architect developer viaduct skyscraper tenants lease leasehold evict cladding damp mould boiler plumbing',
  ),
  subject(
    'votes',
    'elections and politics',
    'voting register, register to vote, polling station, polling stations, local election, local elections, general election, by election, election results, the election, postal vote, electoral roll, voting, vote, candidates, ward boundary, political party, labour party, conservative party, conservatives, reform uk, lib dems, liberal democrats, green party, brexit, prime minister, who is the mp',
    'vote voter ballot poll mp mps parliament westminster minister',
  ),
  subject(
    'pay',
    'pay and vacancies',
    'salary, salaries, wages, wage, pay rise, pay social workers, pay staff, pays the most, pays more, pay the most, pay more, best paid, highest paid, well paid, paid the most, pay scale, pay scales, pay grade, paid a year, how much does, how much do, how much is, how much are, how much paid, price of, fees, charge a day, job vacancy, job vacancies, job advert, jobs going, apply for a job, interview questions, pension scheme, redundancy pay, earn, earns, fostering allowance, foster carers get paid, foster carers paid, cost to send, what does it cost',
    'salary wage hourly bonus payslip',
  ),
  subject(
    'contact',
    'telephone numbers, addresses and opening hours',
    'phone number, telephone number, contact number, number for, number do i ring, number to ring, email address, postal address, postcode, opening hour, opening hours, opening times, opening time, open on, office hours, what time do they open, what time does, website login, log in, log into, login, password, book an appointment, where is the office, address of, office address, map of',
    'phone telephone email website app wifi',
  ),
  subject(
    'family-court',
    'the court results of a family or of a named case',
    'custody battle, custody of, divorce, child maintenance, child support agency, contact order, residence order, named in, name of the boy, name of the girl, name of the child, names of the, name of the social worker, who was the social worker, named social worker, how many years did, sentenced, jailed for, murder of, murderer, who killed, serious case in the papers, case in the papers, inquest',
    'divorce murder killer trial jury sentence',
  ),
  subject(
    'place',
    'the place and its people in general',
    'population, how many people live, how many children live, weather, forecast, libraries, library, museum, museums, swimming pool, swimming lessons, leisure centre, gym, pub, pubs, restaurant, restaurants, cafe, takeaway, fish and chips, football, rugby, cricket, premier league, champions league, match, tourist, tourism, beach, beaches, picnic, park run, hiking, camping, things to do, days out, day out, christmas market, christmas lights, fireworks, festival, concert, cinema, theatre tickets, history of the town, castle, cathedral, shopping centre, shops, supermarket, bank holiday, famous people, twin town, nice place to live, best place to live',
    'weather rain snow sunny beach sea seaside football team goal scored winner stadium concert band museum restaurant pub beer wine hotel holiday tourist river castle shop shops shopping cinema festival fireworks picnic',
  ),
  subject(
    'future',
    'inspections to come',
    'next inspection, next ofsted, next visit, next report, next due, upcoming inspection, due an inspection, when will ofsted, when is ofsted, when are ofsted, will it be rated, predict, prediction',
    '',
  ),
  subject(
    'doing',
    'how to do something or get in touch',
    'can you write, can you tell me a, can you send, could you send, could you write, can you help me, apply for, apply to, applying for, send an email, send a, book a, delete my, pay my, renew, renewing, renewal, register for, complaint form, appeal a, appeal against, make a complaint, write me, translate this, help me, remind me, become a foster carer, become a social worker, become an adopter, order a, buy a, buy, sell, download, install, what s on, set up a business',
    'renew subscribe download install refund invoice',
  ),
  subject(
    'asking',
    'how to do something or get in touch',
    'how do i, how can i, how to, where do i, where can i, can i, sign up',
    '',
  ),
  subject(
    'health-and-crime',
    'hospitals, doctors and crime in general',
    'hospital waiting, waiting times, waiting list, a and e, gp appointment, gp surgery, doctors surgery, dentist near, find a dentist, find a doctor, ambulance, ambulances, burglary, burglaries, shoplifting, crime figures, crime rate, crime statistics, vaccine, covid cases, maternity ward, prescription, pharmacy, chemist, cancer, flu jab, infection rate',
    'surgery ambulance cancer pharmacy burglary shoplifting',
  ),
  subject(
    'town-hall',
    'the council in general: its meetings, its mayor, its other services',
    'mayor, lord mayor, council meeting, council meetings, what time is the meeting, the next meeting, meeting agenda, minutes of, freedom of information, foi request, dog, dogs, dog warden, cat, cats, allotment, allotments, cemetery, burial, funeral, wedding, marriage registrar, registry office, register office, birth certificate, death certificate, crematorium, market stall, market day, business grant, trading standards, food hygiene, food hygiene rating, noise complaint, noisy neighbours, bonfire, grass cutting, trees, hedge, parks, playground, playgrounds, town centre, high street, levelling up',
    'mayor dog dogs cat cats cemetery funeral wedding allotment hedge grass tree trees playground noise bonfire hygiene',
  ),
  subject(
    'meaning',
    'what the words of the inspection framework mean',
    'what does inadequate mean, what does good mean, what does outstanding mean, what does requires improvement mean, what does it mean, what does ilacs mean, meaning of, definition of, definition, define, what is a, what is an, explain the, stand for, stands for, difference between',
    '',
  ),
  subject(
    'elsewhere',
    'anything outside the inspection of councils’ children’s services',
    'meaning of life, recipe, bake, cake, bitcoin, stock price, stock market, kubernetes, docker, python code, javascript, translate, mount everest, lottery, horoscope, joke, poem, song lyrics, song, capital of, chocolate, netflix, iphone, laptop, laptops, computer game, video game, gaming, printer, phone under, flights, flight to, visa, carpet, washing machine, diet, lose weight, workout, film, movie, movies, tv show, love island, celebrity, king charles, royal family, who won, who wrote, who invented, what year did, world cup, olympics, square root, how far is, how tall is, how old is, what time is it, what day is it, exchange rate, chatgpt, artificial intelligence, planet, dinosaur, dinosaurs, space station',
    'recipe cake cook cooking pizza pasta chicken soup bread coffee chocolate garden gardening plant plants seeds carpet sofa fridge laptop computer software code printer iphone android battery guitar piano song album film movie book novel poem planet moon star galaxy football chess crypto bitcoin shares stocks euro dollar flight airport passport visa hotel car engine tyre mechanic diet gym workout yoga horse fishing knitting',
  ),
];
