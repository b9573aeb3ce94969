package ma.maydan.portal.form;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be typed in a field, and how it is sent. */
public enum FieldType {
    TEXT("line", Body::text),
    /** A number that is a name, such as that of a company, with the digits of any keyboard. */
    IDENTIFIER("line", Body::identifier),
    /** An address of the web. */
    ADDRESS("line", Body::address),
    /** A telephone number, which its service reads as it was meant. */
    PHONE("line", Body::identifier),
    NUMBER("line", Body::number),
    /** Whole numbers in one line. */
    NUMBERS("line", Body::numbers),
    /** A number that may have a fraction. */
    DECIMAL("line", Body::decimal),
    /** Whole dirhams. */
    MONEY("line", Body::number),
    DATE("line", Body::identifier),
    /** A date and a time of day by the clock of the zone that another field names. */
    DATE_TIME("dateTime", Body::dateTime),
    ZONE("zone", Body::text),
    /** A line in three languages. */
    LOCALIZED("localized", Body::localized),
    /** A text in three languages. */
    LONG("localized", Body::localized),
    /** One of a code list. */
    CHOICE("choice", Body::text),
    /** Several of a code list. */
    CHOICES("choices", Body::list),
    /** The organization that it is written for, chosen once. */
    OWNER("owner", Body::text),
    /** Any organization of the register, by a search for its name. */
    REGISTERED("organization", Body::text),
    /** Several organizations of the register, by searches for their names. */
    ORGANIZATIONS("organizations", Body::list),
    /** A file with a picture, which is sent beside the JSON. */
    PICTURE("picture", (body, name) -> {}),
    /** Rows of lines, which are sent by themselves. */
    GROUP("group", (body, name) -> {});

    private final String fragment;
    private final BiConsumer<Body, String> put;

    FieldType(String fragment, BiConsumer<Body, String> put) {
        this.fragment = fragment;
        this.put = put;
    }

    /** A field of this type. */
    public Field of(String name) {
        return new Field(name, this);
    }

    /** The name of the fragment that draws it. */
    String fragment() {
        return fragment;
    }

    /** What is there, as it stands in the input. */
    @Nullable
    Object shown(@Nullable Object value) {
        return this == NUMBERS && value instanceof List<?> numbers
                ? numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value;
    }

    void put(Body body, String name) {
        put.accept(body, name);
    }
}
