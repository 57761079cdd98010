"""What a page is asked, in JavaScript."""

OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"

# Text and tables without what the script adds, in the order of the page.
CONTENT = """(() => {
  const copy = document.body.cloneNode(true);
  for (const added of copy.querySelectorAll("script, .filter")) added.remove();
  return copy.textContent.replace(/\\s+/g, " ");
})()"""

# Names as the browser computes them; a drawing's is its label.
UNNAMED = """[...document.querySelectorAll("svg, a, button, input, summary, [role]")]
  .filter(element => !element.closest("[aria-hidden=true]"))
  .filter(element => {
    const labels = [...(element.labels ?? [])].map(label => label.textContent).join("");
    const text = element.tagName === "svg" ? "" : element.textContent;
    return !(element.getAttribute("aria-label") || labels || text).trim();
  })
  .map(element => element.outerHTML.slice(0, 120))"""

# Every text node that is seen, against the nearest ground that is painted.
FAINT = """(() => {
  const parse = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map(byte => byte / 255)
      .map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = element => {
    for (let place = element; place; place = place.parentElement) {
      const colour = parse(getComputedStyle(place).backgroundColor);
      if (colour.a === 1) return colour;
    }
    return { r: 255, g: 255, b: 255 };
  };
  for (const details of document.querySelectorAll("details")) details.open = true;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.closest("script, title, .unseen")) continue;
    const style = getComputedStyle(element);
    if (style.display === "none") continue;
    const colour = parse(element.closest("svg") ? style.fill : style.color);
    const [one, other] = [light(colour), light(ground(element))].sort((a, b) => b - a);
    const isLarge = parseFloat(style.fontSize) >= 24;
    const contrast = (one + 0.05) / (other + 0.05);
    if (contrast < (isLarge ? 3 : 4.5))
      found.add(`${contrast.toFixed(2)} ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  return [...found].slice(0, 20);
})()"""

# Presses the last heading of each table that can be sorted, twice: what is numbers must run up, then down.
OVERTURNED = """(() => {
  const wrong = [];
  const value = text => parseFloat(text.replace(/,/g, "").replace(/^[^\\d-]+/, ""));
  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.tHead.rows[0].cells].filter(head => head.querySelector("button"));
    if (table.tBodies[0].rows.length >= 3 && !heads.length) wrong.push("no heading to press");
    for (const head of heads.slice(0, 3)) for (const order of ["ascending", "descending"]) {
      head.querySelector("button").click();
      if (head.getAttribute("aria-sort") !== order) wrong.push("not announced: " + head.textContent);
      const texts = [...table.tBodies[0].rows].map(row => {
        let column = head.cellIndex;
        for (const cell of row.cells) { column -= cell.colSpan; if (column < 0) return cell.textContent; }
        return "";
      }).map(text => text.trim()).filter(text => text && text !== "–");
      if (!texts.every(text => /^[±+-]?\\d[\\d,.]*( %)?$/.test(text))) continue;
      const numbers = texts.map(value);
      const sign = order === "ascending" ? 1 : -1;
      if (numbers.some((number, place) => place && sign * (number - numbers[place - 1]) < 0))
        wrong.push(`${order}: ${head.textContent}`);
    }
  }
  return wrong;
})()"""
