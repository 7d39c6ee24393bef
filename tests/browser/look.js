// What is wrong with the page that is open, at the width that it has now: a list of sentences. axe must have been loaded.
async () => {
  const wrong = [];
  const name = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  for (const more of document.querySelectorAll("details")) {
    more.open = true;
  }

  const page = document.scrollingElement;
  if (page.scrollWidth > window.innerWidth) {
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(0, 3)
      .map(name);
    wrong.push(`scrolls sideways: ${page.scrollWidth} wide: ${wide.join(" | ")}`);
  }

  for (const element of document.querySelectorAll("[tabindex]")) {
    if (element.tabIndex > 0) {
      wrong.push(`has a place of its own in the order of Tab: ${name(element)}`);
    }
  }
  const reachable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  for (const element of document.querySelectorAll(reachable)) {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) {
      continue;
    }
    element.focus();
    const style = getComputedStyle(element);
    // "auto" is the browser's own ring, of which it does not tell the width.
    const outlined = style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    if (document.activeElement === element && !outlined && style.boxShadow === "none") {
      wrong.push(`does not show that it has the focus: ${name(element)}`);
    }
  }
  document.activeElement?.blur();

  // On a page without an origin of its own (the policy `sandbox`) axe would copy style sheets into the page, which the policy
  // refuses. It needs them for one rule, on turning a telephone; they are the same files on every page.
  const report = await axe.run(document, {
    preload: self.origin !== "null",
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  for (const { id, help, nodes } of report.violations) {
    wrong.push(`axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.replace(/\s+/g, " ").slice(0, 140)).join(" | ")}`);
  }
  return wrong;
}
