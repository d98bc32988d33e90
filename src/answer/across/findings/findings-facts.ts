import type { PointKind } from '../../../domain/point-kind.js';
import type { SearchRequest, SearchResult, SoughtConcept } from '../../../search/index.js';
import type { Side } from './in-two-sentences.js';
import type { CouncilFindings } from './plainest.js';
import type { RareWords } from './rare-words.js';
import type { ReportsRead } from './reports.js';

/**
 * The findings of all councils of the scope, council by council, the plainest first.
 * `concepts` are what every sentence counted is on, `subject` the words that asked for them, and
 * `kind` the kind of point that was asked for; `isFault`: what was asked for is a fault where it is
 * so, and praise for what keeps it away is no finding on it; `isAbsence`: who is free of it was
 * asked for. `unsaid` are words of the question that no sentence on the rest has, or those of next
 * to no council (`unsaidBut`), so that they decided nothing.
 * `isEither`: it was asked whether it is good or bad. `tones`: how many councils' reports praise
 * what was asked for, and criticise it, where no tone was asked for.
 * `happens`: how many councils more have a fault without criticism of it, where that is asked for.
 * `rare`: the few councils whose reports have the asker's own words, of many on the theme.
 * `isCounted`: every report read was looked through sentence by sentence, so that the number of
 * councils is one. Otherwise what is shown only comes closest. `inOtherWords`: nothing is said in
 * the asker's own words for a theme, and what is shown is on the theme; `lacking` are the words of
 * the question that no sentence on its themes has. `apart`: two subjects, for each of which a
 * sentence of its own is counted and quoted. Where nothing answers, `councils` is empty and
 * `result` says why.
 */
export type FindingsFacts = {
  request: SearchRequest;
  result: SearchResult;
  kind: PointKind;
  isFault: boolean;
  isAbsence: boolean;
  concepts: SoughtConcept[];
  unsaid: string[];
  unsaidBut: number;
  subject: string;
  read: ReportsRead;
  councils: CouncilFindings[];
  happens: number;
  isEither: boolean;
  tones: { praise: number; criticism: number };
  rare: RareWords | null;
  quoted: CouncilFindings[];
  isCounted: boolean;
  inOtherWords: boolean;
  lacking: SoughtConcept[];
  apart: [Side, Side] | null;
  figures: 'shown' | 'none' | null;
};
