package ma.maydan.events;

import ma.maydan.local.testing.JsonAlone;
import org.junit.jupiter.api.Test;

class JsonAloneIT extends EventsIT {

    @Test
    void noOperationTakesOrGivesAnythingElse() {
        JsonAlone.holdsFor(api(ADMIN));
    }
}
