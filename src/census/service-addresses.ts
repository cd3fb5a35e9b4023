/** The addresses of the services, each the root of its interface, without a slash at the end. */
export const GITHUB_URL = "https://github.com";
export const GITHUB_API_URL = "https://api.github.com";
export const GOOGLE_API_URL = "https://customsearch.googleapis.com";
export const SERPAPI_URL = "https://serpapi.com";
export const DATAFORSEO_URL = "https://api.dataforseo.com";
export const BIGQUERY_URL = "https://bigquery.googleapis.com";
