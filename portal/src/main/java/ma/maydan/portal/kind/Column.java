package ma.maydan.portal.kind;

import java.util.function.Function;
import ma.maydan.portal.form.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: a part of the record, which the fragment of its type draws.
 *
 * @param list of the codes that are in it, as the prefix of their words; else empty
 * @param sort the name of the order that it stands for in the API; null for none
 * @param own what is in it that is no part of the record; null when it is a part
 */
public record Column(
        String name,
        Type type,
        String list,
        @Nullable String sort,
        @Nullable Function<Item, @Nullable Object> own) {

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
        /** A text or a number as it is. */
        PLAIN("plain"),
        /** Whatever the fragment of this name draws, in the parts of the kind ({@link Column#own}). */
        OWN("own"),
        /** The same, with what can be done with the thing: of that a file has nothing. */
        ACTIONS("own");

        private final String fragment;

        Type(String fragment) {
            this.fragment = fragment;
        }

        public Column of(String name) {
            return of(name, "");
        }

        /** @param list the prefix of the words of its codes */
        public Column of(String name, String list) {
            return new Column(name, this, list, null, null);
        }
    }

    /**
     * A column that no type draws.
     *
     * @param value what is in it for files: a text, a number, a time, names in several languages, or a list of such
     */
    public static <T extends Record & Item> Column own(
            String name, Class<T> type, Function<T, @Nullable Object> value) {
        return new Column(name, Type.OWN, "", null, item -> value.apply(type.cast(item)));
    }

    /** The codes that are in it are of this list. */
    public Column from(String codes) {
        return new Column(name, type, codes, sort, own);
    }

    /** The list can be in the order of it. */
    public Column sorted() {
        return sortedBy(name);
    }

    /** The list can be in the order of it, under another name. */
    public Column sortedBy(String order) {
        return new Column(name, type, list, order, own);
    }

    /** Whether there is something in it for a file. */
    boolean isForFiles() {
        return type != Type.ACTIONS;
    }

    /** The name of the fragment that draws it. */
    public String fragment() {
        return type.fragment;
    }

    /** What is in it for one thing. */
    public @Nullable Object value(Item item) {
        if (own != null) {
            return own.apply(item);
        }
        return type == Type.TITLE ? item.title() : Fields.part((Record) item, name);
    }
}
