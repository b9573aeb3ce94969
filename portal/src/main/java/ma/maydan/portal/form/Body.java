package ma.maydan.portal.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of a request, from what was typed. What does not fit is sent as it is, for the service to refuse. */
public final class Body {

    private final Form form;
    private final Map<String, Object> json = new LinkedHashMap<>();

    private Body(Form form) {
        this.form = form;
    }

    public static Body of(Form form) {
        return new Body(form);
    }

    /** Absent when nothing was typed. */
    public Body text(String field) {
        var value = form.value(field).strip();
        if (!value.isEmpty()) {
            json.put(field, value);
        }
        return this;
    }

    public Body number(String field) {
        var value = form.value(field).strip();
        if (value.matches("-?[0-9]{1,9}")) {
            json.put(field, Integer.valueOf(value));
        } else if (!value.isEmpty()) {
            json.put(field, value);
        }
        return this;
    }

    public Body list(String field) {
        json.put(field, form.all(field).stream().filter(one -> !one.isEmpty()).toList());
        return this;
    }

    /** In up to three languages. */
    public Body localized(String field) {
        json.put(field, form.localized(field));
        return this;
    }

    /** A date and a time of day that were typed in two fields, as one local time; absent unless both are there. */
    public Body dateTime(String field) {
        var date = form.value(field + ".date").strip();
        var time = form.value(field + ".time").strip();
        if (!date.isEmpty() && !time.isEmpty()) {
            json.put(field, date + "T" + time);
        }
        return this;
    }

    public Body fixed(String field, Object value) {
        json.put(field, value);
        return this;
    }

    public Map<String, Object> json() {
        return json;
    }
}
