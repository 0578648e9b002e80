// The only script of the search that every page loads: it fetches the others when they are wanted.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));
  const folder = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "");

  const ENGINE = ["fold", "inflate", "load", "postings", "names", "segment", "archive", "query", "reference", "rank", "correct", "ranking", "engine", "excerpt", "answer"];
  const INTERFACE = ["facets", "words", "view", "session", "dialog", "state", "lists", "page"];

  /** @type {Promise<unknown> | null} */
  let loaded = null;

  /** All scripts, side by side; they run in order. */
  function load() {
    loaded = loaded || Promise.all([...ENGINE, ...INTERFACE].map(run));
    loaded.catch(() => (loaded = null));
    return loaded;
  }

  Object.assign(search, { load });

  /** @param {string} name */
  function run(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      script.async = false;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /** @type {any} */
  let dialog = null;

  /** Opens at once, so that no key is lost while the scripts come. @param {Element | null} opener */
  async function openDialog(opener) {
    const element = /** @type {HTMLDialogElement | null} */ (document.getElementById("vankho-search"));
    const input = element?.querySelector("input");
    if (!element || !input) return;
    input.select();
    if (element.open) return;
    element.showModal();
    input.focus();
    input.select();
    await load();
    if (!dialog || dialog.element !== element) dialog = new search.Dialog(element);
    dialog.opened(opener);
  }

  /** @param {EventTarget | null} target true where keys write text */
  function writes(target) {
    return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
  }

  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest("[data-vankho-search-open]") : null;
    if (!opener || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openDialog(opener);
  });

  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target);
    const letterK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !letterK) return;
    event.preventDefault();
    openDialog(document.activeElement);
  });

  // Enter in the dialog, also before its scripts have come.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.closest("#vankho-search")) return;
    event.preventDefault();
    const text = String(new FormData(form).get("q") || "").trim();
    if (!text) return;
    try {
      await load();
      location.assign(await search.destination(text));
    } catch {
      form.submit();
    }
  });

  // Ready before the click: the scripts come while the pointer or the focus is on its way.
  for (const type of ["pointerenter", "focusin"]) {
    document.addEventListener(
      type,
      (event) => {
        if (event.target instanceof Element && event.target.closest("[data-vankho-search-open]")) load();
      },
      true,
    );
  }

  async function start() {
    const header = document.querySelector(".md-header__inner");
    const button = document.querySelector("button[data-vankho-search-open][hidden]");
    if (header && button instanceof HTMLElement) {
      header.append(button);
      button.hidden = false;
    }
    const page = document.getElementById("vankho-search-page");
    if (page) {
      await load();
      new search.Page(page);
    }
  }

  start();
})();
