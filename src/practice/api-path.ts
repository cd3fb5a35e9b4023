/** Where the interface for programs lies under the server's address, as on GitHub Enterprise. */
export const API_PATH = "/api/v3";
