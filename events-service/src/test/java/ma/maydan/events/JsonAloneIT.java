package ma.maydan.events;

import ma.maydan.testkit.api.JsonAlone;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

class JsonAloneIT extends EventsIT {

    @Test
    void noOperationTakesOrGivesAnythingElse() {
        // A new token: some operations ask for a fresh sign-in.
        JsonAlone.holdsFor(api(TestTokens.person("admin", "mnc-admin")));
    }
}
