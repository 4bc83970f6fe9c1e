/**
 * Sets light or dark before the first paint. A blocking classic script in the head, so it stays tiny.
 *
 * Furo keeps its choice under the name `theme`, which every site on the same origin would share; the toggle is
 * therefore answered here, under a name with this site's path.
 */

(() => {
  type Theme = "auto" | "light" | "dark";
  const script = document.currentScript as HTMLScriptElement;
  const key = `groundwork:${new URL("..", script.src).pathname}:theme`;

  function read(): Theme {
    try {
      const kept = localStorage.getItem(key);
      return kept === "light" || kept === "dark" ? kept : "auto";
    } catch {
      return "auto"; // Storage is blocked: the system's choice is as good as any.
    }
  }

  function keep(theme: Theme): void {
    try {
      localStorage.setItem(key, theme);
    } catch {
      // Storage is blocked: the choice lasts until the page is left.
    }
  }

  let theme = read();
  const show = () => {
    document.documentElement.dataset["theme"] = theme;
    if (document.body && document.body.dataset["theme"] !== theme) document.body.dataset["theme"] = theme;
  };
  show();

  // The body is parsed after this script; set it in the same turn, before anything is painted.
  const waiting = new MutationObserver(() => {
    if (!document.body) return;
    show();
    waiting.disconnect();
    new MutationObserver(show).observe(document.body, { attributeFilter: ["data-theme"] });
  });
  waiting.observe(document.documentElement, { childList: true });

  /** From the system's theme to its opposite, to the other one, and back to the system's. */
  function next(): Theme {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    if (theme === "auto") return dark ? "light" : "dark";
    return (theme === "dark") === dark ? "auto" : dark ? "dark" : "light";
  }

  addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest(".theme-toggle")) return;
      event.stopImmediatePropagation();
      theme = next();
      keep(theme);
      show();
    },
    { capture: true },
  );

  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    theme = read();
    show();
  });
})();
