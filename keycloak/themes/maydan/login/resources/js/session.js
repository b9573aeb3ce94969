// Who signs in in another tab is signed in in this one too; who began anew there goes on with that attempt here.
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const { signedInElsewhere, attempt } = document.body.dataset;

startSessionPolling(signedInElsewhere);
if (attempt) {
  checkAuthSession(attempt);
}
