// The order of documents: tiers first, scores within a tier.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  /** Tiers: whatever the score, a document of a higher one comes first. */
  const TIER = { acts: 13, own: 12, near: 10, cites: 8, first: 6, second: 5, third: 4, text: 3 };

  /** The best tier and score of each document so far. */
  class Ranking {
    /** @param {number} size */
    constructor(size) {
      this.tiers = new Uint8Array(size);
      this.scores = new Float32Array(size);
    }

    /** @param {number} document @param {number} tier @param {number} score */
    put(document, tier, score) {
      if (tier < this.tiers[document]) return;
      if (tier === this.tiers[document] && score <= this.scores[document]) return;
      this.tiers[document] = tier;
      this.scores[document] = score;
    }

    /** @param {any} list a posting list @param {number} tier @param {number} score @param {any} [within] */
    putList(list, tier, score, within) {
      if (!list) return;
      search.each(list, (/** @type {number} */ document) => {
        if (!within || within.marks[document]) this.put(document, tier, score);
      });
    }

    /** @param {any} matches @param {number} tier @param {any} within @param {number} [bonus] for those within */
    putMatches(matches, tier, within, bonus) {
      for (let i = 0; i < this.tiers.length; i++) {
        if (!matches.has(i)) continue;
        const inside = !within || within.marks[i];
        if (bonus !== undefined) this.put(i, tier, matches.scores[i] + (within && inside ? bonus : 0));
        else if (inside) this.put(i, tier, matches.scores[i]);
      }
    }

    get empty() {
      return this.tiers.every((tier) => !tier);
    }
  }

  Object.assign(search, { TIER, Ranking });
})();
