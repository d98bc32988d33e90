import { turnIn } from '../domain/denial.js';
import { type DenialPlace, denialsIn } from '../domain/denial-places.js';
import type { Tone } from '../domain/passage.js';
import type { RecordedPassage } from '../domain/record.js';
import { partsOf, type SentenceParts } from '../domain/sentence-parts.js';
import type { RingPlace, SynonymRing } from '../domain/synonym-rings.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { sentenceSpans, stem, words } from '../language/index.js';
import { needsBefore } from './clarity.js';
import { type People, peopleIn } from './people.js';
import { narrowed } from './snippet.js';
import { type WhomTreated, whomTreated } from './whom-treated.js';

/** Where a sentence stands in its passage, and the tone that it has there. */
type Marked = { from: number; to: number; tone: Tone };

/** In stems, what only names something as one of several, so many words before it. */
const PASSING = /\b(?:includ|such as|for exampl|for instanc)\b/;
const WORDS_AFTER = 6;
/** So many sentences are shown at most before one that leans on them. */
const SENTENCES_BACK = 2;

/** A sentence of a passage with what the record alone says of it, whatever is asked. */
export class ReadSentence {
  readonly tone: Tone;
  readonly words: readonly string[];
  /** The stems of its words. */
  readonly stems: readonly string[];
  readonly #whole: RecordedPassage;
  readonly #at: Marked;
  readonly #matcher: ThemeMatcher;
  #leans: boolean | null = null;
  #themes: ReadonlyMap<string, number> | null = null;
  #denials: readonly DenialPlace[] | null = null;
  #recorded: RecordedPassage | null = null;
  #turn: number | null = null;
  #people: People | null = null;
  #treats: WhomTreated | null = null;
  #parts: SentenceParts | null = null;
  readonly #rings = new Map<SynonymRing, RingPlace | null>();

  constructor(whole: RecordedPassage, at: Marked, matcher: ThemeMatcher) {
    this.#whole = whole;
    this.#at = at;
    this.#matcher = matcher;
    this.tone = at.tone;
    this.words = words(this.text);
    this.stems = this.words.map(stem);
  }

  /** Whether it cannot be read without the sentence before it. */
  get leans(): boolean {
    this.#leans ??= needsBefore(this.text);
    return this.#leans;
  }

  /** Whether it leans on a sentence that its passage does not have. */
  get isTorn(): boolean {
    return this.leans && this.recorded.passage.quote.length === this.#at.to - this.#at.from;
  }

  /** How often it names each theme. */
  get themes(): ReadonlyMap<string, number> {
    this.#themes ??= this.#matcher.count(this.text);
    return this.#themes;
  }

  /** Where it says that there is none of something. */
  get denials(): readonly DenialPlace[] {
    this.#denials ??= denialsIn(this.words);
    return this.#denials;
  }

  /** The place of the word at which it turns ("While …, others …"); 0 where it does not. */
  get turn(): number {
    this.#turn ??= turnIn(this.text);
    return this.#turn;
  }

  /** Its clauses, and what each is about. */
  get parts(): SentenceParts {
    this.#parts ??= partsOf(this.text);
    return this.#parts;
  }

  /** Whom it names. */
  get people(): People {
    this.#people ??= peopleIn(this.words);
    return this.#people;
  }

  /** Whether it is about a group of children by the place where it stands. */
  get treats(): WhomTreated {
    this.#treats ??= whomTreated(this.#whole, this.#at.from, this.#at.to);
    return this.#treats;
  }

  /** Where it says a narrow thing by any of its names; `null` where it does not. */
  placeOfRing(ring: SynonymRing): RingPlace | null {
    let place = this.#rings.get(ring);
    if (place === undefined) {
      const mayHave =
        ring.needed.some((list) => list.every((each) => this.stems.includes(each))) &&
        (!ring.isWrittenIn || ring.isWrittenIn(this.text));
      place = mayHave ? ring.placeIn(this.words) : null;
      this.#rings.set(ring, place);
    }
    return place;
  }

  /** Whether the word at a place is named as one of several alone ("including …", "such as …"). */
  isPassing(at: number): boolean {
    const before = this.stems.slice(Math.max(0, at - WORDS_AFTER), at).join(' ');
    return PASSING.test(before);
  }

  /** Its passage narrowed to it, with those before it as far back as one leans on another. */
  get recorded(): RecordedPassage {
    if (this.#recorded) return this.#recorded;
    const { quote } = this.#whole.passage;
    let { from } = this.#at;
    for (let back = 0; back < SENTENCES_BACK && needsBefore(quote.slice(from, this.#at.to)); back++)
      from = sentenceSpans(quote).findLast(({ to }) => to <= from)?.from ?? from;
    this.#recorded = narrowed(this.#whole, quote.slice(from, this.#at.to));
    return this.#recorded;
  }

  get text(): string {
    return this.#whole.passage.quote.slice(this.#at.from, this.#at.to);
  }
}

/** The sentences of a passage that have a tone; all where none is asked for. */
export type SentenceReader = (recorded: RecordedPassage, tone: Tone | null) => ReadSentence[];

/** What was read of a passage: all its sentences, and those that are marked with a tone. */
type ReadPassage = { all: ReadSentence[] | null; marked: ReadSentence[] | null };

/**
 * Reads the sentences of passages once, when a question first comes to them. They are forgotten
 * with their passages.
 */
export function createSentenceReader(matcher: ThemeMatcher): SentenceReader {
  const known = new WeakMap<RecordedPassage, ReadPassage>();
  const read = (recorded: RecordedPassage, spans: Marked[]): ReadSentence[] =>
    spans.map((span) => new ReadSentence(recorded, span, matcher));

  return (recorded, tone) => {
    let before = known.get(recorded);
    if (!before) {
      before = { all: null, marked: null };
      known.set(recorded, before);
    }
    const { tones } = recorded.passage;
    if (tone !== null && tones.length > 0) {
      before.marked ??= read(recorded, tones);
      return before.marked.filter((sentence) => sentence.tone === tone);
    }
    if (tone !== null && toneOfUnmarked(recorded) !== tone) return [];
    before.all ??= read(recorded, spansOf(recorded));
    return before.all;
  };
}

/** The tone of sentences that are not marked; an item of what must improve is a criticism. */
const toneOfUnmarked = ({ passage: { kind, tones, tone } }: RecordedPassage): Tone => {
  if (kind === 'recommendation') return 'criticism';
  return tones.length > 0 ? 'unmarked' : tone;
};

/** The sentences of a passage with their tones. */
function spansOf(recorded: RecordedPassage): Marked[] {
  const { quote, tones } = recorded.passage;
  const whole = toneOfUnmarked(recorded);
  return sentenceSpans(quote).map((span) => ({
    ...span,
    tone: tones.find(({ from }) => from === span.from)?.tone ?? whole,
  }));
}
