package ma.maydan.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those whom the table of access names, with accounts and clients of their own in the running realm. */
final class Cast {

    /** Everything that a machine can be allowed. */
    static final List<String> SCOPES =
            List.of("events.read", "programs.read", "registry.organizations.read", "partnerships.read", "events.write");

    /** Those and our own front ends', which no realm should give to another client. */
    private static final List<String> FOREIGN_SCOPES =
            Stream.concat(Stream.of("portal"), SCOPES.stream()).toList();

    /** Roles in the organization that the objects belong to. */
    static final Map<String, String> MEMBERS = Map.of(
            "view", "VIEWER", "edit", "EDITOR", "mngr", "ADMIN", "ownr", "OWNER", "off*", "VIEWER", "adm*", "VIEWER");

    private static final Map<String, String> STAFF =
            Map.of("offi", "mnc-officer", "admi", "mnc-admin", "off*", "mnc-officer", "adm*", "mnc-admin");
    private static final List<String> PEOPLE =
            List.of("strg", "seat", "othr", "view", "edit", "mngr", "ownr", "offi", "admi", "off*", "adm*");

    private final Portal portal;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> machineTokens = new HashMap<>();

    Cast(Portal portal) {
        this.portal = portal;
        var realm = new RealmAdmin(portal);
        for (var person : PEOPLE) {
            var role = STAFF.get(person);
            ids.put(person, role == null ? realm.person(name(person)) : realm.person(name(person), role));
        }
        realm.client(client(
                "machine",
                Map.of(
                        "publicClient",
                        false,
                        "secret",
                        "machine-secret",
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "defaultClientScopes",
                        List.of("basic", "maydan-audience"),
                        "optionalClientScopes",
                        SCOPES)));
        realm.client(client(
                "foreign",
                Map.of(
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "fullScopeAllowed",
                        true,
                        "defaultClientScopes",
                        List.of("basic", "profile", "email", "roles", "maydan-audience"),
                        "optionalClientScopes",
                        FOREIGN_SCOPES)));
    }

    /** The subject of a person's tokens. */
    String id(String person) {
        return ids.getOrDefault(person, "");
    }

    /** The verified address of a person. */
    String address(String person) {
        return RealmAdmin.login(name(person));
    }

    /** The tokens with which an actor calls an operation of this scope; an empty one for none. */
    List<String> tokens(String actor, String scope) {
        return switch (actor) {
            case "anon" -> List.of("");
            case "mach" -> List.of(machine(scope.equals("-") ? SCOPES : List.of(scope)));
            case "mac!" ->
                List.of(machine(
                        SCOPES.stream().filter(other -> !other.equals(scope)).toList()));
            case "mac0" -> List.of(machine(List.of()));
            case "fore" ->
                Stream.of("ownr", "admi")
                        .flatMap(person ->
                                Stream.of(List.<String>of(), FOREIGN_SCOPES).map(scopes -> foreign(person, scopes)))
                        .toList();
            default -> List.of(token(actor));
        };
    }

    /** The token of a person at our own front end. */
    String token(String person) {
        return portal.tokenOf(RealmAdmin.login(name(person)), RealmAdmin.PASSWORD);
    }

    private String name(String person) {
        return "cast-" + person.replace("*", "-member") + "-" + suffix;
    }

    private String machine(List<String> scopes) {
        return remembered(
                "machine",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "machine-" + suffix,
                        "client_secret", "machine-secret"),
                scopes);
    }

    private String foreign(String person, List<String> scopes) {
        return remembered(
                person,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "foreign-" + suffix,
                        "username",
                        RealmAdmin.login(name(person)),
                        "password",
                        RealmAdmin.PASSWORD),
                scopes);
    }

    private String remembered(String who, Map<String, String> form, List<String> scopes) {
        return machineTokens.computeIfAbsent(who + scopes, key -> {
            var asked = new HashMap<>(form);
            if (!scopes.isEmpty()) {
                asked.put("scope", String.join(" ", scopes));
            }
            return portal.token(asked);
        });
    }

    private Map<String, Object> client(String name, Map<String, Object> settings) {
        var common = Map.<String, Object>of(
                "clientId",
                name + "-" + suffix,
                "enabled",
                true,
                "attributes",
                Map.of("access.token.lifespan", String.valueOf(Portal.LONG)));
        return Stream.of(settings, common)
                .flatMap(some -> some.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
