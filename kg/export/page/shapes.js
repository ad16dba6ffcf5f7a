// A program for the graphics card that draws all kinds of node, each in its shape and colour, as in the legend.

const NODE_SHAPES = ["Article", "Claim", "Source", "Expert", "Person", "Organization", "Unit", "Event", "Place"];
const MARKS = { near: 16, open: 32, disputed: 64 }; // added to the number of the shape
const MOST_REACH = 5; // pixels from which a click reaches a node that is drawn smaller, if others are not nearer

// Coordinates are those of the looks' outlines: from -10 to 10, with y downwards. Distances are negative inside.
const SHAPES_GLSL = `
float box(vec2 p, vec2 low, vec2 high) { vec2 d = max(low - p, p - high); return max(d.x, d.y); }
float slope(vec2 p, vec2 point, vec2 normal) { return dot(p - point, normalize(normal)); }
float star(vec2 p) {
  float sector = 6.2831853 / 5.0;
  float angle = mod(atan(p.x, -p.y) + sector / 2.0, sector) - sector / 2.0;
  vec2 q = length(p) * vec2(abs(sin(angle)), cos(angle));
  return slope(q, vec2(0.0, 10.0), vec2(7.4, 2.55));
}
float shape(int kind, vec2 p) {
  vec2 q = vec2(abs(p.x), p.y);
  if (kind == 0) return max(box(p, vec2(-8.0, -10.0), vec2(8.0, 10.0)), slope(p, vec2(4.0, -10.0), vec2(1.0, -1.0)));
  if (kind == 1) return min(box(p, vec2(-10.0, -8.0), vec2(10.0, 5.0)), max(max(-4.0 - p.x, 4.0 - p.y), slope(p, vec2(1.0, 5.0), vec2(1.0, 1.0))));
  if (kind == 2) return max(abs(p.y) - 9.0, slope(abs(p), vec2(10.0, 0.0), vec2(9.0, 5.0)));
  if (kind == 3) return star(p);
  if (kind == 5) return box(p, vec2(-8.5), vec2(8.5));
  if (kind == 6) return max(p.y - 8.5, slope(q, vec2(0.0, -9.5), vec2(18.0, -10.0)));
  if (kind == 7) return (abs(p.x) + abs(p.y) - 10.0) * 0.7071;
  if (kind == 8) return min(length(p - vec2(0.0, -2.5)) - 7.5, max(-p.y, slope(q, vec2(0.0, 10.0), vec2(10.0, 6.6))));
  return length(p) - 9.0;
}
float unequal(vec2 p) {
  float bars = min(box(p, vec2(-6.0, -4.9), vec2(6.0, -3.1)), box(p, vec2(-6.0, 0.1), vec2(6.0, 1.9)));
  return min(bars, max(abs(slope(p, vec2(0.0, -1.5), vec2(11.0, 7.0))) - 0.9, abs(p.y + 1.5) - 5.5));
}`;

const NODE_VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_look;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_reach;
uniform float u_dim;
uniform vec3 u_palette[9];
varying vec4 v_color;
varying float v_radius;
varying float v_extent;
varying float v_kind;
varying float v_marks;
void main() {
  v_radius = a_size / u_sizeRatio;
  v_kind = mod(a_look, 16.0);
  v_marks = floor(a_look / 16.0);
  #ifdef PICKING_MODE
  v_radius = max(v_radius, u_reach);
  v_extent = v_radius;
  v_color = a_id;
  #else
  v_extent = v_radius + (v_radius < 1.5 ? 0.0 : v_radius < 3.0 ? 0.5 : 2.0);
  v_color = vec4(u_palette[int(v_kind)], mod(v_marks, 2.0) > 0.5 ? 1.0 : u_dim);
  #endif
  gl_PointSize = 2.0 * v_extent * u_pixelRatio;
  gl_Position = a_size > 0.0 ? vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

const NODE_FRAGMENT = `
precision highp float;
uniform vec3 u_paper;
uniform vec3 u_ink;
uniform vec3 u_sign;
varying vec4 v_color;
varying float v_radius;
varying float v_extent;
varying float v_kind;
varying float v_marks;
${SHAPES_GLSL}
void main() {
  vec2 place = (gl_PointCoord * 2.0 - 1.0) * v_extent;
  float unit = 10.0 / v_radius;
  #ifdef PICKING_MODE
  if (v_radius > ${MOST_REACH}.0 ? shape(int(v_kind + 0.5), place * unit) > 0.0 : dot(place, place) > v_radius * v_radius) discard;
  gl_FragColor = v_color;
  #else
  if (v_radius < 1.5) {
    gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a);
    return;
  }
  float distance = shape(int(v_kind + 0.5), place * unit) / unit;
  float inside = clamp(0.5 - distance, 0.0, 1.0);
  float isOpen = mod(floor(v_marks / 2.0), 2.0);
  float border = v_radius > 4.0 || isOpen > 0.5 ? clamp(2.0 - distance, 0.0, 1.0) : 0.0;
  vec3 color = v_color.rgb;
  if (v_marks > 3.5 && v_radius > 5.5) color = mix(u_sign, color, clamp(unequal(place * unit) / unit + 0.5, 0.0, 1.0));
  color = mix(isOpen > 0.5 ? u_ink : u_paper, color, inside);
  float alpha = max(inside, border) * v_color.a;
  gl_FragColor = vec4(color * alpha, alpha);
  #endif
}`;

/** The class of the program; without WebGL there is nothing to extend. */
function nodeProgram() {
  const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGL2RenderingContext;
  return class extends sigma.NodeProgram {
    getDefinition() {
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: NODE_VERTEX,
        FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT,
        METHOD: POINTS,
        UNIFORMS: ["u_matrix", "u_sizeRatio", "u_pixelRatio", "u_reach", "u_dim", "u_palette", "u_paper", "u_ink", "u_sign"],
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_look", size: 1, type: FLOAT },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
      };
    }

    processVisibleItem(id, start, { x, y, size, look }) {
      const { array } = this;
      array[start] = x;
      array[start + 1] = y;
      array[start + 2] = size;
      array[start + 3] = look;
      array[start + 4] = id;
    }

    setUniforms({ matrix, sizeRatio, pixelRatio }, { gl, uniformLocations: at }) {
      gl.uniformMatrix3fv(at.u_matrix, false, matrix);
      gl.uniform1f(at.u_sizeRatio, sizeRatio);
      gl.uniform1f(at.u_pixelRatio, pixelRatio);
      gl.uniform1f(at.u_reach, Math.max(1, Math.min(MOST_REACH, spacing() / 2)));
      gl.uniform1f(at.u_dim, state.near.size ? 0.22 : 1);
      gl.uniform3fv(at.u_palette, palette.nodes);
      for (const name of ["paper", "ink", "sign"]) gl.uniform3fv(at[`u_${name}`], palette[name]);
    }
  };
}
