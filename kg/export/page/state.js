// What is open and what is switched on.

const state = {
  kinds: new Set(Object.keys(data.nodeLooks)),
  edges: new Set(Object.keys(data.edgeLooks).filter((kind) => data.edgeLooks[kind].shown)),
  mentioned: false,
  selected: null,
  hovered: null,
  view: null, // the place and zoom that the reader has moved the network to; null where the page chose them
  near: new Set(), // the selection and its neighbours in the network
};

/** The kinds of edge that are switched on until the reader switches others. */
const usualEdges = (isMentioned) => Object.keys(data.edgeLooks).filter((kind) => data.edgeLooks[kind].shown || (isMentioned && OF_SELECTED.has(kind) && kind !== "publishedBy"));

const isInFocus = (id) => !state.selected || !state.near.size || state.near.has(id) || id === state.hovered;

const OF_SELECTED = new Set(["about", "affiliatedWith", "partOf", "locatedIn", "publishedBy", "declinedToComment"]); // drawn at the selection even where switched off
