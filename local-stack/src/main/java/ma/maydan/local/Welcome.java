package ma.maydan.local;

/** What a person needs to know once everything runs. */
final class Welcome {

    private Welcome() {}

    static String text(LocalStack stack) {
        return """

                  The portal      %1$s
                  Its API         %1$s/docs/api
                  Every mail      %3$s
                  Keycloak        %2$s   (administrator admin / admin)

                  Demo accounts, password "maydan":
                    admin, admin2   verify, approve, suspend      officer   takes cases
                    incubator       owns an incubator             startup, startup2   own startups

                  Stop with ./maydan down, or with Ctrl-C where it runs.""".formatted(stack.url("gateway"), stack.url("keycloak"), stack.url("mail"));
    }
}
