// Where scripts run, a search for an organization is a combobox (WAI-ARIA Authoring Practices, list autocomplete): what is
// typed is looked for at once, and what is chosen is sent. Without them its fieldset is a search with radio buttons.
"use strict";
for (const field of document.querySelectorAll("[data-picker]")) {
  const input = field.querySelector("[type=search]");
  const radios = field.querySelector(".options");
  const name = radios.querySelector("[type=radio]")?.name ?? input.name.replace("_find.", "");
  const chosen = radios.querySelector("[type=radio]:checked");
  const value = Object.assign(document.createElement("input"), { type: "hidden", name, value: chosen?.value ?? "" });
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-list`, hidden: true });
  const status = field.querySelector("[role=status]") ?? document.createElement("p");
  const sought = { name: input.name, value: input.value };
  const nameOf = (option) => option?.querySelector("bdi")?.textContent ?? "";
  let picked = chosen && chosen.value ? nameOf(chosen.closest("label")) : "";
  let active = null;
  let asked = null;

  status.className = "hint";
  status.setAttribute("role", "status");
  status.textContent = "";
  list.className = "found";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.querySelector(".search label").textContent);
  input.type = "text";
  input.value = sought.value || picked;
  for (const [attribute, is] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(attribute, is);
  }
  if (field.dataset.none) {
    input.placeholder = field.dataset.none;
  }
  field.querySelectorAll(".search [type=hidden], .search button").forEach((one) => one.remove());
  radios.replaceWith(value);
  field.querySelector(".search").append(list);
  field.append(status);

  // What is typed and not chosen is sent as such, and is asked about.
  const sync = () => {
    input.name = input.value === picked ? "" : sought.name;
  };
  const point = (option) => {
    active?.setAttribute("aria-selected", "false");
    active = option;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) {
      input.setAttribute("aria-activedescendant", active.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const open = (is) => {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    point(null);
  };
  const pick = (option) => {
    value.value = option?.dataset.id ?? "";
    picked = nameOf(option);
    input.value = picked;
    status.textContent = "";
    asked?.abort();
    open(false);
    sync();
  };
  const find = async () => {
    asked?.abort();
    const typed = input.value.trim();
    if (!typed) {
      pick(null);
      return;
    }
    sync();
    const mine = (asked = new AbortController());
    try {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (mine.signal.aborted) {
        return;
      }
      const answer = await fetch(`${field.dataset.picker}?name=${encodeURIComponent(typed)}`, { signal: mine.signal });
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      list.replaceChildren(...page.querySelectorAll("[role=option]"));
      [...list.children].forEach((option, at) => {
        option.id = `${list.id}-${at}`;
        option.setAttribute("aria-selected", "false");
      });
      status.textContent = page.querySelector("p").textContent.trim();
      open(list.children.length > 0);
    } catch {
      if (!mine.signal.aborted) {
        status.textContent = field.dataset.away;
        open(false);
      }
    }
  };

  input.addEventListener("input", find);
  input.addEventListener("keydown", (event) => {
    const options = [...list.children];
    const at = options.indexOf(active);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden && options.length > 0) {
        open(true);
      }
      const next = event.key === "ArrowDown" ? at + 1 : (at < 0 ? options.length : at) - 1;
      point(options[(next + options.length) % options.length] ?? null);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      if (active) {
        pick(active);
      }
    } else if (event.key === "Escape") {
      if (list.hidden) {
        pick(null);
      } else {
        open(false);
      }
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      pick(option);
    }
  });
  input.addEventListener("blur", () => {
    asked?.abort();
    open(false);
  });
  sync();
}
