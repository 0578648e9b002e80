// A preview of the cited document, on hover and on focus. Its words come from a small script
// file, so that it works from a file share too; they enter the page as text, never as markup.
(function () {
  "use strict";
  const sheet = document.querySelector("[data-letter-text]");
  const base = document.querySelector('meta[name="vankho-base"]');
  if (!sheet || !base) return;
  const root = new URL(base.content, location.href).href;
  const SELECTOR = "a.vk-co, a.vk-chua-co, a.vk-chua-ro";
  const ON_HOVER = 250;
  const ON_LEAVE = 250;

  /** @type {Map<string, object>} */
  const known = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();
  window.vankhoPreview = (id, value) => known.set(id, value);

  const card = document.createElement("div");
  card.className = "vk-the";
  card.id = "vk-the";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let shown = null;
  let title = "";
  let timer = 0;

  function load(id) {
    if (!asked.has(id)) {
      asked.set(
        id,
        new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = `${root}xem-truoc/${id}.js`;
          script.onload = script.onerror = () => {
            script.remove();
            resolve();
          };
          document.head.append(script);
        }),
      );
    }
    return asked.get(id);
  }

  function line(text, css) {
    const paragraph = document.createElement("p");
    if (css) paragraph.className = css;
    paragraph.textContent = text;
    return paragraph;
  }

  /** What a link leads to: id and anchor of a held document. */
  function target(link) {
    const path = link.href.split("#")[0];
    if (!link.classList.contains("vk-co") || !path.startsWith(`${root}van-ban/`)) return null;
    const id = path.slice(`${root}van-ban/`.length).replace(/\.html$/, "");
    return { id, anchor: decodeURIComponent(link.hash.slice(1)) };
  }

  function contentOf(link) {
    const aim = target(link);
    const value = aim && known.get(aim.id);
    if (!value) return [line(title, "vk-the-ten")];
    const lines = [line(value.name, "vk-the-ten")];
    if (value.issuer) lines.push(line(value.issuer));
    if (value.subject) lines.push(line(value.subject));
    const point = aim.anchor && value.points[aim.anchor];
    if (point) lines.push(line(point, "vk-the-diem"));
    return lines;
  }

  async function show(link) {
    hide();
    shown = link;
    // The browser's own tooltip would cover ours.
    title = link.title;
    link.removeAttribute("title");
    const aim = target(link);
    if (aim && !known.has(aim.id)) await load(aim.id);
    if (shown !== link) return;
    card.replaceChildren(...contentOf(link));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  function place(link) {
    const rects = [...link.getClientRects()];
    const rect = rects[rects.length - 1];
    const wide = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(rect.left, wide - card.offsetWidth - 8));
    const below = rect.bottom + card.offsetHeight + 8 < window.innerHeight;
    const top = below ? rect.bottom + 4 : Math.max(56, rects[0].top - card.offsetHeight - 4);
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    card.hidden = true;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown.title = title;
    shown = null;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  const linkOf = (event) => (event.target instanceof Element ? event.target.closest(SELECTOR) : null);

  sheet.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (!link || event.pointerType !== "mouse") return;
    if (link === shown) clearTimeout(timer);
    else later(() => show(link), ON_HOVER);
  });
  sheet.addEventListener("pointerout", (event) => {
    if (linkOf(event) && event.pointerType === "mouse") later(hide, ON_LEAVE);
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(hide, ON_LEAVE));
  sheet.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) show(link);
  });
  sheet.addEventListener("focusout", (event) => linkOf(event) && hide());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) hide();
  });
})();
