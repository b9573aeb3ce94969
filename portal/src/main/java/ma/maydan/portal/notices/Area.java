package ma.maydan.portal.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A service's part of what a person is told. */
public enum Area {
    EVENTS,
    ORGANIZATIONS,
    PARTNERSHIPS;

    /** As in addresses, here and of the API. */
    public String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Area> of(String address) {
        return Arrays.stream(values())
                .filter(area -> area.address().equals(address))
                .findFirst();
    }
}
