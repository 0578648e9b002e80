// Agencies and signers, recognised in what is typed.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const LONGEST = 14;
  // Words that may stand round a name without being looked for.
  const AROUND = new Set("cua do tu gui boi van ban cong ban hanh nguoi ky cac cho ong ba dong chi".split(" "));

  /** @param {string} folded words */
  function shortened(folded) {
    return folded.replace(/uy ban nhan dan/g, "ubnd").replace(/hoi dong nhan dan/g, "hdnd");
  }

  /** Words as names are looked up: people leave out "và" as often as not. @param {string[]} words folded */
  const squeezed = (words) => shortened(words.join(" ")).split(" ").filter((word) => word !== "va").join("");

  class Names {
    /** @param {string[][]} agencies name and what is typed for it, squeezed @param {string[]} signers */
    constructor(agencies, signers) {
      /** @type {Map<string, string[]>} what is typed → names of agencies */
      this.agencies = new Map();
      this.folded = agencies.map(([name]) => ({ name, words: shortened(search.fold(name)).replace(/ va /g, " ") }));
      for (const [name, ...typed] of agencies) {
        for (const key of typed) this.agencies.set(key, [...(this.agencies.get(key) || []), name]);
      }
      /** @type {Map<string, string>} */
      this.signers = new Map(signers.map((name) => [search.fold(name), name]));
    }

    /** @param {string} name an agency's name @returns {string} what its documents are filed under */
    filed(name) {
      return shortened(search.fold(name));
    }

    /**
     * Agencies named by these words exactly, or whose names begin with them.
     * @param {string[]} words folded
     * @returns {string[]}
     */
    agenciesOf(words) {
      const exact = this.agencies.get(squeezed(words));
      if (exact) return exact;
      const start = shortened(words.join(" ")).replace(/ va /g, " ");
      if (words.length < 2 || start.length < 5) return [];
      return this.folded.filter((agency) => `${agency.words} `.startsWith(`${start} `)).map((agency) => agency.name);
    }

    /** @param {string[]} words folded @returns {string | undefined} the signer of that name */
    signerOf(words) {
      return this.signers.get(words.join(" "));
    }

    /**
     * The longest name within the words.
     * @param {string[]} words folded
     * @returns {{agencies: string[], signer?: string, start: number, end: number} | null}
     */
    within(words) {
      for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
        for (let start = 0; start + length <= words.length; start++) {
          const part = words.slice(start, start + length);
          const agencies = this.agencies.get(squeezed(part));
          if (agencies && (length > 1 || part[0].length > 2)) return { agencies, start, end: start + length };
          const signer = length > 1 ? this.signerOf(part) : undefined;
          if (signer) return { agencies: [], signer, start, end: start + length };
        }
      }
      return null;
    }

    /**
     * What all the words name, apart from "của", "do … ban hành" and the like round the name.
     * @param {string[]} words folded
     * @returns {{agencies: string[], signer?: string} | null}
     */
    whole(words) {
      for (let start = 0; start < words.length; start++) {
        for (let end = words.length; end > start; end--) {
          const part = words.slice(start, end);
          const signer = part.length > 1 ? this.signerOf(part) : undefined;
          if (signer) return { agencies: [], signer };
          const agencies = this.agenciesOf(part);
          if (agencies.length) return { agencies };
          if (!AROUND.has(words[end - 1])) break;
        }
        if (!AROUND.has(words[start])) break;
      }
      return null;
    }
  }

  Object.assign(search, { Names });
})();
