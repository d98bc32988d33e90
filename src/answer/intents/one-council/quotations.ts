import {
  citeAnswer,
  linkAnswer,
  quotedPhraseAnswer,
  sourcesAnswer,
  whoSaidAnswer,
} from '../../one-council/index.js';
import type { IntentOfOne } from '../intent.js';
import { VISITS } from './features.js';

export const quotedPhraseIntent: IntentOfOne = {
  id: 'quoted-phrase',
  scope: 'one',
  isFree: true,
  needs: [['quoted.phrase']],
  allows: 'anything',
  examples: [
    '"too many children" tameside',
    'did ofsted say “serious failures” about tameside',
    '"drift and delay" tameside',
    'tameside "agency staff"',
    "is it true ofsted said tameside's leaders 'lack understanding of the scale'",
    'who wrote "pace of change" on tameside',
    'where does "not good enough" come in the tameside report',
    '"pathway plans" tameside 2017',
  ],
  counterExamples: [
    'too many children tameside',
    'did ofsted say tameside was "inadequate"',
    "what are tameside's strengths",
    'tameside agency staff',
  ],
  answer: quotedPhraseAnswer,
};

export const citeIntent: IntentOfOne = {
  id: 'cite',
  scope: 'one',
  needs: [['command.cite']],
  allows: 'anything',
  examples: [
    'cite the 2021 letter tameside',
    'how do i cite the tameside report of 2019',
    'citation for the 2017 newspaper article tameside',
    'reference for tameside focused visit',
    'cite tameside 2023',
    'how should we cite the tameside letter',
    'citation tameside',
    'cite the trade press article on tameside',
  ],
  counterExamples: [
    'tameside sources',
    'link to the tameside report',
    'what did the letter say about caseloads in tameside',
    'tameside latest report',
  ],
  shown: { usage: 'cite DOCUMENT', describes: 'a citation to copy' },
  answer: citeAnswer,
};

export const linkIntent: IntentOfOne = {
  id: 'link',
  scope: 'one',
  needs: [['command.link']],
  allows: [...VISITS, 'councils.many', 'rating', 'filler.loose', 'whole'],
  examples: [
    'link to the tameside report',
    'tameside report link',
    'where can i read the full tameside report',
    'url of the latest report tameside',
    'where do i find the tameside letter',
    'open the full report tameside',
    'tameside report pdf',
    'link to the 2019 report tameside',
  ],
  counterExamples: [
    'links with schools in tameside',
    'tameside sources',
    'cite the tameside report',
    'latest report tameside',
  ],
  shown: { usage: 'link to the COUNCIL report', describes: 'where its documents can be read' },
  answer: linkAnswer,
};

export const sourcesIntent: IntentOfOne = {
  id: 'sources',
  scope: 'one',
  needs: [['command.sources'], ['command.coverage']],
  allows: [...VISITS, 'councils.many', 'filler.loose', 'quantity.count', 'speaker.press'],
  examples: [
    'tameside sources',
    'what documents do you have on tameside',
    'tameside documents',
    'which reports do you have for tameside',
    'what is missing from the record on tameside',
    'list the sources for tameside',
    'what is in the record for tameside',
    'source list tameside',
  ],
  counterExamples: [
    'source of funding in tameside',
    'tameside timeline',
    'cite tameside',
    'missing children tameside',
  ],
  shown: {
    usage: 'COUNCIL sources',
    describes: 'the documents in the record, and what is missing from it',
  },
  answer: sourcesAnswer,
};

export const whoSaidIntent: IntentOfOne = {
  id: 'who-said',
  scope: 'one',
  isFree: true,
  needs: [['speaker.anyone']],
  allows: 'anything',
  examples: [
    'who said no children were at immediate risk in tameside',
    'who said tameside had the right leadership team',
    'who claimed things had improved in tameside',
    'who said caseloads were too high in tameside',
    'whose words were it that tameside had turned a corner',
    'who admitted failings in tameside',
    'who said staff were leaving tameside',
    'who stated that the council had changed in tameside',
  ],
  counterExamples: [
    'what did inspectors say about caseloads in tameside',
    'who inspected tameside',
    'what did the council say in tameside',
    'what was said about risk in tameside',
  ],
  answer: whoSaidAnswer,
};
