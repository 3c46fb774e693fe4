"use strict";

/* The claims index: looks through all claims by rating, topic, year and words. The list of them is fetched when it is
   first needed; finder.js does the rest. */
(() => {
  const form = document.querySelector(".finder");
  const home = new URL(form.dataset.home, document.baseURI);
  const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, "").toLowerCase();

  let fetched = null;

  async function read() {
    const answer = await fetch(form.dataset.reads);
    if (!answer.ok) {
      throw new Error(`${answer.status}`);
    }
    const { claims, language, rtl } = await answer.json();
    return claims.map(([slug, title, rating, topic, day, by, own]) => ({
      href: new URL(`claims/${slug}/`, home).href,
      title,
      rating,
      topic,
      day,
      year: day.slice(0, 4),
      // Isolates (UAX #9) keep a name in its own direction.
      facts: by && `Claim by \u2068${by}\u2069`,
      language: own || language,
      direction: rtl.includes(own || language) ? "rtl" : "ltr",
      searched: folded(`${title} ${by}`),
    }));
  }

  function all() {
    fetched ??= read();
    fetched.catch(() => {
      fetched = null; // the next key tries again
    });
    return fetched;
  }

  globalThis.finder({
    ready: async () => {},
    find: async ({ words, chosen }) => {
      const looked = folded(words).split(/\s+/);
      const fitting = (await all()).filter(
        (claim) =>
          [...chosen].every(([name, values]) => values.includes(claim[name])) &&
          looked.every((word) => claim.searched.includes(word)),
      );
      return { count: fitting.length, take: async (from, to) => fitting.slice(from, to) };
    },
  });
})();
