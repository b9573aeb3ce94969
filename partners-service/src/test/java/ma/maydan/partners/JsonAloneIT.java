package ma.maydan.partners;

import ma.maydan.local.testing.JsonAlone;
import org.junit.jupiter.api.Test;

class JsonAloneIT extends PartnersIT {

    @Test
    void noOperationTakesOrGivesAnythingElse() {
        JsonAlone.holdsFor(api.admin("admin"));
    }
}
