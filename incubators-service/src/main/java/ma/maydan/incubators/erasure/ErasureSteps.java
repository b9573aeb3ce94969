package ma.maydan.incubators.erasure;

import java.time.Clock;
import ma.maydan.incubators.erasure.Erasure.Status;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.notice.Letter;
import ma.maydan.starter.notice.Letters;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes due of an erasure. Each step is one conditional write, and done again changes nothing. */
@Configuration(proxyBeanMethods = false)
class ErasureSteps {

    /** Sends the letter. Its link is nowhere but in it: sent again it has another, and each is good. */
    @Bean
    WorkHandler erasureLetter(ErasureStore erasures, Letters letters, Clock clock) {
        return WorkHandler.of(Erasure.LETTER, id -> {
            var erasure = erasures.find(id).filter(it -> it.is(Status.ASKED)).orElse(null);
            if (erasure == null) {
                return;
            }
            var link = Letter.newLink();
            if (erasures.addLink(id, Fingerprint.of(link))) {
                letters.send(
                        new Letter(
                                id,
                                String.valueOf(erasure.who().person()),
                                "erasure.asked",
                                Erasure.NAME,
                                "me/erasure/confirm/" + link,
                                erasure.stage().askedAt().plus(Erasure.ANSWERED_WITHIN)),
                        clock.instant());
            }
        });
    }

    @Bean
    WorkHandler erasureLapse(ErasureService erasures, Clock clock) {
        return WorkHandler.of(Erasure.LAPSE, id -> erasures.due(id, Status.ASKED, it -> it.lapsed(clock.instant())));
    }

    /** Gives the order, unless an organization would be left without an owner, or the cluster without an admin. */
    @Bean
    WorkHandler erasureOrder(ErasureService erasures, Clock clock) {
        return WorkHandler.of(
                Erasure.ORDER,
                id -> erasures.due(
                        id,
                        Status.CONFIRMED,
                        it -> erasures.isLast(String.valueOf(it.who().person()))
                                ? it.refused(clock.instant())
                                : it.ordered(clock.instant())));
    }

    /** Closes the account, last of all: until then the person is somebody to whom all this belongs. */
    @Bean
    WorkHandler erasureAccount(ErasureService erasures, ErasureStore store, Accounts accounts, Clock clock) {
        return WorkHandler.of(Erasure.ACCOUNT, id -> {
            var person = store.find(id)
                    .filter(it -> it.is(Status.ORDERED))
                    .map(it -> it.who().person())
                    .orElse(null);
            if (person != null) {
                accounts.delete(person);
                erasures.due(id, Status.ORDERED, it -> it.completed(clock.instant()));
            }
        });
    }
}
