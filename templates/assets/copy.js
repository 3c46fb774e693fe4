"use strict";

/* Copying: a button with data-copy takes the text of the element of that id. It is hidden until this script shows it,
   for without a script it would do nothing. data-done and data-selected are what is told to the reader. */
(() => {
  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("role", "status");
  document.body.append(told);

  function select(element) {
    if ("select" in element) {
      element.focus();
      element.select();
    } else {
      getSelection().selectAllChildren(element);
    }
  }

  async function copied(element) {
    try {
      await navigator.clipboard.writeText(element.value ?? element.textContent);
      return true;
    } catch { // no clipboard for pages from a disk or without https, or the reader forbids it
      select(element);
      return document.execCommand("copy");
    }
  }

  function tell(button, words) {
    told.lang = button.closest("[lang]").lang;
    told.textContent = words;
    button.textContent = words;
    clearTimeout(button.resting);
    button.resting = setTimeout(() => {
      button.textContent = button.dataset.words;
      told.textContent = "";
    }, 4000);
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const element = document.getElementById(button.dataset.copy);
    button.dataset.words = button.textContent;
    button.addEventListener("click", async () => {
      tell(button, (await copied(element)) ? button.dataset.done : button.dataset.selected);
    });
    button.hidden = false;
  }
})();
