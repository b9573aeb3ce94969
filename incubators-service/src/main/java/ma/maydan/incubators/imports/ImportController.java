package ma.maydan.incubators.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import ma.maydan.incubators.imports.ImportRow.Outcome;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Organizations that the staff brings into the register from a spreadsheet")
class ImportController {

    private final ImportService imports;
    private final Clock clock;

    ImportController(ImportService imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Bean
    static LifeCycle<?, ?, ?> importLifeCycle() {
        return ImportTransition.LIFE_CYCLE;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allow(To.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "An officer sends a spreadsheet of organizations, XLSX or CSV, of 10 MB and 10,000 rows at most",
            description =
                    "What its columns are is proposed. Sent twice it is there twice; nothing comes of it before it is"
                            + " run, and it is discarded after 30 days.")
    ResponseEntity<ImportView> upload(@RequestPart(required = false) @Nullable MultipartFile file, Caller caller) {
        var actor = Actor.of(caller);
        var uploaded = imports.upload(file, actor);
        return ResponseEntity.created(URI.create("/api/v1/imports/" + uploaded.id()))
                .body(view(uploaded, actor));
    }

    @GetMapping
    @Allow(To.OFFICER)
    @Operation(summary = "The imports, for the staff; those that changed last come first")
    Page<ImportView> list(Paging paging, Caller caller) {
        var actor = Actor.of(caller);
        return imports.list(paging).map(one -> ImportView.of(one, null, actor, clock.instant()));
    }

    @GetMapping("/{id}")
    @Allow(To.OFFICER)
    @Operation(summary = "An import, with what has come of its rows so far")
    ImportView get(@PathVariable String id, Caller caller) {
        return view(imports.get(id), Actor.of(caller));
    }

    @PutMapping("/{id}/mapping")
    @Allow(To.OFFICER)
    @Operation(
            summary = "Says what each column is, and has each row looked at by that",
            description = "The status is CHECKING until that is done; nothing in the register changes.")
    ImportView map(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody MappingRequest request,
            Caller caller) {
        return take(
                id,
                expected,
                caller,
                (imported, actor, now) -> imported.map(new Mapping(request.columns()), actor, now));
    }

    @PostMapping("/{id}/run")
    @Allow(To.OFFICER)
    @Operation(
            summary =
                    "Brings the rows into the register that are NEW or an UPDATE, and the duplicates that somebody has decided to",
            description = "The status is RUNNING until that is done; imports take turns.")
    ImportView run(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return take(id, expected, caller, OrganizationImport::run);
    }

    @PostMapping("/{id}/undo")
    @Allow(To.OFFICER)
    @Operation(
            summary = "Takes back what a run has brought, within a day",
            description = "What somebody has changed since stays as it is. 409 undo-over afterwards.")
    ImportView undo(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return take(id, expected, caller, OrganizationImport::undo);
    }

    @PostMapping("/{id}/discard")
    @Allow(To.OFFICER)
    @Operation(summary = "Gives up an import before it has run; its rows and its file are deleted")
    ImportView discard(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return take(id, expected, caller, OrganizationImport::discard);
    }

    @GetMapping("/{id}/rows")
    @Allow(To.OFFICER)
    @Operation(
            summary =
                    "The rows of an import, in the order of the spreadsheet, with what would come of each and what has",
            description = "result is one of what has come of a row, or of taking it back.")
    Page<ImportRowView> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable RowEnd result,
            Paging paging,
            Caller caller) {
        var open = imports.get(id).isIn(Status.CHECKED);
        return imports.rows(id, outcome, result == null ? null : result.name(), paging)
                .map(row -> ImportRowView.of(row, open, LocaleContextHolder.getLocale()));
    }

    @PutMapping("/{id}/rows/{number}")
    @Allow(To.OFFICER)
    @Operation(
            summary = "Decides on a duplicate: whether it is brought into the register all the same",
            description = "It is not unless somebody says so. 409 no-decision for a row on which nobody decides.")
    ImportRowView decide(
            @PathVariable String id,
            @PathVariable String number,
            @Valid @RequestBody DecisionRequest request,
            Caller caller) {
        var decided = imports.decide(id, number, Boolean.TRUE.equals(request.update()));
        return ImportRowView.of(decided, true, LocaleContextHolder.getLocale());
    }

    /** By what has come of rows they are found: {@link ImportRow.Result} and {@link ImportRow.Undone}. */
    enum RowEnd {
        CREATED,
        UPDATED,
        CHANGED_MEANWHILE,
        CONFLICT_OF_INTEREST,
        UNDONE,
        TOUCHED
    }

    private ImportView take(String id, ExpectedVersion expected, Caller caller, ImportService.Step step) {
        var actor = Actor.of(caller);
        return view(imports.take(id, expected, actor, step), actor);
    }

    private ImportView view(OrganizationImport imported, Actor actor) {
        return ImportView.of(imported, imports.counts(imported), actor, clock.instant());
    }
}
