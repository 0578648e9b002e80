// What the address of the search page asks for.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  class State {
    /** @param {URLSearchParams} parameters */
    constructor(parameters) {
      this.text = parameters.get("q") || "";
      /** @type {Record<string, string>} */
      this.filters = {};
      for (const [field, name] of Object.entries(search.PARAMETERS)) {
        const value = parameters.get(/** @type {string} */ (name));
        if (value) this.filters[field] = value.normalize("NFC");
      }
      this.byDate = parameters.get("sap-xep") === "ngay";
      this.page = Math.max(1, Math.min(1e6, Number.parseInt(parameters.get("trang") || "1", 10) || 1));
      this.exact = parameters.get("dung") === "1";
    }

    /**
     * The address of this state with changes; any change but that of the page leads to page 1.
     * @param {Record<string, string>} changes by parameter; an empty one is left out
     */
    address(changes = {}) {
      /** @type {Record<string, string>} */
      const parameters = { q: this.text.trim() };
      for (const [field, value] of Object.entries(this.filters)) parameters[search.PARAMETERS[field]] = value;
      if (this.byDate) parameters["sap-xep"] = "ngay";
      if (this.exact) parameters.dung = "1";
      return search.searchPage({ ...parameters, ...changes });
    }

    get idle() {
      return !this.text.trim() && !Object.keys(this.filters).length;
    }
  }

  Object.assign(search, { State });
})();
