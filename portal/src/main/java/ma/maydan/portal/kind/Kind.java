package ma.maydan.portal.kind;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.page.Feature;
import ma.maydan.portal.page.StatusLook;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A kind of thing, as it is declared: all that pages which know no kind by name need of it. A bean of each stands in the
 * package of its feature, with the fragments {@code card} and {@code row} in {@code parts.html} of its templates. It is
 * not changed once it is declared.
 */
public final class Kind<T extends Record & Item> implements Feature, Served {

    private final String name;
    private final Class<T> type;
    private final String service;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();
    private final Map<String, StatusLook> looks = new HashMap<>();
    private final Map<Overview, Shelf> shelves = new EnumMap<>(Overview.class);
    private Steps steps;
    private @Nullable Fields form;
    private @Nullable Catalog catalog;
    private @Nullable Picture<T> picture;
    private Table table = Table.of(Column.Type.TITLE.of("title"));
    private int menu;
    private @Nullable String page;
    private String start;
    private boolean savedWhileTyping;

    /**
     * @param name {@code event}: what its texts begin with, and what its templates call one; its plural is in addresses
     * @param service by its name in the settings
     */
    public Kind(String name, Class<T> type, String service) {
        this.name = name;
        this.type = type;
        this.service = service;
        this.steps = Steps.of(name);
        this.start = "/" + name + "s/new";
    }

    /** What is written of one, by those who write it. */
    public Kind<T> form(UnaryOperator<Fields> form) {
        this.form = form.apply(Fields.of(name));
        return this;
    }

    public Kind<T> steps(UnaryOperator<Steps> steps) {
        this.steps = steps.apply(this.steps);
        return this;
    }

    /** Everybody may see a list of them, which has pages of this size. */
    public Kind<T> catalog(int size, Filter... filters) {
        this.catalog = Catalog.of(size, filters);
        return this;
    }

    /** Its catalog, declared before, is more than a list. */
    public Kind<T> catalog(UnaryOperator<Catalog> more) {
        this.catalog = more.apply(Objects.requireNonNull(catalog));
        return this;
    }

    /** Its catalog, declared before, is searched. */
    public Kind<T> searched() {
        return catalog(Catalog::search);
    }

    /** Its catalog has this place in the menu. */
    public Kind<T> menu(int place) {
        this.menu = place;
        return this;
    }

    /** A list of them is on a page that has lists of several kinds. */
    public Kind<T> on(Overview page, Shelf shelf) {
        this.shelves.put(page, shelf);
        return this;
    }

    /** One can have a picture. */
    public Kind<T> picture(Picture<T> picture) {
        this.picture = picture;
        return this;
    }

    /** What waits of them is shown so; lists of them are such as files. */
    public Kind<T> table(UnaryOperator<Table> table) {
        this.table = table.apply(this.table);
        return this;
    }

    /** One has no page of its own, but is shown there, without the language. */
    public Kind<T> shownAt(String page) {
        this.page = page;
        return this;
    }

    /** Who has none begins there, without the language. */
    public Kind<T> startsAt(String start) {
        this.start = start;
        return this;
    }

    /** A draft of one is saved while somebody types. */
    public Kind<T> savedWhileTyping() {
        this.savedWhileTyping = true;
        return this;
    }

    /** A list of codes under the prefix of its texts. */
    public Kind<T> codes(String prefix, String... codes) {
        this.codes.put(prefix, List.of(codes));
        return this;
    }

    /** How a status looks whose name is its own. */
    public Kind<T> look(String status, StatusLook look) {
        this.looks.put(status, look);
        return this;
    }

    public String name() {
        return name;
    }

    /** {@code events}: in the addresses of pages and of the API, and the folder of its templates. */
    @Override
    public String address() {
        return name + "s";
    }

    public Class<T> type() {
        return type;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public List<String> paths() {
        return Stream.concat(
                        Stream.of(address()),
                        shelves.values().stream().map(shelf -> shelf.path().replaceFirst("^me/", "")))
                .distinct()
                .toList();
    }

    /** Null when nobody writes one. */
    public @Nullable Fields form() {
        return form;
    }

    public Steps steps() {
        return steps;
    }

    public @Nullable Catalog catalog() {
        return catalog;
    }

    /** Null when none has one. */
    public @Nullable Picture<T> picture() {
        return picture;
    }

    /** Whether the visitor may give it a picture now. */
    public boolean isDepictable(Item item) {
        return picture != null && item.allowedTransitions().contains(picture.name());
    }

    public Table table() {
        return table;
    }

    public boolean isSavedWhileTyping() {
        return savedWhileTyping;
    }

    /** Whether the visitor writes on one that nobody else works with yet. */
    public boolean isDraft(Item item) {
        return item.isEditable() && item.allowedTransitions().contains("delete");
    }

    @Override
    public int menu() {
        return menu;
    }

    /** Null when it is not there. */
    public @Nullable Shelf on(Overview page) {
        return shelves.get(page);
    }

    /** Where one is shown, without the language. */
    public String page(Item item) {
        var own = item.shownAt();
        return own == null ? page(item.id()) : own;
    }

    public String page(String id) {
        return page == null ? "/" + address() + "/" + id : page;
    }

    public String start() {
        return start;
    }

    @Override
    public Map<String, List<String>> codes() {
        return codes;
    }

    @Override
    public Map<String, StatusLook> looks() {
        return looks;
    }

    /** The template with its fragments. */
    public String parts() {
        return address() + "/parts";
    }

    /** Puts one into the model of its page. */
    public void show(T item, Model model) {
        model.addAttribute("kind", this);
        model.addAttribute(name, item);
        model.addAttribute("steps", steps.offered(item.allowedTransitions()));
    }
}
