// Another language is another address: what was typed goes there along, once, in this tab alone, passwords excepted.
"use strict";
{
  const KEPT = "maydan.typed";
  const page = () => document.body.dataset.pageId;
  const inputs = () => document.querySelectorAll("form input:is([type='text'], [type='email'], [type='tel'])");

  document.addEventListener(
    "change",
    (event) => {
      if (event.target.id === "login-select-toggle") {
        const typed = [...inputs()].map((input) => [input.id, input.value]);
        sessionStorage.setItem(KEPT, JSON.stringify({ page: page(), typed }));
      }
    },
    // Before the choice's own listener leaves the page.
    true,
  );

  document.addEventListener("DOMContentLoaded", () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    if (kept?.page !== page()) {
      return;
    }
    const typed = new Map(kept.typed);
    for (const input of inputs()) {
      if (input.value === "") {
        input.value = typed.get(input.id) ?? "";
      }
    }
  });
}
