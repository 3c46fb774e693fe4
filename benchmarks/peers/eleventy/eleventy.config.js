import footnote from "markdown-it-footnote";

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.use(footnote));
  config.addCollection("claims", (all) => all.getFilteredByGlob("content/claims/*.md").reverse());
  config.addCollection("topics", (all) => {
    const topics = new Map();
    for (const page of all.getFilteredByGlob("content/claims/*.md")) {
      const name = page.data.claim.topic;
      topics.set(name, [...(topics.get(name) ?? []), page]);
    }
    return [...topics].map(([name, pages]) => ({ name, pages }));
  });
  return { dir: { input: "content", includes: "../_includes", output: "public" }, markdownTemplateEngine: false };
}
