const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What lays a page out or draws it, and says nothing that a person has entered. */
export const layoutNames = names(`
  class id for type role dir lang rel media width height hidden disabled open rows cols size multiple
  colspan rowspan span scope align valign border cellpadding cellspacing bgcolor color face nowrap start reversed
  xmlns viewBox preserveAspectRatio d x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy points pathLength transform fill fill-rule
  fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
  stroke-opacity opacity color-interpolation clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits filter
  filterUnits gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform offset
  stop-color stop-opacity marker-start marker-mid marker-end markerWidth markerHeight markerUnits orient refX refY
  text-anchor dominant-baseline alignment-baseline font-size font-weight font-family font-style letter-spacing
  vector-effect stdDeviation in in2 result mode values flood-color flood-opacity visibility display overflow
`);

/** What else is said of a control that is listed. */
export const controlNames = names('value checked selected placeholder aria-label label');

/** What stays of a control that is not: an empty box of its size. */
export const boxNames = names('class type rows cols size rr_width rr_height');

/** Addresses. */
export const urlNames = names('href src poster action xlink:href background');

/** What the recorder adds. */
export const recorderNames = names('rr_scrollLeft rr_scrollTop rr_open_mode rr_width rr_height');
