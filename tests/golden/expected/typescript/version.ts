// Generated from spec/package.yaml; do not edit.
// Change the spec, then run `make generate`.

/** What clients outside of browsers call themselves. */
export const USER_AGENT = "harbour/1.2.3";
