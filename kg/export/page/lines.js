// A program for the graphics card that draws edges as lines, each in the colour of its kind; contradictions lie on top.

const MANY_EDGES = 5000; // beyond these, long edges fade, and all but those of what is open vanish while something is
const REACH = 90; // pixels up to which one of many edges is drawn in full

// The corner of a vertex says at which end it lies and on which side of the line; those of a thin line lie on none.
const EDGE_VERTEX = `
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec2 a_corner;
attribute float a_kind;
attribute float a_width;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_thickness;
uniform float u_reach;
uniform float u_opacity;
uniform vec3 u_palette[16];
varying vec4 v_color;
varying float v_side;
varying float v_half;
void main() {
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * u_viewport / 2.0;
  vec2 along = (u_matrix * vec3(a_to, 1.0)).xy * u_viewport / 2.0 - from;
  float extent = max(length(along), 0.0001);
  v_half = max(a_width * u_thickness, 0.7) / 2.0 + 0.5;
  v_side = a_corner.y * v_half;
  float clarity = min(1.0, u_reach / extent);
  v_color = vec4(u_palette[int(a_kind)], u_opacity * clarity * clarity);
  vec2 place = (from + along * a_corner.x + vec2(-along.y, along.x) / extent * v_side) * 2.0 / u_viewport;
  gl_Position = v_color.a < 0.04 || extent < 0.001 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(place, 0.0, 1.0);
}`;

const EDGE_FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying float v_side;
varying float v_half;
void main() {
  float alpha = clamp(v_half - abs(v_side), 0.0, 1.0) * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}`;

/** How clear edges are that do not belong to what is open. */
function edgeOpacity() {
  if (!state.near.size) return 0.85;
  return columns.from.length > MANY_EDGES ? 0 : 0.14;
}

const THIN = { method: "LINES", corners: [[0, 0], [1, 0]] };
const BROAD = { method: "TRIANGLES", corners: [[0, -1], [0, 1], [1, -1], [0, 1], [1, -1], [1, 1]] };

/** The class of the program for edges that are drawn thin or broad, in large networks faded or clear. */
function edgeProgram({ method, corners }, isClear) {
  const { FLOAT } = WebGL2RenderingContext;
  return class extends sigma.EdgeProgram {
    getDefinition() {
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: EDGE_VERTEX,
        FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT,
        METHOD: WebGL2RenderingContext[method],
        UNIFORMS: ["u_matrix", "u_viewport", "u_thickness", "u_palette", "u_opacity", "u_reach"],
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_corner", size: 2, type: FLOAT },
          { name: "a_kind", size: 1, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
        ],
      };
    }

    render(params) {
      if (edgeOpacity()) super.render(params);
    }

    processVisibleItem(_, start, from, to, { kind, size }) {
      const { array } = this;
      let at = start;
      for (const [end, side] of corners) {
        array[at] = from.x;
        array[at + 1] = from.y;
        array[at + 2] = to.x;
        array[at + 3] = to.y;
        array[at + 4] = end;
        array[at + 5] = side;
        array[at + 6] = kind;
        array[at + 7] = size;
        at += 8;
      }
    }

    setUniforms({ matrix, width, height, sizeRatio }, { gl, uniformLocations: at }) {
      const size = 1 / sizeRatio; // of nodes, which is 1 where they have their full size
      gl.uniformMatrix3fv(at.u_matrix, false, matrix);
      gl.uniform2f(at.u_viewport, width, height);
      gl.uniform1f(at.u_thickness, Math.min(1.2, Math.max(size, isClear ? 0.5 : 0.25)));
      gl.uniform3fv(at.u_palette, palette.edges);
      gl.uniform1f(at.u_opacity, edgeOpacity() * (isClear ? 1 : Math.min(1, 0.25 + size)));
      gl.uniform1f(at.u_reach, columns.from.length > MANY_EDGES ? REACH : 1e6);
    }
  };
}
