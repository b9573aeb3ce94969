package ma.maydan.portal.kind;

import ma.maydan.portal.form.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: a part of the record, which the fragment of its type draws.
 *
 * @param list of the codes that are in it, as the prefix of their words; else empty
 * @param sort the name of the order that it stands for in the API; null for none
 */
public record Column(
        String name, Type type, String list, @Nullable String sort) {

    /** What is in a column. */
    public enum Type {
        /** What the thing is called, with the way to its page. */
        TITLE("title"),
        /** A name in several languages. */
        NAME("name"),
        CODE("code"),
        CODES("codes"),
        STATUS("status"),
        /** The day of a time or date. */
        DATE("date"),
        /** Whatever the fragment of this name draws, in the parts of the kind. */
        OWN("own");

        private final String fragment;

        Type(String fragment) {
            this.fragment = fragment;
        }

        public Column of(String name) {
            return of(name, "");
        }

        /** @param list the prefix of the words of its codes */
        public Column of(String name, String list) {
            return new Column(name, this, list, null);
        }
    }

    /** The list can be in the order of it. */
    public Column sorted() {
        return sortedBy(name);
    }

    /** The list can be in the order of it, under another name. */
    public Column sortedBy(String order) {
        return new Column(name, type, list, order);
    }

    /** The name of the fragment that draws it. */
    public String fragment() {
        return type.fragment;
    }

    /** What is in it for one thing. */
    public @Nullable Object value(Item item) {
        return Fields.part((Record) item, name);
    }
}
