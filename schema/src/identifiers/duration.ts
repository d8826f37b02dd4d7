import { accepted, refused, type Check } from "./check.ts";

const whole = String.raw`\d{1,9}`;
const time = `T(?=\\d)(?:${whole}H)?(?:${whole}M)?(?:${whole}(?:\\.\\d{1,9})?S)?`;
const duration = new RegExp(
  `^P(?:${whole}W|(?=\\d|T\\d)(?:${whole}Y)?(?:${whole}M)?(?:${whole}D)?(?:${time})?)$`,
);

/** Checks a length of time of ISO 8601, such as P3D, P2W or PT36H; not negative, only seconds have a fraction. */
export function checkDuration(text: string): Check {
  if (!duration.test(text)) return refused("a duration is written as in ISO 8601, such as P3D, P2W or PT36H");
  return accepted(text);
}
