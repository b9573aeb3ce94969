package ma.maydan.system;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import org.awaitility.Awaitility;
import org.bson.Document;

/** The objects that the table of access speaks of, brought by the API into the state that it names. */
final class Stage {

    /** Stands in every object, and in no refusal. */
    static final String SECRET = "Zellij";

    static final byte[] PICTURE = picture();

    static final byte[] SPREADSHEET = spreadsheet("");

    static final String DETAILS = "{\"alt\":{\"fr\":\"Un pixel\"}}";

    private static final String REASON = Steps.REASON.replace("Motif", SECRET);

    private final Portal portal;
    private final Cast cast;
    private final RealmKey key;
    private final MongoCollection<Document> register;
    private final Map<String, Thing> shared = new HashMap<>();

    /** @param eventId of the event or organization that it belongs to, or is */
    /** The organization of the owner of another one. */
    private final String others;

    record Thing(String id, String eventId, long version) {

        static Thing of(Answer answer) {
            return new Thing(answer.id(), answer.id(), answer.version());
        }
    }

    Stage(Portal portal, Cast cast, RealmKey key) {
        this.portal = portal;
        this.cast = cast;
        this.key = key;
        register = MongoClients.create(portal.stack().url("mongodb"))
                .getDatabase("maydan_incubators")
                .getCollection("organizations");
        others = verified(
                        by("othr")
                                .create("/organizations", body("OrganizationRequest"))
                                .expect(201),
                        "othr")
                .id();
    }

    /** The object of these words, the same each time: to be looked at. */
    Thing shared(String words) {
        var known = shared.get(words);
        if (known == null) {
            known = fresh(words);
            shared.put(words, known);
        }
        return known;
    }

    /** A new object of these words; nothing for {@code -}. */
    Thing fresh(String words) {
        var parts = words.split(":", 2);
        return switch (parts[0]) {
            case "-" -> new Thing("", "", 0);
            case "organization" -> Thing.of(organization(parts[1]));
            case "program" -> Thing.of(program(parts[1]));
            case "event" -> Thing.of(event(parts[1]));
            case "speaker" -> Thing.of(speaker(parts[1]));
            case "registration" -> registration(parts[1]);
            case "message" -> message();
            case "notice" -> new Thing(UUID.randomUUID().toString(), "", 0);
            case "receipt" -> receipt();
            case "member" -> member();
            case "invitation" -> invitation();
            case "join-request" -> joinRequest();
            case "import" -> Thing.of(imported(parts[1]));
            case "co-host" -> coHost(parts[1]);
            case "invitation-link" -> invitationLink();
            case "next-host" -> nextHost();
            case "partnership" -> Thing.of(partnership(parts[1]));
            default -> throw unknown(words);
        };
    }

    /** The organization to which the members of the cast belong. */
    String home() {
        return shared("organization:verified").id();
    }

