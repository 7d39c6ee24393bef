// Writing a bid: says so when a save did not get through, and keeps the form's protection fresh after signing in again in
// another tab. Saving itself is htmx; everything works without this file.
"use strict";

function token() {
  const found = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
  return found ? decodeURIComponent(found.slice("csrftoken=".length)) : "";
}

function sayNotSaved() {
  const line = document.getElementById("saved");
  const words = document.getElementById("not-saved");
  if (line && words) {
    line.replaceChildren(words.content.cloneNode(true));
  }
}

document.addEventListener("htmx:configRequest", (event) => {
  if (token()) {
    event.detail.parameters.csrfmiddlewaretoken = token();
  }
});
document.addEventListener("submit", (event) => {
  const field = event.target.querySelector("[name=csrfmiddlewaretoken]");
  if (field && token()) {
    field.value = token();
  }
});
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, sayNotSaved);
}
