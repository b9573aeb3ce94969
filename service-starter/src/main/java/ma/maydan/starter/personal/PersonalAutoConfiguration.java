package ma.maydan.starter.personal;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import ma.maydan.starter.schedule.ScheduleAutoConfiguration;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Personal data, in the services that hold some: those that say in which area of addresses theirs is. */
@AutoConfiguration(after = ScheduleAutoConfiguration.class)
@ConditionalOnBean(WorkStore.class)
@ConditionalOnProperty("maydan.notices.area")
@Import(PersonalDataController.class)
class PersonalAutoConfiguration {

    @Bean
    WorkHandler retention(ObjectProvider<PersonalData> held, WorkStore work, Clock clock) {
        return new Retention(held.orderedStream().toList(), work, clock);
    }

    /** Whom due work tells of something, until it has; its other data is nobody's. */
    @Bean
    PersonalData peopleToTell(MongoDatabase database) {
        return PersonalDocuments.parts(
                database.getCollection("work"),
                Declared.of("work", "work", Kept.days(30, Kept.Since.WRITTEN), SeenBy.NOBODY),
                PersonalFields.removingFrom("data.to", "id").since("/dueAt"),
                "turn",
                List.of("kind", "dueAt"));
    }

    /** Receipts have but fingerprints of people who are erased. */
    @Bean
    Impersonal ofTheStarter() {
        return Impersonal.of("shapes", "refills", "erasure_receipts");
    }
}
