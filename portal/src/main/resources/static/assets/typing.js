// A form is whole without this file. It hides what is not asked, proposes when something ends, once it is known when it begins, and saves a draft
// while somebody types: politely, and never over what somebody else saved.
"use strict";
(() => {
  const form = document.getElementById("typed");
  if (!form) {
    return;
  }

  const pad = (number) => String(number).padStart(2, "0");
  const clock = (text) => {
    const found = /^\s*(\d{1,2})\s*[:h.]\s*(\d{2})?\s*$/i.exec(text);
    return found && Number(found[1]) < 24 && Number(found[2] ?? 0) < 60
      ? { hours: Number(found[1]), minutes: Number(found[2] ?? 0) }
      : null;
  };
  for (const group of form.querySelectorAll("[data-after]")) {
    const field = (name, part) => form.elements.namedItem(`${name}.${part}`);
    const begins = group.dataset.after;
    const ends = group.dataset.of;
    const proposed = { date: "", time: "" };
    const propose = () => {
      const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(field(begins, "date").value);
      const time = clock(field(begins, "time").value);
      if (!day || !time) {
        return;
      }
      // By the clock on the wall, whatever the zone of the browser.
      const later = new Date(Date.UTC(day[1], day[2] - 1, day[3], time.hours + 2, time.minutes));
      const next = {
        date: `${later.getUTCFullYear()}-${pad(later.getUTCMonth() + 1)}-${pad(later.getUTCDate())}`,
        time: `${pad(later.getUTCHours())}:${pad(later.getUTCMinutes())}`,
      };
      const untouched = ["date", "time"].every((part) => ["", proposed[part]].includes(field(ends, part).value));
      if (untouched) {
        for (const part of ["date", "time"]) {
          field(ends, part).value = proposed[part] = next[part];
        }
      }
    };
    for (const part of ["date", "time"]) {
      field(begins, part).addEventListener("change", propose);
    }
  }

  // What is asked only after another answer is shown after that one; the words that say so stay for who has no script.
  const conditional = [...form.querySelectorAll("[data-when]")];
  const show = () => {
    for (const part of conditional) {
      const inputs = [...form.elements].filter((one) => one.name === part.dataset.when && one.checked);
      const decides = inputs.some((one) => one.value === part.dataset.is && !one.closest("[hidden]"));
      part.hidden = !decides;
    }
  };
  if (conditional.length > 0) {
    form.addEventListener("change", show);
    show();
  }

  const status = document.getElementById("saving");
  const address = form.dataset.saves;
  if (!status || !address) {
    return;
  }
  const PAUSE = 1500;
  let waits;
  let underWay = null;
  let stopped = false;
  let changed = false;
  const say = (text) => {
    if (status.textContent !== text) {
      status.textContent = text;
    }
  };
  const send = async () => {
    changed = false;
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(new FormData(form)),
        redirect: "error",
      });
      const saved = await answer.json();
      if (saved.version) {
        form.elements.namedItem("version").value = saved.version;
      }
      stopped = saved.goesOn !== true;
      say(saved.said ?? status.dataset.failed);
    } catch {
      say(status.dataset.failed);
    }
  };
  const save = () => {
    if (!stopped && changed && !underWay) {
      underWay = send().finally(() => {
        underWay = null;
        later();
      });
    }
  };
  const later = () => {
    clearTimeout(waits);
    if (changed && !stopped) {
      waits = setTimeout(save, PAUSE);
    }
  };
  for (const event of ["input", "change"]) {
    form.addEventListener(event, (happened) => {
      if (happened.target.name && !happened.target.name.startsWith("_")) {
        changed = true;
        later();
      }
    });
  }
  // The button sends what is there at the version that is kept: after what is under way, and instead of what waits.
  form.addEventListener(
    "submit",
    (event) => {
      clearTimeout(waits);
      stopped = true;
      if (underWay) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const by = event.submitter;
        underWay.finally(() => {
          stopped = true;
          form.requestSubmit(by);
        });
      }
    },
    true,
  );
})();
