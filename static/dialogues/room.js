// A phone is one phone to a room: the mark that the page carries stays the same when it is loaded again. It is kept on the phone
// itself, for this room only, and sent only with what the phone sends in. Without JavaScript each loading is a new mark.
"use strict";

const room = `room-${document.currentScript.dataset.room}`;

document.addEventListener("DOMContentLoaded", () => {
  const marks = document.querySelectorAll('input[name="phone"]');
  if (!marks.length) {
    return;
  }
  let mark = marks[0].value;
  try {
    mark = localStorage.getItem(room) || mark;
    localStorage.setItem(room, mark);
  } catch {
    // A browser that keeps nothing: as without JavaScript.
  }
  for (const field of marks) {
    field.value = mark;
  }
});
