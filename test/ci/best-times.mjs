const MODES = [
  ['one', ({ urn }) => urn],
  ['all', () => undefined],
];

/**
 * The best time in ms that each engine took for each question, of one council and of all. The
 * engines take turns at all questions, `rounds` times over (an engine may take part in fewer
 * rounds, or at the first so many questions): other work on the machine disturbs single times, and
 * what disturbs one engine would else pass for the other's merit.
 */
export function bestTimes(engines, questions, rounds) {
  const best = engines.map(() => ({
    one: questions.map(() => Infinity),
    all: questions.map(() => Infinity),
  }));
  for (let round = 0; round < rounds; round++)
    for (const [e, { rounds: own = rounds, most, find }] of engines.entries()) {
      if (round >= own) continue;
      for (const [mode, councilOf] of MODES)
        for (const [q, question] of questions.slice(0, most).entries()) {
          const start = performance.now();
          find(question.text, councilOf(question));
          best[e][mode][q] = Math.min(best[e][mode][q], performance.now() - start);
        }
    }
  return best;
}

/** The times at the median and the 95th and 99th percentile. */
export function percentiles(times) {
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b);
  return [0.5, 0.95, 0.99].map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))],
  );
}
