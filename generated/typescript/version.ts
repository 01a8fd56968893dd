// Generated from spec/package.yaml; do not edit.
// Change the spec, then run `make generate`.

/** What clients outside of browsers call themselves. */
export const USER_AGENT = "astrowire/0.1.0";
