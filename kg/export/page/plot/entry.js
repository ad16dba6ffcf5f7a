// What charts.js uses of Observable Plot; all else is left out of the bundle.
export { axisX, axisY, dot, gridY, link, plot, ruleX, text, vector } from "@observablehq/plot";
