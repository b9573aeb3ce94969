package ma.maydan.portal.page;

/** The page is for people who are signed in. */
public final class SignInNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @throws SignInNeededException when the visitor is not signed in */
    public static void check(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInNeededException();
        }
    }
}
