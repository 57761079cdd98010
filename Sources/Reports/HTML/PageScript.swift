/// The one script of a page: it sorts and filters what is there without it, and loads nothing.
enum PageScript {
  /// SHA-256 of `text`, by which the page's policy lets it run and nothing else.
  ///
  /// A test makes it anew; it says what belongs here when the script was changed.
  static let digest: HTML = "sha256-bbq2rnZ8HmJ1aAXmfBpW1wTqiJsJsgzft6O9g3poGG8="

  static let text: HTML = #"""
    "use strict";
    const number = text => {
      const found = text.replace(/,/g, "").match(/^[±+]?(-?\d+(\.\d+)?)/);
      return found ? parseFloat(found[1]) : null;
    };
    const cellAt = (row, column) => {
      for (const cell of row.cells) { column -= cell.colSpan; if (column < 0) return cell; }
      return null;
    };
    const sortBy = (table, head, column) => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = table.tBodies[0];
      const rows = [...body.rows].map((row, place) => {
        const text = (cellAt(row, column)?.textContent ?? "").trim();
        return { row, place, text, value: number(text) };
      });
      const compare = (a, b) => a.value !== null && b.value !== null
        ? a.value - b.value : a.text.localeCompare(b.text);
      rows.sort((a, b) => {
        const [none, other] = [a, b].map(one => one.text === "" || one.text === "–");
        if (none !== other) return none ? 1 : -1;
        return (down ? -1 : 1) * compare(a, b) || a.place - b.place;
      });
      for (const { row } of rows) body.append(row);
    };
    for (const table of document.querySelectorAll("table")) {
      if (!table.tHead || table.tBodies[0].rows.length < 3) continue;
      let column = 0;
      for (const head of table.tHead.rows[0].cells) {
        const own = column;
        column += head.colSpan;
        const label = head.firstChild;
        if (!label || label.nodeType !== 3) continue;
        const button = document.createElement("button");
        button.type = "button";
        button.append(label);
        button.addEventListener("click", () => sortBy(table, head, own));
        head.prepend(button);
      }
    }
    const addFilter = (place, items, name) => {
      if (items.length < 12) return;
      const label = document.createElement("label");
      const field = document.createElement("input");
      const count = document.createElement("output");
      field.type = "search";
      label.className = "filter";
      label.append(`Filter ${name} `, field, " ", count);
      const texts = items.map(item => item.textContent.toLowerCase());
      field.addEventListener("input", () => {
        const wanted = field.value.toLowerCase();
        let shown = 0;
        items.forEach((item, index) => {
          item.hidden = !texts[index].includes(wanted);
          if (!item.hidden) shown += 1;
        });
        count.textContent = wanted ? `${shown} of ${items.length}` : "";
      });
      place.before(label);
    };
    for (const table of document.querySelectorAll("table:not(.matrix)"))
      addFilter(table.parentNode, [...table.tBodies[0].rows], "rows");
    for (const rule of document.querySelectorAll("details[id^=rule-]")) {
      const items = [...rule.querySelectorAll(".finding")];
      if (items.length) addFilter(items[0], items, "findings");
    }
    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      for (let place = target; place; place = place.parentElement)
        if (place.tagName === "DETAILS") place.open = true;
      if (target) target.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    if (location.hash) reveal();
    """#
}
