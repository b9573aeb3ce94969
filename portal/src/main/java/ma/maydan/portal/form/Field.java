package ma.maydan.portal.form;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, as it is declared: it has the name of a part of the record that fills it and of the JSON that is
 * sent, and the fragment that draws it has the name of its type. It is not changed once its form is declared.
 */
public sealed class Field permits Group {

    /** What can be typed, and how it is sent. */
    enum Type {
        TEXT("line", Body::text),
        /** With the digits of any keyboard. */
        IDENTIFIER("line", Body::identifier),
        /** Of the web. */
        ADDRESS("line", Body::address),
        NUMBER("line", Body::number),
        DATE("line", Body::identifier),
        /** By the clock of the zone in another field. */
        DATE_TIME("dateTime", Body::dateTime),
        ZONE("zone", Body::text),
        LOCALIZED("localized", Body::localized),
        LONG("localized", Body::localized),
        CHOICE("choice", Body::text),
        CHOICES("choices", Body::list),
        OWNER("owner", Body::text),
        GROUP("group", Body::text);

        private final String fragment;
        private final BiConsumer<Body, String> put;

        Type(String fragment, BiConsumer<Body, String> put) {
            this.fragment = fragment;
            this.put = put;
        }
    }

    private final String name;
    private final Type type;
    private String label;
    private boolean required;
    private boolean hinted;
    private String mark = "form.optional";
    private @Nullable String initial;
    private String list = "";
    private @Nullable List<String> options;
    private List<String> forAdmins = List.of();
    private Predicate<Owner> may = owner -> false;

    Field(String name, Type type) {
        this.name = name;
        this.label = name;
        this.type = type;
    }

    public static Field text(String name) {
        return new Field(name, Type.TEXT);
    }

    /** A number that is a name, such as that of a company. */
    public static Field identifier(String name) {
        return new Field(name, Type.IDENTIFIER);
    }

    /** An address of the web. */
    public static Field address(String name) {
        return new Field(name, Type.ADDRESS);
    }

    public static Field number(String name) {
        return new Field(name, Type.NUMBER);
    }

    public static Field date(String name) {
        return new Field(name, Type.DATE);
    }

    /** A date and a time of day by the clock of the zone that another field names. */
    public static Field dateTime(String name) {
        return new Field(name, Type.DATE_TIME);
    }

    public static Field zone(String name) {
        return new Field(name, Type.ZONE);
    }

    /** A line in three languages. */
    public static Field localized(String name) {
        return new Field(name, Type.LOCALIZED);
    }

    /** A text in three languages. */
    public static Field longText(String name) {
        return new Field(name, Type.LONG);
    }

    /** One of a code list. */
    public static Field choice(String name, String list) {
        return new Field(name, Type.CHOICE).from(list);
    }

    /** Several of a code list. */
    public static Field choices(String name, String list) {
        return new Field(name, Type.CHOICES).from(list);
    }

    /** The organization that it is written for, chosen once from those that allow it. */
    public static Field owner(String name, Predicate<Owner> may) {
        var field = new Field(name, Type.OWNER);
        field.may = may;
        return field;
    }

    /** Lines that belong together, repeated as often as somebody fills them in, up to so many times. */
    public static Field group(String name, int most, Field... lines) {
        return new Group(name, most, List.of(lines));
    }

    public Field required() {
        return required(true);
    }

    public Field required(boolean required) {
        this.required = required;
        return this;
    }

    /** Its words have a hint. */
    public Field hinted() {
        this.hinted = true;
        return this;
    }

    /** Says when it is needed, by the key of the words behind its name. */
    public Field needed(String mark) {
        this.mark = mark;
        return this;
    }

    /** What stands in a blank form. */
    public Field initially(String value) {
        this.initial = value;
        return this;
    }

    private Field from(String list) {
        this.list = list;
        return this;
    }

    /** These codes of its list alone. */
    public Field only(List<String> options) {
        this.options = options;
        return this;
    }

    /** Codes that a form offers to nobody else. */
    public Field forAdmins(String... codes) {
        this.forAdmins = List.of(codes);
        return this;
    }

    void put(Body body) {
        type.put.accept(body, name);
    }

    void fill(Form form, @Nullable Object value) {
        form.with(name, value);
    }

    /** The same under another name, with its own words. */
    Field named(String name, String label) {
        var field = new Field(name, type).required(required).needed(mark);
        field.hinted = hinted;
        field.label = label;
        return field;
    }

    public String name() {
        return name;
    }

    /** What its words are called, behind the prefix of the form. */
    public String label() {
        return label;
    }

    /** The name of the fragment that draws it. */
    public String fragment() {
        return type.fragment;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isLong() {
        return type == Type.LONG;
    }

    public boolean isOwner() {
        return type == Type.OWNER;
    }

    public boolean isDate() {
        return type == Type.DATE;
    }

    public boolean isNumeric() {
        return type == Type.NUMBER || type == Type.IDENTIFIER;
    }

    public boolean isHinted() {
        return hinted;
    }

    /** The key of the words behind its name; null when it is needed in any case. */
    public @Nullable String mark() {
        return required ? null : mark;
    }

    @Nullable
    String initial() {
        return initial;
    }

    /** The prefix of the names of its codes. */
    public String list() {
        return list;
    }

    /** Its codes; null for all of its list. */
    public @Nullable List<String> options() {
        return options;
    }

    /** Whether a code is offered to admins alone. */
    public boolean isForAdmins(String code) {
        return forAdmins.contains(code);
    }

    /** Whether it can be written for this organization. */
    public boolean may(Owner owner) {
        return may.test(owner);
    }
}
