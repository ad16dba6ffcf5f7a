// What the served page's scripts use of sigma and graphology; all else is left out of the bundle.
export { MultiDirectedGraph as Graph } from "graphology";
export { Sigma } from "sigma";
export { EdgeProgram, NodeProgram } from "sigma/rendering";
