package ma.maydan.incubators.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.incubators.imports.ImportRow.Outcome;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Papers;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.PlainText;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** What the staff can do with imports. */
@Service
class ImportService {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType LINES = MediaType.parseMediaType("text/csv");

    private final ImportStore imports;
    private final ImportRowStore rows;
    private final Papers papers;
    private final Clock clock;

    ImportService(ImportStore imports, ImportRowStore rows, Papers papers, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.papers = papers;
        this.clock = clock;
    }

    /** A step of an import, as the aggregate declares it. */
    interface Step {
        Change<OrganizationImport> take(OrganizationImport imported, Actor actor, Instant now);
    }

    /** @throws ProblemException 422 at {@code /file} for what is no spreadsheet that is taken */
    OrganizationImport upload(@Nullable MultipartFile sent, Actor actor) {
        if (sent == null || sent.isEmpty()) {
            throw Spreadsheet.refused("required");
        }
        try {
            var content = sent.getBytes();
            var samples = new ArrayList<List<String>>();
            var head = Spreadsheet.read(content, row -> sample(samples, row));
            var columns = IntStream.range(0, head.columns().size())
                    .mapToObj(at -> new ImportSource.Column(
                            shown(head.columns().get(at)), at < samples.size() ? samples.get(at) : List.of()))
                    .toList();
            var now = clock.instant();
            var file = papers.keep(content, Xlsx.is(content) ? WORKBOOK : LINES, now);
            var source = new ImportSource(name(sent.getOriginalFilename()), head.rows(), columns, file);
            var proposed = new Mapping(Wording.columns(head.columns()));
            return imports.insert(OrganizationImport.of(UUID.randomUUID().toString(), source, proposed, actor, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sample(List<List<String>> samples, Spreadsheet.Row row) {
        for (var column = 0; column < row.cells().size(); column++) {
            while (samples.size() <= column) {
                samples.add(new ArrayList<>());
            }
            var ofColumn = samples.get(column);
            if (ofColumn.size() < ImportSource.SAMPLES && PlainText.hasSomethingVisible(row.cell(column))) {
                ofColumn.add(shown(row.cell(column)));
            }
        }
    }

    private static String shown(String cell) {
        return Spreadsheet.shown(cell.strip(), ImportSource.LONGEST);
    }

    /** In one line, without a path that a browser sent along. */
    private static String name(@Nullable String sent) {
        var whole = Objects.requireNonNullElse(sent, "").replace('\\', '/');
        var name = shown(whole.substring(whole.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", " "));
        return name.isEmpty() ? "-" : name;
    }

    Page<OrganizationImport> list(Paging paging) {
        return imports.list(paging);
    }

    /** @throws ProblemException 404 */
    OrganizationImport get(String id) {
        return imports.find(id).orElseThrow(ProblemException::notFound);
    }

    ImportCounts counts(OrganizationImport imported) {
        return ImportCounts.of(rows.alike(imported));
    }

    /** @throws ProblemException 404; 412; whatever the step refuses */
    OrganizationImport take(String id, ExpectedVersion expected, Actor actor, Step step) {
        var imported = get(id);
        expected.require(imported.version());
        return imports.update(step.take(imported, actor, clock.instant()));
    }

    /** @throws ProblemException 404 */
    Page<ImportRow> rows(String id, @Nullable Outcome outcome, @Nullable String result, Paging paging) {
        return rows.list(get(id), outcome, result, paging);
    }

    /**
     * Says whether a duplicate is brought into the register all the same.
     *
     * @throws ProblemException 404; 409 {@code no-decision} for a row that is no such, or an import that has run
     */
    ImportRow decide(String id, String number, boolean update) {
        var imported = get(id);
        var row = row(imported, number);
        if (!imported.isIn(Status.CHECKED) || !rows.decide(row.id(), update)) {
            throw ProblemException.conflict("no-decision");
        }
        return row(imported, number);
    }

    private ImportRow row(OrganizationImport imported, String number) {
        return Optional.of(number)
                .filter(typed -> typed.matches("[0-9]{1,7}"))
                .flatMap(typed -> rows.find(imported, Integer.parseInt(typed)))
                .orElseThrow(ProblemException::notFound);
    }
}
