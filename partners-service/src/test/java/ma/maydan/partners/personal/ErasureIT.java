package ma.maydan.partners.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.partners.PartnersIT;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Traces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ErasureIT extends PartnersIT {

    @Autowired
    private MongoDatabase database;

    @Autowired
    private List<PersonalData> held;

    @Autowired
    private List<Impersonal> impersonal;

    @Test
    void everyCollectionSaysWhatItHoldsOfPeopleOrThatItHoldsNothing() {
        var declared = Stream.concat(
                held.stream().map(data -> data.declared().collection()),
                impersonal.stream().flatMap(one -> one.collections().stream()));

        assertThat(database.listCollectionNames()).isSubsetOf(declared.toList());
    }

    @Test
    void whoProposedAPartnershipIsForgottenAndThePartnershipStays() {
        var proposal = api.person(owner).create(PATH, proposal(incubator())).expect(201);
        var erasure = UUID.randomUUID().toString();
        assertThat(Traces.in(database, owner)).as("a control").contains("partnerships.proposal.proposedBy");

        Topics.publish(
                "maydan.erasures",
                erasure,
                "ma.maydan.erasure.ordered.v1",
                3,
                "{\"id\": \"%s\", \"status\": \"ORDERED\", \"fingerprint\": \"%s\", \"person\": \"%s\"}"
                        .formatted(erasure, Fingerprint.of(owner), owner));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Traces.in(database, owner)).isEmpty());
        api.person("officer").get(PATH + "/" + proposal.id()).expect(200);
    }
}
