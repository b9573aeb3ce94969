package ma.maydan.partners;

import ma.maydan.testkit.api.JsonAlone;
import org.junit.jupiter.api.Test;

class JsonAloneIT extends PartnersIT {

    @Test
    void noOperationTakesOrGivesAnythingElse() {
        JsonAlone.holdsFor(api.admin("admin"));
    }
}
