"use strict";
// Without this script everything is shown, one thing below the other; with it, what is chosen.
(function () {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (where, what) => Array.from(where.querySelectorAll(what));
  const own = (where, what) => Array.from(where.children).filter((e) => e.matches(what));

  // ------------------------------------------------------------------------------------------------ light and dark
  const themes = ["automatic", "light", "dark"];
  const button = document.querySelector(".theme");
  const stored = () => { try { return localStorage.getItem("crosscheck-theme"); } catch { return null; } };
  const paint = (theme) => {
    if (theme === "automatic") root.removeAttribute("data-theme"); else root.dataset.theme = theme;
    button.querySelector("span").textContent = theme;
  };
  let theme = themes.includes(stored()) ? stored() : "automatic";
  paint(theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    try { localStorage.setItem("crosscheck-theme", theme); } catch { /* a page without a store is as good */ }
    paint(theme);
  });

  // ---------------------------------------------------------------------------------------------------------- tabs
  // The kind of heat map that was chosen last is kept for the next array.
  let kind = "ratio";
  let serial = 0;
  function choose(group, index, focus) {
    own(group, ".tab-panel").forEach((p, i) => p.classList.toggle("chosen", i === index));
    own(group, ".tablist").forEach((list) => Array.from(list.children).forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
      if (i === index && focus) tab.focus();
    }));
  }
  function chooseKind(panel) {
    all(panel, ".maps").forEach((group) => {
      const index = own(group, ".tab-panel").findIndex((p) => p.dataset.kind === kind);
      choose(group, Math.max(index, 0), false);
    });
  }
  all(document, ".tabbed").forEach((group) => {
    const panels = own(group, ".tab-panel");
    if (panels.length > 1) {
      const list = document.createElement("div");
      list.className = "tablist";
      list.setAttribute("role", "tablist");
      list.setAttribute("aria-label", group.dataset.label);
      panels.forEach((panel, i) => {
        const tab = document.createElement("button");
        tab.type = "button";
        tab.textContent = panel.dataset.title;
        tab.setAttribute("role", "tab");
        panel.id = panel.id || `tab-${(serial += 1)}`;
        tab.id = `${panel.id}-tab`;
        tab.setAttribute("aria-controls", panel.id);
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
        const take = (focus) => { kind = panel.dataset.kind || kind; choose(group, i, focus); };
        tab.addEventListener("click", () => take(false));
        list.append(tab);
      });
      list.addEventListener("keydown", (event) => {
        const tabs = Array.from(list.children);
        const at = tabs.indexOf(document.activeElement);
        const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
        if (next === undefined) return;
        event.preventDefault();
        const tab = tabs[(next + tabs.length) % tabs.length];
        tab.click();
        tab.focus();
      });
      group.prepend(list);
    }
    choose(group, Math.max(panels.findIndex((p) => "opened" in p.dataset), 0), false);
  });

  // ------------------------------------------------------------------------------------------------------ dataflow
  function show(graph, id) {
    all(graph, ".panel").forEach((p) => p.classList.toggle("chosen", p.id === id));
    all(graph, ".chip[data-panel]").forEach((c) => {
      const chosen = c.dataset.panel === id;
      if (chosen) c.setAttribute("aria-current", "true"); else c.removeAttribute("aria-current");
    });
    const panel = document.getElementById(id);
    if (panel) chooseKind(panel);
    return panel;
  }
  function nearest(chips, from, dx, dy) {
    const a = from.getBoundingClientRect();
    const ahead = chips.map((c) => [c, c.getBoundingClientRect()]).map(([c, b]) =>
      [c, (b.left + b.width / 2) - (a.left + a.width / 2), (b.top + b.height / 2) - (a.top + a.height / 2)]
    ).filter(([, x, y]) => (dx ? x * dx > 4 && Math.abs(y) < a.height : y * dy > 4));
    // along the direction first, then across it
    const cost = ([, x, y]) => (dx ? Math.abs(x) + 4 * Math.abs(y) : Math.abs(y) + 1.5 * Math.abs(x));
    return ahead.sort((p, q) => cost(p) - cost(q))[0]?.[0];
  }
  all(document, ".graph").forEach((graph) => {
    const chips = all(graph, ".chip[data-panel]");
    show(graph, graph.dataset.first);
    chips.forEach((chip) => chip.addEventListener("click", (event) => {
      event.preventDefault();
      const panel = show(graph, chip.dataset.panel);
      // where the panel stands below the dataflow it has to be brought into view
      const stacked = panel.getBoundingClientRect().left < graph.querySelector(".net").getBoundingClientRect().right;
      if (stacked) panel.scrollIntoView({ block: "nearest" });
    }));
    graph.querySelector(".net").addEventListener("keydown", (event) => {
      const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
      if (!step || !chips.includes(document.activeElement)) return;
      event.preventDefault();
      nearest(chips, document.activeElement, ...step)?.focus();
    });
  });
  // a link to an array opens it
  function follow() {
    const panel = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!panel || !panel.matches(".panel")) return;
    const graph = panel.closest(".graph");
    choose(graph.parentElement, own(graph.parentElement, ".tab-panel").indexOf(graph), false);
    show(graph, panel.id);
  }
  window.addEventListener("hashchange", follow);
  follow();

  // ---------------------------------------------------------------------------------------------------------- copy
  all(document, ".copy").forEach((copy) => {
    const code = copy.parentElement.querySelector("code");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(code);
        copy.textContent = "Selected: now copy";
      }
    });
  });
}());
