// @ts-check
// The reference: what its markup lacks for a keyboard and a screen reader. Redoc makes its elements as they are needed,
// so this is done again after each change.

function complete() {
  document.querySelector(".menu-content")?.setAttribute("role", "navigation");
  // What scrolls sideways must be reachable without a mouse.
  for (const block of document.querySelectorAll("pre, .md-table-wrapper, p:has(> img)")) {
    if (block.scrollWidth > block.clientWidth) block.setAttribute("tabindex", "0");
  }
}

let waiting = 0;

new MutationObserver(() => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(complete);
}).observe(document.body, { childList: true, subtree: true });
complete();
