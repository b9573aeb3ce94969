package ma.maydan.incubators.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/** @param counts null in a list */
@Schema(name = "ImportView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        long version,
        @JsonUnwrapped Source source,
        @JsonUnwrapped Course course,
        @Nullable ImportCounts counts,
        @JsonUnwrapped Offer offer)
        implements Versioned {

    /**
     * @param name of the file
     * @param rows below the names of the columns
     */
    record Source(String name, int rows, List<Column> columns) {}

    /**
     * @param name empty where it has none
     * @param samples some of its values, until they are forgotten
     * @param field what it is, as was proposed or said
     */
    record Column(String name, List<String> samples, ImportField field) {}

    /** @param undoneBy until when it can be undone; null unless it can */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Course(
            OrganizationImport.Status status,
            Instant updatedAt,
            @Nullable Instant undoneBy) {}

    static ImportView of(OrganizationImport imported, @Nullable ImportCounts counts, Actor actor, Instant now) {
        var source = imported.source();
        var columns = IntStream.range(0, source.columns().size())
                .mapToObj(at -> new Column(
                        source.columns().get(at).name(),
                        source.columns().get(at).samples(),
                        imported.mapping().columns().get(at)))
                .toList();
        return new ImportView(
                imported.id(),
                imported.version(),
                new Source(source.name(), source.rows(), columns),
                new Course(
                        imported.stage().status(),
                        imported.updatedAt(),
                        imported.stage().undoneBy()),
                counts,
                ImportTransition.LIFE_CYCLE.offer(new ImportSituation(imported, actor, now)));
    }
}
