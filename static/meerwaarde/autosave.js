// For a form that saves itself while somebody types. A button that is pressed while such a save is on its way waits for
// its answer, which brings the new version number: else the form would be refused because of the writer's own save.
// Once the form goes, nothing is saved by itself any more.
"use strict";

let onTheirWay = 0;
let pressed = null;
let going = false;

document.addEventListener("submit", (event) => {
  if (onTheirWay > 0) {
    event.preventDefault();
    pressed = { form: event.target, button: event.submitter };
  } else {
    going = true;
  }
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (going || pressed) {
    event.preventDefault();
  }
});
document.addEventListener("htmx:beforeSend", () => {
  onTheirWay += 1;
});
document.addEventListener("htmx:afterRequest", () => {
  onTheirWay = Math.max(0, onTheirWay - 1);
  if (pressed && onTheirWay === 0) {
    const { form, button } = pressed;
    pressed = null;
    form.requestSubmit(button);
  }
});
window.addEventListener("pageshow", () => {
  going = false;
});
