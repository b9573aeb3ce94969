// Everything works without this file; it only says that a form is under way and keeps it from being sent twice.
"use strict";
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
// Coming back by the browser's history shows the form as it was: it may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
  for (const button of document.querySelectorAll("[aria-busy]")) {
    button.removeAttribute("aria-busy");
  }
});
// A list that is filtered in place has another address, in the other languages too.
document.addEventListener("htmx:pushedIntoHistory", () => {
  for (const link of document.querySelectorAll("link[hreflang]")) {
    const address = new URL(link.href);
    address.search = location.search;
    link.href = address.href;
  }
});
