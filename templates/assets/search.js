"use strict";

/* The search: Pagefind's index, read in the browser. It is fetched when it is first needed, and of it only what the words
   looked for need; finder.js does the rest. */
(() => {
  const form = document.querySelector(".finder");
  const home = new URL(form.dataset.home, document.baseURI);
  const library = new URL(form.dataset.reads, document.baseURI).href;

  // Where there are no spaces between words, each character with its marks is one, as in the index.
  const ALONE =
    "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf" +
    "\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const apart = (text) => text.replace(new RegExp(`(?=[\\p{L}\\p{N}])${ALONE}\\p{M}*`, "gu"), " $& ").trim();
  const NEXT = `(?:${ALONE}|[\\u3000-\\u303f\\uff00-\\uff65])`;
  const together = (html) =>
    html.replace(new RegExp(`(?<=${NEXT}(?:</mark>)?) (?=(?:<mark>)?${NEXT})`, "gu"), "").replaceAll("</mark><mark>", "");

  let index = null;
  let offered = null; // for each name, a map from slugs to the values in the index

  /* Without a worker: one takes as much script again, and a search takes milliseconds. */
  async function open() {
    const { createInstance } = await import(library);
    return createInstance({ noWorker: true, excerptLength: 24 });
  }

  async function opened() {
    index ??= open();
    index.catch(() => {
      index = null; // the next key tries again
    });
    return index;
  }

  function fill(select) {
    const values = [...(offered.get(select.name) ?? [])];
    const newestFirst = select.name === "year";
    const order = new Intl.Collator(form.closest("[lang]").lang, { numeric: true });
    values.sort(([, one], [, other]) => order.compare(one.words, other.words) * (newestFirst ? -1 : 1));
    select.append(...values.map(([slug, { words }]) => new Option(words, slug)));
    select.closest("p").hidden = values.length < 2;
  }

  async function ready() {
    if (offered) {
      return;
    }
    const names = await (await opened()).filters();
    if (offered) {
      return;
    }
    offered = new Map(
      Object.entries(names).map(([name, values]) => [
        name,
        new Map(
          Object.keys(values).map((value) => {
            const [slug, ...words] = value.split(" ");
            return [slug, { value, words: words.join(" ") }];
          }),
        ),
      ]),
    );
    form.querySelectorAll("select").forEach(fill);
  }

  /* Gives the text of a passage as parts; what fits the words is marked. The index has it as text in which only < and >
     are written as entities. */
  function passage(html) {
    return together(html)
      .split(/(<mark>.*?<\/mark>)/)
      .map((part) => {
        const plain = part.replace(/<\/?mark>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
        if (!part.startsWith("<mark>")) {
          return plain;
        }
        const mark = document.createElement("mark");
        mark.textContent = plain;
        return mark;
      });
  }

  const counted = (text) => apart(text).split(/\s+/).filter(Boolean).length;
  const slugOf = (value) => (value ?? "").split(" ")[0];
  const wordsOf = (value) => (value ?? "").split(" ").slice(1).join(" ");

  async function entry(result) {
    const { raw_url: path, meta, filters, excerpt, locations } = await result.data();
    const told = counted(meta.title) + counted(meta.summary ?? "");
    const by = wordsOf(filters.claimant?.[0]);
    return {
      href: new URL(`.${path}`, home).href,
      title: meta.title,
      text: meta.summary,
      excerpt: locations.length && Math.min(...locations) >= told ? passage(excerpt) : null,
      rating: slugOf(filters.rating?.[0]),
      kind: { topic: "Topic", source: "Source", page: "Page" }[slugOf(filters.kind[0])],
      language: slugOf(filters.language[0]),
      direction: meta.direction ?? "ltr",
      facts: by && `Claim by \u2068${by}\u2069`,
      day: /^on\d{8}$/.test(meta.on) ? meta.on.replace(/on(\d{4})(\d\d)(\d\d)/, "$1-$2-$3") : "",
    };
  }

  function asked(words) {
    const spaced = apart(words);
    // Characters that are words by themselves are looked for as they stand: one after the other.
    const dense = new RegExp(`^(?:${ALONE}\\p{M}*)+$`, "u").test(words);
    return dense ? `"${spaced}"` : spaced;
  }

  globalThis.finder({
    ready,
    find: async ({ words, chosen }) => {
      const filters = {};
      if (chosen.size) {
        await ready();
      }
      for (const [name, slugs] of chosen) {
        filters[name] = { any: slugs.map((slug) => offered.get(name)?.get(slug)?.value ?? slug) };
      }
      const options = words ? { filters } : { filters, sort: { on: "desc" } };
      const { results } = await (await opened()).search(words ? asked(words) : null, options);
      return { count: results.length, take: (from, to) => Promise.all(results.slice(from, to).map(entry)) };
    },
  });
})();
