import { gradesByGroup } from '../../grades/by-group.js';
import { gradesTogether } from '../../grades/together.js';
import { gradesUneven } from '../../grades/uneven.js';
import { wordByGroup } from '../../wording/grade-groups.js';
import { wordTogether } from '../../wording/grade-history.js';
import { wordUneven } from '../../wording/grade-uneven.js';
import type { IntentOfAll } from '../intent.js';
import { RATED, WIDER } from './features.js';

export const gradesByGroupIntent: IntentOfAll = {
  id: 'grades-by-group',
  scope: 'all',
  holdsApart: 'one',
  needs: [
    ['councils.by_region', 'grade'],
    ['councils.by_region', 'order.best'],
    ['councils.by_region', 'order.worst'],
    ['grouping.council_type', 'grade', 'order.most'],
    ['grouping.council_type', 'grade', 'order.fewest'],
    ['grouping.council_type', 'grade', 'negation.without'],
    ['grouping.council_type', 'grade', 'every_area'],
    ['grouping.council_type', 'order.best'],
    ['grouping.council_type', 'order.worst'],
    ['grouping.area', 'grade', 'order.most'],
    ['grouping.area', 'grade', 'order.fewest'],
    ['grouping.area', 'order.best'],
    ['grouping.area', 'order.worst'],
    ['area.several', 'grade', 'order.most'],
  ],
  allows: [
    ...RATED,
    'grouping.council_type',
    'grouping.area',
    'councils',
    'order',
    'rank',
    'place',
    'negation',
    'whole',
    'movement.ever',
  ],
  forbids: ['quantity.split', 'mention', 'negation.never', 'negation.outside'],
  examples: [
    'which region has the most inadequate authorities',
    'which region has the most outstanding councils?',
    'region with most good councils',
    'which region has the fewest inadequate councils',
    'inadequate councils by region',
    'which region has the highest share of good councils',
    'which part of the country has the most inadequate councils',
    'best region',
    'which regions have no inadequate council',
    'which council type has the most outstanding',
    'which judgement area has the most inadequate grades',
  ],
  counterExamples: [
    'how many outstanding in the north west',
    'inadequate councils in the north west',
    'which councils are inadequate',
    'worst in yorkshire',
    'ratings by region',
  ],
  answer: (asked) => wordByGroup(gradesByGroup(asked), asked),
};

export const gradesTogetherIntent: IntentOfAll = {
  id: 'grades-together',
  scope: 'all',
  holdsApart: 'two',
  needs: [
    ['grade', 'every_area'],
    ['grade.several', 'area.several'],
    ['grade', 'contrast', 'area'],
    ['grade', 'area.several'],
    ['grade', 'negation.of_area'],
    ['lay_grade', 'area.several'],
  ],
  allows: [
    ...RATED,
    ...WIDER,
    'lay_grade',
    'negation.not',
    'negation.without',
    'period',
    'framework',
  ],
  forbids: ['every_area.beside_area'],
  examples: [
    'who is outstanding in every area',
    'good overall but inadequate for care leavers',
    'inadequate across the board',
    'councils with good grades in all areas',
    'inadequate overall but good for children in care',
    'outstanding leadership but only good overall',
    'good but not for care leavers',
    'which councils are outstanding for leadership and for care leavers',
    'councils inadequate in any area',
    'strong leadership but weak overall',
    'leaders outstanding but overall only good',
  ],
  counterExamples: [
    'good or outstanding for care leavers',
    'inadequate for care leavers',
    'which councils are outstanding',
    'outstanding in the north west',
  ],
  answer: (asked) => wordTogether(gradesTogether(asked), asked),
};

export const gradesUnevenIntent: IntentOfAll = {
  id: 'grades-uneven',
  scope: 'all',
  holdsApart: 'uneven',
  needs: [
    ['comparison.better', 'area.part'],
    ['comparison.worse', 'area.part'],
    ['comparison.better_on', 'area.part'],
    ['comparison.worse_on', 'area.part'],
  ],
  allows: [
    ...RATED,
    'comparison.better',
    'comparison.worse',
    'comparison.better_on',
    'comparison.worse_on',
    'period',
    'framework',
    'negation.at_least',
    'negation.at_most',
  ],
  forbids: ['why', 'every_area', 'movement', 'quantity.split'],
  examples: [
    'good overall yet weaker on child protection',
    'leadership rated higher than the council overall',
    'which councils are graded lower for care leavers than overall',
    'good councils let down by their leadership',
    'where is the care leavers grade worse than children in care',
    'london councils graded higher for children in care than overall',
    'outstanding overall but weaker for care leavers',
    'how many councils are rated better for leadership than overall',
  ],
  counterExamples: [
    'good overall but inadequate for care leavers',
    'which councils are better than good for leadership',
    'compare tameside and oldham on care leavers',
    'inadequate for care leavers',
  ],
  answer: (asked) => wordUneven(gradesUneven(asked), asked),
};
