// Typing in a stack of forms: Ctrl and Enter saves, the first field gets the focus, and when saving fails it says so.
// Saving itself is htmx; everything works without this file.
"use strict";

const form = () => document.getElementById("stapel");

function token() {
  const found = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
  return found ? decodeURIComponent(found.slice("csrftoken=".length)) : "";
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form()?.contains(event.target)) {
    event.preventDefault();
    form().querySelector("[type=submit]").click();
  }
});

// Who signed in again in another tab has a new token; the form on this page still has the old one.
document.addEventListener("htmx:configRequest", (event) => {
  if (token()) {
    event.detail.parameters.csrfmiddlewaretoken = token();
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "getypt") {
    // What was refused before stands no longer above what just happened; the field itself still says it.
    document.querySelector("#formulier [role=alert]")?.remove();
  }
  const now = form();
  if (event.target.id === "formulier" || now?.closest("#formulier") === event.target) {
    const first = now.querySelector("[data-focus]") ?? now.querySelector("input:not([type=hidden]), textarea");
    first.focus();
  }
});

for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    const words = document.getElementById("niet-bewaard");
    document.getElementById("melding").replaceChildren(words.content.cloneNode(true));
  });
}
