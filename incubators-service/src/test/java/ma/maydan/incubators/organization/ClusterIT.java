package ma.maydan.incubators.organization;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody becomes the cluster by saying so. */
class ClusterIT {

    private static final String PATH = "/api/v1/organizations";

    private final String owner = Flows.newPerson();

    @Test
    void anOwnerCannotCreateTheCluster() {
        for (var caller : List.of(API.person(owner), API.officer(owner))) {
            refused(caller.create(PATH, Flows.organization("CLUSTER")));
            refused(caller.create(PATH, Flows.organization("STARTUP", "CLUSTER")));
        }
    }

    @Test
    void anOwnerCannotEditAnOrganizationIntoTheCluster() {
        var draft = Flows.draft(owner, "STARTUP");
        refused(API.person(owner).put(PATH + "/" + draft.id(), Flows.organization("STARTUP", "CLUSTER"), 1));
    }

    @Test
    void norCanAnAdminWhoOwnsAnother() {
        var admin = API.admin(Flows.newPerson());
        var draft = admin.create(PATH, Flows.organization("STARTUP")).expect(201);
        refused(admin.put(PATH + "/" + draft.id(), Flows.organization("CLUSTER"), 1));
    }

    @Test
    void anAdminCreatesItOnceUnderTheIdOfTheDeployment() {
        var body = Flows.organization("CLUSTER");
        var created = Parallel.atOnce(8, i -> API.admin("founder-" + i).create(PATH, body)).stream()
                .filter(answer -> answer.status() == 201)
                .toList();
        assertThat(created).singleElement().satisfies(answer -> {
            assertThat(answer.id()).isEqualTo(Service.CLUSTER);
            assertThat(answer.header("Location")).endsWith("/" + Service.CLUSTER);
        });
        assertThat(API.admin("another").create(PATH, body).code()).isEqualTo("cluster-exists");

        var founder = Service.bean(OrganizationStore.class)
                .find(Service.CLUSTER)
                .orElseThrow()
                .membership()
                .members()
                .getFirst()
                .personId();
        refused(API.admin(founder).put(PATH + "/" + Service.CLUSTER, Flows.organization("STARTUP"), 1));
        API.admin(founder).put(PATH + "/" + Service.CLUSTER, body, 1).expect(200);
        assertThat(API.admin(founder).delete(PATH + "/" + Service.CLUSTER, 2).code())
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theRefusalSaysWhoMay(String language) {
        var answer = API.person(owner).in(language).create(PATH, Flows.organization("CLUSTER"));
        assertThat(answer.at("/errors/0/detail"))
                .contains(Map.of("ar", "المشرفين", "fr", "administrateur", "en", "administrator")
                        .get(language));
    }

    private static void refused(Answer answer) {
        answer.expect(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/kinds");
        assertThat(answer.at("/errors/0/code")).isEqualTo("cluster-kind");
    }
}
