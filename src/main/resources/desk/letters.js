// Putting a letter together without waiting for pages; watching it go. All of it works without this, by buttons.
const form = document.querySelector("[data-letter]");
const list = document.querySelector("[data-letter-items]");

const say = (text) => {
  const said = document.querySelector("[data-letter-said]");
  if (said) {
    said.textContent = text;
  }
};

if (form && list) {
  const state = document.querySelector("[data-letter-state]");
  let waiting = 0;
  let keeping = Promise.resolve();
  let leaving = false;

  const keep = async () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("do", "keep");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: fields,
      });
      const kept = await answer.json();
      state.textContent = kept.message || "";
      state.classList.toggle("fault", !kept.kept);
      if (kept.kept) {
        form.elements.namedItem("based").value = kept.version;
        show(kept);
      }
    } catch {
      state.textContent = form.dataset.sayLost;
      state.classList.add("fault");
    }
  };

  const show = (kept) => {
    document.querySelector("[data-letter-gauge]").textContent = kept.gauge;
    document.querySelector("[data-letter-advice]").textContent = kept.advice;
    const bar = document.querySelector("[data-letter-bar]");
    bar.setAttribute("width", Math.min(100, kept.percent));
    bar.classList.toggle("letters-full", kept.percent > 100);
    for (const frame of document.querySelectorAll("[data-letter-preview]")) {
      const at = frame.contentWindow ? frame.contentWindow.scrollY : 0;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, at), { once: true });
      frame.src = frame.src.replace(/\?.*$/, "") + "?v=" + kept.version;
    }
  };

  const soon = () => {
    state.textContent = form.dataset.saySaving;
    state.classList.remove("fault");
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      keeping = keeping.then(() => (leaving ? undefined : keep()));
    }, 700);
  };

  const marks = () => {
    const items = [...list.children];
    items.forEach((item, at) => {
      const mark = (button, off) => (off ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled"));
      const up = item.querySelector("[data-up]");
      const down = item.querySelector("[data-down]");
      if (up && down) {
        mark(up, at === 0);
        mark(down, at === items.length - 1);
      }
    });
  };

  const moved = (item) => {
    marks();
    const place = [...list.children].indexOf(item) + 1;
    say(form.dataset.sayMoved.replace("{0}", place).replace("{1}", list.children.length));
    soon();
  };

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(waiting);
  });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-up], [data-down]");
    if (!button) {
      return;
    }
    event.preventDefault();
    const item = button.closest("li");
    const up = "up" in button.dataset;
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      if (up) {
        other.before(item);
      } else {
        other.after(item);
      }
      button.focus();
      moved(item);
    }
  });

  list.classList.add("letters-live");
  let dragged = null;
  for (const grip of list.querySelectorAll("[data-grip]")) {
    grip.closest("li").draggable = true;
  }
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    dragged.classList.add("letters-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const box = over.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) {
        over.before(dragged);
      } else {
        over.after(dragged);
      }
    }
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (dragged) {
      dragged.classList.remove("letters-dragged");
      moved(dragged);
      dragged = null;
    }
  });
}

const sending = document.querySelector('[data-letter-sending="sending"]');
if (sending) {
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "application/json" } });
      const now = await answer.json();
      if (now.step !== "sending" || !now.parts) {
        location.reload();
        return;
      }
      const rightToLeft = document.documentElement.dir === "rtl";
      for (const part of now.parts) {
        const bar = sending.querySelector(`[data-bar="${part.key}"]`);
        bar.setAttribute("x", rightToLeft ? 1000 - part.x - part.width : part.x);
        bar.setAttribute("width", part.width);
        sending.querySelector(`[data-part="${part.key}"]`).textContent = part.people;
      }
      sending.querySelector("[data-letter-sum]").textContent = now.sum;
    } catch {
      // The desk is restarting, or the line is down: look again later.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 800);
}
