package ma.maydan.portal.page;

import java.util.List;
import java.util.Map;

/** What a feature tells every page of itself. */
public interface Feature {

    /** What the addresses of its pages begin with, behind the language. */
    String address();

    /** Its place in the menu; none for 0. */
    default int menu() {
        return 0;
    }

    /** Its code lists, in the order in which forms and filters show them, each under the prefix of its texts. */
    default Map<String, List<String>> codes() {
        return Map.of();
    }

    /** How those of its statuses look whose names are its own. */
    default Map<String, StatusLook> looks() {
        return Map.of();
    }
}
