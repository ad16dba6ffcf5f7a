import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.ElementIterable;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.PNGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Reads files into Gephi, the second and further ones into the same workspace, and prints what came in as JSON Lines: one
 * object for each issue of the import report, each node and each edge.
 *
 * <p>Arguments: where to print, where to draw the preview as PNG (or "-"), and the files.
 */
class ReadWithGephi {
    private static PrintWriter out;

    public static void main(String[] arguments) throws Exception {
        out = new PrintWriter(new File(arguments[0]), StandardCharsets.UTF_8);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        for (int place = 2; place < arguments.length; place++) {
            Container container = imports.importFile(new File(arguments[place]));
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            container.getLoader().setAllowParallelEdge(true);
            container.getLoader().setAutoScale(false);
            container.getReport().getIssuesList(10_000).forEach(ReadWithGephi::print);
            imports.process(
                    container,
                    place == 2 ? new DefaultProcessor() : new AppendProcessor(),
                    projects.getCurrentWorkspace());
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Graph graph = model.getGraph();
        for (Node node : graph.getNodes().toArray()) {
            print(node);
        }
        for (Edge edge : graph.getEdges().toArray()) {
            print(model, edge);
        }
        out.close();
        if (!arguments[1].equals("-")) {
            draw(new File(arguments[1]));
        }
        System.exit(0);
    }

    private static void print(Issue issue) {
        line("issue", "level", issue.getLevel().toString(), "message", issue.getMessage());
    }

    private static void print(Node node) {
        List<Object> facts = facts(node);
        facts.addAll(List.of("x", node.x(), "y", node.y(), "size", node.size(), "rgb", rgb(node.getColor())));
        line("node", facts.toArray());
    }

    private static void print(GraphModel model, Edge edge) {
        List<Object> facts = facts(edge);
        Object kind = edge.getTypeLabel();
        facts.addAll(List.of("source", edge.getSource().getId(), "target", edge.getTarget().getId()));
        facts.addAll(List.of("type", kind == null ? "" : kind, "weight", edge.getWeight()));
        facts.addAll(List.of("directed", edge.isDirected(), "rgb", rgb(edge.getColor())));
        line("edge", facts.toArray());
    }

    /** What nodes and edges have in common: identity, label, interval, and the columns of the table. */
    private static List<Object> facts(Element element) {
        List<Object> facts = new ArrayList<>(List.of("id", element.getId()));
        facts.addAll(List.of("label", element.getLabel() == null ? "" : element.getLabel()));
        for (var column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (value instanceof IntervalSet set) {
                for (Interval interval : set.toArray()) {
                    facts.addAll(List.of("interval", day(interval.getLow()) + "/" + day(interval.getHigh())));
                }
            } else if (value != null && !column.isProperty()) {
                facts.addAll(List.of("column " + column.getTitle(), value));
            }
        }
        return facts;
    }

    private static String day(double milliseconds) {
        return java.time.Instant.ofEpochMilli((long) milliseconds).toString().substring(0, 10);
    }

    private static String rgb(java.awt.Color colour) {
        return colour.getRed() + " " + colour.getGreen() + " " + colour.getBlue();
    }

    private static void line(String what, Object... facts) {
        StringBuilder text = new StringBuilder("{\"what\": " + quoted(what));
        for (int place = 0; place < facts.length; place += 2) {
            Object value = facts[place + 1];
            boolean plain = value instanceof Number || value instanceof Boolean;
            text.append(", ").append(quoted(facts[place].toString())).append(": ");
            text.append(plain ? value.toString() : quoted(value.toString()));
        }
        out.println(text.append("}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter < ' ' || letter == '"' || letter == '\\' || letter > '~') {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append("\"").toString();
    }

    private static boolean isClaim(Node node) {
        for (var column : node.getAttributeColumns()) {
            if (column.getTitle().equals("kind")) {
                return "Claim".equals(node.getAttribute(column));
            }
        }
        return false;
    }

    private static void put(PreviewModel preview, String name, Object value) {
        preview.getProperties().putValue(name, value);
    }

    /** The preview, in which claims, whose words are long, and what nothing is tied to go without their labels. */
    private static void draw(File target) throws Exception {
        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
        float left = Float.MAX_VALUE, right = -Float.MAX_VALUE;
        for (Node node : graph.getNodes().toArray()) {
            left = Math.min(left, node.x());
            right = Math.max(right, node.x());
            if (isClaim(node) || graph.getDegree(node) < 2) {
                node.setLabel("");
            }
        }
        PreviewController previews = Lookup.getDefault().lookup(PreviewController.class);
        PreviewModel preview = previews.getModel();
        put(preview, PreviewProperty.SHOW_NODE_LABELS, true);
        put(preview, PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        put(preview, PreviewProperty.NODE_LABEL_SHORTEN, true);
        put(preview, PreviewProperty.NODE_LABEL_MAX_CHAR, 26);
        put(preview, PreviewProperty.NODE_LABEL_FONT, new java.awt.Font("SansSerif", java.awt.Font.BOLD, Math.round((right - left) / 105)));
        put(preview, PreviewProperty.NODE_LABEL_COLOR, new DependantOriginalColor(new java.awt.Color(20, 24, 32)));
        put(preview, PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 5f);
        put(preview, PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 85f);
        put(preview, PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(java.awt.Color.WHITE));
        put(preview, PreviewProperty.NODE_BORDER_WIDTH, 0f);
        put(preview, PreviewProperty.EDGE_CURVED, true);
        put(preview, PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
        put(preview, PreviewProperty.EDGE_RESCALE_WEIGHT, true);
        put(preview, PreviewProperty.EDGE_RESCALE_WEIGHT_MIN, 2.0);
        put(preview, PreviewProperty.EDGE_RESCALE_WEIGHT_MAX, 9.0);
        previews.refreshPreview();
        PNGExporter png = (PNGExporter) Lookup.getDefault().lookup(ExportController.class).getExporter("png");
        png.setWidth(1600);
        png.setHeight(1100);
        Lookup.getDefault().lookup(ExportController.class).exportFile(target, png);
    }
}
