package ma.maydan.events;

import ma.maydan.testkit.api.JsonAlone;
import org.junit.jupiter.api.Test;

class JsonAloneIT extends EventsIT {

    @Test
    void noOperationTakesOrGivesAnythingElse() {
        JsonAlone.holdsFor(api(ADMIN));
    }
}
