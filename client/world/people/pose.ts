/**
 * How people move, as GLSL: from a place in the sculpture to a place in the hall.
 *
 * Feet come first. During a step's stance the foot stands still on the ground, so in the frame of the body it travels back
 * at walking speed; it rolls from heel to ball, lifts off and swings forward. Hip and knee follow from the ankle by
 * two-bone inverse kinematics, so feet never slide. Everything above balances: pelvis and chest counter-rotate, arms swing
 * against the legs, the head stays level. Standing people breathe, shift their weight and keep their hands somewhere.
 *
 * Lanes of an instance: 0 x, z (m), heading, gait phase (radians) · 1 speed (m/s), head's yaw (radians), wave 0…1, talk in whole
 * fifteenths + sitting as fraction · 2 shape code, colour code, second colour code, seed (see `looks.ts`).
 */
import {
  ANKLE_Y,
  BUILD_STATURES,
  ELBOW_Y,
  HIP,
  KNEE_Y,
  NECK,
  REGION,
  SHOULDER_X,
  SHOULDER_Y,
  SITTING_HIP_Y,
  STATURES,
  STRIDE_GROWTH,
  STRIDE_LEAST,
  WAIST_Y,
} from './anatomy.ts'

const float = (value: number): string => value.toFixed(4)
const list = (values: readonly number[]): string => values.map(float).join(', ')

