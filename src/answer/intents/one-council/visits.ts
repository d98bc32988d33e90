import {
  inspectorsAnswer,
  latestAnswer,
  releasedAnswer,
  sinceLastVisitAnswer,
  timelineAnswer,
  visitsAnswer,
} from '../../one-council/index.js';
import type { IntentOfOne } from '../intent.js';
import { BESIDE_VISIT, HISTORY, RATED, VISITS } from './features.js';

export const releasedIntent: IntentOfOne = {
  id: 'released',
  scope: 'one',
  needs: [['release', 'when'], ['release.date']],
  allows: [...VISITS, 'quantity.count', 'councils.many', 'filler.loose'],
  examples: [
    'when was the tameside report published',
    'when did the last report on tameside come out',
    'publication date of the 2019 tameside report',
    'what date was the tameside letter of 2021 published',
    'when were the tameside reports published',
    'when did ofsted publish the tameside inspection',
    'release date of the last tameside report',
    'on which day was the inspection report on tameside released',
  ],
  counterExamples: [
    'when was tameside last inspected',
    'when was tameside inadequate',
    'has tameside published its strategy',
    'tameside reports',
  ],
  shown: {
    usage: 'when was the COUNCIL report published',
    describes: 'the day on which each report came out',
  },
  answer: releasedAnswer,
};

export const sinceLastVisitIntent: IntentOfOne = {
  id: 'since-last-visit',
  scope: 'one',
  needs: [['time_since'], ['when', 'order.newest'], ['when', 'visit.any']],
  allows: [
    'visit',
    'order.newest',
    'quantity.count',
    'framework',
    'whole',
    'councils.many',
    'figure',
  ],
  examples: [
    'how long since tameside was inspected',
    'when was tameside last inspected',
    'when did ofsted last visit tameside',
    'how long ago was tameside inspected',
    'date of the last inspection of tameside',
    'when was the last tameside inspection',
    'when was the most recent visit to tameside',
    'how long is it since inspectors were in tameside',
    'when were inspectors last in tameside for a thorough inspection',
  ],
  counterExamples: [
    'when was tameside rated inadequate',
    'tameside latest',
    'delay in tameside',
    'when was the focused visit to tameside in 2021',
  ],
  shown: {
    usage: 'how long since COUNCIL was inspected',
    describes: 'the newest visit held, and the time since',
  },
  answer: sinceLastVisitAnswer,
};

export const inspectorsIntent: IntentOfOne = {
  id: 'inspectors',
  scope: 'one',
  needs: [['inspector']],
  allows: [...VISITS, 'councils.many', 'speaker.anyone', 'filler.loose', 'command.timeline'],
  examples: [
    'who was the lead inspector in tameside in 2019',
    'who inspected tameside',
    'who led the inspection of tameside in 2023',
    'lead inspecter tameside 2016',
    'tameside lead inspector',
    'who wrote the 2021 letter tameside',
    'who is andy waugh tameside',
    'inspectors of tameside: who led them',
  ],
  counterExamples: [
    'what did inspectors say about tameside',
    'who said tameside was failing',
    'inspectors on care leavers in tameside',
    'when was tameside inspected',
  ],
  answer: inspectorsAnswer,
};

export const timelineIntent: IntentOfOne = {
  id: 'timeline',
  scope: 'one',
  needs: [
    ['command.timeline'],
    ['interval.often'],
    ['visit_count', 'visit'],
    ['streak', 'rating'],
    ['streak', 'visit'],
  ],
  allows: [
    ...RATED,
    ...HISTORY,
    'visit',
    'order.newest',
    'order.oldest',
    'quantity.count',
    'whole',
    'framework',
    'filler.loose',
  ],
  examples: [
    'tameside timeline',
    'tameside ofsted history',
    'tameside ratings over the years',
    'all inspections of tameside',
    'how many times has tameside been inspected',
    'how often has tameside been inspected',
    'previous inspections tameside',
    'tameside inspection history please',
    'tameside last two ofsted grades',
    'previous three inspections of tameside',
    'three most recent inspections of tameside',
  ],
  counterExamples: [
    'tameside latest',
    'history of neglect in tameside',
    'how many inspections in tameside since 2018',
    'is tameside improving',
  ],
  shown: {
    leads: true,
    usage: 'COUNCIL timeline',
    describes: 'every visit known, with dates, grades and documents',
  },
  answer: timelineAnswer,
};

export const visitsIntent: IntentOfOne = {
  id: 'visits',
  scope: 'one',
  needs: [['period'], ['visit.particular'], ['framework'], ['order.oldest']],
  allows: [
    ...VISITS,
    'quantity.count',
    'command.timeline',
    'whole',
    'filler.loose',
    ...BESIDE_VISIT,
  ],
  examples: [
    'tameside 2018',
    'last monitoring visit tameside',
    'the 2021 focused visit tameside',
    'what happened on 22 august 2018 in tameside',
    'tameside third monitoring visit',
    'was tameside inspected in 2019',
    'how many inspections has tameside had since 2018',
    'first inspection of tameside',
    'tameside in 2015',
  ],
  counterExamples: [
    'caseloads in the 2021 letter tameside',
    'tameside latest',
    'strengths 2021 tameside',
    'tameside rating 2016',
  ],
  answer: visitsAnswer,
};

export const latestIntent: IntentOfOne = {
  id: 'latest',
  scope: 'one',
  needs: [['order.newest'], ['whole'], ['council'], ['visit.any'], ['filler']],
  allows: [
    'visit.any',
    'order.newest',
    'whole',
    'when',
    'councils',
    'trend',
    'filler.loose',
    'quantity.count',
    'time_since',
  ],
  examples: [
    'tameside latest',
    'tameside',
    'tamside latest',
    'how is tameside doing',
    'is tameside safe for children',
    'tameside latest report',
    'most recent inspection tameside',
    'what did ofsted say about tameside',
  ],
  counterExamples: [
    'tameside latest on care leavers',
    'tameside 2018',
    'narnia latest',
    'tameside timeline',
  ],
  shown: {
    leads: true,
    usage: 'COUNCIL latest',
    describes: 'the newest visit and the newest grades, with the top concerns and strengths',
  },
  answer: latestAnswer,
};
