// One search after the other over the archive, also when it is rebuilt under an open tab.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  /** Names of the filters in the address. */
  const PARAMETERS = { year: "nam", issuer: "co-quan", addressee: "noi-nhan", type: "loai", signer: "nguoi-ky", held: "trong-kho" };

  /** Path from this page to the root of the site. */
  function base() {
    return document.querySelector('meta[name="vankho-base"]')?.getAttribute("content") || "";
  }

  /**
   * Does something with the archive; if a file of it is gone, opens it anew and does it again.
   * @template T
   * @param {(archive: any) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function withArchive(work) {
    const root = new URL(`${base()}search/`, document.baseURI).href;
    try {
      return await work(await search.open(root));
    } catch (error) {
      if (!(error instanceof search.MissingFile)) throw error;
      return work(await search.open(root, true));
    }
  }

  /**
   * @param {Record<string, string>} parameters
   * @returns {string} address of the search page
   */
  function searchPage(parameters) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
    return `${base()}tim-kiem.html?${query}`;
  }

  /**
   * Where Enter leads: to the document, if one alone bears the number, else nowhere in particular.
   * @param {any} archive @param {any} found
   */
  async function only(archive, found) {
    if (found.bearers.length !== 1) return "";
    return base() + (await archive.card(found.bearers[0])).url;
  }

  /**
   * Waits for a pause, and lets only the last of many calls through.
   * @param {number} delay
   */
  function latest(delay) {
    let turn = 0;
    return async function () {
      const mine = ++turn;
      if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
      return () => mine === turn;
    };
  }

  Object.assign(search, { base, withArchive, searchPage, only, latest, PARAMETERS });
})();