export const POSE_GLSL = /* glsl */ `
uniform highp sampler2D uShape;
uniform float uClock;
attribute vec4 part;
attribute vec4 lane0;
attribute vec4 lane1;
attribute vec4 lane2;

const float THIGH = ${float(HIP.y - KNEE_Y)};
const float SHIN = ${float(KNEE_Y - ANKLE_Y)};
const float STANCE = 0.6;
const float HEEL = 0.06;
const float BALL = 0.12;
const float STATURES[5] = float[5](${list(STATURES)});
const float BUILD_STATURES[3] = float[3](${list(BUILD_STATURES)});
const float SHOULDERS[3] = float[3](${list(SHOULDER_X)});

struct Body { vec3 place; vec3 normal; vec3 rest; float open; };

bool isRegion(float region) { return abs(part.x - region) < 0.5; }

void pitch(inout vec3 p, inout vec3 n, vec3 pivot, float angle) {
  float s = sin(angle);
  float c = cos(angle);
  p -= pivot;
  p.yz = vec2(p.y * c + p.z * s, p.z * c - p.y * s);
  n.yz = vec2(n.y * c + n.z * s, n.z * c - n.y * s);
  p += pivot;
}
// Towards +x for points above the pivot.
void roll(inout vec3 p, inout vec3 n, vec3 pivot, float angle) {
  float s = sin(angle);
  float c = cos(angle);
  p -= pivot;
  p.xy = vec2(p.x * c + p.y * s, p.y * c - p.x * s);
  n.xy = vec2(n.x * c + n.y * s, n.y * c - n.x * s);
  p += pivot;
}
void yaw(inout vec3 p, inout vec3 n, vec3 pivot, float angle) {
  float s = sin(angle);
  float c = cos(angle);
  p -= pivot;
  p.xz = vec2(p.x * c + p.z * s, p.z * c - p.x * s);
  n.xz = vec2(n.x * c + n.z * s, n.z * c - n.x * s);
  p += pivot;
}

struct Gait { float walk; float phase; float reach; float sit; float seed; float sway; };

// Ankle of a foot relative to the middle between the feet: forward, up, and the pitch of the foot (toes up is positive).
vec3 stepOf(Gait gait, float side) {
  float at = fract(gait.phase / 6.2831853 + (side > 0.0 ? 0.0 : 0.5));
  float a = gait.reach * STANCE * 0.5;
  const float STRIKE = 0.36;
  float lift = 0.5 + 0.4 * gait.walk;
  vec3 off = vec3(-a - 0.08 + BALL - BALL * cos(lift) + ${float(ANKLE_Y)} * sin(lift), BALL * sin(lift) + ${float(ANKLE_Y)} * cos(lift), -lift);
  vec3 strike = vec3(a - 0.08 - HEEL + HEEL * cos(STRIKE) - ${float(ANKLE_Y)} * sin(STRIKE), HEEL * sin(STRIKE) + ${float(ANKLE_Y)} * cos(STRIKE), STRIKE);
  if (at < STANCE) {
    float s = at / STANCE;
    float middle = a * (1.0 - 2.0 * s) - 0.08;
    float up = STRIKE * (1.0 - smoothstep(0.0, 0.22, s));
    float heel = lift * smoothstep(0.5, 1.0, s) * smoothstep(0.4, 1.0, s);
    vec2 ankle = heel > 0.0
      ? vec2(BALL - BALL * cos(heel) + ${float(ANKLE_Y)} * sin(heel), BALL * sin(heel) + ${float(ANKLE_Y)} * cos(heel))
      : vec2(-HEEL + HEEL * cos(up) - ${float(ANKLE_Y)} * sin(up), HEEL * sin(up) + ${float(ANKLE_Y)} * cos(up));
    return vec3(middle + ankle.x, ankle.y, up - heel);
  }
  float u = (at - STANCE) / (1.0 - STANCE);
  vec3 swing = mix(off, strike, smoothstep(-0.08, 1.0, u));
  swing.y += 0.045 * sin(u * 3.1416) * (1.0 - 0.5 * u);
  swing.z = mix(off.z, strike.z, smoothstep(0.1, 0.85, u));
  return swing;
}

// Where the hips are: drop of their height when legs spread, bob with each step, shift of weight when standing.
vec3 hipsOf(Gait gait) {
  float long_ = gait.reach / 1.42;
  float drop = gait.walk * (0.014 * long_ * long_ - 0.018 * long_ * cos(2.0 * gait.phase - 3.4));
  float standing = (1.0 - gait.walk) * (1.0 - gait.sit);
  float x = gait.walk * 0.018 * sin(gait.phase + 0.4) + standing * gait.sway * 0.026;
  float y = mix(${float(HIP.y)} - drop - standing * 0.006, ${float(SITTING_HIP_Y)}, gait.sit);
  return vec3(x, y, 0.0);
}

// Thigh's pitch, knee's bend, pitch and sideways lean of the foot's leg.
vec4 legOf(Gait gait, float side, vec3 hips) {
  vec3 moving = stepOf(gait, side);
  float turned = 0.5 + 0.5 * sin(gait.seed * 40.0);
  vec3 still = vec3((side > 0.0 ? 0.045 : -0.03) * (turned - 0.4), ${float(ANKLE_Y)}, 0.0);
  vec3 foot = mix(still, moving, gait.walk);
  foot = mix(foot, vec3(0.42 + 0.1 * side * (turned - 0.5), ${float(ANKLE_Y)}, 0.0), gait.sit);
  float across = (1.0 - gait.walk) * 0.028 * side - hips.x;
  float down = hips.y - foot.y;
  float lean = atan(across, down);
  down = length(vec2(across, down));
  float far = clamp(length(vec2(foot.x, down)), 0.2, (THIGH + SHIN) * 0.9995);
  float towards = atan(foot.x, down);
  float thigh = towards + acos(clamp((THIGH * THIGH + far * far - SHIN * SHIN) / (2.0 * THIGH * far), -1.0, 1.0));
  float knee = 3.14159 - acos(clamp((THIGH * THIGH + SHIN * SHIN - far * far) / (2.0 * THIGH * SHIN), -1.0, 1.0));
  return vec4(thigh, knee, foot.z, lean);
}

Body bodyOf() {
  float shape = lane2.x;
  int build = int(mod(shape, 3.0) + 0.5);
  int outfit = int(mod(floor(shape / 3.0), 4.0) + 0.5);
  int style = int(floor(shape / 12.0) + 0.5);
  int row = isRegion(${REGION.hair}.0) ? style : outfit * 3 + build;
  vec3 p = texelFetch(uShape, ivec2(gl_VertexID * 2, row), 0).xyz;
  vec4 facing = texelFetch(uShape, ivec2(gl_VertexID * 2 + 1, row), 0);
  vec3 n = facing.xyz;
  vec3 rest = p;

  float stature = STATURES[int(mod(floor(lane2.z / 8.0), 5.0) + 0.5)] * BUILD_STATURES[build];
  float speed = lane1.x / stature;
  float seed = lane2.w;
  float clock = uClock + seed * 100.0;
  float talk = floor(lane1.w) / 15.0;
  float wave = lane1.z;
  Gait gait = Gait(smoothstep(0.05, 0.7, speed), lane0.w, (${float(STRIDE_LEAST)} + ${float(STRIDE_GROWTH)} * speed), fract(lane1.w), seed, sin(clock * 0.31) * 0.6 + sin(clock * 0.13 + 2.0) * 0.5);
  gait.reach *= mix(0.5, 1.0, gait.walk);
  float swing = gait.walk * min(1.25, speed / 1.35);
  vec3 hips = hipsOf(gait);
  float pelvisYaw = 0.1 * swing * sin(gait.phase + 1.57);
  float chestYaw = -0.13 * swing * sin(gait.phase + 1.57);
  float standing = 1.0 - gait.walk;

  if (isRegion(${REGION.leg}.0) || isRegion(${REGION.shoe}.0)) {
    vec4 leg = legOf(gait, part.y, hips);
    vec3 joint = vec3(part.y * ${float(HIP.x)}, ${float(HIP.y)}, 0.0);
    if (isRegion(${REGION.shoe}.0)) {
      vec3 ankle = vec3(joint.x, ${float(ANKLE_Y)}, 0.0);
      yaw(p, n, ankle, part.y * (0.1 + 0.16 * standing));
      pitch(p, n, ankle, leg.z - (leg.x - leg.y));
    }
    pitch(p, n, vec3(joint.x, ${float(KNEE_Y)}, 0.0), -leg.y * part.z);
    pitch(p, n, joint, leg.x);
    roll(p, n, joint, -leg.w);
    yaw(p, n, vec3(0.0), pelvisYaw);
    p += hips - vec3(0.0, ${float(HIP.y)}, 0.0);
  } else if (isRegion(${REGION.skirt}.0)) {
    float left = legOf(gait, 1.0, hips).x;
    float right = legOf(gait, -1.0, hips).x;
    float thigh = mix(right, left, smoothstep(-0.12, 0.12, p.x));
    // Cloth is pushed by the leg before it and hangs after.
    float hanging = mix(min(thigh, 0.35 * min(left, right)), thigh, gait.sit);
    thigh = p.z > 0.0 ? max(thigh, 0.5 * max(left, right)) : hanging;
    pitch(p, n, vec3(0.0, ${float(HIP.y)}, 0.0), thigh * part.z);
    yaw(p, n, vec3(0.0), pelvisYaw * 0.7);
    p += hips - vec3(0.0, ${float(HIP.y)}, 0.0);
  } else {
    bool upper = isRegion(${REGION.torso}.0);
    float share = upper ? part.z : 1.0;
    float breath = sin(clock * 1.5) * 0.5 + 0.5;
    if (isRegion(${REGION.arm}.0) || isRegion(${REGION.hand}.0)) {
      float side = part.y;
      float x = SHOULDERS[build];
      vec3 shoulder = vec3(side * x, ${float(SHOULDER_Y)}, -0.006);
      vec3 elbow = vec3(side * (x + 0.025), ${float(ELBOW_Y)}, -0.005);
      float against = -side * cos(gait.phase - 0.25);
      float raise = 0.3 * swing * against - 0.05;
      float bend = 0.18 + swing * (0.2 + 0.16 * against);
      float apart = 0.075 + 0.02 * float(build) + (outfit == 3 ? 0.03 : 0.0);
      float inward = 0.12;
      // Hands of someone who stands: hanging, one in a pocket, joined before the belly, holding something to read.
      float habit = floor(seed * 7.0);
      float idle = standing * (1.0 - talk) * (1.0 - gait.sit);
      bool leading = side * (fract(seed * 13.0) - 0.5) > 0.0;
      if (habit > 4.5) {
        raise += idle * 0.3;
        bend += idle * 1.12;
        inward += idle * 0.62;
      } else if (habit > 2.5 && leading) {
        raise += idle * 0.32;
        bend += idle * 1.5;
        inward += idle * 0.25;
      } else if (habit > 0.5 && leading) {
        raise -= idle * 0.2;
        bend += idle * 0.62;
        apart += idle * 0.17;
      }
      float gesture = talk * (leading ? 1.0 : 0.55);
      raise += gesture * (0.28 + 0.13 * sin(clock * 2.3));
      bend += gesture * (1.15 + 0.3 * sin(clock * 3.1 + 1.0));
      inward += gesture * 0.3 * sin(clock * 1.7);
      raise = mix(raise, 0.42, gait.sit);
      bend = mix(bend, 0.75, gait.sit * (1.0 - gesture));
      float shake = 0.0;
      if (side < 0.0 && wave > 0.0) {
        raise = mix(raise, 2.35, wave);
        bend = mix(bend, 0.75, wave);
        apart = mix(apart, 0.42, wave);
        inward = mix(inward, 0.1, wave);
        shake = wave * 0.42 * sin(uClock * 9.0 + seed * 6.0);
      }
      float root = part.w;
      pitch(p, n, elbow, bend * part.z);
      roll(p, n, elbow, shake * part.z);
      yaw(p, n, shoulder, -side * inward * root);
      roll(p, n, shoulder, -side * apart * root);
      pitch(p, n, shoulder, raise * root);
      p.y += 0.004 * breath;
    } else if (isRegion(${REGION.neck}.0) || isRegion(${REGION.head}.0) || isRegion(${REGION.hair}.0)) {
      float reading = floor(seed * 7.0) > 2.5 && floor(seed * 7.0) < 4.5 ? standing * (1.0 - talk) * (1.0 - wave) * smoothstep(0.35, 0.1, abs(lane1.y)) : 0.0;
      float nod = 0.03 * sin(clock * 0.53) - 0.3 * reading + talk * 0.05 * sin(clock * 3.7) + 0.02 * swing;
      float tilt = 0.035 * sin(clock * 0.37);
      float turn = lane1.y + standing * 0.06 * sin(clock * 0.41) - chestYaw * 0.8;
      vec3 pivot = vec3(0.0, ${float(NECK.y)}, ${float(NECK.z)});
      // Long hair lies on the back: what hangs below the chin follows the head only halfway.
      float follow = part.z * (isRegion(${REGION.hair}.0) ? mix(0.35, 1.0, smoothstep(1.42, 1.56, rest.y)) : 1.0);
      pitch(p, n, pivot, nod * follow);
      roll(p, n, pivot, tilt * follow);
      yaw(p, n, pivot, turn * follow);
    } else {
      p.z *= 1.0 + 0.02 * breath * smoothstep(1.1, 1.3, p.y) * smoothstep(1.46, 1.38, p.y);
    }
    vec3 waist = vec3(0.0, ${float(WAIST_Y)}, 0.0);
    float lean = (0.03 + 0.035 * swing) * (1.0 - gait.sit) + 0.05 * talk * sin(clock * 0.9) - 0.015 * standing;
    pitch(p, n, waist, -lean * share);
    roll(p, n, waist, (-hips.x * standing * 1.3 + 0.03 * swing * sin(gait.phase + 0.4)) * share);
    yaw(p, n, waist, mix(pelvisYaw, chestYaw, share));
    p += hips - vec3(0.0, ${float(HIP.y)}, 0.0);
  }

  vec3 none = vec3(0.0);
  yaw(p, n, none, lane0.z);
  return Body(vec3(lane0.x, 0.0, lane0.y) + p * stature, n, rest, facing.w);
}
`
