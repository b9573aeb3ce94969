// What a page does beyond its HTML: all of it works without.

// Another language is another address: what was typed goes there along, once, in this tab alone, passwords excepted.
const KEPT = "maydan.typed";
const page = document.body.dataset.pageId;
const inputs = () => document.querySelectorAll("form input:is([type='text'], [type='email'], [type='tel'])");

for (const language of document.querySelectorAll(".languages a")) {
  language.addEventListener("click", () => {
    const typed = [...inputs()].map((input) => [input.id, input.value]);
    sessionStorage.setItem(KEPT, JSON.stringify({ page, typed }));
  });
}

const kept = JSON.parse(sessionStorage.getItem(KEPT));
sessionStorage.removeItem(KEPT);
if (kept?.page === page) {
  const typed = new Map(kept.typed);
  for (const input of inputs()) {
    if (input.value === "") {
      input.value = typed.get(input.id) ?? "";
    }
  }
}

for (const button of document.querySelectorAll(".secret button")) {
  const secret = document.getElementById(button.getAttribute("aria-controls"));
  const labels = { password: button.getAttribute("aria-label"), text: button.dataset.labelHide };
  button.hidden = false;
  button.addEventListener("click", () => {
    secret.type = secret.type === "password" ? "text" : "password";
    button.setAttribute("aria-label", labels[secret.type]);
  });
}

// A form is sent once; again when the person comes back to its page.
const sent = new Set();
document.addEventListener("submit", (event) => {
  if (sent.has(event.target)) {
    event.preventDefault();
  }
  sent.add(event.target);
});
window.addEventListener("pageshow", () => sent.clear());