    /** What is sent for a schema of the documents. */
    String body(String schema) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return switch (schema) {
            case "OrganizationRequest" -> Steps.organizationBody(SECRET + " " + UUID.randomUUID(), "INCUBATOR");
            case "EventRequest" -> Steps.eventBody(home(), 50).replace("Atelier", SECRET);
            case "SeriesRequest" -> "{\"everyWeeks\":1,\"times\":2}";
            case "AddedDatesRequest" -> "{\"days\":[\"%s\"]}".formatted(today.plusDays(200));
            case "CopyRequest" -> "{\"startsAtLocal\":\"%sT10:00\"}".formatted(today.plusDays(20));
            case "ProgramRequest" -> """
                {"organizationId":"%s","title":{"fr":"%s"},"summary":{"fr":"%s"},"kind":"INCUBATION","mode":"HYBRID",
                 "languages":["fr"],"sectors":[]}
                """.formatted(home(), SECRET, SECRET);
            case "SpeakerRequest" -> """
                {"organizationId":"%s","name":{"fr":"%s"},"biography":{"fr":"%s"}}
                """.formatted(home(), SECRET, SECRET);
            case "PartnershipRequest" -> """
                {"proposerOrganizationId":"%s","title":{"fr":"%s"},"objectives":{"fr":"%s"},"lever":"ECOSYSTEM",
                 "type":"FRAMEWORK","startsOn":"%s","endsOn":"%s"}
                """.formatted(home(), SECRET, SECRET, today, today.plusYears(1));
            case "ReasonRequest", "ReinstateRequest" -> REASON;
            case "RegistrationRequest" -> "{}";
            case "GroupRequest" -> "{\"organizationId\":\"%s\",\"seats\":2,\"together\":true}".formatted(home());
            case "MessageRequest" ->
                "{\"to\":[\"CONFIRMED\"],\"subject\":{\"fr\":\"%s\"},\"text\":{\"fr\":\"%s\"}}"
                        .formatted(SECRET, SECRET);
            case "AnswersRequest" -> "{\"answers\":{}}";
            case "GuestRequest" -> "{\"name\":\"Ann\",\"email\":\"%s@example.org\"}".formatted(UUID.randomUUID());
            case "InvitationLinkRequest" -> "{\"label\":\"%s\",\"uses\":1}".formatted(SECRET);
            case "ColleagueRequest" -> "{\"name\":\"Ann\",\"email\":\"ann@example.org\"}";
            case "DeclarationRequest" -> Steps.DECLARATION;
            case "RevocationRequest" ->
                REASON.strip().replaceFirst("}$", ",\"minutes\":\"PV\",\"on\":\"%s\"}".formatted(today.plusDays(30)));
            case "RetirementRequest" -> REASON.strip().replaceFirst("}$", ",\"on\":\"%s\"}".formatted(today));
            case "AppealRequest", "HearingRequest" -> "{\"text\":\"%s\"}".formatted(SECRET);
            case "InquiryRequest" -> "{\"items\":[{\"question\":{\"fr\":\"%s\"}}]}".formatted(SECRET);
            case "InfoAnswersRequest" -> "{\"answers\":[{}]}";
            case "ChecksRequest" -> Steps.CHECKS;
            case "NoteRequest" -> "{\"text\":\"%s\"}".formatted(SECRET);
            case "MappingRequest" -> "{\"columns\":[\"LEGAL_NAME_FR\",\"ICE\",\"KINDS\",\"REGION\"]}";
            case "DecisionRequest" -> "{\"update\":true}";
            case "RoleRequest" -> "{\"role\":\"EDITOR\"}";
            case "InvitationRequest" -> invitationOf(UUID.randomUUID() + "@example.org");
            case "NoticesRead" -> "{\"upTo\":\"2020-01-01T00:00:00Z\"}";
            case "ErasureConfirmation" -> "{\"link\":\"AAAA\"}";
            case "NoticePreferences" -> "{\"optionalMails\":true}";
            default -> throw new AssertionError("What is sent as " + schema + "?");
        };
    }

    private Answer organization(String state) {
        var founder = portal.withToken(key.person(UUID.randomUUID().toString()));
        var draft =
                founder.create("/organizations", body("OrganizationRequest")).expect(201);
        join(draft.id());
        return switch (state) {
            case "draft" -> draft;
            case "documented" -> Steps.documented(by("ownr"), draft);
            case "asked" ->
                portal.as("officer")
                        .post(
                                "/organizations/" + draft.id() + "/request-info",
                                body("InquiryRequest"),
                                step(portal.as("officer"), "take", submitted(draft, "ownr"))
                                        .version())
                        .expect(200);
            case "submitted" -> submitted(draft, "ownr");
            case "taken" -> Steps.taken(portal.as("officer"), submitted(draft, "ownr"));
            case "taken-by-admi" -> Steps.taken(by("admi"), submitted(draft, "ownr"));
            case "taken-by-offi" -> Steps.taken(by("offi"), submitted(draft, "ownr"));
            case "failed" -> failed(portal.as("officer"), draft);
            case "failed-by-admi" -> failed(by("admi"), draft);
            case "verified" -> verified(draft, "ownr");
            case "due" -> due(verified(draft, "ownr"));
            case "accused" -> accused(portal.as("admin2"), verified(draft, "ownr"));
            case "accused-by-admi" -> accused(by("admi"), verified(draft, "ownr"));
            case "heard" -> heard(accused(portal.as("admin2"), verified(draft, "ownr")));
            case "rejected" -> rejected("admin", draft);
            case "appealed" -> appealed("admin", draft);
            case "appealed-by-admi" -> appealed("admi", draft);
            case "draft-pictured" -> pictured(draft, "logo");
            case "verified-pictured" -> pictured(verified(draft, "ownr"), "logo");
            case "trusted" -> trusted(verified(draft, "ownr"));
            case "hidden" -> saying(verified(draft, "ownr"), "\"visibility\":\"STEALTH\"");
            case "for-members" -> saying(verified(draft, "ownr"), "\"visibility\":\"MEMBERS\"");
            case "changing" -> changingProfile(draft);
            case "change-taken" -> step(portal.as("officer"), "take-change", changingProfile(draft));
            case "change-by-admi" -> step(by("admi"), "take-change", changingProfile(draft));
            case "suspended" -> suspended(portal.as("admin2"), verified(draft, "ownr"));
            case "suspended-by-admi" -> suspended(by("admi"), verified(draft, "ownr"));
            default -> throw unknown(state);
        };
    }

    /** As long as the API makes owners alone, the register's own document says who else belongs to it. */
    private void join(String organization) {
        var members = Cast.MEMBERS.entrySet().stream()
                .map(member -> new Document("personId", cast.id(member.getKey())).append("role", member.getValue()))
                .toList();
        register.updateOne(eq("_id", organization), set("membership.members", members));
    }

    /** Of an organization that was submitted, by its number. */
    private Thing receipt() {
        var organization = organization("submitted");
        var number = by("ownr")
                .get("/organizations/" + organization.id() + "/case")
                .expect(200)
                .text("receipt");
        return new Thing(number, organization.id(), organization.version());
    }

    /** The viewer of an organization. */
    private Thing member() {
        var organization = organization("draft");
        return new Thing(cast.id("view"), organization.id(), organization.version());
    }

    /** Of an organization, to the person with a seat. */
    private Thing invitation() {
        var organization = organization("draft").id();
        var made = by("ownr")
                .create("/organizations/" + organization + "/invitations", invitationOf(cast.address("seat")))
                .expect(201);
        return new Thing(made.id(), organization, made.version());
    }

    /** Of the person with a seat. */
    private Thing joinRequest() {
        var organization = organization("verified").id();
        var made = by("seat")
                .create("/organizations/" + organization + "/join-requests", "{}")
                .expect(201);
        return new Thing(made.id(), organization, made.version());
    }

    private static byte[] spreadsheet(String ice) {
        return "Nom;ICE;Type;Région\n%s;%s;Startup;Fès-Meknès\n"
                .formatted(SECRET, ice)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Of one row, which is somebody's own draft. */
    private Answer imported(String state) {
        var officer = portal.as("officer");
        var ice = organization("draft").text("ice");
        var uploaded = officer.postFile("/imports", "a.csv", spreadsheet(ice)).expect(201);
        if (state.equals("uploaded")) {
            return uploaded;
        }
        officer.put("/imports/" + uploaded.id() + "/mapping", body("MappingRequest"), uploaded.version())
                .expect(200);
        var checked = Steps.imported(officer, uploaded.id(), "CHECKED");
        return switch (state) {
            case "checked" -> checked;
            case "done" -> {
                step(officer, "run", checked);
                yield Steps.imported(officer, uploaded.id(), "DONE");
            }
            default -> throw unknown(state);
        };
    }

    private static String invitationOf(String email) {
        return "{\"email\":\"%s\",\"role\":\"VIEWER\"}".formatted(email);
    }

    private Answer program(String state) {
        var draft = by("ownr").create("/programs", body("ProgramRequest")).expect(201);
        return switch (state) {
            case "draft" -> draft;
            case "in-review" -> submitted(draft, "ownr");
            case "published" -> step(portal.as("admin"), "publish", submitted(draft, "ownr"));
            default -> throw unknown(state);
        };
    }

    private Answer event(String state) {
        if (state.equals("draft-trusted")) {
            return draftOfTrusted();
        }
        if (state.equals("inviting")) {
            return inviting();
        }
        return event(body("EventRequest"), state);
    }

    private Answer event(String body, String state) {
        var draft = Steps.eventually(() -> by("ownr").create("/events", body), 201);
        return switch (state) {
            case "draft" -> draft;
            case "draft-pictured" -> pictured(draft, "image");
            case "submitted" -> submitted(draft, "ownr");
            case "published" -> step(portal.as("admin"), "publish", submitted(draft, "ownr"));
            case "published-pictured" ->
                pictured(step(portal.as("admin"), "publish", submitted(draft, "ownr")), "image");
            case "changing" -> changing(step(portal.as("admin"), "publish", submitted(draft, "ownr")));
            case "cancelled-held" -> cancelledHeld(step(portal.as("admin"), "publish", submitted(draft, "ownr")));
            default -> throw unknown(state);
        };
    }

    /** To be elsewhere, which waits for the cluster. */
    private Answer changing(Answer event) {
        var elsewhere = body("EventRequest").replace("Technopark", "Technopole");
        return by("ownr").put(path(event), elsewhere, event.version()).expect(200);
    }

    /** The home organization, invited to an event of the other one; or that one, not yet invited to one of home. */
    private Thing invitationLink() {
        var event = event("published");
        var link = by("ownr")
                .create(path(event) + "/invitation-links", body("InvitationLinkRequest"))
                .expect(201);
        return new Thing(link.id(), event.id(), 0);
    }

    private Thing coHost(String state) {
        if (state.equals("none")) {
            var event = event("published");
            return new Thing(others, event.id(), event.version());
        }
        var event = inviting();
        return new Thing(home(), event.id(), event.version());
    }

    /** The home organization, asked to host an event of the other one. */
    private Thing nextHost() {
        var event = inviting();
        var asked = by("othr")
                .put(path(event) + "/next-host/" + home(), "", event.version())
                .expect(200);
        return new Thing(home(), asked.id(), asked.version());
    }

    private Answer inviting() {
        var body = body("EventRequest").replace(home(), others);
        var draft = Steps.eventually(() -> by("othr").create("/events", body), 201);
        var published = step(portal.as("admin"), "publish", submitted(draft, "othr"));
        return by("othr")
                .put(path(published) + "/co-hosts/" + home(), "", published.version())
                .expect(200);
    }

    private Answer draftOfTrusted() {
        var host = organization("trusted").id();
        var body = body("EventRequest").replace(home(), host);
        var draft = Steps.eventually(() -> by("ownr").create("/events", body), 201);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> by("ownr")
                        .get("/events/" + draft.id())
                        .allowedTransitions()
                        .contains("self-publish"));
        return draft;
    }

    private Answer speaker(String state) {
        var draft = Steps.eventually(() -> by("ownr").create("/speakers", body("SpeakerRequest")), 201);
        return switch (state) {
            case "draft" -> draft;
            case "draft-pictured" -> pictured(draft, "photo");
            case "published" -> step(by("ownr"), "publish", draft);
            case "published-pictured" -> pictured(step(by("ownr"), "publish", draft), "photo");
            default -> throw unknown(state);
        };
    }

    private Answer pictured(Answer of, String picture) {
        return by("ownr")
                .putFile(path(of) + "/" + picture, PICTURE, DETAILS, of.version())
                .expect(200);
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Cancelled by its host when one person had a seat. */
    private Answer cancelledHeld(Answer event) {
        by("seat").create(path(event) + "/registrations", "{}").expect(201);
        return by("ownr").post(path(event) + "/cancel", REASON, event.version()).expect(200);
    }

    /** To the one person with a seat. */
    private Thing message() {
        var registration = registration("confirmed");
        var sent = by("ownr")
                .create("/events/" + registration.eventId() + "/messages", body("MessageRequest"))
                .expect(201);
        return new Thing(sent.id(), registration.eventId(), 0);
    }

    /** For an event with one seat, when it was offered to who waited for it. */
    private Thing registration(String state) {
        var event = event(
                switch (state) {
                    case "confirmed" -> body("EventRequest");
                    case "pending" -> more("EventRequest", "\"admission\":\"APPROVAL\"");
                    case "offered" ->
                        more("EventRequest", "\"offerHours\":24").replace("\"capacity\":50", "\"capacity\":1");
                    default -> throw unknown(state);
                },
                "published");
        var path = path(event) + "/registrations";
        var before = state.equals("offered")
                ? portal.as("startup").create(path, "{}").expect(201)
                : null;
        var taken = by("seat").create(path, "{}").expect(201);
        if (before != null) {
            portal.as("startup")
                    .post("/registrations/" + before.id() + "/cancel", before.version())
                    .expect(200);
            var at = "/registrations/" + taken.id();
            taken = Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(
                            () -> by("seat").get(at),
                            answer -> answer.text("status").equals("OFFERED"));
        }
        return new Thing(taken.id(), event.id(), taken.version());
    }

    private String more(String schema, String said) {
        return body(schema).stripTrailing().replaceFirst("}$", "," + said + "}");
    }

    private Answer partnership(String state) {
        var draft = Steps.eventually(() -> by("ownr").create("/partnerships", body("PartnershipRequest")), 201);
        if (state.equals("draft")) {
            return draft;
        }
        var submitted = submitted(draft, "ownr");
        if (state.equals("under-review")) {
            return submitted;
        }
        var active = step(portal.as("admin"), "approve", submitted);
        return switch (state) {
            case "active" -> active;
            case "suspended" -> suspended(portal.as("admin2"), active);
            case "suspended-by-admi" -> suspended(by("admi"), active);
            default -> throw unknown(state);
        };
    }

    private Answer verified(Answer draft, String owner) {
        return step(portal.as("admin"), "verify", Steps.taken(portal.as("officer"), submitted(draft, owner)));
    }

    /** Looked at, and found wanting. */
    private Answer failed(Api officer, Answer draft) {
        var taken = Steps.taken(officer, submitted(draft, "ownr"));
        return officer.put(path(taken) + "/checks", Steps.checks("FAIL"), taken.version())
                .expect(200);
    }

    /** By this admin. */
    private Answer rejected(String admin, Answer draft) {
        var failed = failed(portal.as("officer"), draft);
        var who = admin.equals("admi") ? by(admin) : portal.as(admin);
        return who.post(path(failed) + "/reject", REASON, failed.version()).expect(200);
    }

    private Answer appealed(String rejectedBy, Answer draft) {
        var rejected = rejected(rejectedBy, draft);
        return by("ownr")
                .post(path(rejected) + "/appeal", body("AppealRequest"), rejected.version())
                .expect(200);
    }

    /** To be revoked. */
    private Answer accused(Api admin, Answer verified) {
        return admin.post(path(verified) + "/propose-revocation", body("RevocationRequest"), verified.version())
                .expect(200);
    }

    /** As if the day until which it is heard had come. */
    private Answer heard(Answer accused) {
        register.updateOne(
                eq("_id", accused.id()),
                set("stage.ending.on", LocalDate.now(ZoneOffset.UTC).toString()));
        return accused;
    }

    /** To be confirmed in ten days, as if it had been verified so long ago. */
    private Answer due(Answer verified) {
        Steps.toBeConfirmed(portal, verified.id(), LocalDate.now(ZoneOffset.UTC).plusDays(10));
        return verified;
    }

    /** Organizations are given what they need for it. */
    private Answer submitted(Answer draft, String owner) {
        return path(draft).startsWith("/organizations/")
                ? Steps.submitted(by(owner), draft)
                : step(by(owner), "submit", draft);
    }

    private static Answer step(Api who, String step, Answer of) {
        return who.post(path(of) + "/" + step, of.version()).expect(200);
    }

    private Answer trusted(Answer of) {
        return portal.as("admin2")
                .post(path(of) + "/trust", REASON, of.version())
                .expect(200);
    }

    /** With a material change that waits. */
    private Answer changingProfile(Answer draft) {
        return saying(verified(draft, "ownr"), "\"visibility\":\"PUBLIC\"");
    }

    /** With another name, and this. */
    private Answer saying(Answer of, String more) {
        var body = body("OrganizationRequest").strip().replaceFirst("}$", "," + more + "}");
        return by("ownr").put(path(of), body, of.version()).expect(200);
    }

    private static Answer suspended(Api who, Answer of) {
        return who.post(path(of) + "/suspend", REASON, of.version()).expect(200);
    }

    /** {@code /events/7} of whatever was done with it. */
    private static String path(Answer answer) {
        var collection = answer.response().uri().getPath().split("/", -1)[3];
        return "/" + collection + "/" + answer.id();
    }

    private Api by(String person) {
        return portal.withToken(cast.token(person));
    }

    private static AssertionError unknown(String words) {
        return new AssertionError("access.txt names an object that nobody can make: " + words);
    }
}
