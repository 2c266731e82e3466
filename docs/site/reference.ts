// The reference: what its markup lacks for a keyboard, a screen reader and a new tab, and the samples that run. Redoc
// makes its elements as they are needed, so this is done again after each change.
import { completeSamples } from "./samples.js";
import { startSearch } from "./search.js";

function complete(): void {
  document.querySelector(".menu-content")?.setAttribute("role", "navigation");
  // What scrolls sideways must be reachable without a mouse.
  for (const block of document.querySelectorAll("pre, .md-table-wrapper, p:has(> img)")) {
    if (block.scrollWidth > block.clientWidth) block.setAttribute("tabindex", "0");
  }
  // Redoc follows a click by itself; a new tab needs the place in the address of this page.
  for (const link of document.querySelectorAll("#redoc a[href^='/']")) {
    link.setAttribute("href", `#${link.getAttribute("href")}`);
  }
  completeSamples();
}

let waiting = 0;

new MutationObserver(() => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(complete);
}).observe(document.body, { childList: true, subtree: true, characterData: true });
complete();

// A place in the address would be a place of Redoc's.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  const main = document.querySelector("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
});

startSearch();
