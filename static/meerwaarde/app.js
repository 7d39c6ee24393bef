// All that our pages do by themselves: after a form came back with errors, the list of them gets the focus.
// Everything works without this file.
"use strict";

function focusErrors(root) {
  const summary = root.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }
}

document.addEventListener("DOMContentLoaded", () => focusErrors(document));
document.addEventListener("htmx:afterSwap", (event) => focusErrors(event.target));

// A button that prints exists only where it can: pages hide it, this shows it.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
});
