"use strict";
(() => {
  const table = document.querySelector("table.sortable");
  if (!table) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const body = table.tBodies[0];
  while (table.tBodies.length > 1) table.tBodies[1].remove();
  const words = table.dataset, size = Number(words.shown), collator = new Intl.Collator(undefined, { numeric: true });
  const said = document.querySelector(".said"), part = document.querySelector(".part"), find = document.getElementById("find");
  const previous = document.querySelector(".previous"), next = document.querySelector(".next");
  const fill = (text, ...values) => text.replace(/%s/g, () => values.shift());
  let kept = rows, first = 0;

  const show = () => {
    body.replaceChildren(...kept.slice(first, first + size));
    const last = Math.min(first + size, kept.length);
    part.textContent = kept.length === 0 ? words.none : fill(words.part, first + 1, last, kept.length);
    previous.disabled = first === 0;
    next.disabled = last >= kept.length;
    previous.hidden = next.hidden = kept.length <= size;
  };
  const turn = (by) => {
    first = Math.max(0, Math.min(first + by, kept.length - 1));
    show();
    said.textContent = part.textContent;
    if (document.activeElement.disabled || document.activeElement === document.body) (next.disabled ? previous : next).focus();
    table.closest(".scroll").scrollIntoView();
  };
  previous.addEventListener("click", () => turn(-size));
  next.addEventListener("click", () => turn(size));

  const select = () => {
    const text = find.value.trim().toLowerCase();
    kept = text === "" ? rows : rows.filter((row) => row.textContent.toLowerCase().includes(text));
    first = 0;
    show();
  };
  let pause;
  find.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { select(); said.textContent = part.textContent; }, 200);
  });

  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, i) => {
    const title = head.textContent, numeric = head.classList.contains("n"), button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.title = fill(words.sort, title);
    head.replaceChildren(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => {
        const cell = row.cells[i];
        return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
      };
      const keyed = rows.map((row) => [key(row), row]);
      keyed.sort(([a], [b]) => {
        if (a === "" || b === "") return (a === "") - (b === "");
        const order = numeric ? Number(a) - Number(b) : collator.compare(a, b);
        return up ? order : -order;
      });
      keyed.forEach(([, row], at) => { rows[at] = row; });
      select();
      said.textContent = fill(up ? words.up : words.down, title);
    });
  });
  document.querySelectorAll(".tools").forEach((tools) => { tools.hidden = false; });
  show();
})();
