package ma.maydan.incubators.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.time.Morocco;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps what the register knows of partnerships, and lets their parties follow. */
@Component
class PartnershipListener {

    private final EventReader reader;
    private final PartnershipStore partnerships;
    private final PartnerBadges badges;
    private final Clock clock;

    PartnershipListener(EventReader reader, PartnershipStore partnerships, PartnerBadges badges, Clock clock) {
        this.reader = reader;
        this.partnerships = partnerships;
        this.badges = badges;
        this.clock = clock;
    }

    /** The members of a partnership's events that count here. */
    private record Data(
            String status,
            List<String> parties,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        /** Refuses a null among them. */
        Data {
            parties = List.copyOf(parties);
        }
    }

    /** A repeated or late event changes no replica, and finishes what a crash after the first one left undone. */
    @KafkaListener(topics = "maydan.partnerships")
    void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message);
        var data = event.dataAs(Data.class);
        var concerned = new TreeSet<>(data.parties());
        partnerships.find(event.subject()).ifPresent(before -> concerned.addAll(before.parties()));
        var told = new PartnershipReplica(
                event.subject(), event.sequence(), data.status(), data.parties(), data.startsOn(), data.endsOn(), null);
        partnerships.apply(told.seenOn(Morocco.today(clock)));
        badges.show(concerned);
    }
}
