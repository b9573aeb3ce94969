package ma.maydan.events.speaker;

import static ma.maydan.events.speaker.SpeakerTransition.LIFE_CYCLE;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.ownership.Owned;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks at events, as an organization presents them.
 *
 * @param owner the organization, whose slot it holds until it is published
 * @param sortName by which lists are ordered: the French, English or Arabic name, without case and accents
 */
public record Speaker(
        @BsonId String id,
        long version,
        Owner owner,
        SpeakerContent content,
        Stage stage,
        String sortName,
        Instant updatedAt)
        implements Owned<Speaker> {

    public enum Status {
        DRAFT,
        PUBLISHED,
        /** Never kept: what a published speaker is while the organization is not verified. */
        SUSPENDED,
        /** By its organization, which can publish it again. */
        HIDDEN
    }

    /**
     * Where it stands.
     *
     * @param publicChangeAt see {@link Owned}
     */
    public record Stage(Status status, @Nullable Instant publicChangeAt) {}

    static Change<Speaker> draft(String id, Owner owner, SpeakerContent content, Instant now) {
        return new Speaker(id, 1, owner, content, new Stage(Status.DRAFT, null), sortName(content.name()), now)
                .tell("speaker.created");
    }

    /** Replaces the content but for the photo, in every state. */
    Change<Speaker> edit(SpeakerContent changed, Actor actor, Instant now) {
        require(SpeakerTransition.EDIT, actor);
        return said(changed.with(content.photo()), now);
    }

    /**
     * Gives it another photo, or none; the one before is let go of.
     *
     * @param given asked once it is known that the actor may give one
     */
    Change<Speaker> illustrate(Supplier<@Nullable String> given, Actor actor, Instant now) {
        require(SpeakerTransition.PHOTO, actor);
        var photo = given.get();
        return said(content.with(photo), now).and(Files.letGo(content.photo(), photo, now));
    }

    private Change<Speaker> said(SpeakerContent changed, Instant now) {
        var seen = new Stage(status(), stage.publicChangeAt == null ? null : now);
        return new Speaker(id, version + 1, owner, changed, seen, sortName(changed.name()), now)
                .tell("speaker.updated");
    }

    Change<Speaker> take(SpeakerTransition transition, Actor actor, Instant now) {
        require(transition, actor);
        var next = Objects.requireNonNullElse(transition.rule().to(), status());
        var published = next == Status.PUBLISHED;
        var seen = new Stage(next, published || stage.publicChangeAt != null ? now : null);
        var taken = new Speaker(id, version + 1, published ? owner.holding(null) : owner, content, seen, sortName, now)
                .tell(LIFE_CYCLE.eventType(transition));
        return transition == SpeakerTransition.DELETE ? taken.and(Files.letGo(content.photo(), null, now)) : taken;
    }

    /** What this actor may do now. */
    Offer offer(Actor actor) {
        return LIFE_CYCLE.offer(new SpeakerSituation(this, actor));
    }

    private void require(SpeakerTransition transition, Actor actor) {
        LIFE_CYCLE.require(transition, new SpeakerSituation(this, actor));
    }

    @Override
    public Speaker with(Owner changed) {
        return new Speaker(id, version, changed, content, stage, sortName, updatedAt);
    }

    Status status() {
        return stage.status;
    }

    /** What it is beside its owner. */
    Status statusNow() {
        return status() == Status.PUBLISHED && !owner.isVerified() ? Status.SUSPENDED : status();
    }

    /** Whether everybody sees it. */
    boolean isPublic() {
        return statusNow() == Status.PUBLISHED;
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        return stage.publicChangeAt == null ? updatedAt : stage.publicChangeAt;
    }

    private static String sortName(LocalizedText name) {
        var first = Stream.of(name.fr(), name.en(), name.ar())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return Normalizer.normalize(first, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private Change<Speaker> tell(String what) {
        return new Change<>(this, what, snapshot());
    }

    Snapshot snapshot() {
        return new Snapshot(id, owner.organizationId(), status());
    }

    /** What other services learn; who it is they read in the API. */
    record Snapshot(String id, String organizationId, Status status) {}
}
