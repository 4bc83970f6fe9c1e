// The least that a page can do: a worker, one message for a run, one for its answer.
const worker = new Worker("worker.mjs", { type: "module" });
const output = document.getElementById("output");
let settle;

worker.onmessage = ({ data }) => {
  output.textContent = data.output;
  settle(data);
};

/** Runs Python; resolves to `{ output, ms }`, `ms` as the page sees it. */
window.run = async (source) => {
  const started = performance.now();
  const answer = await new Promise((resolve) => {
    settle = resolve;
    worker.postMessage(source);
  });
  return { ...answer, ms: performance.now() - started };
};
