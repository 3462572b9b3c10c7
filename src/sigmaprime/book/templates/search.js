// The search of the book: everything that can be found stands here, so that it works without a network.
"use strict";
(() => {
  const entries = "ENTRIES";
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const list = form.querySelector("ul");
  const most = 12;
  form.hidden = false;

  const plain = (words) => words.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const known = entries.map(([, title, page, words]) => [plain(title), plain(page), plain(words)]);

  // Every word must be found; in a title it weighs more, and most at the beginning of a word.
  const weight = (entry, word) => {
    const start = (text) => (` ${text.replace(/[^\p{L}\p{N}'*^()]+/gu, " ")}`.includes(` ${word}`) ? 2 : 1);
    const [title, page, words] = entry;
    if (title.includes(word)) return 20 * start(title);
    if (words.includes(word)) return 3 * start(words);
    return page.includes(word) ? 1 : 0;
  };

  const found = (query) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return known
      .map((entry, index) => {
        const weights = words.map((word) => weight(entry, word));
        return [weights.every(Boolean) ? weights.reduce((sum, one) => sum + one, 0) : 0, index];
      })
      .filter(([sum]) => sum > 0)
      .sort(([a, i], [b, j]) => b - a || i - j)
      .slice(0, most)
      .map(([, index]) => entries[index]);
  };

  const around = (text, query) => {
    const word = plain(query).split(/\s+/).find((one) => plain(text).includes(one)) ?? "";
    const at = Math.max(plain(text).indexOf(word) - 30, 0);
    return (at ? "…" : "") + text.slice(at, at + 90) + (at + 90 < text.length ? "…" : "");
  };

  const show = () => {
    const query = field.value.trim();
    const results = found(query);
    list.replaceChildren(
      ...results.map(([where, title, page, words]) => {
        const link = document.createElement("a");
        link.href = where;
        const head = document.createElement("b");
        head.textContent = title || around(words, query);
        const below = document.createElement("span");
        below.textContent = title === page ? around(words, query) : title ? `${page}: ${around(words, query)}` : page;
        link.append(head, below);
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    if (query && !results.length) {
      const item = document.createElement("li");
      item.textContent = form.dataset.nothing;
      list.append(item);
    }
    list.hidden = !query;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };

  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  };

  field.addEventListener("input", show);
  field.addEventListener("focus", () => field.value && show());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      close();
      field.focus();
    } else if (event.key === "ArrowDown" && links.length) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? field).focus();
    }
  });
  list.addEventListener("click", close);
  document.addEventListener("click", (event) => form.contains(event.target) || close());
  document.addEventListener("keydown", (event) => {
    const writing = document.activeElement?.matches("input, textarea");
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });

  // A claim that is linked to is opened, so that one sees why it holds.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.querySelector(":scope > details");
    if (fold) fold.open = true;
  };
  addEventListener("hashchange", open);
  open();
  document.querySelector(".chapters [aria-current]")?.scrollIntoView({ block: "center" });
  scrollTo({ top: location.hash ? scrollY : 0 });
})();
