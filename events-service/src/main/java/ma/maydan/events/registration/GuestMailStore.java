package ma.maydan.events.registration;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.personal.Impersonal;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many mails an address gets because somebody has typed it: {@value #MOST} on a day (UTC), at all events together.
 * Each is a document whose id is made of a hash of the address, the day and a number, so that the bound holds however
 * many ask at once; no address is kept, and the days that are over are forgotten.
 */
@Component
class GuestMailStore {

    static final int MOST = 3;

    private static final String ON = "on";

    private final MongoCollection<Document> mails;
    private final Clock clock;

    GuestMailStore(MongoDatabase database, Clock clock) {
        this.mails = database.getCollection("guest_mails");
        this.clock = clock;
        IndexBuilds.on(mails).createIndex(Indexes.ascending(ON));
    }

    @Bean
    static Impersonal countedGuestMails() {
        return Impersonal.of("guest_mails");
    }

    /** False when the address has had its mails of the day. */
    boolean take(String email) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var address = Guest.idOf(day.toString(), email);
        return IntStream.rangeClosed(1, MOST).anyMatch(number -> insert(address + ":" + number));
    }

    private boolean insert(String id) {
        try {
            mails.insertOne(new Document("_id", id).append(ON, Date.from(clock.instant())));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        mails.deleteMany(Filters.lt(ON, Date.from(clock.instant().minus(Duration.ofDays(2)))));
    }
}
