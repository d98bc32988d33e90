/** Headings that Ofsted's reports print, whole, as sources of regular expressions. */

export const RECOMMENDATIONS = [
  'what needs to (?:improve|change)(?: in this area of social work practice)?',
  'what (?:does|do) (?:the )?.{2,60} needs? to improve',
  '(?:key )?recommendations(?: for (?:the )?.{2,40})?',
];

export const PARTS_OF_RECOMMENDATIONS = [
  '(?:key )?areas? for (?:further )?(?:improvement|development)',
  '(?:areas? for )?(?:priority|immediate)(?: and (?:immediate|priority))? actions?',
];

export const STRENGTHS = [
  "(?:the )?.{2,40}[’'] ?s? strengths",
  'the (?:local authority|council) has (?:a number of |the following )strengths',
];

export const FINDINGS = [
  '(?:executive |overall )?summary of (?:the )?(?:key |main )?(?:inspection )?findings',
  '(?:executive|overall) summary',
  '(?:a )?summary for (?:children|young people)(?: and (?:young people|children|families))*(?: (?:in|of) .{2,40})?',
  'progress since the (?:last|previous) (?:ofsted )?inspections?',
  'inspection (?:judgements?|findings)(?: about .{2,40}| – .{2,60})',
  'inspection judgements?',
  'areas covered by (?:the|this) (?:monitoring )?visit',
  '(?:the )?inspection outcomes?(?: ?[:–-] ?.{2,60})?',
  '(?:the )?(?:(?:main |key |headline )?findings and )?evaluation of progress',
];

/** Chapters of reports before the single inspection framework; parts of a larger one in some. */
export const BEFORE_SIF = [
  'safeguarding outcomes(?: for children and young people)?',
  'children and young people are safe and feel safe',
  '(?:the )?effectiveness of the help and protection provided to .{5,80}',
  'the quality of practice',
  '(?:the )?contribution of health agencies to .{5,80}',
  'ambition and prioritisation',
  'capacity for improvement',
  'performance management and quality assurance',
  'evaluation,? including performance management,? quality assurance and .{5,40}',
  'how good are outcomes for .{5,60}',
  'being healthy',
  'staying safe',
  'enjoying and achieving',
  'making a positive contribution(?:,? including user engagement)?',
  'economic well-?being',
];

export const PARTS_OF_FINDINGS = [
  'summary',
  '(?:the )?(?:main |key |headline |inspection )?findings',
  'strengths',
  'overview',
];

export const CONTEXT = [
  'information about (?:this|the) (?:local authority(?: area)?|area|inspection|review)(?: (?:and|of|in|on|about|inspection|review)\\b.{0,40})?',
  'about this (?:inspection|review|visit)',
  'about (?:ofsted|the .{2,40})',
  '(?:service|local authority) information',
  '(?:the )?inspection team',
  'record of main findings(?: ?[:–-] ?.{2,60})?',
  'annex(?:e|es)?(?: .{0,60})?',
  'glossary',
];

export const PARTS_OF_CONTEXT = ['(?:previous|other) ofsted inspections?'];

/** Ofsted's own description of its grades, the same in every report. */
export const GLOSSARY = [
  '(?:the )?(?:inspection )?judgements and what they mean',
  'what the .{0,40}(?:judgements|grades) mean(?: ?[:–-] ?.{2,40})?',
];

/** The safeguarding board, by any of its names: "Barnsley Safeguarding Children’s Board (BSCB)". */
export const THE_BOARD =
  "(?:the )?(?:(?:[\\w’'-]+ ){0,4}safeguarding children(?:[’']?s|[’'])? (?:board|partnership)|lscb)(?: ?\\([a-z]+\\))?";

export const BOARD = [
  THE_BOARD,
  `(?:review of )?(?:the )?effectiveness (?:of )?${THE_BOARD}`,
  `(?:(?:executive )?summary|(?:key )?(?:strengths|weaknesses|findings)(?: and (?:strengths|weaknesses|findings))?) of ${THE_BOARD}`,
  `inspection (?:judgements?|findings)(?: about| –| -|:| of| on)? ${THE_BOARD}`,
  `${THE_BOARD}[’']?s? strengths`,
];

export const BOARD_RECOMMENDATIONS = [
  `what (?:does|do) ${THE_BOARD} needs? to improve`,
  `recommendations for ${THE_BOARD}`,
];

export const LOCAL_AUTHORITY =
  'the local authority(?: ?[-:–] ?(?:executive )?summary(?: of (?:key )?findings)?)?';
