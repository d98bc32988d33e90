import type { TextBlock } from './blocks.js';
import { GRADE_WORDS } from './grades.js';
import { areaOfLabel } from './headings.js';

/** What every such document says of itself, not of the council. */
const OF_ITSELF =
  /^(?:the office for standards in education|ofsted will take the findings|this (?:letter|visit|inspection) (?:summarises|was carried out|took place|follows)|the methodology for this|(?:his|her) majesty[’']s chief inspector of education|the visit was carried out|a summary of the areas|this report is available|any complaints|if you would like a copy|you may (?:reuse|copy)|to receive regular email|piccadilly gate|aviation house|© crown copyright|(?:note: ?)?ofsted may use|interested in our work|we (?:will|are copying)|(?:\d{1,2} )?ofsted produces this report|a range of evidence was considered|ofsted is proud to use recycled|further copies of this|this document may be reproduced|(?:the )?inspection team (?:consisted|comprised)|(?:all )?inspection judge?ments are made using)/i;

/** What a letter says of the visit and of itself, before its findings and after them. */
const OF_VISIT =
  /^(?:following (?:the|ofsted)[^.]{0,160}\bi am writing|i am writing (?:to|with)|(?:during (?:the course of )?(?:this|the) visit,? )?inspectors (?:looked at|considered|reviewed|evaluated|focused on) (?:a (?:wide |broad )?(?:range|variety) of evidence|(?:the )?progress made|(?:the )?(?:local authority|council|trust)[’']s arrangements)|(?:her|his) majesty[’']s inspectors (?:for|on) (?:this|the) visit|the inspectors (?:for this visit )?were|(?:i would like to )?thank you|i would like to thank|i am (?:also )?copying this letter|(?:this|the) letter will be published|you should submit a draft|(?:we|ofsted) will (?:take (?:the findings|these findings)|carry out a (?:further )?monitoring))/i;

const JUDGED = '(?:local authority|council|lscb|local safeguarding children board(?: \\(lscb\\))?)';

/**
 * What Ofsted's grades mean, of any council or board: "A good local authority leads…", "An LSCB
 * that is inadequate…"
 */
const OF_GRADES = new RegExp(
  `^(?:in )?an? (?:${JUDGED} (?:(?:that|which) )?(?:is (?:judged (?:to be )?)?)?${GRADE_WORDS},? |${GRADE_WORDS} ${JUDGED} (?:leads|is|has|provides|coordinates|does) )`,
  'i',
);

/** "The arrangements in place to evaluate the effectiveness of what is done … are good." */
const BOARD_VERDICT =
  /^the arrangements in place to evaluate the effectiveness of what is done by the (?:local )?authority\b/i;

const ABOUT_OFSTED = /^the office for standards in education/i;

/** A line of addresses and numbers that reach Ofsted. */
const CONTACT =
  /^(?:(?:t|tel|telephone|textphone|phone|fax|e|email|w|website) ?:|enquiries@|www\.|https?:)/i;

/** Whether a text is Ofsted's own and says nothing of the council, whatever heading it is under. */
export const isOfficeText = ({ text }: TextBlock, isRecommendations: boolean): boolean =>
  OF_GRADES.test(text) ||
  BOARD_VERDICT.test(text) ||
  CONTACT.test(text) ||
  OF_VISIT.test(text) ||
  (!isRecommendations && OF_ITSELF.test(text));

/** Whether a text opens Ofsted's back page, which has no heading in some documents. */
export const opensBackPage = ({ text }: TextBlock): boolean => ABOUT_OFSTED.test(text);

const ANY_GRADE = new RegExp(`\\b${GRADE_WORDS}\\b`, 'i');

/**
 * Whether a text is a row of a table of grades within the report, its label and its grade as the
 * lines run: no sentence of the report.
 */
export const isTableRow = ({ kind, text }: TextBlock): boolean =>
  kind === 'paragraph' &&
  text.length < 140 &&
  ANY_GRADE.test(text) &&
  areaOfLabel(text.replace(ANY_GRADE, ' ')) !== undefined;
