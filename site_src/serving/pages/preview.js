"use strict";

/* Keeps an open page of the preview up to date: loads it again when what it shows has changed, and shows what is
   wrong. The page scrolls to where it was by itself, as on every reload. */
(() => {
  const own = document.currentScript;
  const panel = document.getElementById("touchstone-preview");
  const offline = document.getElementById("touchstone-offline");
  const folded = "touchstone-preview-folded";
  let stream = null;

  const fold = () => {
    const details = panel.querySelector("details");
    if (details && sessionStorage.getItem(folded)) details.open = false;
  };

  const show = (html) => {
    const held = panel.contains(document.activeElement);
    const made = new DOMParser().parseFromString(html, "text/html");
    panel.replaceChildren(...made.body.childNodes);
    fold();
    if (held) panel.querySelector("summary, a")?.focus();
  };

  const rest = () => {
    stream?.close();
    stream = null;
  };

  const listen = () => {
    if (stream || document.hidden) return;
    const asked = new URLSearchParams({ page: location.pathname, site: own.dataset.site, problems: own.dataset.problems });
    stream = new EventSource(`${own.dataset.events}?${asked}`);
    stream.addEventListener("site", () => {
      rest();
      location.reload();
    });
    stream.addEventListener("problems", (event) => show(JSON.parse(event.data)));
    stream.addEventListener("open", () => { offline.hidden = true; });
    stream.addEventListener("error", () => { offline.hidden = false; });
  };

  panel.addEventListener("click", (event) => {
    const details = event.target.closest("summary")?.parentElement;
    if (!details) return;
    if (details.open) sessionStorage.setItem(folded, "yes");
    else sessionStorage.removeItem(folded);
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  fold();
  listen();
})();
