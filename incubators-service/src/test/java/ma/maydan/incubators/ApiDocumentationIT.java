package ma.maydan.incubators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentationIT {

    private final JsonNode document = Service.document().json();

    @Test
    void theDocumentNamesEachPathOfTheContract() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/organizations",
                        "/api/v1/organizations/{id}",
                        "/api/v1/organizations/{id}/receipt",
                        "/api/v1/organizations/{id}/logo",
                        "/api/v1/organizations/{id}/submit",
                        "/api/v1/organizations/{id}/case",
                        "/api/v1/organizations/{id}/evidence",
                        "/api/v1/organizations/{id}/release",
                        "/api/v1/organizations/{id}/take-over",
                        "/api/v1/organizations/{id}/checks",
                        "/api/v1/organizations/{id}/note",
                        "/api/v1/organizations/{id}/request-info",
                        "/api/v1/organizations/{id}/provide-info",
                        "/api/v1/receipts/{id}",
                        "/api/v1/organizations/{id}/take",
                        "/api/v1/organizations/{id}/verify",
                        "/api/v1/organizations/{id}/reject",
                        "/api/v1/organizations/{id}/trust",
                        "/api/v1/organizations/{id}/distrust",
                        "/api/v1/organizations/{id}/suspend",
                        "/api/v1/organizations/{id}/reinstate",
                        "/api/v1/organizations/{id}/propose-revocation",
                        "/api/v1/organizations/{id}/withdraw-revocation",
                        "/api/v1/organizations/{id}/hearing",
                        "/api/v1/organizations/{id}/revoke",
                        "/api/v1/organizations/{id}/retire",
                        "/api/v1/organizations/{id}/renew",
                        "/api/v1/organizations/{id}/appeal",
                        "/api/v1/organizations/{id}/accept-appeal",
                        "/api/v1/organizations/{id}/dismiss-appeal",
                        "/api/v1/organizations/{id}/take-change",
                        "/api/v1/organizations/{id}/accept-change",
                        "/api/v1/organizations/{id}/return-change",
                        "/api/v1/organizations/{id}/withdraw-change",
                        "/api/v1/imports",
                        "/api/v1/imports/{id}",
                        "/api/v1/imports/{id}/mapping",
                        "/api/v1/imports/{id}/run",
                        "/api/v1/imports/{id}/undo",
                        "/api/v1/imports/{id}/discard",
                        "/api/v1/imports/{id}/rows",
                        "/api/v1/imports/{id}/rows/{number}",
                        "/api/v1/organization-changes",
                        "/api/v1/organization-figures",
                        "/api/v1/me/organizations",
                        "/api/v1/organizations/{organizationId}/members",
                        "/api/v1/organizations/{organizationId}/members/{id}",
                        "/api/v1/organizations/{organizationId}/members/{id}/ownership",
                        "/api/v1/organizations/{organizationId}/invitations",
                        "/api/v1/invitations/{id}",
                        "/api/v1/invitations/{id}/accept",
                        "/api/v1/invitations/{id}/decline",
                        "/api/v1/invitations/{id}/resend",
                        "/api/v1/invitations/{id}/revoke",
                        "/api/v1/invitation-links/{key}",
                        "/api/v1/invitation-links/{key}/decline",
                        "/api/v1/me/invitations",
                        "/api/v1/organizations/{organizationId}/join-requests",
                        "/api/v1/join-requests/{id}",
                        "/api/v1/join-requests/{id}/accept",
                        "/api/v1/join-requests/{id}/refuse",
                        "/api/v1/join-requests/{id}/withdraw",
                        "/api/v1/me/join-requests",
                        "/api/v1/verification-cases",
                        "/api/v1/verification-cases/{id}/lookalikes",
                        "/api/v1/programs",
                        "/api/v1/programs/{id}",
                        "/api/v1/programs/{id}/submit",
                        "/api/v1/programs/{id}/publish",
                        "/api/v1/programs/{id}/request-changes",
                        "/api/v1/programs/{id}/archive",
                        "/api/v1/me/programs",
                        "/api/v1/program-reviews",
                        "/api/v1/me/notices/organizations",
                        "/api/v1/me/notices/organizations/count",
                        "/api/v1/me/notices/organizations/{id}/read",
                        "/api/v1/me/notices/organizations/read",
                        "/api/v1/me/notices/organizations/preferences",
                        "/api/v1/notices/organizations/unsubscribe/{key}",
                        "/api/v1/personal-data/organizations",
                        "/api/v1/me/personal-data/organizations",
                        "/api/v1/me/erasure",
                        "/api/v1/me/erasure/confirm",
                        "/api/v1/me/erasure/take-back");
    }

    @Test
    void aMemberIsRequiredUnlessItMayBeAbsent() {
        assertThat(required("OrganizationView"))
                .contains("id", "version", "legalName", "kinds", "allowedTransitions", "partner")
                .doesNotContain(
                        "ice", "description", "website", "phone", "verifiedAt", "decision", "myRole", "takenBy");
        assertThat(required("OrganizationRequest")).containsExactlyInAnyOrder("legalName", "kinds", "region");
        assertThat(required("PageOrganizationView")).containsExactly("items");
        assertThat(required("LocalizedText")).isEmpty();
        assertThat(required("ReasonRequest")).containsExactlyInAnyOrder("reasonCode", "reasonText");
        assertThat(required("ReinstateRequest")).isEmpty();
        assertThat(document.at("/components/schemas/ProgramView/properties/languages/items/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("ar", "fr", "en");
    }

    @Test
    void aCreationAnswers201AndEachRefusalIsAProblem() {
        var create = document.path("paths").path("/api/v1/organizations").path("post");
        assertThat(create.path("tags").path(0).asString()).isEqualTo("Organizations");
        assertThat(create.path("responses").propertyNames())
                .contains("201", "400", "401", "403", "409", "422")
                .doesNotContain("200");
        var submit =
                document.path("paths").path("/api/v1/organizations/{id}/submit").path("post");
        assertThat(submit.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "409", "412", "422", "428");
        assertThat(submit.at("/responses/409/content").propertyNames()).containsExactly("application/problem+json");
    }

    private List<String> required(String schema) {
        var found = document.path("components").path("schemas").path(schema);
        assertThat(found.isMissingNode()).as(schema).isFalse();
        return found.path("required").valueStream().map(JsonNode::asString).toList();
    }
}
