package ma.maydan.portal.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.starter.text.PlainText;
import ma.maydan.starter.text.Typed;

/** The JSON of a request, from what was typed. What does not fit is sent as it is, for the service to refuse. */
public final class Body {

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);

    private final Form form;
    private final String prefix;
    private final Map<String, Object> json = new LinkedHashMap<>();

    private Body(Form form, String prefix) {
        this.form = form;
        this.prefix = prefix;
    }

    public static Body of(Form form) {
        return new Body(form, "");
    }

    private String typed(String field) {
        return form.value(prefix + field);
    }

    /** Absent when nothing was typed that can be seen. */
    public Body text(String field) {
        var value = typed(field);
        return PlainText.hasSomethingVisible(value) ? put(field, value.strip()) : this;
    }

    /** With the digits of any keyboard, blanks between groups, and what came along from where it was copied. */
    public Body identifier(String field) {
        return put(field, Typed.identifier(typed(field)));
    }

    /** An address of the web, without blanks. */
    public Body address(String field) {
        return put(field, Typed.address(typed(field)));
    }

    /** A whole number; one that is too large for its field is the largest there is, and is refused as too large. */
    public Body number(String field) {
        var value = Typed.number(typed(field));
        return value.isEmpty() ? this : fixed(field, whole(value));
    }

    /** Whole numbers, between commas or blanks. */
    public Body numbers(String field) {
        return fixed(
                field,
                Stream.of(typed(field).split("[,;،؛\\s]+"))
                        .map(Typed::number)
                        .filter(value -> !value.isEmpty())
                        .map(Body::whole)
                        .toList());
    }

    private static Object whole(String value) {
        return value.matches("-?[0-9]+")
                ? new BigInteger(value).max(LEAST).min(MOST).intValueExact()
                : value;
    }

    /** A number with or without a fraction, behind a point or a comma. */
    public Body decimal(String field) {
        var value = Typed.identifier(typed(field))
                .replace('−', '-')
                .replace(',', '.')
                .replace('٫', '.');
        return value.matches("-?[0-9]{1,9}(?:\\.[0-9]{1,15})?")
                ? fixed(field, new BigDecimal(value))
                : put(field, value);
    }

    private Body put(String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
        return this;
    }

    public Body list(String field) {
        json.put(
                field,
                form.all(prefix + field).stream().filter(one -> !one.isEmpty()).toList());
        return this;
    }

    /** In up to three languages. */
    public Body localized(String field) {
        json.put(field, form.localized(prefix + field));
        return this;
    }

    /** A date and a time of day that were typed in two fields, as one local time; absent unless both are there. */
    public Body dateTime(String field) {
        var date = Typed.identifier(typed(field + ".date"));
        var time = TimeOfDay.read(typed(field + ".time"));
        if (!date.isEmpty() && !time.isEmpty()) {
            json.put(field, date + "T" + time);
        }
        return this;
    }

    /** That of a part, whose fields have this before their names. */
    Body within(String prefix) {
        return new Body(form, prefix);
    }

    Form form() {
        return form;
    }

    public Body fixed(String field, Object value) {
        json.put(field, value);
        return this;
    }

    public Map<String, Object> json() {
        return json;
    }
}
