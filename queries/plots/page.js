// Shows the note of a mark beside the pointer. Notes are elements of the page: they are copied, never made of text.
"use strict";
(function () {
  const panel = document.getElementById("panel");
  let chosen = null;
  let shown = null;

  function place(x, y) {
    const margin = 12;
    const left = x + margin + panel.offsetWidth > window.innerWidth ? x - margin - panel.offsetWidth : x + margin;
    const top = Math.min(y + margin, window.innerHeight - panel.offsetHeight - margin);
    panel.style.left = Math.max(margin, left) + "px";
    panel.style.top = Math.max(margin, top) + "px";
  }

  function show(mark, note, x, y) {
    if (shown !== mark) {
      panel.replaceChildren(...Array.from(note.childNodes, (node) => node.cloneNode(true)));
      panel.scrollTop = 0;
      shown = mark;
    }
    panel.hidden = false;
    place(x, y);
  }

  function hide() {
    if (chosen) {
      chosen.classList.remove("chosen");
    }
    chosen = null;
    shown = null;
    panel.hidden = true;
  }

  document.querySelectorAll("[data-mark]").forEach((note) => {
    const mark = document.getElementById(note.dataset.mark);
    if (!mark) {
      return;
    }
    mark.classList.add("mark");
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", note.querySelector("strong").textContent);
    const middle = () => {
      const box = mark.getBoundingClientRect();
      show(mark, note, box.right, box.top + box.height / 2);
    };
    mark.addEventListener("pointermove", (event) => chosen || show(mark, note, event.clientX, event.clientY));
    mark.addEventListener("pointerleave", () => chosen || hide());
    mark.addEventListener("focus", () => chosen || middle());
    mark.addEventListener("blur", () => chosen || hide());
    mark.addEventListener("click", (event) => {
      event.stopPropagation();
      hide();
      show(mark, note, event.clientX, event.clientY);
      chosen = mark;
      mark.classList.add("chosen");
    });
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        hide();
        middle();
        chosen = mark;
        mark.classList.add("chosen");
      }
    });
  });
  panel.addEventListener("click", (event) => event.stopPropagation());
  document.addEventListener("click", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
