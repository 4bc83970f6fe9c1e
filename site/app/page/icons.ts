/** The buttons' pictures: one path each on a 16 by 16 grid. */

const paths = {
  run: "M4 2.5v11l9-5.5z",
  stop: "M3.5 3.5h9v9h-9z",
  reset: "M8 2.5a5.5 5.5 0 1 1-5.2 3.7l1.7.6A3.7 3.7 0 1 0 8 4.3V7L3.9 3.4 8 0z",
  copy: "M5 1.5h8.5V11H5zM6.6 3v6.4h5.3V3zM2.5 5h1.6v8h6.4v1.5h-8z",
  check: "M6.3 13 1.6 8.3l1.6-1.6 3.1 3.1L12.8 3l1.6 1.6z",
  cross: "m3.4 2 4.6 4.6L12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z",
  hint: "M8 1a5 5 0 0 1 3 9v2H5v-2a5 5 0 0 1 3-9zm0 1.7A3.3 3.3 0 0 0 6.6 9v1.4h2.8V9A3.3 3.3 0 0 0 8 2.7zM5.5 13.3h5V15h-5z",
  solution: "M8 3c3.4 0 6 2.2 7.3 5-1.3 2.8-3.9 5-7.3 5S2 10.8.7 8C2 5.2 4.6 3 8 3zm0 2.2A2.8 2.8 0 1 0 8 10.8 2.8 2.8 0 0 0 8 5.2z",
  up: "M8 3.2 13.6 8.8l-1.5 1.5L8 6.2l-4.1 4.1-1.5-1.5z",
  down: "M8 12.8 2.4 7.2l1.5-1.5L8 9.8l4.1-4.1 1.5 1.5z",
  download: "M7.1 1.5h1.8v6l2.2-2.2 1.3 1.3L8 11 3.6 6.6l1.3-1.3 2.2 2.2zM2.5 12.6h11v1.8h-11z",
  upload: "M7.1 11h1.8V5l2.2 2.2 1.3-1.3L8 1.5 3.6 5.9l1.3 1.3L7.1 5zM2.5 12.6h11v1.8h-11z",
  share: "M8 1.2 11.5 4.7l-1.2 1.2L8.9 4.5V10H7.1V4.5L5.7 5.9 4.5 4.7zM3 7h2v1.7H4.7v4.6h6.6V8.7H11V7h2v8H3z",
  delete: "M6 1.5h4v1.5h3.5v1.7h-11V3H6zM3.8 6h8.4l-.6 8.5H4.4z",
  restart: "M8 2.5a5.5 5.5 0 1 0 5.2 3.7l-1.7.6A3.7 3.7 0 1 1 8 4.3V7l4.1-3.6L8 0z",
} as const;

export type Icon = keyof typeof paths;

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element without a name of its own, so that the button's text is what is read out. */
export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "pg-icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths[name]);
  path.setAttribute("fill", "currentColor");
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}
