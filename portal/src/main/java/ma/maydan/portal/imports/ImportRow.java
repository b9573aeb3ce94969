package ma.maydan.portal.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.kind.Item;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A row of a spreadsheet, as the API shows it. */
public record ImportRow(
        int number,
        String outcome,
        @Nullable String name,
        List<FieldError> errors,
        @Nullable String organizationId,
        @Nullable LocalizedText legalName,
        List<String> changed,
        List<String> material,
        @Nullable Integer sameAs,
        boolean decidable,
        boolean update,
        @Nullable String result,
        @Nullable String undone)
        implements Item {

    @Override
    public String id() {
        return Integer.toString(number);
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText(null, name, null);
    }

    @Override
    public List<String> allowedTransitions() {
        return List.of();
    }

    /** The last that has come of it; null for nothing yet. */
    @Nullable
    String end() {
        return undone == null ? result : undone;
    }

    /** The field of an organization that something is wrong with; empty for the whole row. */
    public String fieldOf(FieldError error) {
        var parts = error.pointer().split("/", -1);
        return parts.length < 2 ? "" : parts[1];
    }

    /** Whether the organization that it is about is there to be looked at. */
    public boolean isThere() {
        return organizationId != null && !"UNDONE".equals(undone) && (legalName != null || "CREATED".equals(result));
    }

    /** What is wrong with it, for a file. */
    List<String> reasons() {
        return Stream.concat(
                        errors.stream().map(FieldError::detail).filter(Objects::nonNull),
                        sameAs == null ? Stream.of() : Stream.of("= " + sameAs))
                .map(String::valueOf)
                .toList();
    }
}
