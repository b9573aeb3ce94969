package ma.maydan.incubators;

import ma.maydan.testkit.api.JsonAlone;
import org.junit.jupiter.api.Test;

class JsonAloneIT {

    @Test
    void noOperationTakesOrGivesAnythingElse() {
        JsonAlone.holdsFor(Service.API.admin("admin"));
    }
}
