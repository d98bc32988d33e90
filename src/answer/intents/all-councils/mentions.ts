import { mentions } from '../../across/findings/mentions.js';
import { wordMentions } from '../../wording/mentions.js';
import type { IntentOfAll } from '../intent.js';

export const mentionsIntent: IntentOfAll = {
  id: 'mentions-by-year',
  scope: 'all',
  isOfOneToo: 'always',
  needs: [
    ['mention.asked', 'mention.by_year', 'theme'],
    ['mention.asked', 'mention.by_year', 'residue'],
    ['mention.asked', 'grouping.year', 'theme'],
    ['mention.asked', 'grouping.year', 'residue'],
    ['mention.asked', 'command.timeline', 'theme'],
    ['mention.asked', 'command.timeline', 'residue'],
  ],
  allows: [
    'theme',
    'residue',
    'area',
    'period',
    'visit',
    'framework',
    'quantity',
    'trend',
    'councils.many',
    'filler.loose',
    'comparison',
    'order.newest',
    'out_of_scope.aside',
  ],
  examples: [
    'how often is domestic abuse mentioned over the years',
    'do more reports mention cyber attacks than before',
    'mentions of county lines by year',
    'share of reports each year that mention agency staff',
    'has neglect been mentioned more over time',
    'is racism mentioned more often these days',
    'how many reports a year talk about supervision',
    'do inspectors write about housing more than in the past',
    'has the word neglect been used more over the years',
  ],
  counterExamples: [
    'which councils mention county lines',
    'how often are councils inspected',
    'what did inspectors say about domestic abuse',
    'inspections by year',
  ],
  shown: {
    usage: 'how often is THEME mentioned over the years',
    describes: 'the share of the reports held of each year that mention it',
  },
  answer: (asked) => wordMentions(mentions(asked), asked),
};
