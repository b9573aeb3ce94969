package ma.maydan.starter.personal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of a collection name people, by paths that lead through lists too. In a document without somebody
 * {@value PersonalData#ERASED} stands in place of their id, or the item of the list that names them is gone.
 */
public final class PersonalFields {

    private final List<Field> fields;

    private PersonalFields(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * @param parent path of the document, or list of documents, that names a person
     * @param item whether what names them goes as a whole
     * @param alongside fields beside it that go with it
     * @param naming fields of the whole document that go when their text has the id in it
     * @param age path from the parent, or from the whole document with a slash before it, of when it began to be kept
     */
    private record Field(
            String parent,
            String name,
            boolean item,
            List<String> alongside,
            List<String> naming,
            @Nullable String age) {}

    /** A field that holds the id of a person. */
    public static PersonalFields replacing(String path) {
        return new PersonalFields(List.of(field(path, false)));
    }

    /** A list whose items hold the id of a person in a field: the item goes. */
    public static PersonalFields removingFrom(String list, String name) {
        return new PersonalFields(List.of(field(list + "." + name, true)));
    }

    private static Field field(String path, boolean item) {
        var end = path.lastIndexOf('.');
        var parent = end < 0 ? "" : path.substring(0, end);
        return new Field(parent, path.substring(end + 1), item, List.of(), List.of(), null);
    }

    /** And those. */
    public PersonalFields and(PersonalFields more) {
        return new PersonalFields(
                Stream.concat(fields.stream(), more.fields.stream()).toList());
    }

    /** With fields beside it that tell of the same person. */
    public PersonalFields alongside(String... names) {
        return each(it -> new Field(it.parent, it.name, it.item, List.of(names), it.naming, it.age));
    }

    /** With fields, by their paths, whose text has the id in it. */
    public PersonalFields naming(String... paths) {
        return each(it -> new Field(it.parent, it.name, it.item, it.alongside, List.of(paths), it.age));
    }

    /** Kept from an instant on, which stands beside it, or with a slash before its path in the whole document. */
    public PersonalFields since(String age) {
        return each(it -> new Field(it.parent, it.name, it.item, it.alongside, it.naming, age));
    }

    private PersonalFields each(UnaryOperator<Field> change) {
        return new PersonalFields(fields.stream().map(change).toList());
    }

    /** The documents that name a person. */
    Bson of(String person) {
        return or(fields.stream().map(it -> eq(path(it), person)).toList());
    }

    /** The documents that name anybody. */
    Bson ofAnybody() {
        return or(fields.stream().map(it -> exists(path(it))).toList());
    }

    /** The documents that may name somebody whose time is over. */
    Bson keptSinceBefore(Instant instant) {
        return or(fields.stream()
                .filter(it -> it.age != null)
                .map(it -> lt(agePath(it), instant))
                .toList());
    }

    boolean age() {
        return fields.stream().anyMatch(it -> it.age != null);
    }

    private static String path(Field it) {
        return it.parent.isEmpty() ? it.name : it.parent + "." + it.name;
    }

    private static String agePath(Field it) {
        var age = String.valueOf(it.age);
        return age.startsWith("/") ? age.substring(1) : it.parent.isEmpty() ? age : it.parent + "." + age;
    }

    /** Whom a document names. */
    Set<String> people(BsonDocument document) {
        var people = new HashSet<String>();
        for (var it : fields) {
            for (var parent : parents(document, it.parent)) {
                if (parent.get(it.name) instanceof BsonString person
                        && !person.getValue().equals(PersonalData.ERASED)) {
                    people.add(person.getValue());
                }
            }
        }
        return people;
    }

    /** A document without a person; the same where it does not name them. */
    BsonDocument without(BsonDocument document, String person) {
        return without(document, (it, parent) -> person.equals(text(parent.get(it.name))));
    }

    /** A document without those who have stood in it since before an instant. */
    BsonDocument withoutThoseBefore(BsonDocument document, Instant instant) {
        return without(document, (it, parent) -> {
            if (it.age == null || !(parent.get(it.name) instanceof BsonString)) {
                return false;
            }
            var aged = it.age.startsWith("/")
                    ? parents(document, parentOf(it.age.substring(1))).stream()
                            .map(whole -> whole.get(nameOf(String.valueOf(it.age))))
                            .findFirst()
                            .orElse(null)
                    : parent.get(it.age);
            return aged instanceof BsonDateTime time
                    && Instant.ofEpochMilli(time.getValue()).isBefore(instant);
        });
    }

    private BsonDocument without(BsonDocument document, BiPredicate<Field, BsonDocument> which) {
        var changed = document.clone();
        for (var it : fields) {
            for (var parent : parents(changed, it.parent)) {
                var person = text(parent.get(it.name));
                if (person == null || person.equals(PersonalData.ERASED) || !which.test(it, parent)) {
                    continue;
                }
                it.naming.forEach(path -> removeNaming(changed, path, person));
                if (it.item) {
                    // Taken out of its list below, where it is empty.
                    parent.clear();
                } else {
                    parent.put(it.name, new BsonString(PersonalData.ERASED));
                    it.alongside.forEach(parent::remove);
                }
            }
            if (it.item) {
                removeEmpty(changed, it.parent);
            }
        }
        return changed;
    }

    private static void removeNaming(BsonDocument document, String path, String person) {
        for (var parent : parents(document, parentOf(path))) {
            var text = text(parent.get(nameOf(path)));
            if (text != null && text.contains(person)) {
                parent.remove(nameOf(path));
            }
        }
    }

    private static void removeEmpty(BsonDocument document, String list) {
        for (var parent : parents(document, parentOf(list))) {
            if (parent.get(nameOf(list)) instanceof BsonArray items) {
                items.removeIf(item -> item.isDocument() && item.asDocument().isEmpty());
            }
        }
    }

    /** The documents at a path, all of each list on it. */
    private static List<BsonDocument> parents(BsonDocument document, String path) {
        List<BsonDocument> found = List.of(document);
        for (var name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            var next = new ArrayList<BsonDocument>();
            for (var parent : found) {
                add(parent.get(name), next);
            }
            found = next;
        }
        return found;
    }

    private static void add(@Nullable BsonValue value, List<BsonDocument> to) {
        if (value instanceof BsonDocument document) {
            to.add(document);
        } else if (value instanceof BsonArray items) {
            items.forEach(item -> add(item, to));
        }
    }

    private static String parentOf(String path) {
        var end = path.lastIndexOf('.');
        return end < 0 ? "" : path.substring(0, end);
    }

    private static String nameOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
    }

    private static @Nullable String text(@Nullable BsonValue value) {
        return value instanceof BsonString text ? text.getValue() : null;
    }
}
