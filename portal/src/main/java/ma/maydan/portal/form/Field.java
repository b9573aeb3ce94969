package ma.maydan.portal.form;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, as it is declared: it has the name of a part of the record that fills it and of the JSON that is
 * sent, and the fragment that draws it has the name of its type. It is not changed once its form is declared.
 */
public sealed class Field permits Group {

    private final String name;
    private final FieldType type;
    private String label;
    private boolean required;
    private boolean hinted;
    private boolean once;
    private String mark = "form.optional";
    private List<String> initial = List.of();
    private @Nullable String after;
    private String list = "";
    private @Nullable List<String> options;
    private List<String> forAdmins = List.of();
    private Predicate<Owner> may = owner -> false;

    Field(String name, FieldType type) {
        this.name = name;
        this.label = name;
        this.type = type;
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

    /** It is chosen when the thing is made, and stays. */
    public Field once() {
        this.once = true;
        return this;
    }

    /** Says when it is needed, by the key of the words behind its name. */
    public Field needed(String mark) {
        this.mark = mark;
        return this;
    }

    /** What stands in a blank form. */
    public Field initially(String... values) {
        this.initial = List.of(values);
        return this;
    }

    /** A time that comes after that of another field, and is proposed when that is there. */
    public Field after(String field) {
        this.after = field;
        return this;
    }

    /** Its codes are those of this list, which is the prefix of their words. */
    public Field from(String list) {
        this.list = list;
        return this;
    }

    /** These codes of its list alone. */
    public Field only(List<String> options) {
        this.options = options;
        return this;
    }

    /** Those organizations alone that allow it to this person. */
    public Field where(Predicate<Owner> may) {
        this.may = may;
        return this;
    }

    /** Codes that a form offers to nobody else. */
    public Field forAdmins(String... codes) {
        this.forAdmins = List.of(codes);
        return this;
    }

    void put(Body body) {
        type.put(body, name);
    }

    void fill(Form form, @Nullable Object value) {
        form.with(name, type.shown(value));
    }

    /** The same under another name, with its own words. */
    Field named(String name, String label) {
        var field = new Field(name, type).required(required).needed(mark);
        field.hinted = hinted;
        field.list = list;
        field.options = options;
        field.label = label;
        return field;
    }

    public String name() {
        return name;
    }

    /** The field whose time comes before; null for none. */
    public @Nullable String after() {
        return after;
    }

    /** What its words are called, behind the prefix of the form. */
    public String label() {
        return label;
    }

    /** The name of the fragment that draws it. */
    public String fragment() {
        return type.fragment();
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isLong() {
        return type == FieldType.LONG;
    }

    public boolean isOrganization() {
        return type == FieldType.REGISTERED;
    }

    /** Whether it is filled in by searches of the register. */
    public boolean isPicked() {
        return isOrganization() || type == FieldType.ORGANIZATIONS;
    }

    /** The name of the input for what is searched for. */
    public String sought() {
        return "_find." + name;
    }

    /** The name of what was searched for last. */
    public String found() {
        return "_found." + name;
    }

    public boolean isOnce() {
        return once;
    }

    public boolean isOwner() {
        return type == FieldType.OWNER;
    }

    /** The type of its input. */
    public String input() {
        return switch (type) {
            case DATE -> "date";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    /** The key of the words for what it is counted in; null for a mere number, and for what is none. */
    public @Nullable String unit() {
        return type == FieldType.MONEY ? "money.currency" : null;
    }

    public boolean isNumeric() {
        return type == FieldType.NUMBER || type == FieldType.IDENTIFIER || type == FieldType.MONEY;
    }

    public boolean isHinted() {
        return hinted;
    }

    /** The key of the words behind its name; null when it is needed in any case. */
    public @Nullable String mark() {
        return required ? null : mark;
    }

    List<String> initial() {
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
