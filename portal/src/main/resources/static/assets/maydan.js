// Everything works without this file; it says how things stand: a form under way is not sent twice, and a list that could
// not be filtered in place is not passed off as filtered.
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

const notFiltered = (is) => {
  const note = document.getElementById("not-filtered");
  if (note) {
    note.hidden = !is;
  }
};
const onFilters = (name, listener) =>
  document.addEventListener(name, (event) => {
    const form = event.detail.elt?.closest?.("form.filters");
    if (form) {
      listener(event, form);
    }
  });
// One address for one list: what is not chosen is not in it, and choosing what is shown makes no entry in the history.
onFilters("htmx:configRequest", (event) => {
  for (const [name, value] of [...new FormData(event.detail.elt.closest("form"))]) {
    if (value === "") {
      delete event.detail.parameters[name];
    }
  }
});
onFilters("htmx:beforeRequest", (event) => {
  if (event.detail.pathInfo.finalRequestPath === location.pathname + location.search) {
    event.preventDefault();
    notFiltered(false);
  }
});
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  onFilters(failure, (event, form) => {
    const shown = new URLSearchParams(location.search);
    for (const choice of form.querySelectorAll("select, input:not([type=checkbox])")) {
      choice.value = shown.get(choice.name) ?? "";
    }
    for (const box of form.querySelectorAll("[type=checkbox]")) {
      box.checked = box.dataset.chip
        ? shown.has(box.name)
        : !shown.has(box.name) || shown.getAll(box.name).includes(box.value);
    }
    notFiltered(true);
  });
}
onFilters("htmx:afterOnLoad", (event) => {
  if (event.detail.successful) {
    notFiltered(false);
  }
});

// The address of a page for the clipboard, where there is one.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (navigator.clipboard) {
    button.closest("[data-copies]").hidden = false;
    button.addEventListener("click", async () => {
      const status = button.closest(".share").querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        status.textContent = status.dataset.copied;
      } catch {
        status.textContent = button.dataset.copy;
      }
    });
  }
}
