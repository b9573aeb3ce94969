package ma.maydan.starter.messaging;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.apache.kafka.common.acl.AclPermissionType.ALLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import ma.maydan.local.SecuredKafka;
import ma.maydan.starter.TestService;
import ma.maydan.starter.thing.ThingListeners;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

/** A service at a broker with TLS, accounts and rules, by the variables that k8s/ sets. */
class SecuredKafkaIT {

    private static final String USER = "things-service";
    private static final String PASSWORD = "0123456789abcdef";
    private static final List<AclOperation> OWNED =
            List.of(AclOperation.CREATE, AclOperation.WRITE, AclOperation.ALTER_CONFIGS, AclOperation.DESCRIBE_CONFIGS);

    private final SecuredKafka kafka = SecuredKafka.start(Map.of(USER, PASSWORD));

    @Test
    void aServicePublishesAndHearsByItsOwnRightsAndHasNoOther() throws Exception {
        allow();
        try (var service = service(PASSWORD)) {
            var listeners = service.bean(ThingListeners.class);
            var id = json(send(service.create("over-tls"))).path("id").asString();

            await().atMost(Duration.ofSeconds(40)).until(() -> listeners.own(id).size() == 1);

            var template = (KafkaTemplate<String, byte[]>) service.bean(KafkaTemplate.class);
            assertThatThrownBy(() ->
                            template.send("maydan.others", "key", new byte[0]).get(20, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aServiceWithAnotherPasswordGetsNothingThrough() throws Exception {
        allow();
        try (var service = service("another");
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.administration()))) {
            var created = send(service.create("waits"));
            assertThat(created.statusCode())
                    .as("what cannot be published waits")
                    .isEqualTo(201);

            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> admin.listTopics().names().get().stream().noneMatch("maydan.things"::equals));
        }
    }

    private TestService service(String password) {
        return new TestService(
                "--maydan.mongodb.database=things_secured_" + password.length(),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--KAFKA_SECURITY_PROTOCOL=SASL_SSL",
                "--KAFKA_USERNAME=" + USER,
                "--KAFKA_PASSWORD=" + password,
                "--BACKENDS_CA=" + kafka.authorities());
    }

    /** As docs/operations.md has it: a service owns its topics and its dead letters, and reads what it hears. */
    private void allow() throws ExecutionException, InterruptedException {
        var rules = new ArrayList<AclBinding>();
        for (var topic : List.of("maydan.things", "maydan.things.dlt")) {
            OWNED.forEach(right -> rules.add(rule(ResourceType.TOPIC, topic, right)));
            rules.add(rule(ResourceType.TOPIC, topic, AclOperation.READ));
        }
        for (var group : List.of(USER, ThingListeners.OTHER_GROUP)) {
            rules.add(rule(ResourceType.GROUP, group, AclOperation.READ));
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.administration()))) {
            admin.createAcls(rules).all().get();
        }
    }

    private static AclBinding rule(ResourceType type, String name, AclOperation right) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + USER, "*", right, ALLOW));
    }
}
