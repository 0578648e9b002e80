// A word that no document has: what was meant.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const COMPLETIONS = 12;
  const CANDIDATES = 8;
  /** Letters of a syllable that is one letter from many others. */
  const SHORT = 3;
  /** A syllable that Vietnamese may have, without its marks; a slip of the hand seldom makes one. */
  const SYLLABLE =
    /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

  /**
   * True if one letter more, less, other or swapped makes the words the same.
   * @param {string} a @param {string} b
   */
  function oneApart(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const left = a.slice(start, a.length - end);
    const right = b.slice(start, b.length - end);
    if (left.length <= 1 && right.length <= 1) return true;
    return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  }

  /**
   * Words of all segments.
   * @param {any} archive
   * @returns {Promise<Map<string, number>>} with the documents that have each
   */
  async function vocabulary(archive) {
    if (!archive.vocabulary) {
      const words = new Map();
      const parts = await Promise.all(archive.segments.map((/** @type {any} */ segment) => segment.vocabulary()));
      for (const { t, n } of parts) {
        t.forEach((/** @type {string} */ word, /** @type {number} */ i) => words.set(word, (words.get(word) || 0) + n[i]));
      }
      archive.vocabulary = words;
    }
    return archive.vocabulary;
  }

  /**
   * @param {Map<string, number>} words @param {string} start
   * @returns {string[]} words that begin so, the commonest ones
   */
  function completions(words, start) {
    if (start.length < 2) return [];
    const found = [...words.keys()].filter((word) => word.startsWith(start));
    return found.sort((a, b) => (words.get(b) || 0) - (words.get(a) || 0) || (a < b ? -1 : 1)).slice(0, COMPLETIONS);
  }

  /**
   * @param {Map<string, number>} words @param {string} wrong
   * @returns {{word: string, weight: number}[]} the likeliest first
   */
  function candidates(words, wrong) {
    const found = [];
    for (const [word, count] of words) {
      if (word.length > 1 && oneApart(word, wrong)) {
        // The first letter is seldom the wrong one; the same letters in another order nearly always are it.
        const same = [...word].sort().join("") === [...wrong].sort().join("");
        found.push({ word, weight: count * (word[0] === wrong[0] ? 3 : 1) * (same ? 3 : 1) });
      }
    }
    return found.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, CANDIDATES);
  }

  /**
   * Puts a right word, or several possible ends, in the place of each unknown one.
   * @param {any} archive
   * @param {any[]} wanted words; changed
   * @param {Map<string, any>} lists known so far
   * @returns {Promise<boolean>} true if a word was corrected
   */
  async function correct(archive, wanted, lists) {
    const unknown = wanted.filter(({ word, optional }) => !optional && !lists.has(word) && /^[a-z]{2,20}$/.test(word));
    if (!unknown.length) return false;
    const words = await vocabulary(archive);
    /** @type {{one: any, best: string, known: number, ends: any[]}[]} */
    const found = [];
    for (const one of unknown) {
      const at = wanted.indexOf(one);
      const last = at === wanted.length - 1;
      const ends = completions(words, one.word);
      if (last && ends.length) {
        one.instead = ends;
        continue;
      }
      const { best, known } = await likeliest(archive, candidates(words, one.word), wanted[at - 1], wanted[at + 1]);
      found.push({ one, best, known, ends });
    }
    const several = found.filter(({ best }) => best).length > 1;
    let corrected = false;
    for (const { one, best, known, ends } of found) {
      // What no neighbour knows is a guess: none for a short word, which is one letter from many, none for
      // several at once, and none for a syllable: "Đặng Ngọc Huy" is a name that no letter has, not a slip.
      const doubtful = several || one.word.length <= SHORT || SYLLABLE.test(one.word);
      const guess = wanted.length > 1 && !known && doubtful;
      if (best && !guess) {
        one.wrong = one.word;
        one.word = one.accent = best;
        corrected = true;
      } else if (ends.length) {
        one.instead = ends;
      }
    }
    return corrected;
  }

  /**
   * The candidate that its neighbours know best.
   * @param {any} archive @param {{word: string, weight: number}[]} found
   * @param {any} before @param {any} after
   * @returns {Promise<{best: string, known: number}>} nothing for none; `known`: how often beside a neighbour
   */
  async function likeliest(archive, found, before, after) {
    const names = found.flatMap(({ word }) => [
      ...(before ? [`${before.word} ${word}`] : []),
      ...(after ? [`${word} ${after.word}`] : []),
    ]);
    const lists = await archive.lists(names);
    const count = (/** @type {string} */ name) => lists.get(name)?.count || 0;
    let best = "";
    let most = -1;
    let knownBest = 0;
    for (const { word, weight } of found) {
      const known = count(`${before?.word} ${word}`) + count(`${word} ${after?.word}`);
      const value = known * 1e9 + weight;
      if (value > most) {
        most = value;
        best = word;
        knownBest = known;
      }
    }
    return { best, known: knownBest };
  }

  Object.assign(search, { correct, oneApart });
})();
