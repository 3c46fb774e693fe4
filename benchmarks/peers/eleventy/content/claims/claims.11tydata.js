export default { layout: "claim.njk", permalink: (data) => `claims/${data.page.fileSlug}/index.html` };
