// What is open and what is switched on.

const state = {
  kinds: new Set(Object.keys(data.nodeLooks)),
  edges: new Set(Object.keys(data.edgeLooks).filter((kind) => data.edgeLooks[kind].shown)),
  mentioned: false,
  selected: null,
  hovered: null,
  near: new Set(), // the selection and its neighbours in the network
};

const isInFocus = (id) => !state.selected || !state.near.size || state.near.has(id) || id === state.hovered;

const OF_SELECTED = new Set(["about", "affiliatedWith", "partOf", "locatedIn", "publishedBy", "declinedToComment"]); // drawn at the selection even where switched off
