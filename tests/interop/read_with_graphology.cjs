// Reads GEXF or GraphML files into graphology, as Gephi Lite does, and prints one JSON object a file.
const fs = require("fs");
const { MultiDirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");

for (const path of process.argv.slice(2)) {
  const text = fs.readFileSync(path, "utf8");
  const options = { addMissingNodes: false, allowUndeclaredAttributes: true };
  const parse = path.endsWith(".gexf") ? gexf.parse : graphml.parse;
  const graph = parse(MultiDirectedGraph, text, options);
  const nodes = {};
  graph.forEachNode((name, facts) => (nodes[name] = facts));
  const kinds = {};
  graph.forEachEdge((name, facts) => (kinds[facts.kind] = (kinds[facts.kind] || 0) + 1));
  console.log(JSON.stringify({ order: graph.order, size: graph.size, nodes, kinds }));
}
