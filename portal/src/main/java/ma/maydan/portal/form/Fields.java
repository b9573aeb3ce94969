package ma.maydan.portal.form;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The fields of a form, declared once: in rows, each of one field or of several side by side. */
public final class Fields {

    /** Of each record, by the names of its parts. */
    private static final ClassValue<Map<String, Method>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .peek(part -> part.getAccessor().setAccessible(true))
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getAccessor));
        }
    };

    private final String prefix;
    private final List<List<Field>> rows;

    private Fields(String prefix, List<List<Field>> rows) {
        this.prefix = prefix;
        this.rows = rows;
    }

    /** @param prefix of the texts that name its fields */
    public static Fields of(String prefix) {
        return new Fields(prefix, List.of());
    }

    public Fields row(Field... fields) {
        var more = new ArrayList<>(rows);
        more.add(List.of(fields));
        return new Fields(prefix, List.copyOf(more));
    }

    public String prefix() {
        return prefix;
    }

    public List<List<Field>> rows() {
        return rows;
    }

    public List<Field> all() {
        return rows.stream().flatMap(List::stream).toList();
    }

    /** The organization that it is written for; empty for what belongs to none. */
    public Optional<Field> owner() {
        return all().stream().filter(Field::isOwner).findFirst();
    }

    public Form blank() {
        var form = new Form(this, new LinkedMultiValueMap<>()).with(Form.KEY, UUID.randomUUID());
        all().forEach(field -> form.with(field.name(), field.initial()));
        return form;
    }

    public Form typed(MultiValueMap<String, String> values) {
        var own = new LinkedMultiValueMap<>(values);
        all().forEach(field -> {
            if (field instanceof Group group) {
                group.close(own);
            }
        });
        return new Form(this, own);
    }

    /** @param version of what is there */
    public Form filled(Record saved, long version) {
        var form = new Form(this, new LinkedMultiValueMap<>()).with(Form.VERSION, version);
        all().forEach(field -> field.fill(form, part(saved, field.name())));
        return form;
    }

    /** A part of a record, by its name. */
    public static @Nullable Object part(Record saved, String name) {
        var accessor = PARTS.get(saved.getClass()).get(name);
        if (accessor == null) {
            throw new IllegalStateException(saved.getClass() + " has no " + name);
        }
        try {
            return accessor.invoke(saved);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
