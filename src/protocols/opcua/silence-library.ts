import * as debug from 'node-opcua-debug';

// The library prints to stdout, on Node 20 already while it is loaded, and would spoil `--json`.
// What it has to say comes to us as errors and status codes; so this runs before anything else of it is loaded.
const quiet = () => undefined;
debug.setLogLevel(debug.LogLevel.Emergency);
debug.setDebugLogger(quiet);
debug.setTraceLogger(quiet);
debug.setWarningLogger(quiet);
debug.setErrorLogger(quiet);
