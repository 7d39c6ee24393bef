// The code of a QR code stands behind the # of the address, which no browser sends to anybody. This fills it in and takes it out
// of the address, so that it stays in no history. Without JavaScript the code is typed.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const field = document.getElementById("id_code");
  const code = decodeURIComponent(window.location.hash.slice(1));
  if (field && !field.value && /^[2-9a-z]{4}(-[2-9a-z]{4}){2}$/.test(code)) {
    field.value = code;
    history.replaceState(null, "", window.location.pathname);
  }
});
