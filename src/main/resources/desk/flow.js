// Selecting words fills the quote of a new comment; the press is looked at until it rests.
const form = document.querySelector("[data-flow-comment]");
const text = document.querySelector("[data-flow-text]");
if (form && text) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !text.contains(selection.anchorNode)) {
      return;
    }
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (words) {
      form.elements.namedItem("quote").value = words.slice(0, 500);
    }
  });
}

// Once it is printed the site is asked; only what it says is put in, so that nothing typed is lost.
const way = document.querySelector('[data-flow-way="asking"]');
if (way) {
  const ask = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-flow-way]");
      if (fresh && fresh.dataset.flowWay !== "asking") {
        way.dataset.flowWay = fresh.dataset.flowWay;
        way.replaceChildren(...fresh.childNodes);
        return;
      }
    } catch {
      // The desk is restarting, or the line is down: look again later.
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 700);
}

if (document.querySelector('[data-flow-way="printing"]')) {
  const look = async () => {
    try {
      const answer = await fetch("/press", { headers: { Accept: "application/json" } });
      if (answer.ok && (await answer.json()).state === "resting") {
        location.reload();
        return;
      }
    } catch {
      // The desk is restarting, or the line is down: look again later.
    }
    setTimeout(look, 1500);
  };
  setTimeout(look, 700);
}
