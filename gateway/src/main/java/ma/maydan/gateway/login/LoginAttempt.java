package ma.maydan.gateway.login;

/**
 * What one tab went to the login pages for.
 *
 * @param browser the one that it was begun in
 * @param next where to go afterwards
 * @param language the language of the page that it was begun on
 * @param again whether it follows one that was not known any more
 * @param began in seconds since 1970
 */
record LoginAttempt(
        String browser, String nonce, String verifier, String next, String language, boolean again, long began) {}
