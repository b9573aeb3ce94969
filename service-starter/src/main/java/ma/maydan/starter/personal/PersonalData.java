package ma.maydan.starter.personal;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;

/**
 * What one collection holds of people. Each collection of a service has one, as a bean beside its store, or is named as
 * one that holds nothing of anybody ({@link Impersonal}).
 */
public interface PersonalData {

    /** In place of the id of a person who is no more. */
    String ERASED = "erased";

    /** More documents of one person are not handed out. */
    int MOST = 10_000;

    Declared declared();

    /** What is held of a person, at most {@value #MOST} documents of it, without what says nothing to them. */
    List<BsonDocument> of(String person);

    /** Erases it, once or again: nothing leads to the person any more, and counts stay as they are. */
    void erase(String person);

    /** The id of each person of whom something is held; one may come often. */
    void people(Consumer<String> each);

    /** Erases what has been kept for as long as is declared. */
    void forget(Instant now);
}
