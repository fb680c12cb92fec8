// What the oldest supported browser (Chrome 114) lacks and the page uses outside the reader.
import "core-js/actual/promise/with-resolvers";
import "./abort-signal-any.ts";
