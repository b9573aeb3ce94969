package ma.maydan.portal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Lines that belong together, repeated: {@code links.0.label}, {@code links.0.address}, {@code links.1.label} and so on. */
public final class Group extends Field {

    private final int most;
    private final List<Field> lines;

    Group(String name, int most, List<Field> lines) {
        super(name, FieldType.GROUP);
        this.most = most;
        this.lines = lines;
    }

    /** The fields of the rows that are filled in, and of one more where there may be more. */
    public List<List<Field>> rows(Form form) {
        return IntStream.range(0, Math.min(filled(form) + 1, most))
                .mapToObj(row -> lines.stream()
                        .map(line -> line.named(in(row, line), name() + "." + line.name()))
                        .toList())
                .toList();
    }

    /** Whether there may be more rows than are shown. */
    public boolean hasRoom(Form form) {
        return filled(form) + 1 < most;
    }

    @Override
    void put(Body body) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row = 0; row < filled(body.form()); row++) {
            var one = body.within(name() + "." + row + ".");
            lines.forEach(line -> line.put(one));
            rows.add(one.json());
        }
        body.fixed(name(), rows);
    }

    @Override
    void fill(Form form, @Nullable Object value) {
        var row = 0;
        for (var one : value instanceof List<?> rows ? rows : List.of()) {
            for (var line : lines) {
                form.with(in(row, line), Fields.part((Record) one, line.name()));
            }
            row++;
        }
    }

    /** Rows that somebody left empty are taken out, so that those of the form are those of the request. */
    void close(MultiValueMap<String, String> typed) {
        var to = 0;
        for (var from = 0; from < most; from++) {
            var filled = isFilled(typed, from);
            for (var line : lines) {
                var values = typed.remove(in(from, line));
                if (filled && values != null) {
                    typed.put(in(to, line), values);
                }
            }
            to += filled ? 1 : 0;
        }
    }

    private int filled(Form form) {
        var row = 0;
        while (row < most && isFilled(form.values(), row)) {
            row++;
        }
        return row;
    }

    private boolean isFilled(MultiValueMap<String, String> values, int row) {
        return lines.stream().anyMatch(line -> {
            var value = values.getFirst(in(row, line));
            return value != null && PlainText.hasSomethingVisible(value);
        });
    }

    private String in(int row, Field line) {
        return name() + "." + row + "." + line.name();
    }
}
