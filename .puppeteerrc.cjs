// `npm ci` must not depend on a browser download: the set-up finds or fetches one when it is needed.
module.exports = { skipDownload: true };
