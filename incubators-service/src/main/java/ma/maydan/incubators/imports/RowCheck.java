package ma.maydan.incubators.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.incubators.imports.ImportRow.Compared;
import ma.maydan.incubators.imports.ImportRow.Finding;
import ma.maydan.incubators.imports.ImportRow.Outcome;
import ma.maydan.incubators.organization.Candidates;
import ma.maydan.incubators.organization.ImportedOrganizations;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationProfile;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.ProfileReader;
import ma.maydan.incubators.organization.ProfileReader.Fault;
import ma.maydan.incubators.organization.ProfileReader.Right;
import ma.maydan.incubators.organization.ProfileReader.Wrong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Says of the rows of one spreadsheet, in their order, what would come of each. It knows those that it has seen, so that
 * a duplicate of an earlier one is found.
 */
final class RowCheck {

    private final OrganizationImport imported;
    private final RowReader reader;
    private final ProfileReader profiles;
    private final OrganizationService organizations;
    private final ImportedOrganizations register;
    private final Map<String, List<Seen>> seen = new HashMap<>();

    /** A row that brings something. */
    private record Seen(int number, OrganizationProfile profile) {}

    RowCheck(
            OrganizationImport imported,
            ProfileReader profiles,
            OrganizationService organizations,
            ImportedOrganizations register) {
        this.imported = imported;
        this.reader = new RowReader(imported.mapping());
        this.profiles = profiles;
        this.organizations = organizations;
        this.register = register;
    }

    /** A row and what is known of it before its name is compared with others. */
    private record Looked(
            Spreadsheet.Row row,
            @Nullable Organization named,
            @Nullable OrganizationProfile profile,
            List<Fault> faults) {}

    /** What would come of the next rows. */
    List<ImportRow> of(List<Spreadsheet.Row> rows) {
        var byId = organizations.findAll(rows.stream()
                .flatMap(row -> Stream.ofNullable(reader.id(row)))
                .distinct()
                .toList());
        var byIce = register.candidates(
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(reader.ice(row)))
                        .distinct()
                        .toList(),
                List.of());
        var looked = rows.stream().map(row -> look(row, byId, byIce)).toList();
        var alike = register.candidates(
                List.of(),
                looked.stream()
                        .filter(one -> one.named == null)
                        .flatMap(one -> Stream.ofNullable(one.profile))
                        .toList());
        return looked.stream().map(one -> row(one.row, finding(one, alike))).toList();
    }

    private ImportRow row(Spreadsheet.Row row, Finding finding) {
        var place = new ImportRow.Place(
                imported.id(), row.number(), imported.stage().round());
        var cells = row.cells().stream()
                .map(cell -> Spreadsheet.shown(cell, Spreadsheet.LONGEST_CELL))
                .toList();
        return new ImportRow(ImportRow.id(imported, row.number()), place, cells, finding, null, null, null);
    }

    private Looked look(Spreadsheet.Row row, Map<String, Organization> byId, Candidates byIce) {
        var id = reader.id(row);
        if (id != null && !byId.containsKey(id)) {
            return new Looked(row, null, null, List.of(profiles.fault("/id", "unknown-organization")));
        }
        var ice = reader.ice(row);
        var named = id != null
                ? byId.get(id)
                : ice == null ? null : byIce.withIce(ice).orElse(null);
        return read(row, named);
    }

    private Looked read(Spreadsheet.Row row, @Nullable Organization named) {
        var before = named == null ? JsonNodeFactory.instance.objectNode() : profiles.body(named.profile());
        var organization = named == null ? ImportRow.newOrganization(imported.id(), row.number()) : named.id();
        return switch (profiles.read(reader.over(before, row), organization)) {
            case Right(var profile) -> new Looked(row, named, profile, List.of());
            case Wrong(var faults) -> new Looked(row, named, null, faults);
        };
    }

    private Finding finding(Looked looked, Candidates alike) {
        var profile = looked.profile;
        if (profile == null) {
            return wrong(looked, looked.faults);
        }
        var named = looked.named;
        var earlier = earlier(named, profile);
        if (earlier.isPresent()) {
            return new Finding(Outcome.DUPLICATE, name(looked), List.of(), null, earlier.get().number, null);
        }
        var like = named == null ? alike.like(profile).orElse(null) : null;
        if (like != null) {
            var over = read(looked.row, like);
            return over.profile == null ? wrong(looked, over.faults) : compared(looked, like, over.profile, true);
        }
        note(named, looked.row.number(), profile);
        return named == null
                ? new Finding(Outcome.NEW, name(looked), List.of(), null, null, profile)
                : compared(looked, named, profile, isSomebodysOwn(named));
    }

    /** What nobody but its members has spoken for yet is theirs to change, unless the staff decides. */
    private static boolean isSomebodysOwn(Organization named) {
        return !named.isInRegister() && !named.memberIds().isEmpty();
    }

    private Finding compared(Looked looked, Organization with, OrganizationProfile said, boolean doubtful) {
        if (with.membership().roleOf(imported.stage().by()).isPresent()) {
            return wrong(looked, List.of(profiles.fault("", "own-organization")));
        }
        var next = ImportedOrganizations.atOnce(with, said);
        var changed = changed(with.profile(), next);
        var compared = new Compared(
                with.id(),
                with.version(),
                with.profile().legalName(),
                changed,
                ImportedOrganizations.material(with, said));
        if (!ImportedOrganizations.isEditable(with)) {
            return doubtful
                    ? new Finding(Outcome.DUPLICATE, name(looked), List.of(), compared, null, null)
                    : wrong(looked, List.of(profiles.fault("", "not-editable")));
        }
        var wanted = changed.isEmpty() ? null : next;
        var outcome = doubtful ? Outcome.DUPLICATE : changed.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE;
        return new Finding(outcome, name(looked), List.of(), compared, null, wanted);
    }

    /** The fields of the API that are others. */
    private List<String> changed(OrganizationProfile before, OrganizationProfile after) {
        var one = profiles.body(before);
        var other = profiles.body(after);
        return other.propertyNames().stream()
                .filter(field -> !Objects.equals(one.get(field), other.get(field)))
                .toList();
    }

    private Finding wrong(Looked looked, List<Fault> faults) {
        return new Finding(Outcome.WRONG, name(looked), faults, null, null, null);
    }

    private @Nullable String name(Looked looked) {
        var name = reader.name(looked.row);
        return name == null ? null : Spreadsheet.shown(name, ImportSource.LONGEST);
    }

    private Optional<Seen> earlier(@Nullable Organization named, OrganizationProfile profile) {
        return keys(named, profile)
                .flatMap(key -> seen.getOrDefault(key, List.of()).stream()
                        .filter(other -> !key.startsWith("name:") || Candidates.areAlike(profile, other.profile)))
                .findFirst();
    }

    private void note(@Nullable Organization named, int number, OrganizationProfile profile) {
        keys(named, profile)
                .forEach(key ->
                        seen.computeIfAbsent(key, none -> new ArrayList<>()).add(new Seen(number, profile)));
    }

    /** What two rows share that are about the same organization. */
    private static Stream<String> keys(@Nullable Organization named, OrganizationProfile profile) {
        return Stream.concat(
                Stream.concat(
                        named == null ? Stream.of() : Stream.of("id:" + named.id()),
                        Stream.ofNullable(profile.ice()).map(ice -> "ice:" + ice)),
                // A name tells who is who where nothing else does.
                named == null ? Candidates.keys(profile).stream() : Stream.of());
    }
}
